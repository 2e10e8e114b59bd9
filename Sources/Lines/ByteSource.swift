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
  /// Whether a read would return at once.
  var isReady: Bool { get }
}
