import Foundation

/// Which regular file a name or a descriptor stands for, however many names it has.
struct FileIdentity: Hashable {
  private let device: UInt64
  private let inode: UInt64

  /// The file of a name; `nil` where there is none or it is no regular file.
  init?(path: String) {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    self.init(info)
  }

  /// The file that is open; `nil` where it is no regular file.
  init?(descriptor: Int32) {
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { return nil }
    self.init(info)
  }

  private init?(_ info: stat) {
    guard info.st_mode & S_IFMT == S_IFREG else { return nil }
    device = UInt64(truncatingIfNeeded: info.st_dev)
    inode = UInt64(truncatingIfNeeded: info.st_ino)
  }
}
