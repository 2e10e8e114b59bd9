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

  private var talk = CodedTalk()

  init(file: String) {
    self.file = file
  }

  mutating func skipLine() { talk.leaveOut() }

  mutating func finish(report: (Diagnostic) -> Void) -> [CodedReply] { [] }

  mutating func take(_ line: String, at number: Int, report: (Diagnostic) -> Void) -> [CodedReply] {
    guard !line.allSatisfy(\.isWhitespace) else { return [] }
    do throws(JSONLineError) {
      let row = try JSONLine.decode(Row.self, from: line)
      var reply = CodedReply(line: number)
      reply.id = row.id.flatMap(Self.compared)
      reply.conversation = (row.conversation ?? row.session)?.plain.compared
      if reply.conversation?.isEmpty == true { reply.conversation = nil }
      reply.rater = row.rater.flatMap(\.name).map { String($0.trimmed) }.flatMap {
        $0.isEmpty ? nil : $0
      }
      reply.client = row.client.flatMap(Self.said)
      reply.text = row.text.flatMap(Self.said)
      for (name, value) in row.codes.sorted(by: { $0.key < $1.key }) {
        let place = Location(file: file, line: number, column: Self.column(of: name, in: line))
        read(value, of: name, at: place, into: &reply, report: report)
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
      let beside = talk.beside(reply, speaker: try Self.speaker(of: line), at: place, report)
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
  private static func speaker(of line: String) throws(JSONLineError) -> String? {
    let keys = try JSONLine.decode([String: JSONValue].self, from: line)
    if let foreign = ReplyRecord.foreignSpeaker(in: keys) { return foreign }
    guard keys["client"] == nil else { return nil }
    return keys.filter { ColumnMapping.namesSpeaker($0.key) }.compactMap(\.value.name)
      .first { SpeakerNames().known($0) == .trainee }
  }

  private func read(
    _ value: JSONValue, of name: String, at place: Location, into reply: inout CodedReply,
    report: (Diagnostic) -> Void
  ) {
    guard let variable = CodeVariable(name: name) else {
      return report(CodedFault.code(name, place))
    }
    switch value {
    case .null: reply.codes[variable] = .some(nil)
    case .string(let text) where CodedReply.leftOpen.contains(text.trimmed.lowercased()):
      reply.codes[variable] = .some(nil)
    default:
      guard let meant = variable.value(meant: value.plain) else {
        reply.codes[variable] = .some(nil)
        return report(CodedFault.value(value.plain, variable, place))
      }
      reply.codes[variable] = meant
    }
  }

  /// Where a code's key stands in a line, in scalars from 1.
  private static func column(of key: String, in line: String) -> Int? {
    guard let codes = line.firstRange(of: "\"codes\""),
      let range = line[codes.upperBound...].firstRange(of: "\"\(key)\"")
    else { return nil }
    return line.unicodeScalars.distance(from: line.startIndex, to: range.lowerBound) + 1
  }
}
