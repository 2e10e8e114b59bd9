import Foundation

/// The place of a file that is written aside and takes its name when it is complete: whoever finds a file
/// of that name finds all of it.
///
/// What is no regular file, such as a pipe or a device, is not replaced; of a link that is the file that
/// it leads to, and the permissions of a file that is replaced are kept.
public struct WholeFile: Sendable {
  /// The path by which a person knows it.
  public let path: String
  /// The path without links.
  public let place: String
  /// The permissions of the file that will be replaced; `nil` where there is none.
  public let permissions: mode_t?

  /// Looks whether there can be a file, before the work of making its content.
  ///
  /// - Throws: `FileError` where the folder is not there or may not be written to, and where something
  ///   other than a regular file stands at the path.
  public init(_ path: String) throws(FileError) {
    self.path = path
    place = Self.resolved(path)
    try Self.requireFolder(of: path)
    permissions = try Self.permissions(at: path)
    let folder = Folder.parent(of: place)
    guard access(folder, W_OK | X_OK) == 0 else { throw .system(.last, "cannot create \(path)") }
  }

  /// Writes the file, and waits until it is on the disk. Where that fails, all stays as it was.
  public func write(_ bytes: [UInt8]) throws(FileError) {
    let number = UInt32.random(in: .min ... .max)
    let aside = Folder.parent(of: place) + "/.attune-\(number)"
    do throws(SystemError) {
      // Where only some may read the file, only they may read its parts.
      let file = try OpenFile(
        aside, O_WRONLY | O_CREAT | O_EXCL, mode: permissions == nil ? 0o666 : 0o600)
      do throws(SystemError) {
        try file.write(bytes)
        if let permissions, fchmod(file.descriptor, permissions) != 0 { throw .last }
        if rename(aside, place) != 0 { throw .last }
      } catch {
        unlink(aside)
        throw error
      }
    } catch {
      throw .system(error, "cannot write \(path)")
    }
    synchronizeName(of: place)
  }

  /// A path without links, whether there is a file or not.
  public static func resolved(_ path: String) -> String {
    let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    // Of what is not there Foundation resolves nothing; its folder is.
    return url.deletingLastPathComponent().resolvingSymlinksInPath()
      .appendingPathComponent(url.lastPathComponent).path
  }

  /// Refuses a path whose folder is not there, by the names that were given.
  private static func requireFolder(of path: String) throws(FileError) {
    let folder = Folder.parent(of: path)
    errno = 0
    // Of a folder that may not be looked into nobody knows.
    guard !folder.isEmpty, !Folder.exists(at: folder), errno != EACCES else { return }
    throw .noFolder(folder, of: path)
  }

  private static func permissions(at path: String) throws(FileError) -> mode_t? {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    switch info.st_mode & S_IFMT {
    case S_IFREG: return info.st_mode & 0o777
    case S_IFDIR: throw .system(SystemError(code: EISDIR), "cannot create \(path)")
    default: throw .notRegular(path: path)
    }
  }
}
