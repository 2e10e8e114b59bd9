import Diagnostics
import Foundation
import Repeatable
import TestSupport
import Testing

import Packs

@Suite("Tar archives from strangers")
struct TarTests {
  /// An archive of one entry with a header as a hostile program could write it.
  static func archive(
    _ name: String, kind: Character = "0", content: String = "x", size: String? = nil,
    link: String = "", prefix: String = "", magic: String = "ustar\u{0}00"
  ) -> [UInt8] {
    entry(
      name, kind: kind, content: Array(content.utf8), size: size, link: link, prefix: prefix,
      magic: magic) + [UInt8](repeating: 0, count: 1024)
  }

  static func entry(
    _ name: String, kind: Character = "0", content: [UInt8] = [], size: String? = nil,
    link: String = "", prefix: String = "", magic: String = "ustar\u{0}00"
  ) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, _ offset: Int) {
      for (index, byte) in text.utf8.enumerated() where offset + index < 512 {
        header[offset + index] = byte
      }
    }
    put(String(name.prefix(100)), 0)
    put("0000644", 100)
    let octal = String(content.count, radix: 8)
    put(size ?? String(repeating: "0", count: 11 - octal.count) + octal, 124)
    put("        ", 148)
    put(String(kind), 156)
    put(link, 157)
    put(magic, 257)
    put(prefix, 345)
    put(String(header.reduce(0) { $0 + Int($1) }, radix: 8) + "\u{0} ", 148)
    return header + content + [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
  }

  static func refusal(_ bytes: [UInt8]) -> String? {
    do throws(TarReader.Fault) {
      _ = try TarReader.read(bytes, largest: 1000)
      return nil
    } catch {
      return error.message
    }
  }

  static let end = [UInt8](repeating: 0, count: 1024)

  @Test("Files are read with their names, from ustar and from older archives")
  func plain() throws {
    let bytes =
      Self.entry("grief/", kind: "5") + Self.entry("./grief/ada.yaml", content: Array("one".utf8))
      + Self.entry("eve.yaml", content: [], prefix: "grief/tests")
      + Self.entry("grief/old.yaml", kind: "\u{0}", content: [1], magic: "") + Self.end
    let entries = try TarReader.read(bytes, largest: 1000)
    #expect(entries.map(\.path) == ["grief/ada.yaml", "grief/tests/eve.yaml", "grief/old.yaml"])
    #expect(entries.map(\.bytes) == [Array("one".utf8), [], [1]])
  }

  @Test("What the writer writes the reader reads, and GNU tar lists")
  func written() throws {
    var writer = TarWriter()
    for (count, name) in [(0, "a/b.yaml"), (512, "a/c.yaml"), (700, "a/tests/b.yaml")] {
      writer.add(name, [UInt8](repeating: 0x41, count: count))
    }
    let bytes = writer.finish()
    let entries = try TarReader.read(bytes, largest: 1000)
    #expect(entries.map(\.path) == ["a/b.yaml", "a/c.yaml", "a/tests/b.yaml"])
    #expect(entries.map(\.bytes.count) == [0, 512, 700])
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(bytes).write(to: file)
    let tar = Process()
    let output = Pipe()
    tar.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    tar.arguments = ["tar", "-tf", file.path]
    tar.standardOutput = output
    try tar.run()
    let listed = try output.fileHandleForReading.readToEnd() ?? Data()
    tar.waitUntilExit()
    #expect(tar.terminationStatus == 0)
    #expect(String(decoding: listed, as: UTF8.self) == "a/b.yaml\na/c.yaml\na/tests/b.yaml\n")
  }

  @Test(
    "A name that leads elsewhere is refused",
    arguments: [
      "/etc/passwd", "../grief/ada.yaml", "grief/../../ada.yaml", "grief/..", "..", "//x/y",
      "./../x", "grief/./ada.yaml", "grief\\..\\x", "grief/a\u{1B}[2J.yaml", "grief/ä.yaml",
      "grief/\u{202E}lmay.yaml", "a/b/c/d.yaml",
    ])
  func names(name: String) throws {
    let refusal = try #require(Self.refusal(Self.archive(name)))
    #expect(!refusal.unicodeScalars.contains { $0.isTerminalControl })
  }

  @Test("The prefix of a name leads nowhere else either", arguments: ["..", "/tmp", "a/../.."])
  func prefixes(prefix: String) {
    #expect(Self.refusal(Self.archive("ada.yaml", prefix: prefix)) != nil)
  }

  @Test(
    "What is not a plain file or a folder is refused",
    arguments: [
      ("1", "is a link"), ("2", "is a link"), ("3", "is a device or a pipe"),
      ("4", "is a device or a pipe"), ("6", "is a device or a pipe"), ("7", "is not a plain file"),
      ("S", "is not a plain file"), ("L", "longer than 100"), ("K", "longer than 100"),
      ("V", "is not a plain file"), ("M", "is not a plain file"), ("D", "is not a plain file"),
    ] as [(Character, String)])
  func kinds(kind: Character, reason: String) throws {
    let bytes = Self.archive("grief/ada.yaml", kind: kind, link: "/etc/passwd")
    #expect(try #require(Self.refusal(bytes)).contains(reason))
  }

  static func record(_ key: String, _ value: String) -> [UInt8] {
    let rest = " \(key)=\(value)\n"
    var length = rest.utf8.count + 1
    while "\(length)\(rest)".utf8.count != length { length += 1 }
    return Array("\(length)\(rest)".utf8)
  }

  @Test("Extensions of times and owners are passed over", arguments: ["x", "g"] as [Character])
  func harmless(kind: Character) throws {
    let records =
      Self.record("mtime", "1700000000.5") + Self.record("comment", "0123abc")
      + Self.record("LIBARCHIVE.xattr.com.apple", "=\n=")
    let bytes =
      Self.entry("PaxHeaders/ada", kind: kind, content: records)
      + Self.archive("grief/ada.yaml", content: "one")
    #expect(try TarReader.read(bytes, largest: 1000).map(\.path) == ["grief/ada.yaml"])
  }

  @Test(
    "An extension that changes what the next entry is, or is damaged, is refused",
    arguments: [
      record("path", "../../evil"), record("linkpath", "/etc"), record("size", "9999999"),
      record("GNU.sparse.name", "x"), record("hdrcharset", "BINARY"),
      record("mtime", "1") + record("path", "x"), Array("999 mtime=1\n".utf8),
      Array("0 mtime=1\n".utf8), Array("-9 mtime=1\n".utf8), Array("mtime".utf8), [0x20],
      Array("5 =\n".utf8), Array("99999999999999999999 a=b\n".utf8),
    ])
  func extensions(records: [UInt8]) {
    let bytes =
      Self.entry("PaxHeaders/ada", kind: "x", content: records) + Self.archive("grief/ada.yaml")
    #expect(Self.refusal(bytes) != nil)
  }

  @Test("Two entries of one name, or of names that differ in case alone, are refused")
  func twice() {
    for name in ["grief/ada.yaml", "grief/ADA.yaml", "./grief/ada.yaml", "grief//ada.yaml"] {
      let bytes = Self.entry("grief/ada.yaml", content: [1]) + Self.archive(name)
      #expect(Self.refusal(bytes)?.contains("in case alone") == true, "\(name)")
    }
  }

  @Test(
    "Sizes that are too large, negative or in other notations are refused",
    arguments: ["00000001751", "77777777777", "-0000000001", "\u{80}0000000001", "abc", "9"])
  func sizes(size: String) {
    #expect(Self.refusal(Self.archive("grief/ada.yaml", size: size)) != nil)
  }

  @Test("Entries without end are refused")
  func many() {
    let one = Self.entry("grief/", kind: "5")
    let most = Array([[UInt8]](repeating: one, count: TarReader.maxEntries).joined())
    #expect(Self.refusal(most + Self.end) == nil)
    #expect(Self.refusal(most + one + Self.end)?.contains("more than") == true)
  }

  @Test("Cut short anywhere, it is refused")
  func cut() throws {
    let bytes = Self.entry("grief/ada.yaml", content: Array("one".utf8)) + Self.end
    for count in stride(from: 0, through: 1024, by: 64) {
      #expect(Self.refusal(Array(bytes[..<count])) != nil, "\(count)")
    }
  }

  @Test("Whatever byte is changed, it is read or refused")
  func changed() {
    var generator = Seeded(seed: 5)
    let bytes =
      Self.entry("PaxHeaders/ada", kind: "x", content: Self.record("mtime", "1"))
      + Self.archive("grief/ada.yaml", content: "one")
    var refused = 0
    for _ in 0..<5000 {
      var mutant = bytes
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        mutant[Int.random(in: mutant.indices, using: &generator)] = UInt8(
          truncatingIfNeeded: generator.next())
      }
      if Self.refusal(mutant) != nil { refused += 1 }
    }
    // Padding may change unnoticed; a header may not.
    #expect((2500..<5000).contains(refused))
  }
}
