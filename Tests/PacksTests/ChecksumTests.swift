import Foundation
import PackFormat
import Scenarios
import TestSupport
import Testing

import Packs

@Suite("Checksums")
struct ChecksumTests {
  static func file(_ path: String, _ text: String) -> PackFile {
    PackFile(path: path, label: path, content: .success(Array(text.utf8)))
  }

  // The values are those of sha256sum.
  @Test("A file's is SHA-256, and the pack's is that of the list sha256sum prints")
  func known() {
    let sum = Checksum(of: [Self.file("b.yaml", "abc"), Self.file("a.yaml", "")])
    #expect(
      sum.files == [
        "a.yaml": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "b.yaml": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      ])
    #expect(sum.pack == "37c6bbf2b08c4e0ea7d50745ec17894981cf14de895eca80e8356106761ab45f")
  }

  @Test("Any change in a name or a byte changes the pack's")
  func sensitive() {
    let sums = [
      [Self.file("a", "x"), Self.file("b", "y")], [Self.file("a", "y"), Self.file("b", "x")],
      [Self.file("a", "x"), Self.file("c", "y")], [Self.file("a", "x")],
      [Self.file("a", "x"), Self.file("b", "y"), Self.file("c", "")],
    ].map { Checksum(of: $0).pack }
    #expect(Set(sums).count == sums.count)
  }

  @Test("The order of the files does not matter")
  func order() {
    let files = [Self.file("a", "x"), Self.file("tests/a", "y"), Self.file("z", "")]
    #expect(Checksum(of: files) == Checksum(of: files.reversed()))
    #expect(Checksum(of: files).pack == Checksum(of: files.reversed()).pack)
  }
}
