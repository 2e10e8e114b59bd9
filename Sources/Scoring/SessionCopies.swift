import Diagnostics
import Repeatable
import Transcripts

/// The saved sessions that a run has come to, to notice one that is there again: whoever hands in
/// the same one twice, or somebody else's, has it counted in every figure.
///
/// A session is known by a hash of what it was played with and of all that was said in it up to the
/// last reply, so that a copy without the end is the same.
public struct SessionCopies {
  /// How many are remembered.
  private static let limit = 1 << 16

  private var names: [UInt64: String] = [:]
  /// A hash of the session that goes on.
  private var hash = FNV1a.start

  /// No sessions yet.
  public init() {}

  /// Takes the next reply of the run.
  ///
  /// - Returns: A warning where it is the last one of a saved session that has been there before.
  public mutating func take(_ reply: ReplyToScore) -> Diagnostic? {
    guard let session = reply.session else { return nil }
    if reply.turn == 1 { hash = FNV1a.start }
    mix(reply.client ?? "")
    mix(reply.text)
    // Only saved sessions have one; of transcripts, short ones may be alike by chance.
    guard let saved = reply.saved else { return nil }
    mix(saved.vignette)
    hash = FNV1a.add(saved.seed, to: hash)
    guard let first = names[hash] else {
      if names.count == Self.limit { names.removeAll() }
      names[hash] = session
      return nil
    }
    return Diagnostic(
      .warning, "session-twice", at: Location(file: session),
      "the session is the same as '\(first)', word for word",
      mend: "both are counted; leave one of them out where it was handed in twice")
  }

  private mutating func mix(_ text: String) {
    hash = FNV1a.hash(text.utf8, from: hash)
    // No byte of UTF-8: tells "ab", "c" from "a", "bc".
    hash = FNV1a.add(0xFF, to: hash)
  }
}
