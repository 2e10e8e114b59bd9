import Diagnostics
import Foundation
import PackFormat
import Repeatable
import Scenarios
import TestSupport
import Testing

import Packs

@Suite("Packs as one file")
struct PackArchiveTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// An archive file of these bytes.
  private func file(_ bytes: [UInt8]) throws -> URL {
    let url = folder.url.appendingPathComponent("pack.tar.gz")
    try Data(bytes).write(to: url)
    return url
  }

  private func refusal(_ bytes: [UInt8]) throws -> String? {
    let url = try file(bytes)
    return SamplePack.complaint { _ = try PackArchive.read(url) }
  }

  @Test("A pack comes back as it went in, with the same checksum")
  func roundTrip() throws {
    let files = SamplePack.files()
    let url = try file(PackArchive.make(name: "grief", files: files))
    let (name, back) = try PackArchive.read(url)
    #expect(name == "grief")
    #expect(back.map(\.path) == files.map(\.path).sorted())
    #expect(Checksum(of: back) == Checksum(of: files))
    #expect(back.first?.label == url.relativePath + "/grief/pack.yaml")
    #expect(throws: Never.self) { try PackLoader.load(name: name, label: "", files: back) }
  }

  @Test("The same files give the same bytes, in whatever order they come")
  func reproducible() throws {
    let files = SamplePack.files()
    let bytes = try PackArchive.make(name: "grief", files: files)
    #expect(try PackArchive.make(name: "grief", files: files.reversed()) == bytes)
    #expect(try PackArchive.make(name: "other", files: files) != bytes)
  }

  @Test("Each shipped pack goes through an archive unchanged", arguments: shipped)
  func shippedPacks(name: String) throws {
    let source = Repository.scenarios.appendingPathComponent(name)
    let files = PackFile.all(in: source)
    let (back, found) = try PackArchive.read(file(PackArchive.make(name: name, files: files)))
    #expect(back == name)
    #expect(Checksum(of: found) == Checksum(of: files))
  }

  static let shipped = PackLoader.loadAll(in: Repository.scenarios).packs.map(\.id)

  @Test(
    "Archives that tar makes are read, in each of its formats",
    arguments: ["ustar", "gnu", "pax", "v7"])
  func systemTar(format: String) throws {
    let pack = folder.url.appendingPathComponent("grief")
    for file in SamplePack.files() {
      let url = pack.appendingPathComponent(file.path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.content.get()).write(to: url)
    }
    try Data("notes".utf8).write(to: pack.appendingPathComponent("draft.docx"))
    try Data([0, 5, 22]).write(to: pack.appendingPathComponent("._sam.yaml"))
    let tar = Process()
    tar.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    tar.currentDirectoryURL = folder.url
    tar.arguments = ["tar", "--format=\(format)", "-czf", "made.tar.gz", "./grief"]
    try tar.run()
    tar.waitUntilExit()
    try #require(tar.terminationStatus == 0)
    let (name, files) = try PackArchive.read(folder.url.appendingPathComponent("made.tar.gz"))
    #expect(name == "grief")
    #expect(files.map(\.path) == ["pack.yaml", "sam.yaml", "tests/sam.yaml"])
  }

  @Test("One hostile entry refuses the whole archive")
  func hostile() throws {
    let good = TarTests.entry("grief/pack.yaml", content: Array("format: 1\n".utf8))
    let bad = [
      TarTests.entry("grief/ada.yaml", kind: "2", link: "/etc/passwd"),
      TarTests.entry("grief/ada.yaml", kind: "1", link: "../../x"),
      TarTests.entry("../ada.yaml"), TarTests.entry("/tmp/ada.yaml"),
      TarTests.entry("grief/PACK.yaml"),
      TarTests.entry("PaxHeader", kind: "x", content: TarTests.record("path", "../x")),
    ]
    for entry in bad {
      let refusal = try refusal(Gzip.compress(good + entry + TarTests.end))
      #expect(refusal?.hasPrefix("archive: the archive is refused: ") == true)
    }
    #expect(try refusal(Gzip.compress(good + TarTests.end)) == nil)
  }

  @Test("Two folders, files beside the folder, or nothing at all are told")
  func shape() throws {
    let pack = TarTests.entry("grief/pack.yaml")
    for entries in [
      pack + TarTests.entry("other/pack.yaml"), pack + TarTests.entry("pack.yaml"),
      TarTests.entry("grief"), [],
    ] {
      #expect(
        try refusal(Gzip.compress(entries + TarTests.end))
          == "archive: the archive holds other things than one folder")
    }
  }

  @Test("A bomb, a file too large and a file that is no archive are refused at once")
  func bounds() throws {
    let bomb = Gzip.compress([UInt8](repeating: 0, count: 60_000_000))
    #expect(try refusal(bomb)?.contains("expands to more than") == true)
    let large = [UInt8](repeating: 7, count: PackArchive.largest + 1)
    #expect(try refusal(large)?.contains("larger than") == true)
    #expect(try refusal(Array("format: 1\n".utf8))?.contains("not gzip") == true)
    #expect(try refusal([])?.contains("not gzip") == true)
    #expect(
      try refusal(Array("PK\u{3}\u{4}\u{14}".utf8))
        == "archive: the archive is refused: it is a ZIP, which is not read")
    let missing = folder.url.appendingPathComponent("nowhere.tar.gz")
    #expect(
      SamplePack.complaint { _ = try PackArchive.read(missing) }
        == "archive: the archive cannot be read")
  }

  @Test(
    "An archive that the system cannot read is told with its reason",
    .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/mem")))
  func unreadable() {
    // A regular file whose beginning cannot be read.
    let memory = URL(fileURLWithPath: "/proc/self/mem")
    #expect(
      SamplePack.complaint { _ = try PackArchive.read(memory) }
        == "archive: the archive cannot be read: Input/output error")
  }

  @Test("Notes that repeat themselves shrink much, and the archive is read all the same")
  func repeatedNotes() throws {
    let notes = ["README.md", "LICENSE"].map { name in
      PackFile(
        path: name, label: name,
        content: .success([UInt8](repeating: UInt8(ascii: "a"), count: PackFile.maxFileSize)))
    }
    let bytes = try PackArchive.make(name: "grief", files: SamplePack.files() + notes)
    #expect(bytes.count < 20_000)
    #expect(try PackArchive.read(bytes, label: "grief.tar.gz").files.count == 5)
  }

  @Test("An archive that would be refused as too large is not made")
  func tooLarge() {
    var generator = Seeded(seed: 1)
    let noise = (0..<PackFile.maxFileSize).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
    // Each lies too far from the one before to be written as a repetition of it.
    let files = ["a.yaml", "b.yaml", "c.yaml", "d.yaml"].map { name in
      PackFile(path: name, label: name, content: .success(noise))
    }
    #expect(
      SamplePack.complaint { _ = try PackArchive.make(name: "grief", files: files) }
        == "archive: the archive is larger than 4194304 bytes")
  }

  @Test("A vignette with aliases in lists in aliases is refused", arguments: [60, 900])
  func nestedAliases(levels: Int) throws {
    func nested(_ word: String) -> String {
      String(repeating: "[", count: levels) + word + String(repeating: "]", count: levels)
    }
    let aliases = (1...16).map { "x\($0): &x\($0) \(nested("*x\($0 - 1)"))\n" }
    let yaml = "x0: &x0 \(nested("x"))\n" + aliases.joined()
    let vignette = PackFile(
      path: "ada.yaml", label: "ada.yaml", content: .success(Array(yaml.utf8)))
    let bytes = try PackArchive.make(name: "grief", files: SamplePack.files() + [vignette])
    let (name, files) = try PackArchive.read(bytes, label: "grief.tar.gz")
    #expect(
      SamplePack.complaint { _ = try PackLoader.load(name: name, label: name, files: files) }
        == "nesting: nested more than 100 levels deep")
  }

  @Test("A path too long for the archive is told when it is made")
  func longName() {
    let file = PackFile(
      path: String(repeating: "a", count: 95) + ".yaml", label: "x", content: .success([]))
    let complaint = SamplePack.complaint {
      _ = try PackArchive.make(name: "grief", files: [file])
    }
    #expect(complaint?.hasPrefix("name: ") == true)
  }
}
