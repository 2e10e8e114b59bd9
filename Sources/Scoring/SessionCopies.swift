import Diagnostics
import Repeatable
import Transcripts

/// The saved sessions that a run has come to, to notice one that is there again: whoever hands in
/// the same one twice, or a draft of it, or somebody else's, has it counted in every figure.
///
/// A session is known by a hash of what it was played with and of all that was said in it up to the
/// last reply, so that a copy without the end is the same. One that has not ended is a draft of
/// another that begins with all of it.
public struct SessionCopies {
  /// A session that has been there.
  private struct Known {
    var name: String
    var hasEnded: Bool
  }

  /// How many sessions and beginnings of sessions are remembered.
  private static let limit = 1 << 18
  /// The most replies of a draft that is noticed.
  private static let longestDraft = 1 << 10

  /// By the hash of the whole session.
  private var known: [UInt64: Known] = [:]
  /// The names of longer sessions by the hash of each of their beginnings.
  private var longer: [UInt64: String] = [:]
  /// A hash of the session that goes on, and those that it had after its replies before.
  private var hash = FNV1a.start
  private var beginnings: [UInt64] = []

  /// No sessions yet.
  public init() {}

  /// Takes the next reply of the run.
  ///
  /// - Returns: A warning where it is the last one of a saved session that has been there before, as
  ///   a whole or in part.
  public mutating func take(_ reply: ReplyToScore) -> Diagnostic? {
    guard let session = reply.session else { return nil }
    if reply.turn == 1 {
      hash = FNV1a.start
      beginnings.removeAll(keepingCapacity: true)
    }
    hash = FNV1a.hash(part: reply.client ?? "", from: hash)
    hash = FNV1a.hash(part: reply.text, from: hash)
    // Only saved sessions have one; of transcripts, short ones may be alike by chance.
    guard let saved = reply.saved else {
      if beginnings.count < Self.longestDraft { beginnings.append(hash) }
      return nil
    }
    let key = Self.key(hash, saved)
    if let first = known[key] {
      return Diagnostic(
        .warning, "session-twice", at: Location(file: session),
        "the session is the same as '\(first.name)', word for word",
        mend: "both are counted; leave one of them out where it was handed in twice")
    }
    let hasEnded = saved.ending != nil
    let before = beginnings.map { Self.key($0, saved) }
    let warning: Diagnostic? =
      if !hasEnded, let whole = longer[key] {
        Self.draft(session, of: whole)
      } else {
        before.reversed().compactMap { known[$0] }.first { !$0.hasEnded }
          .map { Self.draft($0.name, of: session) }
      }
    if known.count + longer.count >= Self.limit {
      known.removeAll()
      longer.removeAll()
    }
    known[key] = Known(name: session, hasEnded: hasEnded)
    for beginning in before { longer[beginning] = longer[beginning] ?? session }
    return warning
  }

  private static func draft(_ name: String, of whole: String) -> Diagnostic {
    Diagnostic(
      .warning, "session-twice", at: Location(file: name),
      "the session has not ended, and '\(whole)' goes on from it, word for word the same up to there",
      mend: "both are counted; leave out the one that was saved on the way")
  }

  /// What a session is known by that has come so far.
  private static func key(_ hash: UInt64, _ saved: SavedSession) -> UInt64 {
    FNV1a.add(saved.seed, to: FNV1a.hash(part: saved.vignette, from: hash))
  }
}
