import Foundation

/// Why a file could not be read, created or written.
public enum FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A file could not be created, locked or written. The text says which of these, and to which file.
  case system(SystemError, String)
  /// A file or folder could not be opened or read. The text says which.
  case unreadable(SystemError, String)
  /// Another program holds the file, has gone on with it or put another in its place. The text says
  /// which.
  case held(String)
  /// The content cannot be understood. The text says where and why.
  case damaged(String)
  /// What stands at the path is not a regular file, so it cannot be replaced.
  case notRegular(path: String)
  /// The folder in which a file is to be made is not there.
  case noFolder(String, of: String)

  /// An error of Foundation's in reading; one that names no system error counts as a failure of input
  /// or output.
  public static func foundation(_ error: any Error, _ what: String) -> FileError {
    .unreadable(SystemError(code: error.systemCode ?? EIO), what)
  }

  /// The error of a lock that was not obtained: another program holds it, or the file system has no
  /// locks, as some network disks.
  public static func lock(
    _ error: SystemError, _ path: String, heldBy holder: String = "another attune"
  ) -> FileError {
    error.code == EWOULDBLOCK
      ? .held("\(path) is in use by \(holder)") : .system(error, "cannot lock \(path)")
  }

  /// The system's error, if it was one.
  public var system: SystemError? {
    switch self {
    case .system(let error, _), .unreadable(let error, _): error
    case .held, .damaged, .notRegular, .noFolder: nil
    }
  }

  /// Whether there is no file at the path.
  public var isMissing: Bool { [ENOENT, ENOTDIR].contains(system?.code) }

  /// What failed and why, in words.
  public var description: String {
    switch self {
    case .system(let error, let what), .unreadable(let error, let what): "\(what): \(error)"
    case .held(let what), .damaged(let what): what
    case .notRegular(let path):
      "\(path) is no regular file, so it cannot be replaced; name another place"
    case .noFolder(let folder, let path):
      "cannot create \(path): there is no folder \(folder); make it first"
    }
  }
}
