import Files
import Foundation
import Testing

@Suite("A file that appears when it is complete")
struct WholeFileTests {
  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test("It takes the place of a file, with its permissions", arguments: [0o600, 0o640, 0o444])
  func replaces(permissions: Int) throws {
    try withTemporaryFolder { folder in
      let path = folder + "/file"
      try Data("old".utf8).write(to: URL(fileURLWithPath: path))
      #expect(chmod(path, mode_t(permissions)) == 0)
      let file = try WholeFile(path)
      #expect(try text(path) == "old", "until it is written")
      try file.write(Array("new".utf8))
      #expect(try text(path) == "new")
      #expect(try mode(path) == permissions)
      #expect(try Folder.names(at: folder) == ["file"])
    }
  }

  @Test("A link stays, and the file that it leads to is replaced")
  func links() throws {
    try withTemporaryFolder { folder in
      let (link, target) = (folder + "/link", folder + "/a/target")
      try Folder.makePrivate(at: folder + "/a")
      try Data("old".utf8).write(to: URL(fileURLWithPath: target))
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
      try WholeFile(link).write(Array("new".utf8))
      #expect(try text(target) == "new")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
    }
  }

  @Test("Where there can be no file, that is told at once, and what stands there stays")
  func refused() throws {
    try withTemporaryFolder { folder in
      let (pipe, nowhere) = (folder + "/pipe", folder + "/nowhere")
      #expect(mkfifo(pipe, 0o600) == 0)
      for (path, error) in [
        (pipe, .notRegular(path: pipe)),
        ("/dev/null", .notRegular(path: "/dev/null")),
        (folder, .system(SystemError(code: EISDIR), "cannot create \(folder)")),
        (nowhere + "/file", .noFolder(nowhere, of: nowhere + "/file")),
      ] as [(String, FileError)] {
        #expect(throws: error) { try WholeFile(path) }
      }
      let left = try Folder.names(at: folder)
      #expect(left == ["pipe"])
    }
  }

  @Test("Of one that cannot be written nothing is left")
  func unwritten() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/file"
      let file = try WholeFile(path)
      // What has come there meanwhile cannot be replaced by a file.
      try Folder.makePrivate(at: path)
      #expect(throws: FileError.system(SystemError(code: EISDIR), "cannot write \(path)")) {
        try file.write([1])
      }
      #expect(try Folder.names(at: folder) == ["file"])
    }
  }
}
