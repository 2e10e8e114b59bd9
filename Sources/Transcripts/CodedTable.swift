import Diagnostics
import Listening

/// Reads coded replies from comma- or tab-separated values with a row of column names first.
///
/// An empty field says that the code is absent, as in `attune score --format csv`; `NA`, `?` or `-`
/// says that the coder left it open.
struct CodedTable: CodedLineReader {
  private enum Column {
    case id, conversation, rater, client, text
    case code(CodeVariable)
    case score(ScoreName)
    /// A column that is known and says nothing here, or that nobody knows.
    case other
  }

  let file: String
  private let delimiter: Unicode.Scalar
  private var rows: RowDecoder
  private var columns: [Column]?
  /// The line last taken and its number, to find a fault's column.
  private var last = (text: "", number: 0)

  /// Columns that say who coded, and columns of scored replies that say nothing here.
  private static let others: [String: Column] = [
    "rater": .rater, "coder": .rater, "annotator": .rater, "unsure": .other, "model": .other,
  ]
  private static let knownNames =
    others.keys.sorted() + CodeVariable.all.map(\.name) + ScoreName.allCases.map(\.rawValue)
  private static let leftOpen: Set<String> = ["na", "n/a", "?", "-"]

  init(file: String, header: String) {
    self.file = file
    delimiter =
      RowDecoder.delimiter(of: header) { Self.columns(of: $0).count { $0 != nil } } ?? ","
    rows = RowDecoder(delimiter: delimiter)
  }

  var named: Set<CodeVariable> {
    Set(
      (columns ?? []).compactMap { column in
        if case .code(let variable) = column { variable } else { nil }
      })
  }

  mutating func take(_ line: String, at number: Int, report: (Diagnostic) -> Void) -> CodedReply? {
    last = (line, number)
    return rows.take(line, at: number).flatMap { take($0, report) }
  }

  mutating func skipLine() { rows.skipLine() }

  mutating func finish(report: (Diagnostic) -> Void) -> CodedReply? {
    rows.finish().flatMap { take($0, report) }
  }

  private mutating func take(_ step: RowDecoder.Step, _ report: (Diagnostic) -> Void)
    -> CodedReply?
  {
    switch step {
    case .lost, .row([""], _): return nil
    case .fault(let reason, let line):
      report(
        Diagnostic(
          .error, "row", at: Location(file: file, line: line), reason, mend: "passed over"))
      return nil
    case .row(let fields, let line):
      guard let columns else {
        self.columns = named(fields, line, report)
        return nil
      }
      guard fields.count == columns.count else {
        report(
          Diagnostic(
            .error, "row", at: Location(file: file, line: line),
            RowDecoder.miscount(fields, columns.count), mend: "passed over"))
        return nil
      }
      return reply(fields, columns, line, report)
    }
  }

  /// What the columns of a header hold, `nil` where nobody knows; the names of transcripts' tables
  /// are known here, too.
  private static func columns(of header: [String]) -> [Column?] {
    let places = ColumnMapping().places(in: header).places
    let roles: [(Column, Int?)] = [
      (.id, places[.id] ?? places[.turn]), (.conversation, places[.conversation]),
      (.client, places[.client]), (.text, places[.text]), (.other, places[.turn]),
    ]
    return header.indices.map { index in
      if let role = roles.first(where: { $0.1 == index }) { return role.0 }
      let name = ColumnMapping.key(header[index])
      if let variable = CodeVariable(name: name) { return .code(variable) }
      if let score = ScoreName(rawValue: name) { return .score(score) }
      return others[name]
    }
  }

  /// The columns of a header, and word of those that nobody knows.
  private func named(_ header: [String], _ line: Int, _ report: (Diagnostic) -> Void) -> [Column] {
    zip(header.indices, Self.columns(of: header)).map { index, column in
      if let column { return column }
      // Coders keep notes beside their codes; a name that is nearly a code's is a slip.
      let hint = NearName.hint(ColumnMapping.key(header[index]), in: Self.knownNames)
      report(
        Diagnostic(
          hint == nil ? .warning : .error, "unknown-column", at: place(line, index),
          "no code is named '\(CodedFault.shown(header[index]))'",
          mend: hint ?? "the column is left out"))
      return .other
    }
  }

  private func reply(
    _ fields: [String], _ columns: [Column], _ line: Int, _ report: (Diagnostic) -> Void
  ) -> CodedReply {
    var reply = CodedReply(line: line)
    for (index, column) in columns.enumerated() {
      let field = fields[index]
      let said = field.trimmed.isEmpty ? nil : field
      switch column {
      case .other: break
      case .id: reply.id = said.map(RecordID.string)
      case .conversation: reply.conversation = said
      case .rater: reply.rater = said
      case .client: reply.client = said
      case .text: reply.text = field
      case .code(let variable):
        guard let said else { continue }
        reply.codes[variable] = .some(value(said, variable, at: place(line, index), report))
      case .score(let name):
        guard let said else { continue }
        reply.scores[name] = score(said, name, at: place(line, index), report)
      }
    }
    return reply
  }

  private func value(
    _ said: String, _ variable: CodeVariable, at place: Location, _ report: (Diagnostic) -> Void
  ) -> String? {
    let word = said.trimmed.lowercased()
    if Self.leftOpen.contains(word) { return nil }
    let value = variable.value(meant: word)
    if value == nil { report(CodedFault.value(said, variable, place)) }
    return value
  }

  private func score(
    _ said: String, _ name: ScoreName, at place: Location, _ report: (Diagnostic) -> Void
  ) -> Double? {
    if Self.leftOpen.contains(said.trimmed.lowercased()) { return nil }
    guard let score = Double(said.trimmed), (0...100).contains(score) else {
      report(CodedFault.score(name, place))
      return nil
    }
    return score
  }

  /// Where a field stands; without a column where its row has several lines.
  private func place(_ line: Int, _ index: Int) -> Location {
    Location(file: file, line: line, column: line == last.number ? column(of: index) : nil)
  }

  /// The column in which a field of the last line begins.
  private func column(of index: Int) -> Int {
    var delimiters = 0
    var isQuoted = false
    for (offset, scalar) in last.text.unicodeScalars.enumerated() {
      if delimiters == index { return offset + 1 }
      if scalar == "\"" { isQuoted.toggle() }
      if scalar == delimiter, !isQuoted { delimiters += 1 }
    }
    return last.text.unicodeScalars.count + 1
  }
}
