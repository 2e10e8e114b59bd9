import ArgumentParser
import Diagnostics
import Foundation
import Packs
import Scenarios

struct PackInstall: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Install a pack, so that 'attune practice' finds it.",
    discussion: """
      A pack is a folder or a .tar.gz of one. It is checked whole before anything is written, and \
      goes into $XDG_DATA_HOME/attune/packs (~/.local/share/attune/packs) with its version and the \
      SHA-256 checksum of its files.
      """)

  @Argument(help: "The pack's folder or its .tar.gz.")
  var pack: String

  @Flag(help: "Let it take the place of an installed pack of the same name.")
  var upgrade = false

  func run() throws {
    try reportingFailures {
      let source = try PackSource(path: pack)
      let name = source.pack.id
      if Installation.current.isShipped(name) {
        throw Failure(
          "a pack '\(name)' comes with Attune; give this one another name: that of its folder",
          .dataError)
      }
      let store = Installation.current.packs
      switch try store.install(source.pack, files: source.files, upgrade: upgrade) {
      case .installed(let record): try report(record, "is installed")
      case .replaced(let old, let new): try report(new, "takes the place of \(old.version)")
      case .unchanged(let record): try report(record, "is installed already, and unchanged")
      }
      for vignette in source.pack.vignettes { try put("  attune practice \(name)/\(vignette.id)") }
    }
  }

  private func report(_ record: PackStore.Record, _ what: String) throws {
    try put("\(record.name) \(printable(record.version)) \(what)")
    try put("  sha256 \(record.sha256)")
  }
}
