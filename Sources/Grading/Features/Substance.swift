/// How much a reply says of the client that it answers, whatever its form.
package enum Substance: Sendable {
  /// Something particular.
  case particular
  /// What could be said to any client: 'It sounds like that's what it's like for you.'
  case general
  /// Words for feelings of many kinds, which the client did not name: one of them may well be right,
  /// and nothing shows that anybody listened.
  case strungFeelings
  /// Feelings that hurt and nothing else, to a client who names none that is good to have: 'You feel
  /// anxious about this.'
  case barePain
}

extension Utterance {
  /// Feelings are strung together where a reply has as many words for them, of as many kinds that the
  /// client's line does not name, and nothing else.
  private static let strungWords = 4
  private static let strungKinds = 3

  /// What it says to a client who names some feelings; `nil` where it says something besides feelings.
  func substanceOfFeelings(besides shown: WordClass) -> Substance? {
    var count = 0
    var named: WordClass = []
    var isPlain = true
    for token in tokens where token.kind == .word {
      if token.classes.isDisjoint(with: .unsaying) { return nil }
      let feelings = token.classes.intersection(.feelings)
      if !feelings.isEmpty { count += 1 }
      named.formUnion(feelings)
      if token.context == .negated || token.context == .quoted { isPlain = false }
    }
    if count >= Self.strungWords,
      named.subtracting(shown).rawValue.nonzeroBitCount >= Self.strungKinds
    {
      return .strungFeelings
    }
    let hurts =
      !named.isDisjoint(with: .painful) && named.union(shown).isDisjoint(with: .pleasant)
    return isPlain && hurts ? .barePain : nil
  }
}
