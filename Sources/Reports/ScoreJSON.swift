import Lines
import Listening
import Transcripts

/// One JSON document: the sessions in order, each with its replies and then its measures. Single
/// replies that follow each other stand in a session without name and measures.
///
/// It is written as the replies come, so that memory does not grow with them.
struct ScoreJSON: ScoreReport {
  /// The version of the document's form.
  static let format = 1

  private let showsReplies: Bool
  private var sessions = SessionGrouper()
  private var hasSessions = false
  private var isOpen = false
  private var hasReplies = false

  init(showsReplies: Bool) {
    self.showsReplies = showsReplies
  }

  mutating func begin(into output: inout some TextOutputStream) {
    output.write("{\"format\":\(Self.format),\"sessions\":[")
  }

  mutating func add(_ scored: ScoredReply, into output: inout some TextOutputStream) {
    let (ended, begins) = sessions.add(scored)
    let isSingle = scored.reply.session == nil
    if isOpen, ended != nil || begins { close(ended, into: &output) }
    if isSingle, !showsReplies { return }
    if !isOpen { open(scored.reply.session, into: &output) }
    guard showsReplies else { return }
    let row = JSONLine.encode(Row(scored: scored))
    output.write((hasReplies ? ",\n" : "\n") + row)
    hasReplies = true
  }

  mutating func end(into output: inout some TextOutputStream) {
    let ended = sessions.end()
    if isOpen { close(ended, into: &output) }
    output.write("]}\n")
  }

  private mutating func open(_ name: String?, into output: inout some TextOutputStream) {
    let name = name.map { JSONLine.encode($0) } ?? "null"
    output.write((hasSessions ? ",\n" : "\n") + "{\"session\":\(name)")
    if showsReplies { output.write(",\"replies\":[") }
    (hasSessions, isOpen, hasReplies) = (true, true, false)
  }

  private mutating func close(
    _ session: ScoredSession?, into output: inout some TextOutputStream
  ) {
    let measures = session.map { JSONLine.encode(SessionRow($0)) } ?? "null"
    output.write((showsReplies ? "]" : "") + ",\"measures\":\(measures)}")
    isOpen = false
  }

  /// A reply with what was said around it, and the grade's own keys.
  private struct Row: Encodable {
    enum CodingKeys: String, CodingKey { case id, turn, client, text, closing }

    var scored: ScoredReply

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(scored.reply.id, forKey: .id)
      try container.encodeIfPresent(scored.reply.turn, forKey: .turn)
      try container.encode(scored.reply.client, forKey: .client)
      try container.encode(scored.reply.text, forKey: .text)
      try container.encodeIfPresent(scored.reply.closing, forKey: .closing)
      try scored.grade.encode(to: encoder)
    }
  }
}
