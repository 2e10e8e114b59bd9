import Diagnostics
import Listening

/// Reads tables with a row of column names first: one row an utterance, or one row a reply with
/// what the client had said beside it.
struct TableDecoder: TranscriptDecoder {
  private enum State {
    case header
    case rows(width: Int, [ColumnMapping.Role: [Int]])
    /// The columns cannot be told apart, which has been reported.
    case refused
  }

  private let mapping: ColumnMapping
  private let faults: Faults
  private let file: String
  private var rows: RowDecoder
  private var state = State.header
  private var turns: TurnJoiner
  private var cast: Cast
  private var lastTurn: (conversation: String?, number: Int)?

  init(file: String, delimiter: Unicode.Scalar, mapping: ColumnMapping, names: SpeakerNames) {
    self.file = file
    self.mapping = mapping
    cast = Cast(file: file, names: names)
    faults = Faults(file: file)
    rows = RowDecoder(delimiter: delimiter)
    turns = TurnJoiner(file: file)
  }

  /// The delimiter of a table that begins with a line, or `nil` where no delimiter makes columns of
  /// it that are known.
  static func delimiter(of line: String, mapping: ColumnMapping) -> Unicode.Scalar? {
    RowDecoder.delimiter(of: line) { header in
      let (places, faults) = mapping.places(in: header)
      return header.count > 1 && faults.isEmpty ? places.count : nil
    }
  }

  var heard: Set<String> { cast.heard }

  mutating func take(_ line: String, at number: Int) -> [Decoded] {
    if case .refused = state { return [] }
    return rows.take(line, at: number).flatMap { take($0) }
  }

  mutating func skipLine() {
    rows.skipLine()
    turns.leaveOut()
  }

  mutating func finish() -> [Decoded] {
    if case .refused = state { return [] }
    return rows.finish().flatMap { take($0) } + turns.finish() + cast.finish()
  }

  private mutating func take(_ step: RowDecoder.Step) -> [Decoded] {
    switch (step, state) {
    case (.lost, _): return turns.leaveOut()
    case (_, .refused): return []
    case (.fault(let reason, let line), .header):
      state = .refused
      return [faults.make("header", line, reason, mend: "mend the names of the columns")]
    case (.fault(let reason, let line), _):
      return turns.leaveOut(telling: [faults.make("row", line, reason)])
    case (.row(let fields, _), _) where fields.allSatisfy(\.isEmpty): return []
    case (.row(let fields, let line), .header): return begin(fields, line)
    case (.row(let fields, let line), .rows(let width, let places)):
      guard fields.count == width else {
        return turns.leaveOut(
          telling: [faults.make("row", line, RowDecoder.miscount(fields, width))])
      }
      return take(Row(fields: fields, places: places, line: line))
    }
  }

  private mutating func begin(_ header: [String], _ line: Int) -> [Decoded] {
    let (places, found) = mapping.places(in: header)
    state = found.isEmpty ? .rows(width: header.count, places) : .refused
    var result = found.map { faults.make("columns", line, $0.message, mend: $0.mend) }
    if let owner = mapping.unusedOwner(in: header) {
      result.append(
        faults.make(
          "columns", line, "sessions are told apart by their own column alone, not by '\(owner)'",
          mend: "where each '\(owner)' has a session 1, say --columns "
            + "conversation=\(owner),conversation=session", as: .warning))
    }
    if Set(header).isSuperset(of: ScoreName.allCases.map(\.rawValue) + ["model"]) {
      result.append(
        faults.make(
          "scored", line, "this is a table that Attune wrote",
          mend: "its replies are graded once more", as: .warning))
    }
    return result
  }

  /// A row's fields by what they hold.
  private struct Row {
    var fields: [String]
    var places: [ColumnMapping.Role: [Int]]
    var line: Int

    subscript(_ role: ColumnMapping.Role) -> String? {
      places[role].map { $0.map { fields[$0] }.joined(separator: "/") }
    }
  }

  private mutating func take(_ row: Row) -> [Decoded] {
    if let fault = outOfOrder(row) { return turns.leaveOut(telling: [fault]) }
    let id = row[.id].map { RecordID.string($0) }
    let text = row[.text] ?? ""
    guard let name = row[.speaker] else {
      let client = row[.client].flatMap { $0.isEmpty ? nil : $0 }
      guard let conversation = row[.conversation] else {
        let known = id ?? .string("\(file):\(row.line)")
        return [.reply(ReplyToScore(session: nil, id: known, client: client, text: text))]
      }
      return turns.take(reply: text, id: id, client: client, of: conversation, at: row.line)
    }
    guard let speaker = cast.speaker(name, at: row.line) else {
      return turns.leaveOut(telling: cast.stranger(name, at: row.line))
    }
    return turns.take(
      Utterance(
        conversation: row[.conversation], id: id, speaker: speaker, text: text, line: row.line))
  }

  private mutating func outOfOrder(_ row: Row) -> Decoded? {
    guard let text = row[.turn] else { return nil }
    guard let number = Int(text.trimmed) else {
      return faults.make("turn", row.line, "the turn is not a whole number")
    }
    let conversation = row[.conversation]
    defer { lastTurn = (conversation, number) }
    guard let lastTurn, lastTurn.conversation == conversation, number < lastTurn.number else {
      return nil
    }
    return faults.make(
      "turn", row.line, "turn \(number) comes after turn \(lastTurn.number)",
      mend: "sort the rows by conversation and turn; passed over")
  }
}
