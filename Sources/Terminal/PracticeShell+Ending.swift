import LineProtocol

extension PracticeShell {
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
