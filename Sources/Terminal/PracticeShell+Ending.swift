import LineProtocol

extension PracticeShell {
  /// What to begin with.
  public enum Start {
    /// Let the trainee choose; some vignettes have been played before.
    case choose(seed: UInt64?, played: Set<String>)
    /// A vignette.
    case vignette(String, seed: UInt64?)
    /// A saved session.
    case resume(String)
    /// The first of these saved sessions that can go on; each that cannot, and is passed over for
    /// another, is told with the reply that says why.
    case resumeFirst(of: AnyIterator<String>, passedOver: (Reply) -> Void)
    /// The next session with the client of a saved one.
    case next(String, seed: UInt64?)
  }

  /// Why a reply was not sent.
  public enum Unsent: Hashable, Sendable {
    /// It is not UTF-8 text.
    case notText
    /// It is longer than a reply can be.
    case tooLong
    /// The session with this vignette's client had ended, and the client comes back or not.
    case sessionOver(id: String, vignette: String, returns: Bool)
  }

  /// How the shell came to an end.
  public enum Ending: Hashable, Sendable {
    /// In order.
    case done
    /// In order, but for a copy that could not be written, which has been told.
    case unwritten
    /// In order, but for a reply, a retry or the end that could not be saved, which has been told.
    case unsaved
    /// In order, but for replies from a pipe that were not sent; `line` is where the first ends.
    case unsent(line: Int, Unsent)
    /// The terminal is gone; what was said is saved.
    case gone
    /// A signal told the shell to stop; what has been answered is saved.
    case interrupted(signal: Int32)
    /// The replies cannot be read, for this reason; what was said is saved.
    case unreadable(String)
    /// There is no vignette of this name; near ones, if any, may be meant.
    case noSuchVignette(String, near: [String])
    /// No saved session waits to be resumed.
    case nothingToResume
    /// The start was refused; `session` is the saved one that cannot go on, if any.
    case refused(Reply, session: String? = nil)
  }
}
