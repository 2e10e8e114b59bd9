/// How much a reply says of the client that it answers, whatever its form.
package enum Substance: Sendable {
  /// Something particular.
  case particular
  /// What could be said to any client: 'It sounds like that's what it's like for you.'
  case general
  /// Words for feelings of many kinds, which the client did not name: one of them may well be right,
  /// and nothing shows that anybody listened.
  case strungFeelings
}

extension Utterance {
  /// Feelings are strung together where a reply has as many words for them, of as many kinds that the
  /// client's line does not name, and nothing else.
  private static let strungWords = 4
  private static let strungKinds = 3

  /// Whether it strings feelings together that are none of these.
  func stringsFeelings(besides shown: WordClass) -> Bool {
    var count = 0
    var named: WordClass = []
    for token in tokens where token.kind == .word {
      if token.classes.isDisjoint(with: .unsaying) { return false }
      let feelings = token.classes.intersection(.feelings)
      if !feelings.isEmpty { count += 1 }
      named.formUnion(feelings)
    }
    return count >= Self.strungWords
      && named.subtracting(shown).rawValue.nonzeroBitCount >= Self.strungKinds
  }
}
