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

  /// The user's home folder: `HOME`, where that is a path from the root, else the one that the
  /// system has for them.
  public static func home(_ environment: [String: String]) -> String {
    if let home = environment["HOME"], home.hasPrefix("/") { return home }
    // Foundation would ask `HOME` again.
    guard let user = getpwuid(getuid()), let folder = user.pointee.pw_dir else {
      return NSHomeDirectory()
    }
    return String(cString: folder)
  }

  private static func folder(_ key: String, _ fallback: String, _ environment: [String: String])
    -> URL
  {
    // The specification has relative paths ignored.
    let set = environment[key].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let base = set ?? home(environment) + fallback
    return URL(fileURLWithPath: base, isDirectory: true).appendingPathComponent("attune")
  }
}
