import Listening
import Transcripts

/// A conversation as it is scored: what is measured of it so far, and none of its replies.
struct ScoredSession {
  /// Its name.
  let name: String
  /// The file that it is in; `nil` for several sessions together.
  let file: String?
  /// The model that graded its first reply.
  let model: String
  /// What its file tells of it, where that is a saved session.
  private(set) var saved: SavedSession?
  /// Replies of which a code could not be decided with confidence.
  private(set) var unsure = 0
  private var tally = SessionTally()
  /// How many replies there are of each kind that a trainee may want to leave out.
  private(set) var slips: [Slip: Int] = [:]

  /// A session of which there is nothing yet.
  init(name: String, file: String?, model: String) {
    self.name = name
    self.file = file
    self.model = model
  }

  /// Takes what was measured of another session, as if both were one; not what its file tells.
  mutating func add(_ other: ScoredSession) {
    tally.add(other.tally)
    unsure += other.unsure
    slips.merge(other.slips, uniquingKeysWith: +)
  }

  fileprivate mutating func add(_ scored: ScoredReply) {
    tally.add(spoken: scored.reply.text, scored.grade)
    unsure += scored.grade.unsure.isEmpty ? 0 : 1
    for slip in Slip.allCases where slip.isMade(by: scored.grade.codes) {
      slips[slip, default: 0] += 1
    }
    saved = scored.reply.saved ?? saved
    for line in [scored.reply.client, scored.reply.closing] {
      if let line { tally.add(spokenByClient: line) }
    }
  }

  /// The session in MITI's measures.
  var measures: SessionMeasures { tally.measures }
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
      session?.add(scored)
      return (nil, false)
    }
    let ended = end()
    session = ScoredSession(name: name, file: scored.reply.file, model: scored.grade.model)
    session?.add(scored)
    return (ended, true)
  }

  /// Ends the last session.
  mutating func end() -> ScoredSession? {
    defer { session = nil }
    return session
  }
}
