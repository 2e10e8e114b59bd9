import Foundation

/// Why bytes could not be read, in words fit for a person.
public struct ReadFailure: Error, Hashable, CustomStringConvertible {
  /// What is wrong.
  public var description: String

  /// Creates a failure that says this.
  public init(description: String) { self.description = description }
}

/// A source of bytes, read a piece at a time.
package protocol ByteSource: AnyObject {
  /// Reads at most as many bytes as the buffer holds.
  ///
  /// - Returns: How many bytes were read; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int
}

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
}
