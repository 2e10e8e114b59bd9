import Scenarios

/// What a reply asks, as far as its words tell.
struct Question {
  /// The words of each clause that asks, in order; all clauses if none does.
  let clauses: [[String]]
  /// Whether a clause asks by its mark or its first words, whatever the grader found.
  let isWorded: Bool
  /// The kinds of general questions that it asks, those of the last clause first, each with the
  /// naming words that are no part of the wording.
  let inquiries: [(kind: Inquiry, rest: [String])]
  /// What it asks plainly, clause by clause.
  let plain: [PlainQuestion]
  /// Whether it asks what something was like, what they made of it, or for more of it without naming
  /// anything. What happened, why, and whom or what it was about is the story's to tell.
  let asksExperience: Bool
  /// The words that name what it asks about. What something is only compared with is left out, and
  /// what one did with 'it', where the question is what that was like: 'it' names the thing.
  let naming: [String]
  /// Those that name a thing, and not only the asking.
  let thingWords: [String]
  /// The stems of those.
  let things: Set<String>
  /// The stems of what one did when it was like that: 'how was it, opening the letter'.
  let acts: Set<String>

  /// Reads the clauses of a reply.
  init(_ all: [Clause]) {
    let isSorry = all.contains { $0.words.contains("sorry") }
    let asking = all.compactMap { clause in
      (isSorry ? Self.askedAgain(clause.words) : nil)
        ?? (clause.asks || Self.opensQuestion(clause.words) ? clause.words : nil)
    }.map { Self.withoutLikening($0) }
    isWorded = !asking.isEmpty
    clauses = asking.isEmpty ? all.map { Self.withoutLikening($0.words) } : asking
    inquiries = asking.reversed().compactMap(Self.inquiry)
    plain = asking.map { PlainQuestion($0) }.filter { !$0.asks.isEmpty }
    asksExperience = asking.contains {
      Self.experience.range(in: $0) != nil || Wording.asksFeeling($0)
    }
    naming = clauses.flatMap(Self.naming)
    thingWords = naming.filter { !Self.general.contains($0) }
    things = Set(thingWords.map(Words.stem))
    acts = Set(clauses.filter { Wording.asksFeeling($0) }.flatMap(Self.acts))
  }

  /// Words before the one that asks that make a question of what follows: 'I wonder what you need'.
  private static let wondering: Set<String> = ["curious", "wonder", "wondering"]
  /// Words that begin a question without its mark; 'which is why …' goes on with what was said.
  private static let openers = QuestionWords.asking.union(["describe", "help", "say"])
    .subtracting(["which"])
  /// What makes a question of such a word: 'what was', not 'what a day'.
  private static let verbs: Set<String> = [
    "about", "are", "brings", "brought", "can", "comes", "could", "did", "do", "does", "else",
    "goes", "happened", "happens", "has", "have", "helps", "is", "keeps", "knows", "made", "makes",
    "me", "might", "more", "shall", "should", "stopped", "was", "went", "were", "what", "would",
  ]

  private static func opensQuestion(_ words: [String]) -> Bool {
    let rest = words.drop { QuestionWords.leads.contains($0) }
    if words.starts(with: ["tell", "me"]) || turnsRound(words) || asksMeasure(Array(rest)) {
      return true
    }
    guard let first = rest.first, openers.contains(first), !states(Array(rest)) else {
      return false
    }
    let lead = words.dropLast(rest.count)
    if !wondering.isDisjoint(with: lead) { return true }
    return QuestionWords.contracted.contains(first) || first == "describe"
      || rest.dropFirst().first.map(verbs.contains) == true
  }

  /// The question that a clause of an apology puts once more, without its lead and a reason behind it:
  /// 'I asked if she sleeps', 'I mean how old is she, sorry, I should have read it'.
  private static func askedAgain(_ words: [String]) -> [String]? {
    let lead = words.prefix { QuestionWords.leads.contains($0) }
    let rest = words.dropFirst(lead.count)
    guard lead.last.map({ ["i", "just"].contains($0) }) == true, let verb = rest.first,
      ["asked", "mean", "meant"].contains(verb), let next = rest.dropFirst().first,
      QuestionWords.asking.contains(next) || ["if", "whether"].contains(next)
    else { return nil }
    let question = rest.dropFirst(["if", "whether"].contains(next) ? 2 : 1)
    let reason = zip(question.indices, question.indices.dropFirst()).first {
      question[$0] == "sorry" && ["i", "im", "ive"].contains(question[$1])
    }
    return Array(question[..<(reason?.0 ?? question.endIndex)])
  }

  /// Whether a verb stands before its subject, with nothing before it but what leads up to a question:
  /// 'are you married', 'so did your father know'.
  private static func turnsRound(_ words: [String]) -> Bool {
    let rest = Array(QuestionWords.fromVerb(words))
    guard rest.count > 2, QuestionWords.turned.contains(rest[0]),
      !QuestionWords.conditional.contains(rest[0])
    else { return false }
    // 'Do the dishes', 'Have it' are orders.
    return persons.contains(rest[1])
      || (subjects.contains(rest[1]) || owners.contains(rest[1]))
        && !["can", "could", "do", "have", "will", "would"].contains(rest[0])
  }

  /// The words of a question from its verb before a subject on, behind what leads up to it or says only whom
  /// or where it is about: 'under the photograph, was there any food', 'your sister, does she know'.
  private static func fromTurnedVerb(_ clause: [String]) -> ArraySlice<String> {
    let words = QuestionWords.fromVerb(clause)
    let verb = words.indices.dropLast().first {
      QuestionWords.turned.contains(words[$0])
        && (subjects.contains(words[$0 + 1]) || owners.contains(words[$0 + 1]))
    }
    guard let verb,
      words[..<verb].allSatisfy({ !QuestionWords.asking.contains($0) && !subjects.contains($0) })
    else { return words }
    return words[verb...]
  }

  /// Whether 'how' and a measure have their verb before its subject: 'how old are you', 'how many children
  /// do you have', and not 'how much it hurt'.
  private static func asksMeasure(_ words: [String]) -> Bool {
    guard words.first == "how", words.count > 2, QuestionWords.measures.contains(words[1]) else {
      return false
    }
    return words.indices.dropFirst(2).prefix(3).contains { place in
      guard QuestionWords.turned.contains(words[place]), !subjects.contains(words[place - 1]) else {
        return false
      }
      let next = place + 1 < words.count ? words[place + 1] : ""
      return place == 2 || ["did", "do", "does"].contains(words[place])
        || subjects.contains(next) || owners.contains(next)
    }
  }

  /// Whether words that begin with 'what' say something of it: 'what goes in the letter is only …'.
  private static func states(_ words: [String]) -> Bool {
    guard words.first == "what", words.count > 3,
      !QuestionWords.turned.contains(words[1])
    else { return false }
    return words.indices.dropFirst(3).contains { place in
      ["are", "is", "was", "were"].contains(words[place]) && !subjects.contains(words[place - 1])
    }
  }

  /// Words behind which a clause of its own goes on.
  private static let subjects: Set<String> = [
    "he", "i", "it", "she", "that", "there", "they", "this", "we", "who", "you",
  ]
  /// Those of them who are asked of.
  private static let persons: Set<String> = ["he", "she", "they", "you"]
  /// Words with which a subject begins.
  private static let owners: Set<String> = [
    "any", "anybody", "anyone", "her", "his", "somebody", "someone", "the", "their", "your",
  ]

  // MARK: - General questions

  /// The kind of general question that a clause asks, with the naming words that are no part of the
  /// wording.
  private static func inquiry(_ clause: [String]) -> (kind: Inquiry, rest: [String])? {
    // Of what is past, 'then' says when: 'what did you want then'.
    let isPast = !past.isDisjoint(with: clause)
    let shorter = clause.last.map { $0 == "though" || $0 == "then" && !isPast } == true
    for words in shorter ? [clause, Array(clause.dropLast())] : [clause] {
      for (kind, phrases) in Inquiry.wordings where phrases.range(in: words) != nil {
        return (kind, Words.naming(among: withoutHour(phrases.removed(from: words))))
      }
    }
    return nil
  }

  /// The words of a clause but for those that say in which of the hours with the trainee: 'in the twelve
  /// sessions', which asks after no other sessions.
  private static func withoutHour(_ words: [String]) -> [String] {
    guard let end = words.lastIndex(where: hours.contains),
      let start = words[..<end].lastIndex(where: within.contains), end - start <= 4
    else { return words }
    return Array(words[..<start] + words[(end + 1)...])
  }

  private static let hours: Set<String> = [
    "counselling", "hour", "session", "sessions", "therapy",
  ]
  private static let within: Set<String> = [
    "across", "after", "by", "during", "for", "from", "in", "of", "over", "through", "with",
    "within", Phrase.gap,
  ]

  private static let past: Set<String> = ["did", "had", "was", "were"]

  // MARK: - Questions about what was said

  /// The words of a clause that name what it asks about.
  private static func naming(_ clause: [String]) -> [String] {
    let end = clause.indices.first { $0 > 2 && comparing.contains(clause[$0]) }
    let words = clause[..<(end ?? clause.endIndex)]
    guard Wording.asksFeeling(clause) else {
      return Words.naming(among: withoutAsking(Array(words))).filter {
        $0 != Phrase.gap && !happening.contains($0)
      }
    }
    return Words.naming(among: words.indices.filter { !isDone($0, in: clause) }.map { words[$0] })
      .filter { $0 != Phrase.gap }
  }

  /// The words of a clause without those of the asking: 'What were you listening for?' names no listening
  /// of another topic's.
  static func withoutAsking(_ clause: [String]) -> [String] { sense.removed(from: clause) }

  /// A clause without a home that something is only likened to: 'it was like home'.
  static func withoutLikening(_ clause: [String]) -> [String] {
    guard let range = likening.range(in: clause),
      let home = clause[range].lastIndex(of: "home")
    else { return clause }
    return Array(clause[..<home]) + [Phrase.gap] + clause[(home + 1)...]
  }

  private static let likening = Phrase.list(
    """
    it|that|this was|is|felt|feels like? a|your|another? second? home
    its|thats like? a|your|another? second? home
    like a|your|another? second? home
    """)

  /// Whether a word tells what was done with something that only a pronoun names: 'to read it'.
  private static func isDone(_ place: Int, in clause: [String]) -> Bool {
    place > 2 && place + 1 < clause.count && objects.contains(clause[place + 1])
      && (clause[place - 1] == "to" || clause[place].hasSuffix("ing"))
  }

  private static let objects: Set<String> = ["it", "that", "them", "this", "those"]
  /// Asking what happened names nothing by itself.
  static let happening: Set<String> = ["happen", "happened", "happening", "happens"]

  /// The stems of what one did, of a clause that asks what something was like.
  private static func acts(_ clause: [String]) -> [String] {
    zip(clause, clause.dropFirst()).filter { like.contains($0) && Wording.tellsAct($1) }
      .map { Words.stem($1) }
  }

  private static let like: Set<String> = ["it", "like", "that", "this", "was", "were"]

  private static let comparing: Set<String> = ["compared", "opposed", "than", "unlike", "versus"]

  /// Words that name nothing in a question.
  static let general: Set<String> = Set(
    """
    affect afterwards ask big bit body comes coming curious deep describe else end experience find \
    first found goes going gone happen happened happening happens hardest head hear hearing heart \
    help hit holding inside keep last leave leaves left life little lost manage meant mind moment \
    most next noticed notice part question remember saw see seemed seen sense sit sits sitting \
    sounded sounding story struck talk telling thinking thought today together told true trying \
    understand wonder wondering word words worst yet youd youve youre id im whats hows thats didnt \
    dont wasnt
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Asking what something was like, what was made of it, what lies in it, or for more of it.
  private static let experienceForms = """
    what do|did|does you make|think|take of|about|from it|that|this|them|all
    through your|you mind|head|body|$
    whats|is that|it|this like
    what is|was that|it|this like
    what happened in|inside|for you|your
    what was|is|whats the hardest|worst|best|part|bit
    what struck|strikes|stays|stayed|sticks|stuck|hit|hurt|gets|got you|with|most|to
    what do|did|does it|that|this do|stir|touch|bring|feel|leave|mean
    what do|did you mean $
    what do|did you mean by|when
    tell me about it|that|this|them $
    tell me $
    help me understand|see
    describe it|that|this|what|how
    where do|did|does you feel|it|that feel|go|sit|live|it|that
    how did|does|do you|it|that|this react|respond|feel|affect|take|manage|cope|bear|hit|hurt|strike|sit
    what were|was|are you thinking|feeling|hoping|afraid
    what would it|that be like
    where was|were you in|when|while
    how do|did you understand|explain|see it|that|this
    what did|do you think|feel|want|hope|fear|notice|see then|when|next|at|there|$
    what did you think|feel|want of|about|for|with? him|her|them|that|it $
    whats|is|was behind|underneath|beneath|in that|it|this|there
    how so
    in what way|sense
    """
  private static let experience = Phrase.list(experienceForms)
  /// Asking in words that name nothing by themselves: for that, or for what was done, said or meant, and
  /// what came of it.
  private static let sense = Phrase.list(
    experienceForms + "\n" + """
      what were|was|are you listening|looking|watching|waiting|searching|reaching for|at|out|to
      whats|is|was the? story|tale with|behind|there
      whats|is that about
      what is|was that about
      what happened|happens $
      what happens there|when|to|in|just
      tell me about him|her $
      how did|does|do you|it|that|this end|go
      what did|do you do|say then|when|next|at|there|$
      what did you do|say|tell|answer to|of|about|for|with? him|her|them|that|it $
      how come
      what made|makes it|that|this
      ^ and|so? what else $
      """)

  /// Whether it can be answered by yes or no, and is more than a tag or an invitation.
  var asksYesOrNo: Bool {
    !invites
      && clauses.contains { clause in
        let words = isWorded ? Self.fromTurnedVerb(clause) : QuestionWords.fromVerb(clause)
        return words.count > 3 && words.first.map(QuestionWords.turned.contains) == true
          && (isWorded || Self.subjects.contains(words[words.startIndex + 1]))
      }
  }

  /// Whether a verb stands before its subject in it, however short it is ('Is she angry?'), and it is no
  /// invitation.
  var turnsVerb: Bool {
    asksYesOrNo || !invites && clauses.contains { Self.turnsRound($0) }
  }

  /// Whether it hands a few words back with the voice raised: 'Your old girl?'
  func echoes(_ line: String) -> Bool {
    let theirs = Words.content(of: line)
    return isWorded
      && clauses.contains { clause in
        let named = Words.naming(among: clause).map(Words.stem)
        return clause.count <= 4 && !named.isEmpty && named.allSatisfy(theirs.contains)
          && QuestionWords.asking.isDisjoint(with: clause)
          && clause.first.map { Self.openers.contains($0) || Self.verbs.contains($0) } == false
      }
  }
}
