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

  /// The names in a folder, in no order; none where there is no such folder.
  ///
  /// - Throws: `FileError` where it is there and cannot be looked into.
  public static func names(at path: String) throws(FileError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      if error.isFileNotFound { return [] }
      throw .foundation(error, "cannot look into the folder \(path)")
    }
  }
}
