import Foundation
import Lines

/// The bytes of an open file.
final class FileBytes: ByteSource {
  private let descriptor: Int32

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    while true {
      let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw ReadFailure(description: SystemError.last.description) }
    }
  }

  var isReady: Bool {
    var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&wait, 1, 0) > 0
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
