/// Whether a reply asks what something was like.
extension Wording {
  /// Whether it asks what something was like.
  var asksFeeling: Bool { clauses.contains { Self.asksFeeling($0) } }

  /// Whether a clause asks what something was like.
  static func asksFeeling(_ clause: [String]) -> Bool {
    feelings.range(in: clause) != nil || asksHowItWas(clause)
  }

  /// Asking what something was like.
  private static let feelings = Phrase.list(
    """
    what|how was|is|were|did|does it|that|this|you all? feel|like
    what|how did|does he|she|they feel
    what|how did|do|does you feel
    what|how did|do|does it|that|this feel|make|do|mean|leave
    how was|is|are|were it|that|this|things|you for|with|about
    how were you that|then|when|after|afterwards
    how was|is it|that|this when|then|after|being|having|$
    what went|goes|was|is|happens|happened going? on|through|in|up|inside for|you|your|there
    what comes|came up
    """)

  /// Whether a clause asks how it was to do something: 'how was it, opening that?'.
  private static func asksHowItWas(_ clause: [String]) -> Bool {
    clause.indices.contains { place in
      let rest = clause[place...]
      guard rest.first == "how", let verb = rest.dropFirst().first, forms.contains(verb),
        var next = rest.dropFirst(2).first
      else { return false }
      if pronouns.contains(next) {
        guard let act = rest.dropFirst(3).first, !proceeding.contains(act) else { return false }
        next = act
      }
      return tellsAct(next)
    }
  }

  /// Whether a word is the form of a verb that tells what one was doing.
  static func tellsAct(_ word: String) -> Bool {
    word.count > 4 && word.hasSuffix("ing") && !word.hasSuffix("thing")
      && !["evening", "morning"].contains(word)
  }

  private static let forms: Set<String> = ["is", "was", "were"]
  private static let pronouns: Set<String> = ["it", "that", "this"]
  /// Behind 'how is it' these ask how it goes.
  private static let proceeding: Set<String> = [
    "coming", "doing", "feeling", "getting", "going", "landing", "looking", "shaping", "sitting",
    "working",
  ]
}
