/// Reads tables with a row of column names first: one row an utterance, or one row a reply with
/// what the client had said beside it.
struct TableDecoder: TranscriptDecoder {
  private let faults: Faults
  private var lines: RowDecoder
  private var rows: TableRows

  init(file: String, delimiter: Unicode.Scalar, mapping: ColumnMapping, names: SpeakerNames) {
    faults = Faults(file: file)
    lines = RowDecoder(delimiter: delimiter)
    rows = TableRows(file: file, mapping: mapping, names: names)
  }

  /// The delimiter of a table that begins with a line, or `nil` where no delimiter makes columns of
  /// it that are known.
  static func delimiter(of line: String, mapping: ColumnMapping) -> Unicode.Scalar? {
    RowDecoder.delimiter(of: line) { header in
      if TableRows.holdsMeasures(header) { return header.count }
      let (places, faults) = mapping.places(in: header)
      return header.count > 1 && faults.isEmpty ? places.count : nil
    }
  }

  var heard: Set<String> { rows.heard }

  mutating func take(_ line: String, at number: Int) -> [Decoded] {
    if rows.isRefused { return [] }
    return lines.take(line, at: number).flatMap { take($0) }
  }

  mutating func skipLine() -> [Decoded] {
    lines.skipLine()
    return rows.leaveOut()
  }

  mutating func finish() -> [Decoded] {
    if rows.isRefused { return [] }
    return lines.finish().flatMap { take($0) } + rows.finish()
  }

  private mutating func take(_ step: RowDecoder.Step) -> [Decoded] {
    if rows.isRefused { return [] }
    switch step {
    case .lost: return rows.leaveOut()
    case .fault(let reason, let line):
      if rows.hasBegun { return rows.leaveOut(telling: [faults.misquoted(line, reason)]) }
      rows.refuse()
      return [.fault(faults.make("header", line, reason, mend: "mend the names of the columns"))]
    case .row(let fields, _) where fields.allSatisfy(\.isEmpty): return []
    case .row(let fields, let line):
      return rows.hasBegun ? rows.take(fields, line) : rows.begin(fields, line)
    }
  }
}
