import Foundation

/// What lies in folders.
public enum Folder {
  /// Whether a folder stands at a path, of a link where it leads.
  public static func exists(at path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  /// The folder that a path's last name lies in: the path without that name, and empty where it has no
  /// other. (Foundation's `deletingLastPathComponent` traps on a path of one letter.)
  public static func parent(of path: String) -> String {
    let (bytes, slash) = (path.utf8, UInt8(ascii: "/"))
    guard let end = bytes.lastIndex(where: { $0 != slash }) else { return path.isEmpty ? "" : "/" }
    guard let mark = bytes[...end].lastIndex(of: slash) else { return "" }
    guard let last = bytes[..<mark].lastIndex(where: { $0 != slash }) else { return "/" }
    return String(decoding: bytes[...last], as: UTF8.self)
  }

  /// Makes a folder and its missing parents, for their owner alone, to stay through a power loss. One
  /// that is there stays as it is.
  ///
  /// - Throws: The system's error.
  public static func makePrivate(at path: String) throws(SystemError) {
    if exists(at: path) { return }
    let parent = Self.parent(of: path)
    var isMade = mkdir(path, 0o700) == 0
    if !isMade, errno == ENOENT, !parent.isEmpty, parent != path {
      try makePrivate(at: parent)
      isMade = mkdir(path, 0o700) == 0
    }
    if isMade { return synchronizeName(of: path) }
    let error = SystemError.last
    // Another program may have made it meanwhile.
    guard error.code == EEXIST, exists(at: path) else { throw error }
  }

  /// The names in a folder, in no order; none where there is no such folder.
  ///
  /// - Throws: `FileError` where it is there and cannot be looked into.
  public static func names(at path: String) throws(FileError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      let failure = FileError.foundation(error, "cannot look into the folder \(path)")
      if failure.isMissing { return [] }
      throw failure
    }
  }
}
