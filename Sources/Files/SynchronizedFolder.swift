import Foundation

/// Waits until the names in a folder are on the disk: those of files that were made in it, renamed
/// or removed. A file's own content being there does not see to that.
///
/// A folder that may not be read, and a file system that has no such thing, are passed over.
public func synchronizeFolder(_ path: String) {
  let path = path.isEmpty ? "." : path
  if let folder = try? OpenFile(path, O_RDONLY | O_DIRECTORY) { fsync(folder.descriptor) }
}

/// Waits until the name of a file is on the disk; see `synchronizeFolder`.
public func synchronizeName(of path: String) {
  synchronizeFolder(Folder.parent(of: path))
}
