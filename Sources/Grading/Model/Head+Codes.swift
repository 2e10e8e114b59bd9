import Listening

extension Codes {
  /// The value of a head that the codes state, or `nil` where they do not speak of it.
  package func value(of head: Head) -> Int? {
    switch head {
    case .main: Head.mainValues.firstIndex(of: main)
    case .judgmentKind: CodeVariable.judgmentKind.index(in: self)
    default: head.code.map { self[$0] }
    }
  }

  /// Sets the code that a head decides to one of the head's values.
  mutating func set(_ head: Head, to value: Int) {
    switch head {
    case .main: main = Head.mainValues[value]
    case .judgmentKind: judgmentKind = JudgmentKind.allCases[value]
    default: if let code = head.code { self[code] = value }
    }
  }
}
