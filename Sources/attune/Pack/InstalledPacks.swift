import Diagnostics
import Packs
import Scenarios

/// The packs that can be used without naming their folder: those that came with Attune and those
/// that are installed.
struct InstalledPacks {
  /// A pack and where it came from.
  struct Entry {
    var pack: Pack
    /// The record of its installation; `nil` for one that came with Attune.
    var record: PackStore.Record?
  }

  /// The packs, those that came with Attune first.
  let all: [Entry]
  /// What is wrong with the packs that are left out.
  let faults: [Diagnostic]

  /// Reads them all.
  init(in installation: Installation = .current) {
    let (shipped, shippedFaults) = installation.loadShipped()
    let (installed, faults) = installation.packs.loadAll()
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
}
