import Foundation
import Scoring
import Testing

struct InputPositionTests {
  @Test("The share that is read grows over all files; where one has no size there is none")
  func share() throws {
    let folder = try Folder()
    let sizes = ["a": 30, "b": 70]
    for (name, size) in sizes {
      try Data(count: size).write(to: folder.url.appendingPathComponent(name))
    }
    let position = InputPosition(in: [folder.path("a"), folder.path("b"), folder.path("nowhere")])
    #expect(position.share == 0)
    let file = try FileHandle(forReadingFrom: folder.url.appendingPathComponent("a"))
    position.current = file.fileDescriptor
    #expect(lseek(file.fileDescriptor, 15, SEEK_SET) == 15)
    #expect(position.share == 0.15)
    #expect(lseek(file.fileDescriptor, 0, SEEK_END) == 30)
    position.finishCurrent()
    #expect(position.share == 0.3)
    #expect(InputPosition(in: []).share == nil)
    #expect(InputPosition(in: [folder.path("a"), folder.url.path]).share == nil)
  }
}
