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
      let environment = ProcessInfo.processInfo.environment
      let source = try PackSource(path: pack)
      let name = source.pack.id
      if InstalledPacks.isShipped(name, environment) {
        throw Failure(
          "a pack '\(name)' comes with Attune; give this one another name: that of its folder",
          .dataError)
      }
      let store = InstalledPacks.store(environment)
      switch try store.install(source.pack, files: source.files, upgrade: upgrade) {
      case .installed(let record): try tell(record, "is installed")
      case .replaced(let old, let new): try tell(new, "takes the place of \(old.version)")
      case .unchanged(let record): try tell(record, "is installed already, and unchanged")
      }
      for vignette in source.pack.vignettes { try put("  attune practice \(name)/\(vignette.id)") }
    }
  }

  private func tell(_ record: PackStore.Record, _ what: String) throws {
    try put("\(record.name) \(printable(record.version)) \(what)")
    try put("  sha256 \(record.sha256)")
  }
}

struct PackRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove an installed pack.",
    discussion: "Saved sessions stay, and 'attune replay' still shows them.")

  @Argument(help: "The pack's name.")
  var name: String

  func run() throws {
    try reportingFailures {
      let environment = ProcessInfo.processInfo.environment
      let store = InstalledPacks.store(environment)
      if try !store.names().contains(name), InstalledPacks.isShipped(name, environment) {
        throw Failure("the pack '\(name)' comes with Attune and stays with it", .dataError)
      }
      try store.remove(name)
      try put("\(name) is removed")
    }
  }
}
