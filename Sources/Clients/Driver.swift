/// What moved the bond in a session, for the account at its end.
public enum Driver: String, CaseIterable, Sendable {
  case understood = "accurate reflections"
  case explored = "open questions"
  case respected = "affirmation, shared decisions and choices left open"
  case levelled = "openness about how this works"
  case repaired = "misses owned"
  case judged = "judgment"
  case misread = "feelings or facts that were not there"
  case pressured = "advice that nobody asked for, and orders"
  case ignored = "silence, empty words and stories of your own"
  case questioned = "closed questions in a row"
  case promise = "your word about coming back to something"

  init?(_ move: Move) {
    switch move {
    case .judged: self = .judged
    case .repaired: self = .repaired
    case .misread: self = .misread
    case .pressured: self = .pressured
    case .ignored: self = .ignored
    case .understood: self = .understood
    case .levelled: self = .levelled
    case .explored: self = .explored
    case .respected: self = .respected
    case .questioned: self = .questioned
    case .plain: return nil
    }
  }
}
