import ArgumentParser
import Clients
import Diagnostics
import Files
import Foundation
import PackFormat
import Packs
import Scenarios

struct PackExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a pack as one file to share, a .tar.gz.",
    discussion: """
      The same pack gives the same bytes, whoever exports it and when. Only what belongs to a pack \
      goes in: pack.yaml, the vignettes, tests, README.md and LICENSE. What 'attune pack lint' would \
      warn of is exported, and counted on standard error. An earlier archive of the pack is \
      replaced; any other file of that name stays.

        attune pack export grief
      """)

  @Argument(
    help: "The pack's folder, or the name of an installed pack or one that came with Attune.")
  var pack: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write it here (default: NAME.tar.gz in this folder).", valueName: "file"))
  var output: String?

  func run() throws {
    try reportingFailures {
      let (name, files) = try find()
      let bytes = try PackArchive.make(name: name, files: files)
      let path = output ?? "\(name).tar.gz"
      if FileManager.default.fileExists(atPath: path), !holds(path, name) {
        throw Failure(
          "'\(path)' is there already and is no archive of a pack '\(name)'; name another file with "
            + "--output", .cannotCreate)
      }
      try WholeFile(path).write(bytes)
      try put("\(path) is written, \(bytes.count) bytes")
      try put("  sha256 \(Checksum(of: files).pack)")
    }
  }

  /// Whether a file is an archive of a pack of this name: an earlier export, which may be replaced.
  private func holds(_ path: String, _ name: String) -> Bool {
    let archive = try? PackArchive.read(URL(fileURLWithPath: path))
    return archive?.name == name && archive?.files.contains { $0.role == .manifest } == true
  }

  /// The pack's name and files, once it is known that they load.
  private func find() throws -> (name: String, files: [PackFile]) {
    let installation = Installation.current
    let store = installation.packs
    var path = pack
    if !FileManager.default.fileExists(atPath: pack) {
      let installed = try store.names()
      if installed.contains(pack) { return (pack, try store.files(of: pack)) }
      guard let folder = installation.folder(ofShipped: pack) else {
        let names = installation.shippedNames + installed
        let hint = NearName.hint(pack, in: names) ?? "name a folder or a pack"
        throw Failure("there is no pack '\(pack)'; \(hint)", .noInput)
      }
      path = folder.path
    }
    let source = try PackSource(path: path)
    let faults = source.pack.warnings().count
    if faults > 0 {
      let are = faults == 1 ? "is 1 fault" : "are \(faults) faults"
      warn("there \(are) of content in it; 'attune pack lint \(shellQuoted(path))' tells more")
    }
    return (source.pack.id, source.files)
  }
}
