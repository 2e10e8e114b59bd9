import Listening
import Transcripts

/// A conversation with its graded replies.
struct ScoredSession {
  var name: String
  var replies: [ScoredReply]

  /// The session in MITI's measures.
  var measures: SessionMeasures {
    SessionMeasures(
      turns: replies.map { ($0.reply.text, $0.grade) },
      clientLines: replies.compactMap(\.reply.client) + replies.compactMap(\.reply.closing))
  }
}

/// Puts replies together that belong to one session. Single replies belong to none.
struct SessionGrouper {
  private var session: ScoredSession?

  /// Takes the next reply.
  ///
  /// - Returns: The session that is complete now, and whether the reply begins another.
  mutating func add(_ scored: ScoredReply) -> (ended: ScoredSession?, begins: Bool) {
    guard let name = scored.reply.session else { return (end(), false) }
    if session?.name == name, scored.reply.turn != 1 {
      session?.replies.append(scored)
      return (nil, false)
    }
    let ended = end()
    session = ScoredSession(name: name, replies: [scored])
    return (ended, true)
  }

  /// Ends the last session.
  mutating func end() -> ScoredSession? {
    defer { session = nil }
    return session
  }
}
