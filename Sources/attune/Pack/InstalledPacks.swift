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
    var all = shipped.map { Entry(pack: $0) }
    var clashes: [Diagnostic] = []
    for (pack, record) in installed {
      if installation.isShipped(pack.id) {
        clashes.append(
          Diagnostic(
            .warning, "name-clash",
            "a pack '\(pack.id)' comes with Attune, which hides the installed one",
            mend: "remove that with 'attune pack remove \(pack.id)'"))
      } else {
        all.append(Entry(pack: pack, record: record))
      }
    }
    self.all = all
    self.faults = shippedFaults + faults + clashes
  }
}
