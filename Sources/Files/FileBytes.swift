import Foundation
import Lines

/// The bytes of an open file.
final class FileBytes: ByteSource {
  private let descriptor: Int32

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    do { return try readSome(from: descriptor, into: buffer) } catch {
      throw ReadFailure(description: error.description)
    }
  }

  var isReady: Bool {
    var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&wait, 1, 0) > 0
  }
}

/// Reads what there is of an open file, and waits where there is nothing yet, also of a pipe that
/// another program has set not to block.
///
/// - Returns: The number of bytes; 0 at the end.
/// - Throws: The system's error.
package func readSome(
  from descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
) throws(SystemError) -> Int {
  while true {
    let count = read(descriptor, buffer.baseAddress, buffer.count)
    if count >= 0 { return count }
    try waitToRepeat(on: descriptor, for: POLLIN)
  }
}

extension FileLines {
  /// Lines of an open file, which stays its owner's to close. Gzip is unpacked.
  ///
  /// - Parameters:
  ///   - descriptor: The file.
  ///   - goesOn: Asked before each read, and may wait for there to be something; false ends the
  ///     lines where they are.
  public convenience init(descriptor: Int32, while goesOn: @escaping () -> Bool = { true }) {
    self.init(UnpackedBytes(FileBytes(descriptor: descriptor)), while: goesOn)
  }
}
