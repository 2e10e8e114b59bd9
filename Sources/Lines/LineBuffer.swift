import Foundation

/// Splits bytes that arrive in pieces into lines.
///
///     var inbox = LineBuffer(limit: 16384)
///     inbox.append("HELP\r\nQU".utf8)
///     inbox.nextLine()  // .line("HELP")
///     inbox.nextLine()  // nil: "QU" waits for its ending
///
/// Lines end in LF or CRLF. A line over the limit is returned once as `.tooLong` and its bytes are
/// discarded as they arrive, so memory stays bounded whatever a peer sends.
public struct LineBuffer: Sendable {
  /// The most bytes in a line, without its ending.
  let limit: Int

  /// A line, or why there is none.
  public enum Line: Hashable, Sendable {
    case line(String)
    /// Longer than the limit.
    case tooLong
    /// Not UTF-8, or with a NUL byte.
    case notText

    /// The bytes of its text.
    public var byteCount: Int { if case .line(let text) = self { text.utf8.count } else { 0 } }
  }

  private var bytes: [UInt8] = []
  private var start = 0
  private var scanned = 0
  private var discarding = false
  /// The bytes of the line given last that was not text.
  private(set) var refused: ArraySlice<UInt8> = []

  /// Creates an empty buffer with a limit on the bytes of a line.
  public init(limit: Int) {
    self.limit = limit
  }

  /// Appends bytes as they arrive.
  public mutating func append(_ new: some Sequence<UInt8>) {
    bytes.append(contentsOf: new)
  }

  /// Removes and returns the first complete line.
  ///
  /// - Returns: The line without its ending, or `nil` when more bytes are needed.
  public mutating func nextLine() -> Line? {
    guard let end = nextLineFeed() else {
      scanned = bytes.count
      if scanned - start > limit + 1 { discarding = true }
      if discarding { start = scanned }
      compact()
      return nil
    }
    var line = bytes[start..<end]
    start = end + 1
    scanned = start
    if discarding {
      discarding = false
      return .tooLong
    }
    if line.last == 0x0D { line.removeLast() }
    if line.count > limit { return .tooLong }
    guard !holdsNul(line), let text = String(validating: line, as: UTF8.self) else {
      refused = line
      return .notText
    }
    return .line(text)
  }

  /// Removes and returns the unterminated last line at the end of the input.
  public mutating func lastLine() -> Line? {
    guard start < bytes.count || discarding else { return nil }
    append([0x0A])
    return nextLine()
  }

  // `memchr` finds a byte in lines of 200 bytes six times as fast as `firstIndex(of:)`.

  private func nextLineFeed() -> Int? {
    bytes.withUnsafeBytes { bytes in
      guard let from = bytes.baseAddress?.advanced(by: scanned),
        let found = memchr(from, 0x0A, bytes.count - scanned)
      else { return nil }
      return scanned + (UnsafeRawPointer(found) - from)
    }
  }

  private func holdsNul(_ line: ArraySlice<UInt8>) -> Bool {
    line.withUnsafeBytes { bytes in
      bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
    }
  }

  private mutating func compact() {
    if start > 0 {
      bytes.removeFirst(start)
      scanned -= start
      start = 0
    }
  }
}
