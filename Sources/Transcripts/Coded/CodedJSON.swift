import Diagnostics
import Lines
import Listening

/// Reads coded replies as one JSON object a line.
struct CodedJSON: CodedLineReader {
  let file: String
  var named: Set<CodeVariable> { [] }

  private struct Row: Decodable {
    var id: RecordID?
    var conversation: JSONValue?
    var session: JSONValue?
    var rater: JSONValue?
    var client: String?
    var text: String?
    var codes: [String: JSONValue]
    var empathy: Double?
    var openness: Double?
    var nonjudgment: Double?
  }

  /// A row, and what its line says of who speaks.
  private struct Line: Decodable {
    var row: Row
    var speaker: String?

    init(from decoder: any Decoder) throws {
      row = try Row(from: decoder)
      let keys = ReplyRecord.speakerEntries(
        of: try decoder.container(keyedBy: ReplyRecord.Key.self))
      speaker = CodedJSON.speaker(keys)
    }
  }

  private var talk = CodedTalk()

  init(file: String) {
    self.file = file
  }

  mutating func skipLine() { talk.leaveOut() }

  mutating func finish(report: (Diagnostic) -> Void) -> [CodedReply] { [] }

  mutating func take(_ line: String, at number: Int, report: (Diagnostic) -> Void) -> [CodedReply] {
    guard !line.allSatisfy(\.isWhitespace) else { return [] }
    do throws(JSONLineError) {
      let decoded = try JSONLine.decode(Line.self, from: line)
      let row = decoded.row
      var reply = CodedReply(line: number)
      reply.id = row.id.flatMap(Self.compared)
      reply.conversation = (row.conversation ?? row.session)?.plain.compared
      if reply.conversation?.isEmpty == true { reply.conversation = nil }
      reply.rater = row.rater.flatMap(\.name).map { String($0.trimmed) }.flatMap {
        $0.isEmpty ? nil : $0
      }
      reply.client = row.client.flatMap(Self.said)
      reply.text = row.text.flatMap(Self.said)
      var places = CodePlaces(file: file, line: line, number: number)
      for (name, value) in row.codes.sorted(by: { $0.key < $1.key }) {
        read(value, of: name, at: &places, into: &reply, report: report)
      }
      let scores = [(ScoreName.empathy, row.empathy), (.openness, row.openness)]
      for (name, score) in scores + [(.nonjudgment, row.nonjudgment)] {
        guard let score else { continue }
        if (0...100).contains(score) {
          reply.scores[name] = score
        } else {
          report(CodedFault.score(name, Location(file: file, line: number)))
        }
      }
      let place = Location(file: file, line: number)
      let beside = talk.beside(reply, speaker: decoded.speaker, at: place, report)
      return beside.map { [$0] } ?? []
    } catch {
      talk.leaveOut()
      report(Faults(file: file).unread("record", number, "not a coded reply", error))
      return []
    }
  }

  /// Words, where they are there: programs that keep tables write an empty cell as an empty text.
  private static func said(_ text: String) -> String? { text.isBlank ? nil : text }

  /// An id as it is compared; `nil` where there is none.
  private static func compared(_ id: RecordID) -> RecordID? {
    switch id {
    case .null: nil
    case .integer, .unsigned: id
    case .string(let text): .string(text.compared)
    }
  }

  /// Who speaks in a line that is an utterance.
  private static func speaker(_ keys: [String: JSONValue]) -> String? {
    if let foreign = ReplyRecord.foreignSpeaker(in: keys) { return foreign }
    guard keys["client"] == nil else { return nil }
    return keys.compactMap(\.value.name).first { SpeakerNames().known($0) == .trainee }
  }

  private func read(
    _ value: JSONValue, of name: String, at places: inout CodePlaces, into reply: inout CodedReply,
    report: (Diagnostic) -> Void
  ) {
    guard let variable = CodeVariable(name: name) else {
      return report(CodedFault.code(name, places.place(of: name)))
    }
    switch value {
    case .null: reply.codes[variable] = .some(nil)
    case .string(let text) where CodedReply.leftOpen.contains(text.trimmed.lowercased()):
      reply.codes[variable] = .some(nil)
    default:
      guard let meant = variable.value(meant: value.plain) else {
        reply.codes[variable] = .some(nil)
        return report(CodedFault.value(value.plain, variable, places.place(of: name)))
      }
      reply.codes[variable] = meant
    }
  }
}
