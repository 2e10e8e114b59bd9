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
}
