import Scenarios

/// What a client answers to a plain question.
extension Client {
  /// The fact that a reply asks for, of which the last clause that asks decides; one no deeper than
  /// `reach` before others, and of as many words one of a person before one of a thing.
  func fact(askedBy reply: Reply, within reach: Int) -> Fact? {
    guard !vignette.facts.isEmpty else { return nil }
    let name = Words.all(of: vignette.name)
    let questions = reply.question.plain
    // A reply may be long, and hold a pronoun in each of its questions.
    let spokenOf = self.spokenOf(by: Set(questions.flatMap(\.pronouns)), in: reply)
    let isNamed = namedPronouns(of: questions, in: reply)
    func meaning(of question: PlainQuestion) -> [String: Set<String>] {
      question.pronouns.reduce(into: spokenOf) { meant, pronoun in
        guard !isNamed.contains(pronoun), let one = onlyOne(with: question, for: pronoun) else {
          return
        }
        meant[pronoun] = one
      }
    }
    // What was at the time of the last line is told by what has something of that line in it.
    func facts(for question: PlainQuestion) -> [Fact] {
      question.isOfThen
        ? vignette.facts.filter { !Words.telling(of: $0.text).isDisjoint(with: wordsJustUsed) }
        : vignette.facts
    }
    for question in questions.reversed() {
      let meant = meaning(of: question)
      let fits = facts(for: question).compactMap { fact in
        question.fit(of: fact, addressing: name, meaning: meant).map { (fact: fact, fit: $0) }
      }
      let near = fits.filter { $0.fact.depth <= reach }
      let known = near.isEmpty ? fits : near
      let most = known.map(\.fit).max()
      let best = known.filter { $0.fit == most }.map(\.fact)
      if let fact = best.first(where: \.isOfPerson) ?? best.first { return fact }
    }
    // What fits none of them as it stands may do so without a time, or by the first word of a name.
    for question in questions.reversed().compactMap(\.loose) {
      let fits = facts(for: question).filter { fact in
        question.fit(of: fact, addressing: name, meaning: spokenOf, loosely: true) != nil
      }
      if fits.count == 1 { return fits.first }
    }
    // What somebody thinks of a thing in the story is told by what they think.
    for (question, thing) in questions.reversed().compactMap(\.opinion)
    where thing.isSubset(of: thingsOfFacts) {
      let meant = meaning(of: question)
      let fits = vignette.facts.filter {
        $0.isOfPerson && question.fit(of: $0, addressing: name, meaning: meant) != nil
      }
      if fits.count == 1 { return fits.first }
    }
    return nil
  }

  /// The stems of the things that the facts are about, and not of people.
  private var thingsOfFacts: Set<String> {
    vignette.facts.filter { !$0.isOfPerson }.reduce(into: []) { $0.formUnion(Self.nouns(of: $1)) }
  }

  /// Those of 'he' and 'she' that are in some questions and stand for somebody whom the reply names itself.
  private func namedPronouns(of questions: [PlainQuestion], in reply: Reply) -> Set<String> {
    let pronouns = Set(questions.flatMap(\.pronouns)).intersection(Self.persons)
    guard !pronouns.isEmpty else { return [] }
    let words = Words.content(of: reply.text)
    return pronouns.filter { pronoun in
      vignette.facts.contains { fact in
        fact.of.contains(pronoun) && !words.isDisjoint(with: Self.nouns(of: fact))
      }
    }
  }

  /// The words for the one person for whom a pronoun may stand of whom alone the facts hold all else that a
  /// question names: whoever wakes in the night is meant by 'does she wake in the night', whoever was
  /// spoken of last. `nil` where there is none, or another.
  private func onlyOne(with question: PlainQuestion, for pronoun: String) -> Set<String>? {
    guard Self.persons.contains(pronoun), question.namesMore else { return nil }
    let holders = vignette.facts.filter {
      $0.of.contains(pronoun) && question.isOnlyOf(what: $0.about)
    }.map { Self.nouns(of: $0) }
    guard let first = holders.first, holders.allSatisfy({ !$0.isDisjoint(with: first) }) else {
      return nil
    }
    return holders.reduce(into: first) { $0.formUnion($1) }
  }

  private static let persons: Set<String> = ["he", "she"]

  private static func nouns(of fact: Fact) -> Set<String> {
    Words.content(of: fact.of.joined(separator: " "))
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

  /// Whether yes is the answer to a question for yes or no: a part of the fact that was just told says all
  /// that it names, of the same one, and neither of the two denies anything.
  func saysYes(to question: Question) -> Bool {
    guard let fact = factJustTold, question.turnsVerb, let asked = question.clauses.last,
      Words.negations.isDisjoint(with: asked)
    else { return false }
    let things = Set(
      Words.naming(among: asked).filter { !Words.slight.contains($0) }.map(Words.stem))
    let ours = Pronouns.you.union(Pronouns.oneself)
    let persons = [Pronouns.he, Pronouns.she, Pronouns.they].filter { !$0.isDisjoint(with: asked) }
    let isToClient = !Pronouns.you.isDisjoint(with: asked)
    return !things.isEmpty
      && Clause.all(of: fact.text).flatMap { $0.text.split(separator: ",") }.contains { part in
        let words = Words.all(of: part)
        return things.isSubset(of: words.map(Words.stem))
          && Words.negations.isDisjoint(with: words)
          && persons.allSatisfy { !$0.isDisjoint(with: words) }
          && (!isToClient || !ours.isDisjoint(with: words))
      }
  }

  /// Whether a line of this session has told most of what a fact tells.
  func hasTold(_ fact: Fact) -> Bool {
    told.contains { Words.tells($0.text, mostOf: fact.text) }
  }

  /// Whether a line begins with what a plain question has had them tell in this session.
  func beginsWithFact(_ line: ClientLine) -> Bool {
    guard let opening = Clause.all(of: line.text).first?.text else { return false }
    return vignette.facts.contains {
      said.contains($0.text)
        && (Words.tells($0.text, mostOf: opening) || Self.gives(opening, only: $0))
    }
  }

  /// Whether a short opening gives no more than the name or the number that a fact tells: 'He was called
  /// Nelson', 'I have three languages'.
  private static func gives(_ opening: Substring, only fact: Fact) -> Bool {
    let telling = Words.telling(of: opening)
    guard telling.count <= 2, !telling.isDisjoint(with: Words.telling(of: fact.text)) else {
      return false
    }
    let isName = fact.asks.contains(.name) && !calling.isDisjoint(with: Words.all(of: opening))
    let nouns = Self.nouns(of: fact).union(fact.about.map(Words.stem))
    return isName || fact.asks.contains(.amount) && !telling.isDisjoint(with: nouns)
  }

  private static let calling: Set<String> = ["called", "name", "named", "names"]

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

extension Fact {
  /// Whether it is about somebody, and not about a thing.
  fileprivate var isOfPerson: Bool {
    of.contains { ["he", "she"].contains($0) || Kin.words.contains($0) }
  }
}
