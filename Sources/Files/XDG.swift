import Foundation

/// The folders of the XDG base directory specification.
public enum XDG {
  /// `attune` in the folder for data a user would miss.
  public static func data(_ environment: [String: String]) -> URL {
    folder("XDG_DATA_HOME", "/.local/share", environment)
  }

  /// `attune` in the folder for state that may go: histories.
  public static func state(_ environment: [String: String]) -> URL {
    folder("XDG_STATE_HOME", "/.local/state", environment)
  }

  private static func folder(_ key: String, _ fallback: String, _ environment: [String: String])
    -> URL
  {
    // The specification has relative paths ignored.
    let set = environment[key].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let base = set ?? (environment["HOME"] ?? NSHomeDirectory()) + fallback
    return URL(fileURLWithPath: base, isDirectory: true).appendingPathComponent("attune")
  }
}
