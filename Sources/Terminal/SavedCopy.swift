import Files
import Foundation

/// A copy of a session in a file that the trainee names, readable by them alone.
enum SavedCopy {
  /// A path with the home folder for a tilde: the one that `HOME` names, as where sessions are kept.
  static func expanded(_ path: String) -> String {
    let home = ProcessInfo.processInfo.environment["HOME"] ?? NSHomeDirectory()
    if path == "~" || path.hasPrefix("~/") { return home + path.dropFirst() }
    return (path as NSString).expandingTildeInPath
  }

  /// Writes a new file. One that exists is not touched: the error is then `EEXIST`.
  static func write(_ text: String, to path: String) throws(SystemError) {
    let file = try OpenFile(path, O_WRONLY | O_CREAT | O_EXCL, mode: 0o600)
    do {
      try file.write(Array(text.utf8))
    } catch {
      unlink(path)
      throw error
    }
  }
}
