import Diagnostics
import Listening

/// Reads coded replies from comma- or tab-separated values with a row of column names first: a row a
/// reply, or a row for everything that is said, of which the client's stand beside the replies.
///
/// An empty field says that the code is absent, as in `attune score --format csv`; `NA`, `?` or `-`
/// says that the coder left it open.
struct CodedTable: CodedLineReader {
  private typealias Column = CodedColumns.Column

  let file: String
  private let delimiter: Unicode.Scalar
  private var rows: RowDecoder
  private let names: CodedColumns
  private var columns: [Column]?
  /// Whether Attune wrote the table: a text that is empty in it is silence, and else a text that is
  /// not there.
  private var isOwn = false
  private var talk = CodedTalk()
  /// The line last taken and its number, to find a fault's column.
  private var last = (text: "", number: 0)

  init(file: String, header: String, naming names: CodedColumns) {
    self.file = file
    self.names = names
    delimiter =
      RowDecoder.delimiter(of: header) { names.columns(of: $0).count { $0 != nil } } ?? ","
    rows = RowDecoder(delimiter: delimiter)
  }

  var named: Set<CodeVariable> { Set((columns ?? []).compactMap(\.variable)) }

  mutating func take(_ line: String, at number: Int, report: (Diagnostic) -> Void) -> [CodedReply] {
    last = (line, number)
    return rows.take(line, at: number).compactMap { take($0, report) }
  }

  mutating func skipLine() { rows.skipLine() }

  mutating func finish(report: (Diagnostic) -> Void) -> [CodedReply] {
    rows.finish().compactMap { take($0, report) }
  }

  private mutating func take(_ step: RowDecoder.Step, _ report: (Diagnostic) -> Void)
    -> CodedReply?
  {
    switch step {
    case .row(let fields, _) where fields.allSatisfy(\.isEmpty): return nil
    case .lost:
      talk.leaveOut()
      return nil
    case .fault(let reason, let line):
      talk.leaveOut()
      report(Faults(file: file).misquoted(line, reason))
      return nil
    case .row(let fields, let line):
      guard let columns else {
        self.columns = named(fields, line, report)
        isOwn = TableRows.isOwn(fields)
        return nil
      }
      // A row that ends before a code may have been cut short; one that lacks but notes has not.
      guard
        let row = RowDecoder.fitted(
          fields, to: columns.count, needed: (columns.lastIndex { $0 != .other } ?? -1) + 1)
      else {
        talk.leaveOut()
        report(Faults(file: file).miscounted(line, fields, columns.count))
        return nil
      }
      return talk.beside(
        reply(row, columns, line, report), speaker: speaker(row, columns),
        at: Location(file: file, line: line), report)
    }
  }

  /// The columns of a header, and word of those that nobody knows.
  private func named(_ header: [String], _ line: Int, _ report: (Diagnostic) -> Void) -> [Column] {
    for (message, mend) in names.missing(in: header) {
      report(
        Diagnostic(
          .error, "columns", at: Location(file: file, line: line), message, mend: mend))
    }
    var places = places(ofRowAt: line)
    return zip(header.indices, names.columns(of: header)).map { index, column in
      if let column { return column }
      // Coders keep notes beside their codes; a name that is nearly a code's is a slip.
      let hint = NearName.hint(ColumnMapping.key(header[index]), in: CodedColumns.knownNames)
      report(
        Diagnostic(
          hint == nil ? .warning : .error, "unknown-column", at: places.place(of: index),
          "no code is named '\(header[index].excerpt)'",
          mend: hint ?? "the column is left out; if it holds a code, say --columns CODE=NAME"))
      return .other
    }
  }

  private func speaker(_ fields: [String], _ columns: [Column]) -> String? {
    columns.firstIndex { if case .speaker = $0 { true } else { false } }.map { fields[$0] }
  }

  private func reply(
    _ fields: [String], _ columns: [Column], _ line: Int, _ report: (Diagnostic) -> Void
  ) -> CodedReply {
    var reply = CodedReply(line: line)
    var places = places(ofRowAt: line)
    for (index, column) in columns.enumerated() {
      let field = fields[index]
      let said = field.trimmed.isEmpty ? nil : field
      switch column {
      case .other, .speaker: break
      case .id: reply.id = said.map { .string($0.compared) }
      case .conversation: reply.conversation = said?.compared
      case .rater: reply.rater = said.map { String($0.trimmed) }
      case .client: reply.client = said
      case .text: reply.text = said ?? (isOwn ? "" : nil)
      case .code(let variable):
        guard let said else { continue }
        reply.codes[variable] = .some(value(said, variable, at: places.place(of: index), report))
      case .kind(let variable):
        guard let said, said.trimmed.lowercased() != "n/a" else { continue }
        reply.codes[variable] = .some(value(said, variable, at: places.place(of: index), report))
      case .score(let name):
        guard let said else { continue }
        reply.scores[name] = score(said, name, at: places.place(of: index), report)
      }
    }
    return reply
  }

  private func value(
    _ said: String, _ variable: CodeVariable, at place: @autoclosure () -> Location,
    _ report: (Diagnostic) -> Void
  ) -> String? {
    let word = said.lowercased().compared
    if CodedReply.leftOpen.contains(word) { return nil }
    let value = variable.value(meant: word == "therapist_input" ? "input" : word)
    if value == nil { report(CodedFault.value(said, variable, place())) }
    return value
  }

  private func score(
    _ said: String, _ name: ScoreName, at place: @autoclosure () -> Location,
    _ report: (Diagnostic) -> Void
  ) -> Double? {
    if CodedReply.leftOpen.contains(said.trimmed.lowercased()) { return nil }
    guard let score = Double(said.trimmed), (0...100).contains(score) else {
      report(CodedFault.score(name, place()))
      return nil
    }
    return score
  }

  /// Where the fields of a row stand, which has one line if it began with the one last taken.
  private func places(ofRowAt line: Int) -> FieldPlaces {
    FieldPlaces(
      file: file, number: line, line: line == last.number ? last.text : nil, delimiter: delimiter)
  }
}
