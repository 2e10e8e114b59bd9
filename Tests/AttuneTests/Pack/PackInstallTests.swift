import Foundation
import TestSupport
import Testing

/// Packs that are shared: installed, listed, removed and exported.
struct PackInstallTests {
  let program: Program

  init() throws {
    program = try Program()
    _ = try program.run("pack", "new", "grief", "--name", "Ada")
  }

  private func file(_ name: String) -> URL { program.home.appendingPathComponent(name) }

  @Test("An installed pack is listed and played by its name, from a folder or an archive")
  func install() throws {
    defer { program.remove() }
    let exported = try program.run("pack", "export", "grief")
    #expect(exported.status == 0, "\(exported.errors)")
    for source in ["grief", "grief.tar.gz"] {
      let installed = try program.run("pack", "install", source)
      #expect(installed.status == 0, "\(installed.errors)")
      #expect(installed.output.contains("attune practice grief/ada"))
      // The checksum is of the files, however they came.
      let sum = try #require(exported.output.split(separator: "\n").last)
      #expect(installed.output.contains(sum))
    }
    let list = try program.run("pack", "list")
    #expect(list.status == 0)
    #expect(list.output.contains("foundations 1.0.0 (with Attune): Foundations; "))
    #expect(list.output.contains("\ngrief 0.1.0 (installed, sha256 "))
    let json = try program.run("pack", "list", "--format", "json")
    let rows = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    let row = try #require(rows?.first { $0["name"] as? String == "grief" })
    #expect(row["installed"] as? Bool == true)
    #expect((row["sha256"] as? String)?.count == 64)
    try FileManager.default.removeItem(at: file("grief"))
    let played = try program.run("practice", "ada", input: "Hello.\n")
    #expect(played.status == 0, "\(played.errors)")
    #expect(played.output.contains("Write here what the client says first."))
  }

  @Test("A name that is taken is refused, and an upgrade replaces what was there")
  func upgrade() throws {
    defer { program.remove() }
    _ = try program.run("pack", "install", "grief")
    try program.edit("grief/pack.yaml", "0.1.0", "0.2.0")
    let refused = try program.run("pack", "install", "grief")
    #expect(refused.status == 65)
    #expect(
      refused.errors.contains(
        "a pack 'grief' is installed already, version 0.1.0; --upgrade puts version 0.2.0 in its "
          + "place [name-clash]"))
    let replaced = try program.run("pack", "install", "grief", "--upgrade")
    #expect(replaced.status == 0)
    #expect(replaced.output.hasPrefix("grief 0.2.0 takes the place of 0.1.0\n"))
    #expect(try program.run("pack", "list").output.contains("\ngrief 0.2.0 ("))
    let again = try program.run("pack", "install", "grief")
    #expect(again.output.hasPrefix("grief 0.2.0 is installed already, and unchanged\n"))
  }

  @Test("An upgrade tells which vignettes it changes, and what its version leaves to wonder")
  func upgradeTold() throws {
    defer { program.remove() }
    _ = try program.run("pack", "new", "grief", "--name", "Ben")
    _ = try program.run("pack", "install", "grief")
    func upgrade() throws -> Program.Result {
      try program.run("pack", "install", "grief", "--upgrade")
    }
    try program.edit("grief/ada.yaml", "Why it would land.", "Why it lands.")
    let mended = try upgrade()
    #expect(
      mended.errors
        == "attune: version 0.1.0 was installed with other content; raise 'version' in pack.yaml\n")
    #expect(!mended.output.contains("changed or gone"))
    try program.edit("grief/pack.yaml", "0.1.0", "0.0.9")
    try program.edit("grief/ada.yaml", "depth 4", "depth four")
    try program.edit("grief/tests/ada.yaml", "depth 4", "depth four")
    _ = try program.run("pack", "new", "grief", "--name", "Cy")
    let older = try upgrade()
    #expect(older.status == 0)
    #expect(
      older.errors == "attune: version 0.0.9 is older than the one it takes the place of\n")
    #expect(
      older.output.contains(
        "  changed or gone: ada; sessions and courses under way with this client cannot go on\n"
          + "  new: cy\n"))
    try program.edit("grief/pack.yaml", "0.0.9", "1.0.0")
    try FileManager.default.removeItem(at: file("grief/ben.yaml"))
    try FileManager.default.removeItem(at: file("grief/tests/ben.yaml"))
    let newer = try upgrade()
    #expect(newer.errors == "" && newer.output.contains("  changed or gone: ben; "))
  }

  @Test("A pack that comes with Attune is neither hidden nor removed")
  func shippedName() throws {
    defer { program.remove() }
    try FileManager.default.moveItem(at: file("grief"), to: file("foundations"))
    let clash = try program.run("pack", "install", "foundations")
    #expect(clash.status == 65)
    #expect(clash.errors.contains("a pack 'foundations' comes with Attune"))
    let removed = try program.run("pack", "remove", "foundations")
    #expect(removed.status == 65)
    #expect(removed.errors.contains("comes with Attune and stays with it"))
  }

  @Test("A pack that comes with Attune keeps its name where it cannot be read, whatever the case")
  func damagedShippedName() throws {
    defer { program.remove() }
    _ = try program.run("pack", "install", "grief")
    _ = try program.write("title: [", to: "share/Scenarios/Grief/pack.yaml")
    var other = program
    other.environment["ATTUNE_DATA"] = file("share").path
    let clash = try other.run("pack", "install", "grief")
    #expect(clash.status == 65)
    #expect(clash.errors.contains("a pack 'grief' comes with Attune"))
    let list = try other.run("pack", "list")
    #expect(list.status == 65 && !list.output.contains("grief"))
    #expect(list.errors.contains("a pack 'grief' comes with Attune, which hides the installed one"))
  }

  @Test("A removed pack is gone; one that is not there is told with the nearest name")
  func remove() throws {
    defer { program.remove() }
    _ = try program.run("pack", "install", "grief")
    let unknown = try program.run("pack", "remove", "greif")
    #expect(unknown.status == 66)
    #expect(unknown.errors.contains("did you mean 'grief'?"))
    #expect(try program.run("pack", "remove", "grief").status == 0)
    #expect(!(try program.run("pack", "list").output.contains("grief")))
  }

  @Test("A file changed behind the program's back is told, and the pack is not played")
  func tampered() throws {
    defer { program.remove() }
    _ = try program.run("pack", "install", "grief")
    let packs = file("data/attune/packs")
    let place = try #require(
      FileManager.default.contentsOfDirectory(atPath: packs.path).first { $0.hasPrefix("grief-") })
    try program.edit(
      "data/attune/packs/\(place)/ada.yaml", "Write here what the client", "Ha, the client")
    let list = try program.run("pack", "list")
    #expect(list.status == 65)
    #expect(list.output.contains("foundations"))
    #expect(list.errors.contains("the pack 'grief' is not as it was installed: ada.yaml"))
    let played = try program.run("practice", "grief/ada", input: "Hello.\n")
    #expect(played.status == 66)
    #expect(played.errors.contains("is not as it was installed"))
    #expect(try program.run("pack", "export", "grief", "-o", "x.tar.gz").status == 0)
    try FileManager.default.removeItem(at: file("grief"))
    let exported = try program.run("pack", "export", "grief", "-o", "y.tar.gz")
    #expect(exported.status == 65)
  }

  @Test("Faults in a pack, in its tests and in its archive are told, and nothing is installed")
  func faulty() throws {
    defer { program.remove() }
    try program.edit("grief/tests/ada.yaml", "bond: falls", "bond: fals")
    let tests = try program.run("pack", "install", "grief")
    #expect(tests.status == 65)
    #expect(tests.errors.contains("grief/tests/ada.yaml:12:16: error: unknown bond 'fals'"))
    try program.edit("grief/tests/ada.yaml", "bond: fals", "bond: falls")
    #expect(try program.run("pack", "export", "grief").status == 0)
    var bytes = try Data(contentsOf: file("grief.tar.gz"))
    bytes.removeLast(20)
    try bytes.write(to: file("cut.tar.gz"))
    let cut = try program.run("pack", "install", "cut.tar.gz")
    #expect(cut.status == 65)
    #expect(cut.errors.contains("cut.tar.gz: error: the archive is refused: it is not gzip, or"))
    try program.edit("grief/ada.yaml", "format: 1", "format: 2")
    let newer = try program.run("pack", "install", "grief")
    #expect(newer.status == 65)
    #expect(newer.errors.contains("format 2 is newer than this attune reads (1); update attune"))
    #expect(try program.run("pack", "install", "nowhere").status == 66)
    #expect(!FileManager.default.fileExists(atPath: file("data/attune/packs").path))
  }

  @Test("What lint warns of is counted at an export, lines that no play reaches among it")
  func counted() throws {
    defer { program.remove() }
    try program.edit("grief/ada.yaml", Unreached.line, Unreached.heavy)
    let linted = try program.run("pack", "lint", "grief").output.split(separator: "\n")
    #expect(linted.contains { $0.hasSuffix("[never-told]") })
    let count = linted.count { $0.contains(": warning: ") }
    let exported = try program.run("pack", "export", "grief")
    #expect(exported.status == 0)
    #expect(exported.errors.contains("there are \(count) faults of content in it"))
  }

  @Test("Two exports are the same bytes, and nothing else is written over")
  func export() throws {
    defer { program.remove() }
    #expect(try program.run("pack", "export", "grief", "-o", "a.tar.gz").status == 0)
    for name in ["grief/pack.yaml", "grief/ada.yaml"] {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o600, .modificationDate: Date(timeIntervalSince1970: 1e9)],
        ofItemAtPath: file(name).path)
    }
    _ = try program.write("not for others", to: "grief/draft.docx")
    #expect(try program.run("pack", "export", "grief", "-o", "b.tar.gz").status == 0)
    let first = try Data(contentsOf: file("a.tar.gz"))
    #expect(try Data(contentsOf: file("b.tar.gz")) == first)
    #expect(try program.run("pack", "export", "grief", "-o", "a.tar.gz").status == 0)
    _ = try program.write("precious", to: "c.tar.gz")
    let refused = try program.run("pack", "export", "grief", "-o", "c.tar.gz")
    #expect(refused.status == 73)
    #expect(try String(contentsOf: file("c.tar.gz"), encoding: .utf8) == "precious")
    #expect(try program.run("pack", "export", "foundatons").errors.contains("'foundations'?"))
    #expect(try program.run("pack", "export", "foundations").status == 0)
  }

  @Test("A new version takes the place of the pack's own archive, and of no other's")
  func exportAgain() throws {
    defer { program.remove() }
    #expect(try program.run("pack", "export", "grief").status == 0)
    #expect(try program.run("pack", "install", "grief.tar.gz").status == 0)
    try program.edit("grief/pack.yaml", "0.1.0", "0.2.0")
    let again = try program.run("pack", "export", "grief")
    #expect(again.status == 0, "\(again.errors)")
    let upgraded = try program.run("pack", "install", "grief.tar.gz", "--upgrade")
    #expect(upgraded.output.hasPrefix("grief 0.2.0 takes the place of 0.1.0\n"))
    let other = try program.run("pack", "export", "foundations", "-o", "grief.tar.gz")
    #expect(other.status == 73)
    #expect(
      other.errors
        == "attune: 'grief.tar.gz' is there already and is no archive of a pack 'foundations'; name "
        + "another file with --output\n")
  }

  @Test("What lint would warn of is counted when a pack is exported")
  func exportWarns() throws {
    defer { program.remove() }
    let exported = try program.run("pack", "export", "grief")
    #expect(exported.status == 0)
    #expect(
      exported.errors
        == "attune: there are 2 faults of content in it; 'attune pack lint grief' tells more\n")
    try FileManager.default.createDirectory(
      at: file("my packs"), withIntermediateDirectories: false)
    try FileManager.default.copyItem(at: file("grief"), to: file("my packs/grief"))
    let spaced = try program.run("pack", "export", "my packs/grief").errors
    #expect(spaced.contains("'attune pack lint 'my packs/grief'' tells more"))
    #expect(try program.run("pack", "export", "foundations").errors.isEmpty)
  }

  @Test("Of a pack that came with Attune and has faults these are told, not that there is none")
  func exportFaulty() throws {
    defer { program.remove() }
    _ = try program.write("format: 1\n", to: "data/Scenarios/mourning/pack.yaml")
    var other = program
    other.environment["ATTUNE_DATA"] = file("data").path
    let exported = try other.run("pack", "export", "mourning")
    #expect(exported.status == 65)
    #expect(exported.errors.contains("mourning/pack.yaml:1:1: error: the pack lacks 'title'"))
  }

  @Test("An archive keeps the permissions of the one that it replaces, and a link stays a link")
  func exportThroughLink() throws {
    defer { program.remove() }
    #expect(try program.run("pack", "export", "grief").status == 0)
    let archive = file("grief.tar.gz")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: archive.path)
    try FileManager.default.createSymbolicLink(at: file("link"), withDestinationURL: archive)
    try program.edit("grief/pack.yaml", "0.1.0", "0.2.0")
    let before = try Data(contentsOf: archive)
    #expect(try program.run("pack", "export", "grief", "-o", "link").status == 0)
    let link = try FileManager.default.destinationOfSymbolicLink(atPath: file("link").path)
    #expect(link == archive.path)
    #expect(try Data(contentsOf: archive) != before)
    let mode = try FileManager.default.attributesOfItem(atPath: archive.path)[.posixPermissions]
    #expect(mode as? Int == 0o640)
  }

  @Test("An archive that cannot be read is input that is missing", .timeLimit(.minutes(1)))
  func unreadableArchive() throws {
    defer { program.remove() }
    #expect(mkfifo(file("grief.tar.gz").path, 0o600) == 0)
    let result = try program.run("pack", "install", "grief.tar.gz")
    #expect(result.status == 66)
    #expect(result.errors.contains("grief.tar.gz: error: the archive cannot be read"))
  }

  @Test("A pipe is not waited for, nor written over", .timeLimit(.minutes(1)))
  func exportToPipe() throws {
    defer { program.remove() }
    #expect(mkfifo(file("pipe").path, 0o600) == 0)
    #expect(try program.run("pack", "export", "grief", "-o", "pipe").status == 73)
  }

  @Test("A damaged record is told with the mend, and what lies beside packs stays")
  func damagedRecord() throws {
    defer { program.remove() }
    _ = try program.run("pack", "install", "grief")
    let notes = try program.write("mine", to: "data/attune/packs/keep/notes.txt")
    _ = try program.write("{", to: "data/attune/packs/grief.json")
    _ = try program.run("pack", "new", "other")
    #expect(try program.run("pack", "install", "other").status == 0)
    let list = try program.run("pack", "list")
    #expect(list.status == 65)
    #expect(
      list.errors.contains(
        "the record of the pack 'grief' cannot be read; install it again with --upgrade, or remove "
          + "it with 'attune pack remove grief' [record]"))
    #expect(try program.run("pack", "install", "grief", "--upgrade").status == 0)
    #expect(try program.run("pack", "list").status == 0)
    #expect(FileManager.default.fileExists(atPath: notes))
  }

  @Test(
    "A folder of packs that cannot be looked into is told, and is not taken for an empty one",
    arguments: [
      ["pack", "list"], ["pack", "remove", "grief"], ["pack", "export", "mourning"],
      ["pack", "install", "grief"],
    ])
  func unreadable(arguments: [String]) throws {
    defer { program.remove() }
    let packs = file("data/attune/packs")
    try FileManager.default.createDirectory(
      at: packs.deletingLastPathComponent(), withIntermediateDirectories: true)
    // A link to itself is there, and nobody can look into it.
    try FileManager.default.createSymbolicLink(at: packs, withDestinationURL: packs)
    let result = try program.run(arguments)
    #expect(result.status == (arguments[1] == "install" ? 73 : 66))
    #expect(result.errors.contains(packs.path), "\(result.errors)")
    let played = try program.run("practice", "maya", input: "Hello.\n")
    #expect(played.status == 0)
    let told = "cannot be looked into: Too many levels of symbolic links; check who may read it"
    #expect(played.errors.contains(told))
  }

  @Test("A data folder that cannot be written is told with the reason, and nothing is lost")
  func unwritable() throws {
    defer { program.remove() }
    _ = try program.write("mine", to: "data/attune/packs")
    let result = try program.run("pack", "install", "grief")
    #expect(result.status == 73)
    #expect(result.errors.contains("cannot make it: File exists;"))
    #expect(try String(contentsOf: file("data/attune/packs"), encoding: .utf8) == "mine")
  }
}
