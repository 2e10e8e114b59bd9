/// The bytes of a text that is in memory, as a source of lines.
private final class TextBytes: ByteSource {
  private var rest: ArraySlice<UInt8>

  init(_ text: String) {
    rest = Array(text.utf8)[...]
  }

  let isReady = true

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    let piece = rest.prefix(buffer.count)
    buffer.copyBytes(from: piece)
    rest = rest.dropFirst(piece.count)
    return piece.count
  }
}

extension FileLines {
  /// Lines of a text that is in memory.
  public convenience init(text: String) {
    self.init(TextBytes(text))
  }
}
