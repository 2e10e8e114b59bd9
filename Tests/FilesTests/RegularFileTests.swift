import Files
import Foundation
import Testing

@Suite("Files whose content is read at once")
struct RegularFileTests {
  @Test(
    "Of a file, or of one that a link leads to, no more is read than was asked for",
    arguments: [(0, ""), (3, "one"), (7, "one\ntwo"), (100, "one\ntwo")])
  func bytes(most: Int, text: String) throws {
    try withTemporaryFolder { folder in
      let (file, link) = (folder + "/file", folder + "/link")
      try Data("one\ntwo".utf8).write(to: URL(fileURLWithPath: file))
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
      for path in [file, link] {
        #expect(try RegularFile.bytes(at: path, most: most) == Array(text.utf8))
      }
    }
  }

  @Test("What is no regular file has no bytes, and a pipe is not waited for")
  func others() throws {
    try withTemporaryFolder { folder in
      let dangling = folder + "/dangling"
      #expect(mkfifo(folder + "/pipe", 0o600) == 0)
      try FileManager.default.createSymbolicLink(
        atPath: dangling, withDestinationPath: folder + "/missing")
      for path in [folder, folder + "/pipe", dangling, folder + "/missing"] {
        #expect(try RegularFile.bytes(at: path, most: 10) == nil, "\(path)")
      }
    }
  }
}
