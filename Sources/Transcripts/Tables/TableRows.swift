import Diagnostics
import Listening

/// Makes replies of a table's rows, whatever the form in which the table is written.
struct TableRows {
  private enum State {
    case header
    case rows(width: Int, ColumnMapping.Places)
    /// It is not certain yet which column names the speaker, or whether one does, or who speaks:
    /// rows wait until their values tell.
    case waiting(ColumnMapping.Places)
    /// The columns cannot be told apart, which has been reported.
    case refused
  }

  /// How many rows wait at most.
  private static let mostWaiting = 200

  private let mapping: ColumnMapping
  private let faults: Faults
  private let file: String
  private var state = State.header
  /// The rows that wait.
  private var waiting: [(fields: [String], line: Int)] = []
  /// The sides that the roles in a column tell, in the rows that wait.
  private var sides: [Int: Set<Speaker>] = [:]
  private var turns: TurnJoiner
  private var cast: Cast
  private var order: RowOrder
  private var header: [String] = []
  /// Whose the conversations are, where a column may tell.
  private var owners: ConversationOwners?
  /// The lines of rows whose conversation is blank.
  private var nameless = Occurrences<Int>()
  /// The lines of rows without words.
  private var wordless = Occurrences<Int>()
  /// The lines of rows in which a client's words are not answered.
  private var unanswered = Occurrences<Int>()
  /// Whether Attune wrote the table: what is empty in it is silence.
  private var isOwn = false

  init(file: String, mapping: ColumnMapping, names: SpeakerNames) {
    self.file = file
    self.mapping = mapping
    cast = Cast(file: file, names: names)
    faults = Faults(file: file)
    turns = TurnJoiner(file: file)
    order = RowOrder(faults: faults)
  }

  var heard: Set<String> { cast.heard }
  var isRefused: Bool { if case .refused = state { true } else { false } }
  var hasBegun: Bool { if case .header = state { false } else { true } }

  mutating func refuse() { state = .refused }

  mutating func leaveOut(telling reasons: [Diagnostic] = []) -> [Decoded] {
    decide() + turns.leaveOut(telling: reasons)
  }

  mutating func finish() -> [Decoded] {
    let replies = decide() + turns.finishFile()
    let told: [Diagnostic] =
      order.finish() + tellNameless() + tellWordless() + tellUnanswered()
      + cast.finish(leftOut: turns.unnamed)
    return replies + told.map(Decoded.fault)
  }

  /// Takes the names of the columns.
  mutating func begin(_ header: [String], _ line: Int) -> [Decoded] {
    if Self.holdsMeasures(header) {
      state = .refused
      let fault = faults.make(
        "scores", line,
        "this is a table of sessions or trainees that Attune wrote: measures, without the replies",
        mend: "score the transcripts", outcome: "nothing of the file is read")
      return [.fault(fault)]
    }
    let (places, found) = mapping.places(in: header)
    let speakers = mapping.speakers(in: header)
    let client = mapping.clientBesideSpeakers(in: header)
    self.header = header
    if !found.isEmpty {
      state = .refused
    } else if speakers.count > 1 || client != nil
      || (places[.speaker] != nil && !cast.names.areGiven)
    {
      state = .waiting(places)
    } else {
      settle(places)
    }
    (self.speakers, self.client) = (speakers, client)
    var result = found.map { faults.make("columns", line, $0.message, mend: $0.mend) }
    if Self.isOwn(header), found.isEmpty {
      isOwn = true
      result.append(
        faults.make(
          "scored", line, "this is a table that Attune wrote",
          mend: "its replies are graded once more; what clients said after the last is not in it",
          as: .warning))
    }
    return result.map(Decoded.fault)
  }

  /// Whether Attune writes tables with these columns.
  static func isOwn(_ header: [String]) -> Bool {
    Set(header).isSuperset(of: ScoreName.allCases.map(\.rawValue) + ["model"])
  }

  /// Whether Attune writes tables with these columns that have a row for each session or trainee.
  static func holdsMeasures(_ header: [String]) -> Bool {
    isOwn(header) && header.contains("replies") && !header.contains("text")
  }

  /// The columns that may name the speaker, the first one first.
  private var speakers: [Int] = []
  /// The column that may hold the client's words instead.
  private var client: Int?

  /// Takes the next row.
  mutating func take(_ fields: [String], _ line: Int) -> [Decoded] {
    switch state {
    case .header, .refused: return []
    case .rows(let width, let places):
      // What lacks words or a speaker may have been cut short.
      guard
        let row = RowDecoder.fitted(
          fields, to: width, needed: (places.values.joined().max() ?? -1) + 1)
      else {
        return turns.leaveOut(telling: [faults.miscounted(line, fields, width)])
      }
      return take(Row(fields: row, places: places, line: line))
    case .waiting(let places):
      waiting.append((fields, line))
      let candidates = speakers.isEmpty ? places[.speaker] ?? [] : speakers
      for column in candidates where fields.indices.contains(column) {
        if let side = cast.names.known(fields[column]) {
          sides[column, default: []].insert(side)
        }
      }
      let isTold = candidates.contains { tellsBothSides($0) }
      return isTold || waiting.count == Self.mostWaiting ? decide() : []
    }
  }

  /// Decides which of several columns names the speaker: the first one in which both sides have
  /// their roles; else none, where a client's words stand beside the reply, as in a survey's table,
  /// which may name its participants; else the first. Then takes notice of who speaks.
  private mutating func decide() -> [Decoded] {
    guard case .waiting(var places) = state else { return [] }
    let rows = waiting
    waiting = []
    if let speaker = speakers.first(where: { tellsBothSides($0) }) {
      places[.speaker] = [speaker]
    } else if let client, holdsSpeech(client, rows), !holdsGivenName(rows) {
      (places[.speaker], places[.client]) = (nil, [client])
    }
    if let column = places[.speaker]?.first {
      cast.meet(
        rows.map { row in
          (
            name: row.fields.indices.contains(column) ? row.fields[column] : "", roles: [String]()
          )
        })
    }
    settle(places)
    return rows.flatMap { take($0.fields, $0.line) }
  }

  /// Takes notice of what the columns hold, now that it is certain.
  private mutating func settle(_ places: ColumnMapping.Places) {
    state = .rows(width: header.count, places)
    owners = ConversationOwners(
      mapping.owners(in: header), in: header, besides: places, faults: faults)
  }

  /// Whether both sides have their roles in a column, in the rows that wait.
  private func tellsBothSides(_ column: Int) -> Bool { sides[column]?.count == 2 }

  /// The fewest words that are sooner said than a name.
  private static let fewestWords = 3

  /// Whether something is said in a column, rather than somebody named.
  private func holdsSpeech(_ column: Int, _ rows: [(fields: [String], line: Int)]) -> Bool {
    rows.contains { row in
      guard row.fields.indices.contains(column) else { return false }
      let words = row.fields[column].split(whereSeparator: \.isWhitespace)
      let isSentence = words.last?.last.map { ".?!…".contains($0) } ?? false
      return words.count >= Self.fewestWords || words.count > 1 && isSentence
    }
  }

  private func holdsGivenName(_ rows: [(fields: [String], line: Int)]) -> Bool {
    rows.contains { row in
      speakers.contains { row.fields.indices.contains($0) && cast.names.isGiven(row.fields[$0]) }
    }
  }

  /// A row's fields by what they hold.
  private struct Row {
    var fields: [String]
    var places: ColumnMapping.Places
    var line: Int

    subscript(_ role: ColumnMapping.Role) -> String? {
      places[role].map { $0.map { fields[$0] }.joined(separator: "/") }
    }

    /// Whether a role's cells are there and one of them is blank.
    func lacks(_ role: ColumnMapping.Role) -> Bool {
      places[role].map { $0.contains { fields[$0].isBlank } } ?? false
    }
  }

  private mutating func take(_ row: Row) -> [Decoded] {
    let conversation = row.lacks(.conversation) ? nil : row[.conversation]
    let id = row.lacks(.id) ? nil : row[.id].map { RecordID.string($0) }
    let text = row[.text] ?? ""
    if let number = row[.turn], let fault = order.turn(number, of: conversation, at: row.line) {
      return turns.leaveOut(telling: [fault])
    }
    guard let name = row[.speaker] else {
      let client = row[.client].flatMap { $0.isEmpty ? nil : $0 }
      if text.isBlank, !isOwn {
        unanswered.note(row.line)
        return turns.leaveOut()
      }
      guard let conversation else {
        turns.note(single: id, at: row.line)
        let known = id ?? .string("\(file):\(row.line)")
        return [.reply(ReplyToScore(session: nil, id: known, client: client, text: text))]
      }
      let told = owners?.take(row.fields, of: conversation, .trainee, at: row.line) ?? []
      return told
        + turns.take(reply: text, id: id, client: client, of: conversation, at: row.line)
    }
    if row.lacks(.conversation) {
      nameless.note(row.line)
      return Decoded.noticing(nameless, tellNameless().first) + turns.leaveOut()
    }
    order.speaker(name, of: conversation, at: row.line)
    guard let (speaker, isAssumed) = cast.speaker(name, at: row.line) else {
      // A remark is nobody's turn, and ends none.
      if SpeakerLabel.isRemark(name.trimmed.lowercased()) {
        return cast.heading(String(name.trimmed), at: row.line).map(Decoded.fault)
      }
      return turns.leaveOut(telling: cast.stranger(name, at: row.line))
    }
    if text.isBlank { wordless.note(row.line) }
    let told = owners?.take(row.fields, of: conversation, speaker, at: row.line) ?? []
    let utterance = Utterance(
      conversation: conversation, id: id, speaker: speaker, text: text, line: row.line,
      isAssumed: isAssumed)
    return told + turns.take(utterance)
  }

  private func tellNameless() -> [Diagnostic] {
    guard let line = nameless.first else { return [] }
    return [
      faults.make(
        "no-conversation", line,
        "no conversation is named in this row\(nameless.others("nor in"))",
        mend: "fill the cells down, as where cells were merged", outcome: Faults.passedOver)
    ]
  }

  private func tellUnanswered() -> [Diagnostic] {
    guard let line = unanswered.first else { return [] }
    return [
      faults.make(
        "no-reply", line, "the reply in this row is empty\(unanswered.others("and so are"))",
        mend: "left out; a silence that was meant is written as [silence]", as: .warning)
    ]
  }

  private func tellWordless() -> [Diagnostic] {
    guard let line = wordless.first else { return [] }
    return [
      faults.make(
        "no-words", line,
        "nothing is said in this row: its text is empty\(wordless.others("and so are"))",
        mend: "it counts as silence; where words are missing, fill them in", as: .warning)
    ]
  }
}
