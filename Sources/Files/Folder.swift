import Foundation

/// What lies in folders.
public enum Folder {
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
