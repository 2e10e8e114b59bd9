/// Bytes that are in memory, as a source.
package final class HeldBytes: ByteSource {
  private var rest: ArraySlice<UInt8>
  /// No read waits.
  package let isReady = true

  /// Bytes that are held already.
  package init(_ bytes: [UInt8]) { rest = bytes[...] }

  /// The next of them, as many as there is room for.
  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    let piece = rest.prefix(buffer.count)
    buffer.copyBytes(from: piece)
    rest = rest.dropFirst(piece.count)
    return piece.count
  }
}

extension FileLines {
  /// Lines of a text that is in memory.
  public convenience init(text: String) {
    self.init(HeldBytes(Array(text.utf8)))
  }
}
