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
  private var reply: Words?

  /// Takes a row of the client's.
  mutating func hear(_ row: CodedReply) {
    enter(row.conversation)
    if reply != nil { leaveOut() }
    let words = Words(id: row.id, text: row.text)
    if row.id == nil || !client.contains(words) { client.append(words) }
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
    reply = nil
  }

  private mutating func enter(_ name: String?) {
    if name != conversation { leaveOut() }
    conversation = name
  }
}
