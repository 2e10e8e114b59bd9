import Scenarios

/// A clause that asks for a fact: a name, an age, a place and the like.
struct PlainQuestion {
  /// What it may ask for; empty where it asks what something was like.
  let asks: Set<Fact.Ask>
  /// Its words in order.
  private let clause: [String]
  /// Its words.
  private let words: Set<String>
  /// The stems of its words behind those that lead up to the question.
  private let stems: Set<String>
  /// The same words in all their forms.
  private let nouns: Set<String>
  /// Those that name something, beyond the asking.
  private let things: [String]
  /// Whether it binds what it asks to what was just told: 'what did he say when that happened'.
  let isOfThen: Bool
  /// Whether it says at what time, behind the word that asks.
  private let isConditioned: Bool
  /// Whether it is the client who did what it asks about: 'what did you say'.
  private let isByClient: Bool
  /// Whether its verb is to work: 'do you work alone', 'who do you work with'.
  private let isOfWorking: Bool
  /// Whether it asks who the client was: 'who were you with her'.
  private let asksWhoTheyWere: Bool
  /// How many words it has behind those that lead up to it.
  private let length: Int
  /// The pronouns in it, by the form that facts have.
  let pronouns: [String]
  /// The words of the clause up to a 'since' that says from when on: 'are you sleeping since she left'.
  private let uptoSince: [String]?
  /// The word before each thing that it asks for by 'what is' or 'what was', which may be one with that:
  /// 'what was your blood alcohol'.
  private let heads: [String: String]
  /// What it asks since when or how long they have been doing, the verb alone: 'how long have you been
  /// mending lifts'.
  private let doing: Set<String>
  /// Whose relatives it names by a pronoun, 'his wife', the word for them in all its forms.
  private let owned: [(kin: Set<String>, owner: String)]

  /// Reads a clause.
  init(_ all: [String]) {
    let clause = Self.withoutFear(Self.withoutDeath(all))
    let rest = Array(clause.drop { Self.leads.contains($0) })
    let asker = Self.asker(in: rest)
    asks = Self.asksExperience(rest) ? [] : Self.asks(rest, asker)
    self.clause = clause
    words = Set(clause)
    stems = Set(rest.map(Words.stem))
    nouns = Set(rest.flatMap(Self.forms))
    things =
      Words.naming(among: rest).filter { !Self.nameless.contains($0) } + Self.wishes(in: rest)
    isConditioned = rest.indices.contains { place in
      // 'Looking after' says nothing of a time.
      place != asker && Self.conditions.contains(rest[place])
        && !(place > 0 && rest[place] == "after" && Words.stem(rest[place - 1]) == "look")
    }
    isOfThen = Self.ofThen.range(in: rest) != nil
    isByClient = zip(rest, rest.dropFirst()).contains {
      QuestionWords.turned.contains($0) && $1 == "you"
    }
    isOfWorking = rest.indices.dropFirst().prefix(3).contains {
      Self.working.contains(rest[$0]) && !Self.beforeNouns.contains(rest[$0 - 1])
    }
    asksWhoTheyWere = Self.oneself.range(in: rest) != nil
    length = rest.count
    uptoSince = Self.uptoSince(clause, asking: asks)
    heads = Self.heads(in: rest, behind: asker)
    doing = asks.isDisjoint(with: [.duration, .time]) ? [] : Self.doing(in: rest)
    pronouns = Self.pronouns.keys.filter { Self.pronouns[$0]?.isDisjoint(with: clause) == false }
      .sorted()
    owned = zip(clause, clause.dropFirst()).compactMap { word, next in
      guard let owner = Self.owners[word] else { return nil }
      let kin = Self.forms(of: next)
      guard !Kin.words.isDisjoint(with: kin) else { return nil }
      return (kin, owner)
    }
  }

  /// The question to be fitted loosely, without the time since when it asks; `nil` where nothing in it
  /// is loose.
  var loose: PlainQuestion? {
    uptoSince.map { PlainQuestion($0) } ?? (heads.isEmpty && doing.isEmpty ? nil : self)
  }

  /// The question for what somebody thinks, without the thing of which they do, and the stems of that:
  /// 'what does he think about the letter'; `nil` where no thing is named.
  var opinion: (question: PlainQuestion, thing: Set<String>)? {
    guard let end = opinionEnd else { return nil }
    let thing = Words.naming(among: Array(clause[end...])).map(Words.stem)
    guard !thing.isEmpty else { return nil }
    return (question: PlainQuestion(Array(clause[..<end])), thing: Set(thing))
  }

  /// How well a fact answers it, the more of its words the better; `nil` where it does not.
  ///
  /// A fact answers what asks for it, names whom it is about, and names nothing else. A pronoun names
  /// somebody who has just been spoken of.
  ///
  /// - Parameters:
  ///   - fact: The fact.
  ///   - name: The client's name, by which they may be spoken to.
  ///   - meant: By pronoun, the stems of what was said last of whom or what it may stand for.
  ///   - loosely: Whether a measure may have a name of two words, of which the fact knows the first, and
  ///     what somebody is doing a verb that it does not know.
  /// - Returns: How many of its words are the fact's, those for whom it is about twice.
  func fit(
    of fact: Fact, addressing name: [String], meaning meant: [String: Set<String>],
    loosely: Bool = false
  ) -> Int? {
    // Of what they have several, 'which' asks for as 'what' does: 'which languages are yours'.
    let asksOfSeveral = asks.contains(.choice) && Set(fact.asks).isSuperset(of: [.amount, .thing])
    guard asksOfSeveral || !asks.isDisjoint(with: fact.asks) else { return nil }
    let people = fact.of.filter { Self.pronouns[$0] == nil }
    let further = Set(fact.about.map(Words.stem))
    func areMeant(_ people: [String], by pronoun: String) -> Bool {
      meant[pronoun].map { stems in people.contains { stems.contains(Words.stem($0)) } } == true
    }
    // 'His wife' is not the client's, if she is not somebody of his.
    let isOfAnother = owned.contains { kin, owner in
      let others = people.filter { kin.isDisjoint(with: Self.forms(of: $0)) }
      return others.count < people.count && !areMeant(others, by: owner)
    }
    if isOfAnother { return nil }
    let named = people.count { !nouns.isDisjoint(with: Self.forms(of: $0)) }
    let told = further.intersection(stems).count
    let isMeant = fact.of.contains { canMean($0) && areMeant(people, by: $0) }
    let known = Set((people + name).flatMap(Self.forms))
    let isMeasure = loosely && fact.asks.contains(.amount)
    let isOfDoing = loosely && fact.about.contains("doing")
    guard fact.of.isEmpty || named > 0 || isMeant, further.isEmpty || told > 0,
      things.allSatisfy({
        !known.isDisjoint(with: Self.forms(of: $0)) || further.contains(Words.stem($0))
          || isMeasure && people.contains(heads[$0] ?? "") || isOfDoing && doing.contains($0)
      })
    else { return nil }
    // Who they were to somebody is not told by who that one is.
    if asksWhoTheyWere, !fact.of.isEmpty, named == 0 || fact.asks.contains(.name) { return nil }
    // What a person is called, or how old they are, is told for now, and not for the time of something;
    // and who is meant by a pronoun may be another at that time.
    if isConditioned, further.isEmpty || !fact.of.isEmpty && named == 0 { return nil }
    if fact.of.isEmpty, !isAboutClient(isBound: !further.isEmpty) { return nil }
    if !isOfSameWork(fact, further) { return nil }
    return isOfSameSpeaker(fact, further) ? 2 * named + told : nil
  }

  /// Whether it names something beyond the asking, and nobody as another's: 'her sister'.
  var namesMore: Bool { !things.isEmpty && owned.isEmpty }

  /// Whether all that it names is in what a fact tells of somebody.
  func isOnlyOf(what about: [String]) -> Bool {
    let further = Set(about.map(Words.stem))
    return things.allSatisfy { further.contains(Words.stem($0)) }
  }

  /// Whether a pronoun stands for what a fact is about: 'you' does where it is asked of what is past
  /// when, where or how long it was.
  private func canMean(_ pronoun: String) -> Bool {
    pronouns.contains(pronoun)
      && (pronoun != "you" || !words.isDisjoint(with: Self.past) && asks.isDisjoint(with: [.thing]))
  }

  /// Whether it asks about the client; where no word says what of them, of them as they are now.
  private func isAboutClient(isBound: Bool) -> Bool {
    let isToClient = !words.isDisjoint(with: Pronouns.you)
    let isOfOthers = !words.isDisjoint(with: Pronouns.others)
    return isBound
      ? isToClient || !isOfOthers && length <= Self.fewWords
      : !isOfOthers && words.isDisjoint(with: Self.elsewhere)
  }

  /// A question of no more words may leave the client out: 'Any children?'.
  private static let fewWords = 4

  /// Whether it asks what the one has said of whom the fact tells it: what somebody said to the client is
  /// not what the client said to them.
  private func isOfSameSpeaker(_ fact: Fact, _ further: Set<String>) -> Bool {
    guard asks.intersection(fact.asks).isSubset(of: [.thing, .person]),
      !further.isDisjoint(with: Self.saying)
    else { return true }
    // Who told them and whom they told are both about the client.
    if fact.of.isEmpty, fact.asks.contains(.person) { return true }
    return isByClient == (fact.of.isEmpty || fact.of.contains("you"))
  }

  /// Whether it asks about work where the fact tells of that: who works alone may live with somebody. A
  /// fact that names nothing tells whether something is so of work alone: 'And now?' asks after none.
  private func isOfSameWork(_ fact: Fact, _ further: Set<String>) -> Bool {
    let shared = asks.intersection(fact.asks)
    guard shared.isSubset(of: [.truth, .person]) else { return true }
    if fact.of.isEmpty, further.isEmpty, shared == [.truth] { return isOfWorking }
    let tellsOfWork =
      fact.asks.contains(.work) || fact.of.contains("work") || further.contains(Words.stem("work"))
    return !isOfWorking || further.isEmpty || tellsOfWork
  }

  /// The verbs of wishing before one of saying: what somebody wanted to say is not what they said.
  private static func wishes(in words: [String]) -> [String] {
    words.indices.filter { place in
      wishing.contains(words[place]) && words[place...].dropFirst().first == "to"
        && words[place...].dropFirst(2).first.map { saying.contains(Words.stem($0)) } == true
    }.map { words[$0] }
  }

  /// How old somebody was 'when they died' asks for no more than how old they were.
  private static func withoutDeath(_ clause: [String]) -> [String] {
    guard let end = clause.lastIndex(of: "when"), clause.count == end + 3,
      Pronouns.others.contains(clause[end + 1]), ["died", "passed"].contains(clause[end + 2])
    else { return clause }
    return Array(clause[..<end])
  }

  /// To ask whether the client is afraid of doing something, or feels like it, is to ask whether they do:
  /// 'are you afraid you might hurt her', 'do you feel like hurting her'.
  private static func withoutFear(_ clause: [String]) -> [String] {
    for place in clause.indices.dropLast(2) {
      let (next, act) = (clause[place + 1], clause[place + 2])
      if fears.contains(clause[place]) {
        if Pronouns.you.contains(next) { return without(place..<place + 1, in: clause) }
        let isOwn = next == "that" ? Pronouns.you.contains(act) : Wording.tellsAct(act)
        if ["about", "of", "that"].contains(next), isOwn {
          return without(place..<place + 2, in: clause)
        }
      }
      let isUrge = ["feel", "felt"].contains(clause[place]) && next == "like"
      if isUrge, Wording.tellsAct(act), QuestionWords.turned.contains(clause[0]) {
        return without(place..<place + 2, in: clause)
      }
    }
    return clause
  }

  /// Since when something is so says nothing of how it is now; how long or since when is asked for by it.
  private static func uptoSince(_ clause: [String], asking asks: Set<Fact.Ask>) -> [String]? {
    guard let since = clause.lastIndex(of: "since"), since > 2, since + 1 < clause.count,
      asks.isDisjoint(with: [.time, .duration]), past.isDisjoint(with: clause[..<since])
    else { return nil }
    return Array(clause[..<since])
  }

  /// The place behind a verb of thinking at which the thing is named.
  private var opinionEnd: Int? {
    clause.indices.dropFirst().first {
      ["about", "of"].contains(clause[$0])
        && ["think", "thinks", "thought"].contains(clause[$0 - 1])
    }
  }

  private static func heads(in words: [String], behind asker: Int?) -> [String: String] {
    guard let asker, words[asker].hasPrefix("what"),
      words[asker] == "whats" || words[(asker + 1)...].first.map(copulas.contains) == true
    else { return [:] }
    let rest = words[(asker + 1)...]
    return Dictionary(
      zip(rest.dropFirst(), rest).filter { !$0.0.hasSuffix("ing") && !$0.0.hasSuffix("ed") },
      uniquingKeysWith: { first, _ in first })
  }
  private static let copulas: Set<String> = ["is", "was"]

  /// The verb of what somebody has been doing; how they stand to it is another question.
  private static func doing(in words: [String]) -> Set<String> {
    Set(words.indices.dropFirst().filter { words[$0 - 1] == "been" }.map { words[$0] })
      .filter { $0.hasSuffix("ing") && !inward.contains($0) }
  }

  private static func without(_ range: Range<Int>, in clause: [String]) -> [String] {
    Array(clause[..<range.lowerBound] + clause[range.upperBound...])
  }

  // MARK: - Words

  /// A noun and a name with and without the ending of the plural or of whose something is, and a past
  /// form with its verb.
  private static func forms(of word: String) -> Set<String> {
    Set([word, word.hasSuffix("s") ? String(word.dropLast()) : Words.verb(of: word)])
  }

  private static let leads = QuestionWords.leads.union(QuestionWords.courtesies)
  static let articles: Set<String> = [
    "a", "her", "his", "my", "that", "the", "their", "this", "your",
  ]
  private static let oneself = Phrase.list("who|whos are|were you")
  private static let ofThen = Phrase.list("after|once|when|while that|this|it happened|happens")
  private static let working: Set<String> = ["work", "worked", "working", "works"]
  /// Words behind which 'work' is no verb.
  private static let beforeNouns = articles.union(["at", "for", "from", "of", "to"])
  private static let inward: Set<String> = [
    "avoiding", "dreading", "enjoying", "faking", "fearing", "hating", "having", "hiding",
    "leaving", "losing", "loving", "missing", "quitting", "refusing", "skipping", "stopping",
  ]
  /// Words of the asking, which name nothing.
  private static let asking: Set<String> = Set(
    """
    again age aged ago big both call called city color colour country county date day days deep \
    elder eldest exactly far heavy high honestly hour hours job large late living long many minute \
    minutes month months mr mrs ms much name named names off old older oldest place profession \
    season sort street tall town trade two type village week weeks whether whilst work year years \
    young younger youngest yours
    """.split(whereSeparator: \.isWhitespace).map(String.init))
  /// Words that name nothing in a plain question.
  private static let nameless = [
    Words.slight, Words.indefinite, Question.general, QuestionWords.asking, asking, leads,
  ].reduce(into: Set<String>()) { $0.formUnion($1) }
  /// Words that bind what is asked to the time of something.
  private static let conditions: Set<String> = [
    "after", "before", "during", "if", "once", "since", "until", "when", "while", "whilst",
  ]
  /// The forms of each pronoun that may stand for whom a fact is about.
  private static let pronouns: [String: Set<String>] = [
    "he": Pronouns.he, "she": Pronouns.she, "they": Pronouns.they,
    "it": Pronouns.it.union(["that", "this"]),
    // The client, where a fact tells what they did to somebody, or when; 'your' is of something else.
    "you": ["you"],
  ]
  private static let owners = ["his": "he", "her": "she", "their": "they"]
  private static let fears: Set<String> = [
    "afraid", "fear", "frightened", "scared", "worried", "worry",
  ]
  private static let past: Set<String> = ["did", "had", "have", "was", "were", "would"]
  private static let wishing: Set<String> = [
    "hope", "hoped", "need", "needed", "want", "wanted", "wish", "wished",
  ]
  /// The stems of saying something.
  private static let saying = Set(
    ["answer", "ask", "said", "say", "tell", "told", "write", "wrote"].map(Words.stem))
  /// Words for another time or another thing than the client as they are.
  private static let elsewhere: Set<String> = [
    "before", "it", "its", "that", "then", "this", "used", "were",
  ]
}
