import Foundation

/// What lies in folders.
public enum Folder {
  /// Whether a folder stands at a path, of a link where it leads.
  public static func exists(at path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
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
