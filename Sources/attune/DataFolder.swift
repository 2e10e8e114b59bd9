import Foundation

/// Where the packs and the model that come with Attune lie.
enum DataFolder {
  /// The folder that holds `Scenarios` and `Models`: the one that `ATTUNE_DATA` names, else
  /// `share/attune` beside the program's own folder, else the checkout that it was built in.
  static func locate(environment: [String: String]) -> URL? {
    if let named = environment["ATTUNE_DATA"], !named.isEmpty {
      return URL(fileURLWithPath: named, isDirectory: true)
    }
    guard let program = Bundle.main.executableURL?.resolvingSymlinksInPath() else { return nil }
    var folder = program.deletingLastPathComponent()
    let installed = folder.deletingLastPathComponent().appendingPathComponent("share/attune")
    if isData(installed) { return installed }
    while folder.path.count > 1 {
      if isData(folder) { return folder }
      folder.deleteLastPathComponent()
    }
    return nil
  }

  private static func isData(_ folder: URL) -> Bool {
    ["Scenarios", "Models"].allSatisfy {
      FileManager.default.fileExists(atPath: folder.appendingPathComponent($0).path)
    }
  }
}
