import ArgumentParser
import Diagnostics
import Foundation
import PackFormat
import Scenarios

/// The options of every command that looks for vignettes.
struct PackOptions: ParsableArguments {
  @Option(
    name: .customLong("pack"),
    help: ArgumentHelp("Use the pack in this folder too (may be repeated).", valueName: "folder"))
  var packs: [String] = []

  /// The packs that were named, those that came with Attune and those that are installed.
  ///
  /// - Throws: `DiagnosticList` where a pack that was named has faults, or two have one name; faults
  ///   in the others are reported, and the pack is left out.
  func loadLibrary() throws -> Library {
    var found: [Pack] = []
    var folders: [String: URL] = [:]
    for path in packs {
      let folder = try packFolder(path)
      let pack = try PackLoader.load(folder: folder)
      if let first = folders[pack.id] {
        // The same folder may be named twice.
        if first.resolvingSymlinksInPath() == folder.resolvingSymlinksInPath() { continue }
        throw Self.clash(pack.id, first, folder)
      }
      folders[pack.id] = folder
      found.append(pack)
    }
    let others = InstalledPacks()
    found += others.all.map(\.pack).filter { pack in !found.contains { $0.id == pack.id } }
    others.faults.forEach { warn($0.description) }
    guard !found.isEmpty else {
      throw Failure(
        "no pack of vignettes is here; name one with --pack FOLDER, or the folder that holds "
          + "Attune's Models and Scenarios in ATTUNE_DATA", .unavailable)
    }
    return Library(packs: found)
  }

  /// The error for two folders whose packs have one name: 'PACK/VIGNETTE' would be ambiguous.
  private static func clash(_ name: String, _ first: URL, _ second: URL) -> DiagnosticList {
    DiagnosticList([
      Diagnostic(
        .error, "name-clash", at: Location(file: second.relativePath),
        "a second pack '\(name)'; the first is \(first.relativePath)",
        mend: "give one of the folders another name, or name one pack alone")
    ])
  }

  /// The vignette of a name.
  func find(_ name: String) throws -> Vignette {
    let library = try loadLibrary()
    guard let entry = library.find(name) else {
      let meant = NearName.meant(name, in: library.names)
      let hint = Self.hint(name, in: library)
      throw Failure(NearName.noVignette(name, meant: meant, else: hint), .noInput)
    }
    return entry.vignette
  }

  /// Where to look for a vignette that is like none.
  private static func hint(_ name: String, in library: Library) -> String {
    let folder = String(name.prefix { $0 != "/" })
    if let pack = library.packs.first(where: { $0.id == folder }) {
      let names = pack.vignettes.map { "'\($0.id)'" }.joined(separator: ", ")
      return "the pack '\(folder)' has \(names)"
    }
    return FileManager.default.fileExists(atPath: "\(folder)/pack.yaml")
      ? "a pack lies here in the folder '\(folder)': add --pack \(shellQuoted(folder))"
      : "'attune practice' lists them"
  }
}
