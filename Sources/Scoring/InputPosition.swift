import Foundation

/// How much of the input has been read, in bytes as they lie on the disk.
public final class InputPosition {
  /// The file being read.
  public var current: Int32?
  // Sparse files may be larger together than a whole number of 64 bits.
  private var done = 0.0
  private var total: Double? = 0

  /// The sizes of files, unless one of them has none, as a pipe.
  public init(in paths: [String]) {
    for path in paths {
      var info = stat()
      let found = path == NamedFiles.standardInput ? fstat(STDIN_FILENO, &info) : stat(path, &info)
      if found != 0 { continue }
      total = info.st_mode & S_IFMT == S_IFREG ? total.map { $0 + Double(info.st_size) } : nil
    }
  }

  /// Counts the file being read as read.
  public func finishCurrent() {
    done += bytesOfCurrent
    current = nil
  }

  /// The share that has been read, 0 to 1, where that can be told.
  public var share: Double? {
    guard let total, total > 0 else { return nil }
    return (done + bytesOfCurrent) / total
  }

  private var bytesOfCurrent: Double {
    current.map { max(0, Double(lseek($0, 0, SEEK_CUR))) } ?? 0
  }
}
