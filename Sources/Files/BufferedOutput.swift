import Foundation

/// Buffered output to a file or a pipe.
///
/// A text stream cannot throw, so the first error is kept for `check` and `flush` to throw.
public final class BufferedOutput: TextOutputStream {
  private let descriptor: Int32
  /// The file, where it is closed with the output.
  private let file: OpenFile?
  private let name: String?
  private var bytes: [UInt8] = []
  /// The first error, after which nothing more is written.
  private var error: SystemError?
  /// The length of the output in bytes, including what is still buffered.
  public private(set) var length: Int

  /// Writes to an open descriptor and does not take ownership of it.
  ///
  /// - Parameters:
  ///   - descriptor: The file.
  ///   - name: Its name in errors; standard output needs none.
  ///   - length: How many bytes it holds already.
  public init(descriptor: Int32, name: String? = nil, length: Int = 0) {
    self.descriptor = descriptor
    file = nil
    self.name = name
    self.length = length
  }

  /// Writes to a file, which is closed with the output. In errors it has this name.
  public init(_ file: consuming OpenFile, name: String) {
    descriptor = file.descriptor
    self.file = .some(file)
    self.name = name
    length = 0
  }

  /// Discards what a regular file held before; a pipe or a device holds nothing.
  public func truncate() {
    _ = ftruncate(descriptor, 0)
  }

  /// Appends text.
  public func write(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    flushIfFull(adding: text.utf8.count)
  }

  /// Appends text in UTF-8.
  public func write(_ text: [UInt8]) {
    bytes += text
    flushIfFull(adding: text.count)
  }

  /// Throws the first error, if there was one.
  public func check() throws(FileError) {
    if let error { throw failure(error) }
  }

  /// Writes what is buffered.
  public func flush() throws(FileError) {
    writeBuffer()
    try check()
  }

  /// Writes what is buffered and waits until it is on the disk.
  public func synchronize() throws(FileError) {
    try flush()
    do { try Files.synchronize(descriptor) } catch { throw failure(error) }
  }

  private func failure(_ error: SystemError) -> FileError {
    .system(error, "cannot write" + (name.map { " \($0)" } ?? ""))
  }

  private func flushIfFull(adding count: Int) {
    length += count
    if bytes.count >= 1 << 16 { writeBuffer() }
  }

  private func writeBuffer() {
    if error == nil {
      do { try writeAll(bytes, to: descriptor) } catch { self.error = error }
    }
    bytes.removeAll(keepingCapacity: true)
  }
}
