import Foundation

/// Files whose content is read at once.
public enum RegularFile {
  /// Reads the first bytes of a regular file. What else may stand at the path is not opened: a pipe
  /// would wait for somebody to write into it.
  ///
  /// - Parameters:
  ///   - path: The file, or a link that leads to it.
  ///   - limit: The most bytes that are read.
  /// - Returns: The bytes; `nil` where there is no regular file.
  /// - Throws: The system's error.
  public static func bytes(at path: String, most limit: Int) throws(SystemError) -> [UInt8]? {
    guard FileIdentity(regular: path) != nil else { return nil }
    return try OpenFile(path, O_RDONLY).read(most: limit)
  }
}
