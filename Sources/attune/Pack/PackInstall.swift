import ArgumentParser
import Diagnostics
import Foundation
import PackFormat
import Packs
import Scenarios

struct PackInstall: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Install a pack, so that 'attune practice' finds it.",
    discussion: """
      A pack is a folder or a .tar.gz of one. It is checked whole before anything is written, and \
      goes into $XDG_DATA_HOME/attune/packs (~/.local/share/attune/packs) with its version and the \
      SHA-256 checksum of its files. An upgrade tells which vignettes it changes: sessions and \
      courses with those clients that are under way cannot go on.

        attune pack install grief.tar.gz
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
      let before = (try? store.files(of: name)).flatMap {
        try? PackLoader.load(name: name, label: name, files: $0)
      }
      switch try store.install(source.pack, files: source.files, upgrade: upgrade) {
      case .installed(let record): try report(record, "is installed")
      case .replaced(let old, let new):
        try report(new, "takes the place of \(old.version.replacingControls())")
        remark(on: old, new)
        if let before { try reportChanges(from: before, to: source.pack) }
      case .unchanged(let record): try report(record, "is installed already, and unchanged")
      }
      for vignette in source.pack.vignettes { try put("  attune practice \(name)/\(vignette.id)") }
    }
  }

  /// Tells what an author may have overlooked in the version.
  private func remark(on old: PackStore.Record, _ new: PackStore.Record) {
    let version = new.version.replacingControls()
    if old.version == new.version, old.sha256 != new.sha256 {
      warn("version \(version) was installed with other content; raise 'version' in pack.yaml")
    } else if let old = PackVersion(old.version), let new = PackVersion(new.version), new < old {
      warn("version \(version) is older than the one it takes the place of")
    }
  }

  /// Tells which sessions that are under way cannot go on.
  private func reportChanges(from old: Pack, to new: Pack) throws {
    let ids = old.vignettes.map(\.id)
    func isSame(_ vignette: Vignette) -> Bool {
      new.vignettes.contains { $0.id == vignette.id && $0.fingerprint == vignette.fingerprint }
    }
    let changed = old.vignettes.filter { !isSame($0) }.map(\.id)
    let added = new.vignettes.map(\.id).filter { !ids.contains($0) }
    if !changed.isEmpty {
      try put(
        "  changed or gone: \(changed.joined(separator: ", ")); sessions and courses under way with "
          + "\(changed.count == 1 ? "this client" : "these clients") cannot go on")
    }
    if !added.isEmpty { try put("  new: \(added.joined(separator: ", "))") }
  }

  private func report(_ record: PackStore.Record, _ what: String) throws {
    try put("\(record.name) \(record.version.replacingControls()) \(what)")
    try put("  sha256 \(record.sha256)")
  }
}
