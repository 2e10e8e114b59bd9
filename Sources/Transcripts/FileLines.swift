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
  private var beginning: [UInt8] = []

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
        if count == 0 { ended = true } else { try take(chunk[..<count]) }
      } catch {
        failure = "\(error)"
      }
    }
  }

  private func take(_ bytes: ArraySlice<UInt8>) throws(ReadFailure) {
    if beginning.count < 2 {
      beginning += bytes.prefix(2 - beginning.count)
      // Spreadsheets save so where they are asked for 'Unicode text'.
      if beginning == [0xFF, 0xFE] || beginning == [0xFE, 0xFF] {
        throw ReadFailure(description: "the file is UTF-16; save it as UTF-8")
      }
    }
    buffer.append(bytes)
  }

  private func numbered(_ line: LineBuffer.Line) -> LineBuffer.Line {
    number += 1
    guard number == 1, case .line(let text) = line, text.unicodeScalars.first == "\u{FEFF}" else {
      return line
    }
    return .line(String(text.unicodeScalars.dropFirst()))
  }
}
