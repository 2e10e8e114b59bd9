import Files
import Foundation

/// A copy of a session in a file that the trainee names, readable by them alone.
enum SavedCopy {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// A path with the home folder for a tilde: the one that `HOME` names, as where sessions are kept.
  static func expanded(_ path: String) -> String {
    let home = ProcessInfo.processInfo.environment["HOME"] ?? NSHomeDirectory()
    if path == "~" || path.hasPrefix("~/") { return home + path.dropFirst() }
    return (path as NSString).expandingTildeInPath
  }

  /// Writes a new file; one that is there already is left alone.
  static func write(_ text: String, to path: String) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      let isThere = errno == EEXIST
      throw Failure(
        description: isThere
          ? "it is there already; name another file" : "\(WriteFailure(code: errno))")
    }
    defer { close(descriptor) }
    do {
      try writeAll(Array(text.utf8), to: descriptor)
    } catch {
      unlink(path)
      throw Failure(description: "\(error)")
    }
  }
}
