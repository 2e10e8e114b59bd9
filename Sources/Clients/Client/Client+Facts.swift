import Scenarios

/// What a client answers to a plain question.
extension Client {
  /// The fact that a reply asks for, of which the last clause that asks decides; one no deeper than
  /// `reach` before others.
  func fact(askedBy reply: Reply, within reach: Int) -> Fact? {
    guard !vignette.facts.isEmpty else { return nil }
    let name = Words.all(of: vignette.name)
    let questions = reply.question.plain
    // A reply may be long, and hold a pronoun in each of its questions.
    let meant = spokenOf(by: Set(questions.flatMap(\.pronouns)), in: reply)
    for question in questions.reversed() {
      let fits = vignette.facts.compactMap { fact in
        question.fit(of: fact, addressing: name, meaning: meant).map { (fact: fact, fit: $0) }
      }
      let near = fits.filter { $0.fact.depth <= reach }
      let known = near.isEmpty ? fits : near
      if let best = known.map(\.fit).max() { return known.first { $0.fit == best }?.fact }
    }
    // What fits none of them as it stands may do so without a time, or by the first word of a name.
    for question in questions.reversed().compactMap(\.loose) {
      let fits = vignette.facts.filter { fact in
        question.fit(of: fact, addressing: name, meaning: meant, loosely: true) != nil
      }
      if fits.count == 1 { return fits.first }
    }
    return nil
  }

  /// So many replies back may somebody have been named for whom a pronoun stands.
  private static let repliesInMind = 3

  /// By pronoun, the words of what was said last of whom or what it may stand for, by the facts that it
  /// may stand for in any.
  private func spokenOf(by pronouns: Set<String>, in reply: Reply) -> [String: Set<String>] {
    guard !pronouns.isEmpty else { return [:] }
    // A fact need not name whom it is about: 'Sixty-nine.' Nor do they who ask on after somebody.
    let last = told.last?.text ?? ""
    let latest = [reply.text, factJustTold?.of.joined(separator: " ") ?? "", current.text]
      .map(Words.content)
    let earlier = replies.dropLast().suffix(Self.repliesInMind).reversed().map {
      Set(Words.naming(among: $0).map(Words.stem))
    }
    let lastWords = Words.content(of: last)
    return pronouns.reduce(into: [:]) { meant, pronoun in
      let facts = vignette.facts.filter { $0.of.contains(pronoun) }
      let nouns = Words.content(of: facts.flatMap(\.of).joined(separator: " "))
      let said = latest + (["it", "you"].contains(pronoun) ? [] : earlier) + [lastWords]
      let named = said.first { !$0.isDisjoint(with: nouns) }
      let unnamed = [current.text, last].first { Self.has(pronoun, in: $0, beforeNaming: nouns) }
      // Nobody is named in any of these, or only behind the pronoun: 'she's with my mum'.
      let isUnnamed = unnamed.map { named == nil || named == Words.content(of: $0) } ?? false
      meant[pronoun] = (isUnnamed ? mostSpokenOf(by: pronoun) : nil) ?? named
    }
  }

  /// Whether a line speaks of somebody by a pronoun before it names anybody for whom that may stand.
  private static func has(
    _ pronoun: String, in text: String, beforeNaming nouns: Set<String>
  ) -> Bool {
    guard ["he", "she"].contains(pronoun) else { return false }
    let first = Words.all(of: text).first {
      $0 == pronoun || $0 == pronoun + "s" || nouns.contains(Words.stem($0))
    }
    return first == pronoun || first == pronoun + "s"
  }

  /// The words for the one of whom the story speaks most, of those for whom a pronoun may stand; `nil`
  /// where it speaks of another as often.
  private func mostSpokenOf(by pronoun: String) -> Set<String>? {
    let people = vignette.facts.filter { $0.of.contains(pronoun) && $0.asks.contains(.name) }
      .map { Words.content(of: $0.of.joined(separator: " ")) }
    let lines = vignette.storyLines.map { Words.content(of: $0.text) }
    let counts = people.map { person in lines.count { !$0.isDisjoint(with: person) } }
    guard let most = counts.max(), most > 0, let place = counts.firstIndex(of: most) else {
      return nil
    }
    let person = people[place]
    let isAlone = zip(people, counts).allSatisfy { $1 < most || !$0.isDisjoint(with: person) }
    return isAlone ? person : nil
  }

  /// The fact that the client has told last, if nothing has come after it.
  var factJustTold: Fact? { vignette.facts.first { $0.text == current.line.text } }

  /// A fact as a line.
  func line(of fact: Fact) -> ClientLine {
    var line = line(besideStory: fact.text, why: DefaultLines.whyAfterFact)
    line.depth = fact.depth
    return line
  }

  /// A line that tells nothing new of the story: what would land well after it is what would have before.
  func line(besideStory text: String, why: String) -> ClientLine {
    var line = ClientLine()
    (line.text, line.why) = (text, why)
    line.example = told.last?.example ?? DefaultLines.exampleAfterFact
    return line
  }
}
