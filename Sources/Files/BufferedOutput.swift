import Foundation

/// Text on its way to a file or a pipe, written in large pieces.
///
/// A text stream cannot throw, so what went wrong is kept for `check` and `flush` to throw.
public final class BufferedOutput: TextOutputStream {
  private let descriptor: Int32
  private let name: String?
  private var bytes: [UInt8] = []
  private var reason: Int32?
  /// How many bytes the output holds, those that still wait here included.
  public private(set) var length: Int

  /// Writes to an open descriptor, which stays its owner's to close.
  ///
  /// - Parameters:
  ///   - descriptor: The file.
  ///   - name: Its name for errors; standard output needs none.
  ///   - length: How many bytes it holds.
  public init(descriptor: Int32, name: String? = nil, length: Int = 0) {
    self.descriptor = descriptor
    self.name = name
    self.length = length
  }

  /// Throws away what a regular file held before; a pipe or a device holds nothing.
  public func empty() {
    _ = ftruncate(descriptor, 0)
  }

  /// Takes text.
  public func write(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    took(text.utf8.count)
  }

  /// Takes text as UTF-8.
  public func write(_ text: [UInt8]) {
    bytes += text
    took(text.count)
  }

  /// Throws where something could not be written.
  public func check() throws(FileError) {
    if let reason { throw failure(reason) }
  }

  /// Writes what is left.
  public func flush() throws(FileError) {
    drain()
    try check()
  }

  /// Writes what is left and waits until it is on the disk.
  public func synchronize() throws(FileError) {
    try flush()
    if fsync(descriptor) != 0, errno != EINVAL { throw failure(errno) }
  }

  private func failure(_ reason: Int32) -> FileError {
    FileError("cannot write" + (name.map { " \($0)" } ?? ""), errno: reason)
  }

  private func took(_ count: Int) {
    length += count
    if bytes.count >= 1 << 16 { drain() }
  }

  private func drain() {
    if reason == nil {
      do { try writeAll(bytes, to: descriptor) } catch { reason = error.code }
    }
    bytes.removeAll(keepingCapacity: true)
  }
}
