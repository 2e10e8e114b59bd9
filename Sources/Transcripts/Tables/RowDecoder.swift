import Lines

/// Splits lines into the rows and fields of comma-separated values after RFC 4180.
///
///     var rows = RowDecoder(delimiter: ",")
///     rows.take("1,\"two", at: 1)   // []: the field goes on
///     rows.take("lines\",3", at: 2) // [.row(["1", "two\nlines", "3"], line: 1)]
///
/// A field may be quoted, a quoted field may hold the delimiter, line ends and, doubled, quotation
/// marks. A quotation mark inside an unquoted field stands for itself. One that opens a field which
/// is never closed, or is closed in a later line by a mark that cannot close it, costs the row it
/// stands in and not those behind it. An apostrophe that guards a field is taken away.
package struct RowDecoder {
  /// What the lines so far come to.
  package enum Step: Hashable {
    /// A row's fields, and the line where it began.
    case row([String], line: Int)
    /// A row that cannot be read, where it began, and why.
    case fault(String, line: Int)
    /// A row that has been passed over because a line of it was not text.
    case lost
  }

  private enum Place {
    case start, plain, quoted, afterQuote
  }

  private let delimiter: UInt8
  /// The most bytes in a row; bounds what one unclosed quotation mark can swallow.
  private let limit: Int
  private var place = Place.start
  private var fields: [String] = []
  private var field: [UInt8] = []
  private var line = 0
  private var size = 0
  private var reason: String?
  /// The lines of the row behind its first one; no text where a line was not text.
  private var more: [(text: String?, number: Int)] = []

  package init(delimiter: Unicode.Scalar, limit: Int = FileLines.longestLine) {
    self.delimiter = UInt8(ascii: delimiter)
    self.limit = limit
  }

  /// Whether a row has begun that needs more lines.
  private var isOpen: Bool { place == .quoted }

  /// Takes the next line; what it brings is nothing where the row goes on in the line after, and
  /// several rows where one that was open has to be given up.
  package mutating func take(_ text: String, at number: Int) -> [Step] {
    let wasSound = reason == nil
    if isOpen {
      field.append(0x0A)
      more.append((text, number))
    } else {
      line = number
    }
    size += text.utf8.count + 1
    for byte in text.utf8 { take(byte) }
    if !more.isEmpty, wasSound, let reason { return giveUp(reason) }
    if isOpen, size > limit {
      return giveUp("a quoted field is never closed, or longer than \(limit) bytes")
    }
    return isOpen ? [] : [endRow()]
  }

  /// Takes notice of a line that was not text: a row that it was a part of is lost.
  mutating func skipLine() {
    if isOpen { more.append((nil, line + more.count + 1)) }
  }

  /// Takes notice of the end, where a row that is still open cannot be read.
  package mutating func finish() -> [Step] {
    isOpen ? giveUp("a quoted field is never closed") + finish() : []
  }

  /// Gives up an open row whose quotation mark was likely a stray one, and begins again at the line
  /// behind it.
  ///
  /// In between a line makes a row or is lost; only the last may open another, so that no line is
  /// read more than three times.
  private mutating func giveUp(_ reason: String) -> [Step] {
    let lines = more
    self.reason = reason
    more = []
    var steps = [endRow()]
    for (text, number) in lines.dropLast() {
      guard let text else {
        steps.append(.lost)
        continue
      }
      steps += take(text, at: number)
      if isOpen { steps += giveUp("a quoted field is not closed") }
    }
    if let (text, number) = lines.last { steps += text.map { take($0, at: number) } ?? [.lost] }
    return steps
  }

  /// The delimiter of a table that begins with a line of column names: the one by which most columns
  /// are known; of equals the one that makes most columns, or the first.
  ///
  /// - Parameters:
  ///   - header: The line.
  ///   - known: How many of some columns are known, or `nil` where they do not make a table.
  /// - Returns: The delimiter, or `nil` where none makes a table of it.
  static func delimiter(of header: String, known: ([String]) -> Int?) -> Unicode.Scalar? {
    var best: (delimiter: Unicode.Scalar, known: Int, columns: Int)?
    for delimiter in [",", "\t", ";"] as [Unicode.Scalar] {
      guard let columns = columns(of: header, delimiter), let known = known(columns) else {
        continue
      }
      if let best, (best.known, best.columns) >= (known, columns.count) { continue }
      best = (delimiter, known, columns.count)
    }
    return best?.delimiter
  }

  /// The delimiter of a table of whose columns none is known: the one that makes most of them.
  static func likelyDelimiter(of header: String) -> Unicode.Scalar {
    delimiter(of: header) { _ in 0 } ?? ","
  }

  /// The names in a line of column names; without the last, where that one goes on in the next line.
  private static func columns(of header: String, _ delimiter: Unicode.Scalar) -> [String]? {
    var rows = RowDecoder(delimiter: delimiter)
    return switch rows.take(header, at: 1).first {
    case .row(let columns, _): columns
    case nil: rows.fields
    case .fault, .lost: nil
    }
  }

  /// Whether a line before the names of the columns only says the delimiter, as Excel has it: `sep=;`.
  static func saysDelimiter(_ line: String) -> Bool {
    line.lowercased().hasPrefix("sep=") && line.count <= 5
  }

  /// A row with as many fields as there are columns, where only empty fields are too many or lacking
  /// at its end, as spreadsheets write them.
  ///
  /// - Parameters:
  ///   - fields: The row's fields.
  ///   - columns: How many columns there are.
  ///   - needed: How many fields a row has at least: behind them no column says anything.
  /// - Returns: The row, or `nil` where it has another width.
  static func fitted(
    _ fields: [String], to columns: Int, needed: @autoclosure () -> Int
  ) -> [String]? {
    if fields.count == columns { return fields }
    guard fields.count >= needed(), fields.dropFirst(columns).allSatisfy(\.isBlank) else {
      return nil
    }
    let lacking = Array(repeating: "", count: max(0, columns - fields.count))
    return Array(fields.prefix(columns)) + lacking
  }

  private mutating func take(_ byte: UInt8) {
    switch (place, byte) {
    case (.quoted, UInt8(ascii: "\"")): place = .afterQuote
    case (.quoted, _): field.append(byte)
    case (_, delimiter): endField()
    case (.start, UInt8(ascii: "\"")): place = .quoted
    case (.afterQuote, UInt8(ascii: "\"")):
      field.append(byte)
      place = .quoted
    case (.afterQuote, _):
      reason = "something stands between a closing quotation mark and the end of its field"
      place = .plain
    default:
      field.append(byte)
      place = .plain
    }
  }

  private mutating func endField() {
    fields.append(FormulaGuard.bare(String(decoding: field, as: UTF8.self)))
    field.removeAll(keepingCapacity: true)
    place = .start
  }

  private mutating func endRow() -> Step {
    endField()
    let isLost = more.contains { $0.text == nil }
    defer {
      fields.removeAll(keepingCapacity: true)
      more.removeAll()
      (size, reason) = (0, nil)
    }
    if isLost { return .lost }
    return reason.map { .fault($0, line: line) } ?? .row(fields, line: line)
  }
}
