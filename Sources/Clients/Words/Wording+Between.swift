/// What a reply says of the two who sit there.
extension Wording {
  /// Whether it asks what the trainee's own words did, and names the trainee, says just before what they
  /// did, or says nothing else. Any other 'that' may be of the client's story.
  var asksOwnImpact: Bool {
    clauses.indices.contains { place in
      let clause = clauses[place]
      guard Self.impact.range(in: clause) != nil else { return false }
      if !Self.oneself.isDisjoint(with: clause) { return true }
      return place > 0
        ? Self.ownAct.range(in: clauses[place - 1]) != nil
        : clauses.count == 1 && Self.excess.range(in: clause) != nil
    }
  }

  /// Whether it says that the trainee had asked about the two of them.
  var speaksOfUs: Bool { holds(Self.ofUs) }

  private static let oneself: Set<String> = ["i", "me", "my"]
  private static let ownAct = Phrase.list(
    """
    i|id|ive just|only? asked|said|told|put|pushed|pressed|rushed|followed|brought|went|called|spoke
    """)
  private static let excess = Phrase.list("was|is that|this|it too")
  private static let ofUs = Phrase.list(
    """
    i|id|ive was|been? just? asked|asking|wondered|wondering|spoke|speaking|talking about|of us
    i|id|ive was|been? just? asked|asking|wondered|wondering|spoke|speaking|talking about|of you and me|i
    """)
}
