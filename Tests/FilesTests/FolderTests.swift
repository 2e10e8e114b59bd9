import Files
import Foundation
import Testing

@Suite("Folders")
struct FolderTests {
  @Test(
    "The folder that a path's last name lies in",
    arguments: [
      ("a/b", "a"), ("a/b/", "a"), ("a/b//", "a"), ("a//b", "a"), ("a/b/c", "a/b"),
      ("/a/b", "/a"), ("/a//b//", "/a"), ("./a", "."), ("../a", ".."), ("å/ö", "å"),
      ("/a", "/"), ("/a/", "/"), ("//a", "/"), ("/", "/"), ("///", "/"),
      ("a", ""), ("a/", ""), (".", ""), ("", ""),
    ])
  func parent(path: String, parent: String) {
    #expect(Folder.parent(of: path) == parent)
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test("A private folder is made with its missing parents, and one that is there stays as it is")
  func makePrivate() throws {
    try withTemporaryFolder { root in
      let (outer, inner) = (root + "/a", root + "/a/b")
      #expect(!Folder.exists(at: outer))
      try Folder.makePrivate(at: inner)
      #expect(try mode(outer) == 0o700)
      #expect(try mode(inner) == 0o700)
      #expect(chmod(inner, 0o750) == 0)
      try Folder.makePrivate(at: inner)
      #expect(try mode(inner) == 0o750)
    }
  }

  @Test("No folder is made where or below where a file stands")
  func fileInTheWay() throws {
    try withTemporaryFolder { root in
      let file = root + "/file"
      try Data().write(to: URL(fileURLWithPath: file))
      #expect(!Folder.exists(at: file))
      #expect(throws: SystemError(code: EEXIST)) { try Folder.makePrivate(at: file) }
      #expect(throws: SystemError(code: ENOTDIR)) { try Folder.makePrivate(at: file + "/a") }
    }
  }

  @Test("A folder has the names of what lies in it; one that is not there has none")
  func names() throws {
    try withTemporaryFolder { root in
      #expect(try Folder.names(at: root) == [])
      #expect(try Folder.names(at: root + "/missing") == [])
      try Data().write(to: URL(fileURLWithPath: root + "/file"))
      #expect(try Folder.names(at: root) == ["file"])
    }
  }
}
