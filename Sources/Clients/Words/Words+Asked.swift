/// What a client asks the trainee, and whether that is answered.
extension Words {
  /// The last question of a line, where it asks the trainee of themselves or of how they work: 'Do you
  /// write it down?', 'If they rang, you'd say what?'; `nil` where it does not.
  ///
  /// An offer, a request and a question that waits for no answer ('do you know what he said?') are none,
  /// nor is what somebody else asked.
  static func askedOfTrainee(in line: String) -> String? {
    let own = Quotations.removed(from: line) { _ in " " }
    guard let clause = Clause.all(of: own).last(where: \.asks),
      telling.isDisjoint(with: clause.words.prefix { $0 != "if" }),
      idle.range(in: clause.words) == nil,
      turnsToTrainee(clause.words) || direct.range(in: clause.words) != nil
    else { return nil }
    return String(clause.text.drop { $0.isWhitespace }) + "?"
  }

  /// Whether a line ends on a question to the trainee that yes or no would answer: 'Is it only you?', 'Can I
  /// tell you a smaller thing?' What somebody else asked is none.
  static func asksTraineeYesOrNo(in line: String) -> Bool {
    let own = Quotations.removed(from: line) { _ in " " }
    guard let clause = Clause.all(of: own).suffix(2).last(where: \.asks) else { return false }
    let words = QuestionWords.fromVerb(clause.words)
    guard let verb = words.first, let subject = words.dropFirst().first else { return false }
    return QuestionWords.turned.contains(verb) && betweenUs.contains(subject)
      && idle.range(in: Array(words)) == nil
  }

  /// Whether a reply answers such a question: it begins with a yes or a no, or speaks of the trainee alone.
  static func answersYesOrNo(_ words: [String]) -> Bool {
    yesOrNo.range(in: words) != nil
      || !oneself.isDisjoint(with: words.prefix(4)) && Pronouns.you.isDisjoint(with: words)
  }

  /// Whether a reply says something of the trainee's own part, in a yes, a no or an 'I' that is not about
  /// what they hear or suppose.
  static func answersForOneself(_ clauses: [Clause]) -> Bool {
    clauses.contains { clause in
      !clause.asks && listening.range(in: clause.words) == nil
        && (plainly.range(in: clause.words) != nil
          || !oneself.isDisjoint(with: clause.words.prefix(3)))
    }
  }

  /// Whether a line asks the trainee to do or to leave something: 'If you could tell me when it's nearly
  /// time', 'Don't go still on me'.
  static func requestsOfTrainee(in line: String) -> Bool {
    let own = Quotations.removed(from: line) { _ in " " }
    return Clause.all(of: own).contains { !$0.asks && requests.range(in: $0.words) != nil }
  }

  /// Whether a reply says that the trainee will do what is asked of them: 'Yes, I can do that.'
  static func undertakes(_ clauses: [Clause]) -> Bool {
    clauses.contains { clause in
      !clause.asks && listening.range(in: clause.words) == nil
        && undertaking.range(in: clause.words) != nil
    }
  }

  /// Whether a line ends on asking for leave to do something: 'Can I tell you a different thing instead?'
  static func asksLeave(in line: String) -> Bool {
    let own = Quotations.removed(from: line) { _ in " " }
    guard let clause = Clause.all(of: own).suffix(2).last(where: \.asks) else { return false }
    return telling.isDisjoint(with: clause.words.prefix { $0 != "if" })
      && asking.range(in: clause.words) != nil
  }

  /// Whether a reply is a yes to that and no more.
  static func saysYes(_ clauses: [Clause]) -> Bool {
    let words = clauses.flatMap(\.words)
    return words.count <= longestLeave && !clauses.contains(where: \.asks)
      && consent.range(in: words) != nil && condition.isDisjoint(with: words)
  }

  /// A yes of more words goes on to something else. The number is Attune's own.
  private static let longestLeave = 8

  /// Whether a text speaks of who gets to hear or read what is said here.
  static func speaksOfSecrecy(_ text: String) -> Bool {
    Clause.all(of: text).contains { secrecy.range(in: $0.words) != nil }
  }

  /// Whether a text speaks to the trainee of what they all did, or of who works with them: 'your office', 'you
  /// people wrote'.
  static func speaksOfService(_ text: String) -> Bool {
    Clause.all(of: text).contains { service.range(in: $0.words) != nil }
  }

  private static let service = Phrase.list(
    """
    your office|letter|letters|service|services|people|lot|team|place|colleague|colleagues|system|form|forms
    your receptionist|reception|list|department|website|secretary|manager
    you people|lot
    you all? wrote|sent
    """)

  /// Whether it asks in a verb turned to 'you', and not only in a tag: 'you like it, do you?'.
  private static func turnsToTrainee(_ words: [String]) -> Bool {
    words.indices.dropLast(2).contains {
      QuestionWords.turned.contains(words[$0]) && words[$0 + 1] == "you"
    }
  }

  /// Words of somebody else's question; behind an 'if' they are of the client's own.
  private static let telling: Set<String> = [
    "asked", "goes", "said", "says", "think", "thought", "told",
  ]
  private static let direct = Phrase.list(
    """
    youd|youll do|keep|let|say|tell|write
    is it only|just you
    whod|wholl|who would|will? gets|hear|hears|read|reads|see|sees
    """)
  /// An offer, a request, or a word that opens a story.
  private static let idle = Phrase.list(
    """
    do|did you know|see|understand|want
    would you like|mind|excuse
    can|could|will you just? ask|excuse|say|sit|stay|stop
    how do|would you say
    """)
  private static let secrecy = Phrase.list(
    """
    confidential|confidentially|confidentiality|secret|secrets|private|privately|privacy
    note|notes|record|records|recorded|recording|file|files|report|reports
    write|writes|writing|written down|it|that|this|anything|things|what|about
    supervisor|supervision|court|police|gp|danger|risk|safety
    anybody|anyone|nobody
    no one
    stays|stay in|here|between|with
    goes|go|gets|get|leaves|leave back|further|outside|beyond
    tell|tells|telling|told him|her|them|others|people
    who hears|hear|reads|read|sees|see|knows|gets|else
    """)
  /// With these behind its verb a question is about the two of them, or what is between them.
  private static let betweenUs: Set<String> = ["i", "it", "that", "there", "this", "we", "you"]
  private static let yesOrNo = Phrase.list(
    """
    ^ ah|oh|um|well|honestly? yes|yeah|yep|no|nope|sure|certainly|absolutely|definitely
    ^ ah|oh|um|well|honestly? of course
    """)
  private static let oneself: Set<String> = ["i", "id", "ill", "im", "ive", "me", "my"]
  private static let plainly = Phrase.list(
    """
    ^ well|oh|honestly? yes|never
    ^ well|oh|honestly? no $
    ^ well|oh|honestly? no i|it|its|not|only|that|thats|they|we|you
    ^ well|oh|honestly? nobody|nothing but|except|not
    """)
  private static let requests = Phrase.list(
    """
    ^ and|just? dont
    ^ and|just? tell|warn|stop me
    ^ and|just? let|give me
    if youd just|only|sort|kind? of? sit|say|tell|wait|keep|hold|leave|let|not|go|give|stay|stop
    if you could|would|can|were just|only|sort|kind? of? to? sit|say|tell|wait|keep|hold|leave|let|not|go|give|stay|stop|count
    id|i would|just? like|want|need|rather you to|not|didnt|told|said|did|kept
    i just? need you to|not
    """)
  private static let undertaking = Phrase.list(
    """
    ^ well|oh? yes|yeah|sure|okay|ok|right|certainly|absolutely|good? of? course? ill
    ^ well|oh? yes|yeah|sure|okay|ok|right|certainly|absolutely|good? of? course? i will|shall|promise|wont
    ^ well|oh? yes|yeah|sure|okay|ok|right|certainly|absolutely|good? of? course? i can do|give|hold|keep|leave|let|make|manage|say|stay|stop|tell|wait|warn
    ^ well|oh? yes|yeah|sure|okay|ok|certainly|absolutely of? course? $
    ^ of course $
    youll get|have|hear it|that|from|my|your
    """)
  private static let asking = Phrase.list(
    """
    can|could|may|might|shall i
    do|would you mind if i
    is|would that|it be? all? right|alright|ok|okay|fine if i
    """)
  private static let consent = Phrase.list(
    """
    ^ oh|well? yes|yeah|yep|sure|okay|ok|please|certainly|absolutely|definitely
    ^ oh|well? of course
    ^ by all means
    ^ you can|may
    ^ please? do
    ^ go on|ahead
    id like that|to
    """)
  private static let condition: Set<String> = [
    "although", "but", "cant", "dont", "first", "if", "later", "not", "only", "though", "unless",
  ]
  /// Saying what was heard or is supposed, which answers nothing.
  private static let listening = Phrase.list(
    """
    i can|could|do? hear|imagine|see|tell|understand
    i can|could|do? feel|guess|notice|sense|suppose|think|wonder
    im|i am|was? curious|glad|guessing|hearing|sorry|wondering
    """)
}
