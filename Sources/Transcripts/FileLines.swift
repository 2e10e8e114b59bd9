import Foundation

/// The lines of a file or a pipe, read as they are asked for: memory does not grow with the input.
///
/// What is packed with gzip is unpacked. A byte order mark before the first line is passed over.
public final class FileLines {
  /// The longest line that is read, in bytes.
  public static let longestLine = 16 << 20

  private let source: any ByteSource
  private var buffer = LineBuffer(limit: FileLines.longestLine)
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)
  private var ended = false

  /// The number of the line given last, from 1.
  public private(set) var number = 0
  /// Why reading stopped before the end, where it did; a line that was cut short is not given.
  public private(set) var failure: String?

  /// Lines of an open file, which stays its owner's to close.
  public convenience init(descriptor: Int32) {
    self.init(FileBytes(descriptor: descriptor))
  }

  init(_ source: any ByteSource) {
    self.source = UnpackedBytes(source)
  }

  /// The next line, or `nil` at the end.
  public func next() -> LineBuffer.Line? {
    while true {
      if let line = buffer.nextLine() { return numbered(line) }
      if failure != nil { return nil }
      if ended { return buffer.lastLine().map(numbered) }
      do {
        let count = try chunk.withUnsafeMutableBytes { try source.read(into: $0) }
        if count == 0 { ended = true } else { buffer.append(chunk[..<count]) }
      } catch {
        failure = "\(error)"
      }
    }
  }

  private func numbered(_ line: LineBuffer.Line) -> LineBuffer.Line {
    number += 1
    guard number == 1, case .line(let text) = line, text.unicodeScalars.first == "\u{FEFF}" else {
      return line
    }
    return .line(String(text.unicodeScalars.dropFirst()))
  }
}
