/// What moved the bond in a session, for the summary at its end.
public enum BondContribution: Hashable, Sendable {
  /// Replies of this kind.
  case move(Move)
  /// Promises to come back to something, kept or broken.
  case promise

  /// All of them, gains before losses.
  public static let all = Move.allCases.map(Self.move) + [.promise]

  /// What it is called in the summary.
  public var label: String {
    switch self {
    case .move(.understood): "accurate reflections"
    case .move(.explored): "open questions"
    case .move(.respected): "affirmation, shared decisions and choices left open"
    case .move(.transparent): "openness about how this works"
    case .move(.repaired): "misses owned"
    case .move(.judged): "judgment"
    case .move(.misread): "feelings or facts that were not there"
    case .move(.pressured): "advice that nobody asked for, and orders"
    case .move(.ignored): "silence, empty words and stories of your own"
    case .move(.questioned): "closed questions in a row"
    case .move(.plain): "replies without effect"
    case .promise: "your word about coming back to something"
    }
  }
}
