import Foundation
import Records
import Transcripts

/// Text on its way to a file or a pipe, written in large pieces.
///
/// A text stream cannot throw, so what went wrong is kept for `check` and `flush` to throw.
public final class BufferedOutput: TextOutputStream {
  let descriptor: Int32
  private var bytes: [UInt8] = []
  private var reason: Int32?
  /// How many bytes the output holds, those that still wait here included.
  private(set) var length: Int

  /// Writes to an open descriptor, which stays its owner's to close; `length` is what it holds.
  public init(descriptor: Int32, length: Int = 0) {
    self.descriptor = descriptor
    self.length = length
  }

  /// Takes text.
  public func write(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    took(text.utf8.count)
  }

  /// Takes text as UTF-8.
  func write(_ text: [UInt8]) {
    bytes += text
    took(text.count)
  }

  /// Throws where something could not be written.
  public func check() throws(StoreError) {
    if let reason { throw StoreError("cannot write", errno: reason) }
  }

  /// Writes what is left.
  public func flush() throws(StoreError) {
    drain()
    try check()
  }

  /// Writes what is left and waits until it is on the disk.
  func synchronize() throws(StoreError) {
    try flush()
    if fsync(descriptor) != 0, errno != EINVAL { throw StoreError("cannot write", errno: errno) }
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

/// Text kept in memory as UTF-8.
struct TextBytes: TextOutputStream {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }
}
