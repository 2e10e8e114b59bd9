import Diagnostics
import Files
import Foundation
import Packs
import Scenarios

/// The packs at hand without being named: those that came with Attune and those that are installed.
struct InstalledPacks {
  /// A pack and where it came from.
  struct Entry {
    var pack: Pack
    /// What was written down when it was installed; `nil` for one that came with Attune.
    var record: PackStore.Record?
  }

  /// The packs, those that came with Attune first.
  let all: [Entry]
  /// What is wrong with the packs that are left out.
  let faults: [Diagnostic]

  /// Reads them all.
  init(environment: [String: String]) {
    let (shipped, shippedFaults) = Self.shipped(environment)
    let (installed, faults) = Self.store(environment).loadAll()
    let hidden = installed.filter { entry in shipped.contains { $0.id == entry.pack.id } }
    all =
      shipped.map { Entry(pack: $0) }
      + installed.filter { entry in !shipped.contains { $0.id == entry.pack.id } }
      .map { Entry(pack: $0.pack, record: $0.record) }
    self.faults =
      shippedFaults + faults
      + hidden.map { pack, _ in
        Diagnostic(
          .warning, "name-clash",
          "a pack '\(pack.id)' comes with Attune, which hides the installed one",
          mend: "remove that with 'attune pack remove \(pack.id)'")
      }
  }

  /// Where packs are installed: `attune/packs` in the XDG data folder.
  static func store(_ environment: [String: String]) -> PackStore {
    PackStore(folder: XDG.data(environment).appendingPathComponent("packs"))
  }

  /// The packs that came with Attune, and what is wrong with those that cannot be read.
  static func shipped(_ environment: [String: String]) -> (packs: [Pack], diagnostics: [Diagnostic])
  {
    guard let folder = shippedFolder(environment) else { return ([], []) }
    return PackLoader.loadAll(in: folder)
  }

  /// Whether a pack that came with Attune has this name; names that differ in case alone would be one
  /// folder on some disks.
  static func isShipped(_ name: String, _ environment: [String: String]) -> Bool {
    shipped(environment).packs.contains { $0.id.lowercased() == name.lowercased() }
  }

  /// The folder of the packs that came with Attune.
  static func shippedFolder(_ environment: [String: String]) -> URL? {
    DataFolder.locate(environment: environment)?.appendingPathComponent("Scenarios")
  }
}
