import Diagnostics

/// What the client said before each reply, in a coded table that has a row for everything said.
///
/// A row that says again what was just said holds another rater's codes.
struct CodedTalk {
  private struct Words: Hashable {
    var id: RecordID?
    var text: String?
  }

  private var conversation: String?
  /// What the client said before the reply, or since the last one.
  private var client: [Words] = []
  /// The same, to tell at once that words with an id come again.
  private var heard: Set<Words> = []
  private var reply: Words?

  private var strangers: Set<String> = []

  /// A reply with what the client had said before it; `nil` where the row is no reply.
  mutating func beside(
    _ row: CodedReply, speaker name: String?, at place: Location, _ report: (Diagnostic) -> Void
  ) -> CodedReply? {
    guard let name else { return row }
    switch SpeakerNames().known(name) {
    case .client:
      hear(row)
      return nil
    case .trainee:
      var reply = row
      reply.client = answered(by: row)
      return reply
    case nil:
      leaveOut()
      if strangers.insert(name).inserted { report(CodedFault.speaker(name, place)) }
      return nil
    }
  }

  /// Takes a row of the client's.
  mutating func hear(_ row: CodedReply) {
    enter(row.conversation)
    if reply != nil { leaveOut() }
    let words = Words(id: row.id, text: row.text)
    if row.id == nil || heard.insert(words).inserted { client.append(words) }
  }

  /// What the client had said before a reply, if that is known.
  mutating func answered(by row: CodedReply) -> String? {
    enter(row.conversation)
    let words = Words(id: row.id, text: row.text)
    // A second reply in a row answers nothing of its own.
    if reply != nil, words != reply || row.id == nil { leaveOut() }
    reply = words
    return client.isEmpty ? nil : client.compactMap(\.text).joined(separator: "\n")
  }

  /// Takes notice of something that is left out: what comes next answers nothing that is known.
  mutating func leaveOut() {
    client = []
    heard = []
    reply = nil
  }

  private mutating func enter(_ name: String?) {
    if name != conversation { leaveOut() }
    conversation = name
  }
}
