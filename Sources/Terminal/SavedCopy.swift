import Files
import Foundation

/// A copy of a session in a file that the trainee names.
enum SavedCopy {
  /// Whom a copy is for.
  enum Reader {
    /// The trainee alone.
    case trainee
    /// Whoever it is handed in to: the umask says who may read it.
    case others
  }

  /// A path with the home folder for a tilde: the same one as for where sessions are kept.
  static func expanded(_ path: String) -> String {
    let home = XDG.home(ProcessInfo.processInfo.environment)
    if path == "~" || path.hasPrefix("~/") { return home + path.dropFirst() }
    return (path as NSString).expandingTildeInPath
  }

  /// Writes a new file, and waits until it is on the disk. One that exists is not touched: the error
  /// is then `EEXIST`.
  static func write(_ text: String, to path: String, for reader: Reader) throws(SystemError) {
    let mode: mode_t = reader == .trainee ? 0o600 : 0o666
    let file = try OpenFile(path, O_WRONLY | O_CREAT | O_EXCL, mode: mode)
    do {
      try file.write(Array(text.utf8))
    } catch {
      unlink(path)
      throw error
    }
    synchronizeName(of: path)
  }
}
