import Diagnostics
import Files
import Foundation
import PackFormat
import Packs
import Records
import Scenarios

/// The folders that this process works with, as its environment names them.
struct Installation {
  /// This process's own.
  static let current = Installation(environment: ProcessInfo.processInfo.environment)

  let environment: [String: String]

  /// The variables that name folders.
  static let variables = ["HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "ATTUNE_DATA"]

  /// The folder that holds `Scenarios` and `Models`: the one that `ATTUNE_DATA` names, else
  /// `share/attune` beside the program's own folder, else the checkout that it was built in.
  var dataFolder: URL? {
    if let named = environment["ATTUNE_DATA"], !named.isEmpty {
      return URL(fileURLWithPath: named, isDirectory: true)
    }
    guard let program = Bundle.main.executableURL?.resolvingSymlinksInPath() else { return nil }
    var folder = program.deletingLastPathComponent()
    let installed = folder.deletingLastPathComponent().appendingPathComponent("share/attune")
    if Self.isData(installed) { return installed }
    while folder.path.count > 1 {
      if Self.isData(folder) { return folder }
      folder.deleteLastPathComponent()
    }
    return nil
  }

  private static func isData(_ folder: URL) -> Bool {
    ["Scenarios", "Models"].allSatisfy {
      FileManager.default.fileExists(atPath: folder.appendingPathComponent($0).path)
    }
  }

  /// Saved sessions.
  var sessions: SessionStore { .standard(environment: environment) }

  /// Installed packs: `attune/packs` in the XDG data folder.
  var packs: PackStore {
    PackStore(folder: XDG.data(environment).appendingPathComponent("packs"))
  }

  /// The folder of the packs that came with Attune.
  var shippedFolder: URL? { dataFolder?.appendingPathComponent("Scenarios") }

  /// The packs that came with Attune, and what is wrong with those that cannot be read.
  func loadShipped() -> (packs: [Pack], diagnostics: [Diagnostic]) {
    shippedFolder.map(PackLoader.loadAll) ?? ([], [])
  }

  /// The names of the packs that came with Attune, be they such that can be read or not.
  var shippedNames: [String] { shippedFolder.flatMap { try? PackLoader.names(in: $0) } ?? [] }

  /// The folder of a pack that came with Attune, by its name; `nil` where none has it.
  func folder(ofShipped name: String) -> URL? {
    guard let folder = shippedFolder, shippedNames.contains(name) else { return nil }
    return folder.appendingPathComponent(name, isDirectory: true)
  }

  /// Whether a pack that came with Attune has this name, be it one that can be read or not. Case is
  /// ignored: on some disks names that differ in case alone are one folder.
  func isShipped(_ name: String) -> Bool {
    shippedNames.contains { $0.lowercased() == name.lowercased() }
  }
}
