import Files
import Foundation
import Lines

/// Bytes that come in pieces of a given size, and end in a failure where one is given.
public final class Pieces: ByteSource {
  private var bytes: ArraySlice<UInt8>
  private let size: Int
  private let failure: ReadFailure?

  /// Bytes that come so.
  public init(_ bytes: [UInt8], size: Int = .max, failure: ReadFailure? = nil) {
    self.bytes = bytes[...]
    self.size = size
    self.failure = failure
  }

  /// No read waits.
  public let isReady = true

  /// The next piece.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    let piece = bytes.prefix(min(size, buffer.count))
    if piece.isEmpty, let failure { throw failure }
    buffer.copyBytes(from: piece)
    bytes = bytes.dropFirst(piece.count)
    return piece.count
  }
}

/// Bytes that wait in a pipe to be read as lines.
public enum Piped {
  /// Writes bytes into a pipe from another thread and reads with `body`.
  public static func lines<Result>(_ bytes: [UInt8], _ body: (FileLines) throws -> Result) throws
    -> Result
  {
    let pipe = Pipe()
    let writer = Thread {
      try? pipe.fileHandleForWriting.write(contentsOf: Data(bytes))
      try? pipe.fileHandleForWriting.close()
    }
    writer.start()
    defer { try? pipe.fileHandleForReading.close() }
    return try body(FileLines(descriptor: pipe.fileHandleForReading.fileDescriptor))
  }

  /// Every line with its number.
  public static func numbered(_ bytes: [UInt8]) throws -> [(Int, LineBuffer.Line)] {
    try lines(bytes) { lines in
      var all: [(Int, LineBuffer.Line)] = []
      while let line = try lines.next() { all.append((lines.number, line)) }
      return all
    }
  }
}
