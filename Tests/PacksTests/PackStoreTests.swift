import Diagnostics
import Foundation
import PackFormat
import Scenarios
import Testing

import Packs

@Suite("The folder of installed packs")
struct PackStoreTests {
  let folder: TemporaryFolder
  let store: PackStore

  init() throws {
    folder = try TemporaryFolder()
    store = PackStore(folder: folder.url.appendingPathComponent("packs"))
  }

  @discardableResult
  private func install(_ name: String = "grief", version: String = "1.0.0", upgrade: Bool = false)
    throws -> PackStore.Outcome
  {
    try store.install(
      SamplePack.pack(name, version: version), files: SamplePack.files(version: version),
      upgrade: upgrade)
  }

  private func record(_ outcome: PackStore.Outcome) throws -> PackStore.Record {
    switch outcome {
    case .installed(let record), .unchanged(let record), .replaced(_, by: let record): record
    }
  }

  private func place(_ outcome: PackStore.Outcome) throws -> URL {
    store.folder.appendingPathComponent(try record(outcome).folderName)
  }

  private var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: store.folder.path)) ?? [])
      .filter { $0 != ".lock" }.sorted()
  }

  @Test("A store that has never been used is empty")
  func empty() throws {
    #expect(try store.names().isEmpty)
    #expect(store.loadAll().packs.isEmpty && store.loadAll().diagnostics.isEmpty)
  }

  @Test("What is installed is found again, with its version and checksum")
  func found() throws {
    let outcome = try install()
    guard case .installed(let record) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(record.version == "1.0.0")
    #expect(record.sha256 == Checksum(of: SamplePack.files()).pack)
    let (packs, diagnostics) = store.loadAll()
    #expect(diagnostics.isEmpty)
    #expect(packs.map(\.record) == [record])
    #expect(packs.first?.pack.id == "grief")
    #expect(packs.first?.pack.vignettes.map(\.id) == ["sam"])
  }

  @Test("Installing the same again changes nothing")
  func again() throws {
    let first = try install()
    #expect(try install() == .unchanged(record(first)))
    #expect(names == ["grief-\(try record(first).sha256.prefix(16))", "grief.json"])
  }

  @Test("A name that is taken is refused with the reason, and nothing changes")
  func clash() throws {
    try install()
    let before = names
    let complaint = SamplePack.complaint { try install(version: "1.1.0") }
    #expect(complaint == "name-clash: a pack 'grief' is installed already, version 1.0.0")
    #expect(
      SamplePack.complaint { try install("Grief", upgrade: true) }
        == "name-clash: a pack 'grief' is installed, which differs in case alone")
    #expect(names == before)
    #expect(store.loadAll().packs.map(\.pack.version) == ["1.0.0"])
  }

  @Test("An upgrade takes the place of the old version and leaves nothing of it")
  func upgrade() throws {
    let old = try record(install())
    let outcome = try install(version: "1.1.0", upgrade: true)
    let new = try record(outcome)
    #expect(outcome == .replaced(old, by: new))
    #expect(store.loadAll().packs.map(\.pack.version) == ["1.1.0"])
    #expect(names == ["grief-\(new.sha256.prefix(16))", "grief.json"])
  }

  @Test("A crash before the record is written leaves the old version, and is cleared up later")
  func crash() throws {
    let old = try record(install())
    // What a program killed in mid-installation leaves: whole files without a record, half files.
    let temporary = [".new-4711", ".old-4711", ".record-4711"]
    for name in temporary + ["grief-0123456789abcdef"] {
      let stray = store.folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: stray, withIntermediateDirectories: false)
      try Data("x".utf8).write(to: stray.appendingPathComponent("pack.yaml"))
    }
    #expect(store.loadAll().packs.map(\.record) == [old])
    try install("other")
    #expect(Set(temporary).isDisjoint(with: names))
    try install(version: "1.1.0", upgrade: true)
    #expect(try store.names() == ["grief", "other"])
    #expect(names.count == 4)
  }

  /// Puts a file into the store's folder, as somebody may who keeps notes there.
  private func put(_ path: String) throws {
    let url = store.folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: url)
  }

  @Test("What is not a pack's stays when packs are installed, replaced and removed")
  func othersFiles() throws {
    try install()
    let own = [
      "README", "keep/notes.txt", ".new-notes", ".mine-1", "grief-notes/a.txt", "grief-abc",
      "x.json",
    ]
    for path in own { try put(path) }
    try install(version: "1.1.0", upgrade: true)
    try install("other")
    try store.remove("grief")
    try store.remove("other")
    for path in own {
      #expect(
        FileManager.default.fileExists(atPath: store.folder.appendingPathComponent(path).path),
        "\(path)")
    }
    #expect(names.count == own.count)
  }

  @Test("A pack whose record is damaged keeps its files until it is installed again or removed")
  func damagedStays() throws {
    let outcome = try install()
    let url = store.folder.appendingPathComponent("grief.json")
    let whole = try Data(contentsOf: url)
    try Data("{".utf8).write(to: url)
    try install("other")
    try store.remove("other")
    #expect(
      SamplePack.complaint { try install(version: "1.1.0") }
        == "name-clash: a pack 'grief' is installed already, and its record cannot be read")
    let told = try #require(store.loadAll().diagnostics.first)
    #expect(
      told.mend == "install it again with --upgrade, or remove it with 'attune pack remove grief'")
    try whole.write(to: url)
    #expect(try install() == .unchanged(record(outcome)))
    try Data("{".utf8).write(to: url)
    try install(version: "1.1.0", upgrade: true)
    #expect(names.count == 2)
    #expect(store.loadAll().packs.map(\.pack.version) == ["1.1.0"])
  }

  @Test("An installation that fails leaves nothing of itself behind")
  func failed() throws {
    let long = String(repeating: "a", count: 300)
    let extra = PackFile(path: long, label: long, content: .success([]))
    let complaint = SamplePack.complaint {
      _ = try store.install(
        SamplePack.pack(), files: SamplePack.files() + [extra], upgrade: false)
    }
    #expect(complaint?.hasPrefix("not-written: ") == true)
    #expect(names.isEmpty)
  }

  @Test("Whoever reads while versions take each other's place sees one or the other")
  func readers() async throws {
    try install()
    let store = store
    let packs = try ["1.1.0", "1.2.0"].map {
      (try SamplePack.pack("grief", version: $0), SamplePack.files(version: $0))
    }
    async let writing: Void = {
      for turn in 0..<60 {
        let (pack, files) = packs[turn % 2]
        _ = try store.install(pack, files: files, upgrade: true)
      }
    }()
    for _ in 0..<60 {
      let (found, diagnostics) = store.loadAll()
      #expect(found.map(\.pack.id) == ["grief"])
      #expect(diagnostics.isEmpty)
    }
    try await writing
  }

  @Test(
    "A file that is changed, gone or new is told, and the pack is left out",
    arguments: ["changed", "gone", "new"])
  func tampered(kind: String) throws {
    let place = try place(install())
    let sam = place.appendingPathComponent("sam.yaml")
    switch kind {
    case "changed":
      let text = try String(contentsOf: sam, encoding: .utf8)
      try Data(text.replacing("secure", with: "fearful").utf8).write(to: sam)
    case "gone": try FileManager.default.removeItem(at: sam)
    default:
      try FileManager.default.copyItem(at: sam, to: place.appendingPathComponent("eve.yaml"))
    }
    let (packs, diagnostics) = store.loadAll()
    #expect(packs.isEmpty)
    #expect(diagnostics.map(\.rule) == ["changed"])
    let file = kind == "new" ? "eve.yaml" : "sam.yaml"
    #expect(diagnostics.first?.message == "the pack 'grief' is not as it was installed: \(file)")
    #expect(throws: DiagnosticList.self) { try store.files(of: "grief") }
    // The same pack installed once more mends it.
    try install()
    #expect(store.loadAll().packs.count == 1)
  }

  @Test("A changed pack that is mended leaves nothing behind")
  func mended() throws {
    let place = try place(install())
    for round in 0..<3 {
      try Data("\(round)".utf8).write(to: place.appendingPathComponent("sam.yaml"))
      try install()
      #expect(store.loadAll().packs.count == 1)
      #expect(names == [place.lastPathComponent, "grief.json"])
    }
  }

  @Test("A link out of the store is not followed")
  func link() throws {
    let place = try place(install())
    let sam = place.appendingPathComponent("sam.yaml")
    let elsewhere = folder.url.appendingPathComponent("sam.yaml")
    try FileManager.default.moveItem(at: sam, to: elsewhere)
    try FileManager.default.createSymbolicLink(at: sam, withDestinationURL: elsewhere)
    #expect(store.loadAll().diagnostics.map(\.rule) == ["changed"])
  }

  @Test(
    "A record that is damaged or of a newer format is told",
    arguments: [
      "", "{}", "[", #"{"format":2,"name":"grief","version":"1","sha256":"x","files":{}}"#,
    ])
  func damagedRecord(text: String) throws {
    try install()
    try Data(text.utf8).write(to: store.folder.appendingPathComponent("grief.json"))
    #expect(store.loadAll().diagnostics.map(\.rule) == ["record"])
    try store.remove("grief")
    #expect(names.isEmpty)
  }

  @Test("A record cannot name a folder elsewhere")
  func recordElsewhere() throws {
    try install()
    let record =
      #"{"format":1,"name":"grief","version":"1","sha256":"/../../../../../etc","files":{}}"#
    try Data(record.utf8).write(to: store.folder.appendingPathComponent("grief.json"))
    #expect(store.loadAll().diagnostics.map(\.rule) == ["record"])
  }

  @Test("What is removed is gone; what is not there is told with the nearest name")
  func remove() throws {
    try install()
    #expect(
      SamplePack.complaint { try store.remove("greif") }
        == "not-installed: no pack 'greif' is installed")
    try store.remove("grief")
    #expect(try store.names().isEmpty && names.isEmpty)
  }

  @Test("A store that cannot be looked into is told, and is not taken for an empty one")
  func unreadable() throws {
    // A link to itself is there, and nobody can look into it.
    try FileManager.default.createSymbolicLink(
      at: store.folder, withDestinationURL: store.folder)
    let (packs, diagnostics) = store.loadAll()
    #expect(packs.isEmpty)
    #expect(
      diagnostics.map(\.description) == [
        "\(store.folder.path): error: the folder cannot be looked into: Too many levels of symbolic "
          + "links; check who may read it [unreadable-folder]"
      ])
    let told =
      "unreadable-folder: the folder cannot be looked into: Too many levels of symbolic links"
    #expect(SamplePack.complaint { _ = try store.names() } == told)
    #expect(SamplePack.complaint { try store.remove("grief") } == told)
  }

  @Test("The store's folder, and those above it that are made for it, are their owner's alone")
  func modes() throws {
    let store = PackStore(folder: folder.url.appendingPathComponent("a/b/packs"))
    _ = try store.install(SamplePack.pack(), files: SamplePack.files(), upgrade: false)
    for path in ["a", "a/b", "a/b/packs"] {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: folder.url.appendingPathComponent(path).path)
      #expect(attributes[.posixPermissions] as? Int == 0o700, "\(path)")
    }
  }

  @Test("A folder that cannot be made is told")
  func unwritable() throws {
    let store = PackStore(folder: URL(fileURLWithPath: "/dev/null/packs"))
    let complaint = SamplePack.complaint {
      _ = try store.install(SamplePack.pack(), files: SamplePack.files(), upgrade: false)
    }
    #expect(complaint?.hasPrefix("not-written: ") == true)
  }
}
