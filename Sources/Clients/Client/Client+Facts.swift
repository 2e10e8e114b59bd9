import Scenarios

/// What a client answers to a plain question.
extension Client {
  /// The fact that a reply asks for, of which the last clause that asks decides; one no deeper than
  /// `reach` before others.
  func fact(askedBy reply: Reply, within reach: Int) -> Fact? {
    guard !vignette.facts.isEmpty else { return nil }
    let name = Words.all(of: vignette.name)
    for question in reply.question.plain.reversed() {
      let meant = spokenOf(by: question.pronouns, in: reply)
      let fits = vignette.facts.compactMap { fact in
        question.fit(of: fact, addressing: name, meaning: meant).map { (fact: fact, fit: $0) }
      }
      let near = fits.filter { $0.fact.depth <= reach }
      let known = near.isEmpty ? fits : near
      if let best = known.map(\.fit).max() { return known.first { $0.fit == best }?.fact }
    }
    return nil
  }

  /// So many replies back may somebody have been named for whom a pronoun stands.
  private static let repliesInMind = 3

  /// By pronoun, the words of what was said last of whom or what it may stand for, by the facts that it
  /// may stand for in any.
  private func spokenOf(by pronouns: [String], in reply: Reply) -> [String: Set<String>] {
    guard !pronouns.isEmpty else { return [:] }
    // A fact need not name whom it is about: 'Sixty-nine.' Nor do they who ask on after somebody.
    let latest = [reply.text, factJustTold?.of.joined(separator: " ") ?? "", current.text]
    let earlier = Array(replies.dropLast().suffix(Self.repliesInMind).reversed())
    let last = told.last?.text ?? ""
    return pronouns.reduce(into: [:]) { meant, pronoun in
      let facts = vignette.facts.filter { $0.of.contains(pronoun) }
      let nouns = Words.content(of: facts.flatMap(\.of).joined(separator: " "))
      let texts = latest + (["it", "you"].contains(pronoun) ? [] : earlier) + [last]
      meant[pronoun] = texts.lazy.map(Words.content).first { !$0.isDisjoint(with: nouns) }
    }
  }

  /// The fact that the client has told last, if nothing has come after it.
  var factJustTold: Fact? { vignette.facts.first { $0.text == current.line.text } }

  /// A fact as a line. What would land well after it is what would have before: it told nothing new of
  /// the story.
  func line(of fact: Fact) -> ClientLine {
    var line = ClientLine()
    (line.text, line.depth, line.why) = (fact.text, fact.depth, DefaultLines.whyAfterFact)
    line.example = told.last?.example ?? DefaultLines.exampleAfterFact
    return line
  }
}
