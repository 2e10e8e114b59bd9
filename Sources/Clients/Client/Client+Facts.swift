import Scenarios

/// What a client answers to a plain question.
extension Client {
  /// The fact that a reply asks for, of which the last clause that asks decides.
  func fact(askedBy reply: Reply) -> Fact? {
    guard !vignette.facts.isEmpty else { return nil }
    let name = Words.all(of: vignette.name)
    // What was said last comes first; a fact need not name whom it is about: 'Sixty-nine.'
    let latest = ([current.text] + (factJustTold?.of ?? [])).joined(separator: " ")
    let spoken = [reply.text, latest, replies.dropLast().last ?? "", told.last?.text ?? ""]
      .map(Words.content)
    let lately = spoken.reduce(into: Set<String>()) { $0.formUnion($1) }
    for question in reply.question.plain.reversed() {
      let fits = vignette.facts.compactMap { fact in
        question.fit(of: fact, addressing: name, after: lately).map { (fact: fact, fit: $0) }
      }
      guard let best = fits.map(\.fit).max() else { continue }
      // Of several whom a pronoun may mean, it is the last who was spoken of.
      return fits.filter { $0.fit == best }.map(\.fact)
        .min { Self.place(of: $0, in: spoken) < Self.place(of: $1, in: spoken) }
    }
    return nil
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

  /// Which of some texts first speaks of whom a fact is about.
  private static func place(of fact: Fact, in texts: [Set<String>]) -> Int {
    let nouns = Words.content(of: fact.of.joined(separator: " "))
    return texts.firstIndex { !nouns.isDisjoint(with: $0) } ?? texts.count
  }
}
