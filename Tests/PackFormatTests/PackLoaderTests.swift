import Diagnostics
import Foundation
import PackFormat
import Scenarios
import Testing

@Suite("Loading packs from folders")
struct PackLoaderTests {
  static let good = ["pack.yaml": TemporaryPack.manifest, "ada.yaml": Sample.yaml]

  @Test("A pack is its manifest and the vignettes beside it, in order")
  func good() throws {
    let files = [
      "pack.yaml": TemporaryPack.manifest, "eve.yml": Sample.yaml, "ada.yaml": Sample.yaml,
      "notes.txt": "not YAML: [", ".hidden.yaml": "[",
    ]
    let holder = try TemporaryPack(files)
    let pack = try PackLoader.load(folder: holder.folder)
    #expect(pack.id == "pack")
    #expect(pack.title == "Test")
    #expect(pack.version == "1.0.0")
    #expect(pack.language == "en")
    #expect(pack.licence == "CC0-1.0")
    #expect(pack.summary == "A pack for tests.")
    #expect(pack.vignettes.map(\.id) == ["ada", "eve"])
  }

  @Test("The faults of all files are told at once, the manifest's first")
  func allFiles() throws {
    let pack = try TemporaryPack([
      "pack.yaml": "format: 1\ntitle: T\nversoin: 1.0.0\nlanguage: en\nlicence: X\n",
      "eve.yaml": Sample.with(line: 5, "attachment: close"),
      "ada.yaml": Sample.with(line: 3, "title:"),
    ])
    #expect(
      pack.faults() == [
        "pack/pack.yaml:1:1: error: the pack lacks 'summary'; add 'summary: …' [missing-key]",
        "pack/pack.yaml:3:1: error: unknown key 'versoin' in the pack; did you mean 'version'? "
          + "[unknown-key]",
        "pack/ada.yaml:3:7: error: 'title' is empty; write something [empty-text]",
        "pack/eve.yaml:5:13: error: unknown attachment 'close'; one of secure, anxious, avoidant, "
          + "fearful [unknown-value]",
      ])
  }

  @Test("A pack without a manifest, and one without vignettes, say what is missing")
  func missing() throws {
    #expect(
      try TemporaryPack(["ada.yaml": Sample.yaml]).faults() == [
        "pack/pack.yaml: error: the file cannot be read; check that it is there, under this name "
          + "[unreadable]"
      ])
    #expect(
      try TemporaryPack().faults() == [
        "pack: error: the pack holds no vignette; put a YAML file for each vignette beside "
          + "pack.yaml [no-vignettes]"
      ])
  }

  @Test("A newer manifest asks for a newer attune")
  func newer() throws {
    let manifest = TemporaryPack.manifest.replacing("format: 1", with: "format: 99")
    #expect(
      try TemporaryPack(["pack.yaml": manifest, "ada.yaml": Sample.yaml]).faults() == [
        "pack/pack.yaml:1:9: error: format 99 is newer than this attune reads (1); update attune "
          + "[format]"
      ])
  }

  @Test(
    "A language is a tag of BCP 47", arguments: ["de_DE", "d", "", "de-", "日本語", "de--AT", "de DE"])
  func language(tag: String) throws {
    let manifest = TemporaryPack.manifest.replacing("language: en", with: "language: \"\(tag)\"")
    let pack = try TemporaryPack(["pack.yaml": manifest, "ada.yaml": Sample.yaml])
    let rule = tag.isEmpty ? "[empty-text]" : "[language]"
    #expect(pack.faults().count == 1 && pack.faults()[0].hasSuffix(rule))
  }

  @Test("Two files of one vignette are told", arguments: [("ada.yaml", "ada.yml")])
  func sameName(first: String, second: String) throws {
    let pack = try TemporaryPack([
      "pack.yaml": TemporaryPack.manifest, first: Sample.yaml, second: Sample.yaml,
    ])
    #expect(
      pack.faults() == [
        "pack/ada.yml: error: a second vignette 'ada'; the first is ada.yaml; give one of the files "
          + "another name, which differs in more than case [name]"
      ])
  }

  @Test(
    "Vignettes of one name, or of names that differ in case alone, are refused",
    arguments: [["ada.yaml", "ada.yb.yaml", "ada.yml"], ["Ada.yaml", "ada-x.yaml", "ada.yaml"]])
  func sameName(files: [String]) throws {
    let contents = [("pack.yaml", TemporaryPack.manifest)] + files.map { ($0, Sample.yaml) }
    let pack = try TemporaryPack(Dictionary(uniqueKeysWithValues: contents))
    let last = try #require(files.last)
    #expect(
      pack.faults() == [
        "pack/\(last): error: a second vignette 'ada'; the first is \(files[0]); give one of the files "
          + "another name, which differs in more than case [name]"
      ])
  }

  @Test(
    "A name that could be hidden, be taken for an option or need quoting is none",
    arguments: ["", ".hid", "-x", "my pack", "é", "\u{212A}", "a/b", "a\u{7}"])
  func names(name: String) {
    #expect(!PackLoader.isName(name))
    #expect(PackLoader.isName("a" + name.filter { $0.isASCII && $0.isLetter || ".-".contains($0) }))
  }

  @Test("A name may be so long that a session of its name can be saved and found again")
  func longNames() throws {
    let longest = String(repeating: "a", count: PackLoader.maxNameLength)
    #expect(PackLoader.isName(longest) && !PackLoader.isName(longest + "a"))
    let pack = try TemporaryPack(Self.good)
    try pack.write(Data(Sample.yaml.utf8), to: "\(longest).yaml")
    #expect(pack.faults().isEmpty)
    try pack.write(Data(Sample.yaml.utf8), to: "\(longest)b.yaml")
    #expect(
      pack.faults() == [
        "pack/\(longest)b.yaml: error: '\(longest)b' cannot be the name of a pack or a vignette; "
          + "name it with letters a to z, digits, hyphens, underscores and dots, the first no hyphen "
          + "or dot, 60 at most [name]"
      ])
  }

  @Test("Bytes that are not UTF-8 are found in their line", arguments: [1, 2, 4])
  func notUTF8(line: Int) throws {
    let pack = try TemporaryPack(Self.good)
    var data = Data(String(repeating: "# ünï \u{FFFD}\r\n", count: line - 1).utf8)
    data.append(contentsOf: Array("name: ".utf8) + [0xC3, 0x28] + Array("\nx: \u{85}\n".utf8))
    try pack.write(data, to: "eve.yaml")
    #expect(
      pack.faults() == [
        "pack/eve.yaml:\(line):7: error: the byte C3 here is not UTF-8; save the file as UTF-8, and "
          + "look at this letter [not-utf8]"
      ])
  }

  @Test(
    "UTF-16 is told by its name", arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
  func utf16(encoding: String.Encoding) throws {
    let pack = try TemporaryPack(Self.good)
    try pack.write(try #require("\u{FEFF}\(Sample.yaml)".data(using: encoding)), to: "eve.yaml")
    #expect(
      pack.faults() == [
        "pack/eve.yaml: error: the file is in UTF-16, not UTF-8; save it as UTF-8 [not-utf8]"
      ])
  }

  @Test("A file of the largest size is read, one byte more is not")
  func size() throws {
    let pack = try TemporaryPack(Self.good)
    let room = PackFile.maxFileSize - Sample.yaml.utf8.count
    let full = Data((Sample.yaml + "#" + String(repeating: "x", count: room - 1)).utf8)
    try pack.write(full, to: "eve.yaml")
    #expect(pack.faults().isEmpty)
    try pack.write(full + [0x0A], to: "eve.yaml")
    #expect(
      pack.faults() == [
        "pack/eve.yaml: error: the file is larger than 1048576 bytes; shorten it [too-large]"
      ])
  }

  @Test("Files that are too large together are refused")
  func total() throws {
    let pack = try TemporaryPack(Self.good)
    let megabyte = Data(repeating: UInt8(ascii: "#"), count: PackFile.maxFileSize)
    for number in 0..<20 { try pack.write(megabyte, to: "v\(10 + number).yaml") }
    let told = "error: the pack's files hold more than 16777216 bytes; split the pack [too-large]"
    let faults = pack.faults()
    #expect(faults.contains { $0.hasSuffix(told) })
    #expect(faults.filter { $0.hasSuffix(told) }.count == 5)
  }

  @Test("A link out of the pack is not followed", arguments: ["pack.yaml", "eve.yaml"])
  func linkOut(name: String) throws {
    let pack = try TemporaryPack(Self.good)
    let outside = pack.root.appendingPathComponent("secret.yaml")
    try Data(Sample.yaml.utf8).write(to: outside)
    let link = pack.folder.appendingPathComponent(name)
    try? FileManager.default.removeItem(at: link)
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: outside)
    #expect(
      pack.faults() == [
        "pack/\(name): error: the file lies outside its pack; copy it into the pack [outside]"
      ])
  }

  @Test("A link within the pack is followed, and so is one to the pack")
  func linkIn() throws {
    let pack = try TemporaryPack(Self.good)
    try FileManager.default.createSymbolicLink(
      atPath: pack.folder.appendingPathComponent("eve.yaml").path,
      withDestinationPath: "ada.yaml")
    #expect(try PackLoader.load(folder: pack.folder).vignettes.map(\.id) == ["ada", "eve"])
    let other = pack.root.appendingPathComponent("other")
    try FileManager.default.createSymbolicLink(at: other, withDestinationURL: pack.folder)
    #expect(try PackLoader.load(folder: other).id == "other")
  }

  @Test("A link to nothing, a folder and a pipe are told, not waited for")
  func noFiles() throws {
    let pack = try TemporaryPack(Self.good)
    let path = { pack.folder.appendingPathComponent($0).path }
    try FileManager.default.createSymbolicLink(
      atPath: path("a.yaml"), withDestinationPath: "nothing.yaml")
    try FileManager.default.createDirectory(
      atPath: path("b.yaml"), withIntermediateDirectories: false)
    try #require(mkfifo(path("c.yaml"), 0o600) == 0)
    #expect(
      pack.faults()
        == [
          ("a", "this link leads to nothing"), ("b", "this is a folder"),
          ("c", "this is no regular file"),
        ].map { id, what in
          "pack/\(id).yaml: error: \(what); put a file in its place [unreadable]"
        })
  }

  @Test("A pack of too many vignettes is refused rather than cut short")
  func tooMany() throws {
    let pack = try TemporaryPack()
    for number in 0...PackLoader.maxVignettes {
      try pack.write(Data(Sample.yaml.utf8), to: "v\(number).yaml")
    }
    #expect(
      pack.faults() == [
        "pack: error: the pack holds more than 200 vignettes; split it [too-many]"
      ])
  }

  @Test("Of a folder of packs, the good ones are read and the others told")
  func all() throws {
    let holder = try TemporaryPack(Self.good)
    let files = FileManager.default
    try files.copyItem(at: holder.folder, to: holder.root.appendingPathComponent("another"))
    let broken = holder.root.appendingPathComponent("broken")
    try files.copyItem(at: holder.folder, to: broken)
    try Data("[".utf8).write(to: broken.appendingPathComponent("ada.yaml"))
    try files.createDirectory(
      at: holder.root.appendingPathComponent("no-pack"), withIntermediateDirectories: false)
    let (packs, diagnostics) = PackLoader.loadAll(in: holder.root)
    #expect(packs.map(\.id) == ["another", "pack"])
    #expect(diagnostics.map(\.rule) == ["yaml"])
    #expect(diagnostics.first?.location?.file.hasSuffix("broken/ada.yaml") == true)
  }

  @Test("A folder that is not there holds no packs")
  func nowhere() throws {
    let root = try TemporaryPack().root
    let (packs, diagnostics) = PackLoader.loadAll(in: root.appendingPathComponent("nowhere"))
    #expect(packs.isEmpty && diagnostics.isEmpty)
  }

  @Test("A folder of packs that cannot be looked into is reported")
  func unreadable() throws {
    let holder = try TemporaryPack(Self.good)
    // A link to itself is there, and nobody can look into it.
    let loop = holder.folder.appendingPathComponent("loop")
    try holder.link("loop", to: loop)
    let (packs, diagnostics) = PackLoader.loadAll(in: loop)
    #expect(packs.isEmpty)
    #expect(diagnostics.map(\.rule) == ["unreadable-folder"])
    // Nor is a pack's own folder taken for one without a pack.yaml.
    let refused = #expect(throws: DiagnosticList.self) { try PackLoader.load(folder: loop) }
    #expect(refused?.diagnostics.map(\.rule) == ["unreadable-folder"])
    #expect(refused?.diagnostics.map(\.cause) == [.missing])
  }
}
