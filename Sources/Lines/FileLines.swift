import Diagnostics

/// The lines of a file or a pipe, read as they are asked for: memory does not grow with the input.
///
/// A byte order mark before the first line is skipped. In a file whose first line
/// ends in CR alone, as on old Macs, every CR is the end of a line. Text is UTF-8; a person's file may
/// be in Windows-1252 (`next(in:report:)`).
public final class FileLines {
  /// The longest line that is read, in bytes.
  public static let longestLine = 16 << 20

  private let source: any ByteSource
  private let goesOn: () -> Bool
  private var buffer = LineBuffer(limit: FileLines.longestLine)
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)
  private var ended = false
  /// Why reading stopped before the end, until it has been thrown.
  private var failure: ReadFailure?
  private var beginning: [UInt8] = []
  /// Whether lines end in CR alone; not known before the first line has ended.
  private var endInCR: Bool?
  /// A CR has been read before anything else that could end a line, and what follows it has not.
  private var hasHeldCR = false
  /// What the file's letters beyond ASCII are written in; not known before there is one.
  private var encoding: Encoding?

  private enum Encoding { case utf8, windows1252 }

  /// The number of the line given last, from 1.
  public private(set) var number = 0
  /// Whether the lines ended because they were not to go on: their end is not that of the file.
  public private(set) var isStopped = false

  /// Lines of these bytes.
  ///
  /// - Parameters:
  ///   - source: The bytes.
  ///   - goesOn: Asked before each read, and may wait for there to be something; false ends the
  ///     lines where they are.
  package init(_ source: any ByteSource, while goesOn: @escaping () -> Bool = { true }) {
    self.source = source
    self.goesOn = goesOn
  }

  /// The next line, or `nil` at the end.
  ///
  /// - Throws: `ReadFailure`, after the last whole line, where the rest cannot be read; a line that
  ///   was cut short is not given. After that is the end.
  public func next() throws(ReadFailure) -> LineBuffer.Line? {
    while true {
      if let line = buffer.nextLine() { return numbered(line) }
      if let failure {
        self.failure = nil
        buffer = LineBuffer(limit: Self.longestLine)
        throw failure
      }
      if ended { return buffer.lastLine().map(numbered) }
      guard goesOn() else {
        isStopped = true
        return nil
      }
      fill()
    }
  }

  /// The next line of a person's file, or `nil` at the end; that the rest cannot be read is reported
  /// as a fault of the file.
  ///
  /// Where the first letter beyond ASCII is not UTF-8, the file is taken for one in Windows-1252, as
  /// spreadsheets write 'CSV' and old editors write text, and that is reported once.
  public func next(in file: String, report: (Diagnostic) -> Void) -> LineBuffer.Line? {
    do {
      let line = try next()
      switch line {
      case .line(let text) where encoding == nil && !Self.isASCII(text):
        encoding = .utf8
      case .notText where encoding == nil && Self.beginsInUTF8(buffer.refused):
        encoding = .utf8
      case .notText where encoding != .utf8:
        guard let text = Windows1252.text(buffer.refused) else { break }
        if encoding == nil {
          encoding = .windows1252
          report(Self.notUTF8(at: Location(file: file, line: number)))
        }
        return .line(text)
      default: break
      }
      return line
    } catch {
      let place = Location(file: file, line: number + 1)
      report(Diagnostic(.error, "unreadable", at: place, "reading stops here: \(error)"))
      return nil
    }
  }

  /// Whether the first letter beyond ASCII is UTF-8, whatever follows it.
  private static func beginsInUTF8(_ line: ArraySlice<UInt8>) -> Bool {
    var letters = line.drop { $0 < 0x80 }.makeIterator()
    var parser = UTF8.ForwardParser()
    return if case .valid = parser.parseScalar(from: &letters) { true } else { false }
  }

  private static func isASCII(_ text: String) -> Bool {
    // Or-ing the bytes takes many at a time.
    let all = text.utf8.withContiguousStorageIfAvailable { $0.reduce(0) { $0 | $1 } }
    return (all ?? 0x80) < 0x80
  }

  private static func notUTF8(at place: Location) -> Diagnostic {
    Diagnostic(
      .warning, "encoding", at: place, "the file is not UTF-8 and is read as Windows-1252",
      mend: "where letters come out wrong, save it as UTF-8 ('CSV UTF-8' in Excel)")
  }

  /// The lines that are there already, at most so many and no more once they have so many bytes: none
  /// where one would have to wait.
  public func ready(atMost limit: Int, bytes: Int = .max) -> [LineBuffer.Line] {
    var lines: [LineBuffer.Line] = []
    var length = 0
    while lines.count < limit, length < bytes {
      if let line = buffer.nextLine() {
        length += line.byteCount
        lines.append(numbered(line))
      } else if !ended, source.isReady {
        fill()
      } else {
        break
      }
    }
    return lines
  }

  private func fill() {
    do throws(ReadFailure) {
      let count = try chunk.withUnsafeMutableBufferPointer { bytes throws(ReadFailure) in
        try source.read(into: UnsafeMutableRawBufferPointer(bytes))
      }
      if count == 0 { end() } else { try take(chunk[..<count]) }
    } catch {
      (ended, failure) = (true, error)
    }
  }

  /// How files begin that hold text in another form, and what to do about them.
  private static let otherForms: [(beginning: [UInt8], reason: String)] = [
    // Spreadsheets save so where they are asked for 'Unicode text'.
    ([0xFF, 0xFE], "the file is UTF-16; save it as UTF-8"),
    ([0xFE, 0xFF], "the file is UTF-16; save it as UTF-8"),
    (
      Array("PK\u{3}\u{4}".utf8),
      "this is a file of Word's, Excel's or another office program's, or a ZIP archive; "
        + "save it as plain text or CSV in UTF-8"
    ),
    (
      [0xD0, 0xCF, 0x11, 0xE0],
      "this is a file of Word's or Excel's; save it as plain text or CSV in UTF-8"
    ),
    (Array("%PDF".utf8), "this is a PDF; save its text as plain text in UTF-8"),
    (Array("{\\rtf".utf8), "this is RTF; save it as plain text in UTF-8"),
  ]
  /// How web pages begin, in small letters; in HTML these may be capitals, too.
  private static let webPages = ["<!doctype", "<html"].map { Array($0.utf8) }
  private static let longestBeginning = 9

  private func take(_ bytes: ArraySlice<UInt8>) throws(ReadFailure) {
    if beginning.count < Self.longestBeginning {
      beginning += bytes.prefix(Self.longestBeginning - beginning.count)
      if let form = Self.otherForms.first(where: { beginning.starts(with: $0.beginning) }) {
        throw ReadFailure(description: form.reason)
      }
      let small = beginning.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
      if Self.webPages.contains(where: { small.starts(with: $0) }) {
        throw ReadFailure(description: "this is a web page; save its text as plain text in UTF-8")
      }
      // ASCII in UTF-16 that says nothing of it: every other byte is a NUL.
      let zeros = beginning.prefix(4).map { $0 == 0 }
      if zeros == [true, false, true, false] || zeros == [false, true, false, true] {
        throw ReadFailure(description: "the file is UTF-16; save it as UTF-8")
      }
      if beginning.starts(with: [0xEF, 0xBB, 0xBF]) { encoding = .utf8 }
    }
    let bytes = hasHeldCR ? [0x0D] + bytes : bytes
    hasHeldCR = false
    if endInCR == nil, let first = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
      let isCR = bytes[first] == 0x0D
      if isCR, first + 1 == bytes.endIndex {
        hasHeldCR = true
        return buffer.append(bytes[..<first])
      }
      endInCR = isCR && bytes[first + 1] != 0x0A
    }
    buffer.append(endInCR == true ? bytes.map { $0 == 0x0D ? 0x0A : $0 }[...] : bytes)
  }

  private func end() {
    if hasHeldCR { buffer.append([0x0A]) }
    ended = true
  }

  private func numbered(_ line: LineBuffer.Line) -> LineBuffer.Line {
    number += 1
    guard number == 1, case .line(let text) = line, text.unicodeScalars.first == "\u{FEFF}" else {
      return line
    }
    return .line(String(text.unicodeScalars.dropFirst()))
  }
}
