import Files
import Foundation
import Synchronization
import Testing

@testable import Scoring

@Suite("A result that is written aside")
struct ResultFileTests {
  @Test("Of runs that begin and end at once, one at a time has the result")
  func alone() throws {
    struct Runs {
      var now = 0
      var most = 0
      var all = 0
    }
    let folder = try Folder()
    let path = folder.path("out")
    let runs = Mutex(Runs())
    let ended = DispatchSemaphore(value: 0)
    // More threads than processors, so that some are stopped between two steps.
    let threads = 8
    for _ in 0..<threads {
      Thread.detachNewThread {
        for _ in 0..<1000 {
          guard
            let file = try? ResultFile(path: path, identity: Fixtures.identity, resume: false)
          else { continue }
          runs.withLock {
            $0.now += 1
            $0.all += 1
            $0.most = max($0.most, $0.now)
          }
          runs.withLock { $0.now -= 1 }
          file.discard()
        }
        ended.signal()
      }
    }
    for _ in 0..<threads { ended.wait() }
    let seen = runs.withLock { $0 }
    #expect(seen.all > 0 && seen.most == 1)
    #expect(folder.names.isEmpty)
  }

  @Test("A result that cannot be begun leaves no journal")
  func notBegun() throws {
    let folder = try Folder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("out.part"), withDestinationPath: folder.path("nowhere/out.part"))
    #expect(throws: FileError.self) {
      _ = try ResultFile(path: folder.path("out"), identity: Fixtures.identity, resume: false)
    }
    #expect(folder.names == ["out.part"])
  }

  @Test("A folder that is not there is told by its name", arguments: ["nowhere", "file"])
  func noFolder(name: String) throws {
    let folder = try Folder()
    try Data().write(to: folder.url.appendingPathComponent("file"))
    let path = folder.path("\(name)/out")
    let error = #expect(throws: FileError.self) {
      _ = try ResultFile(path: path, identity: Fixtures.identity, resume: false)
    }
    #expect(
      error?.description
        == "cannot create \(path): there is no folder \(folder.path(name)); make it first")
    #expect(folder.names == ["file"])
  }
}
