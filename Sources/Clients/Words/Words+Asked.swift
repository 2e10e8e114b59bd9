/// What a client asks the trainee, and whether that is answered.
extension Words {
  /// The question at the end of a line that asks the trainee of themselves or of how they work: 'Do you
  /// write it down?', 'If they rang, you'd say what?'; `nil` where there is none.
  ///
  /// An offer, a request and a question that waits for no answer ('do you know what he said?') are none,
  /// nor is what somebody else asked.
  static func askedOfTrainee(in line: String) -> String? {
    let own = Quotations.removed(from: line) { _ in " " }
    guard let clause = Clause.all(of: own).suffix(2).last(where: \.asks),
      telling.isDisjoint(with: clause.words.prefix { $0 != "if" }),
      idle.range(in: clause.words) == nil,
      turnsToTrainee(clause.words) || direct.range(in: clause.words) != nil
    else { return nil }
    return String(clause.text.drop { $0.isWhitespace }) + "?"
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

  /// Whether a text speaks of who gets to hear or read what is said here.
  static func speaksOfSecrecy(_ text: String) -> Bool {
    Clause.all(of: text).contains { secrecy.range(in: $0.words) != nil }
  }

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
  private static let oneself: Set<String> = ["i", "id", "ill", "im", "ive", "me", "my"]
  private static let plainly = Phrase.list(
    """
    ^ well|oh|honestly? yes|never
    ^ well|oh|honestly? no $
    ^ well|oh|honestly? no i|it|its|not|only|that|thats|they|we|you
    ^ well|oh|honestly? nobody|nothing but|except|not
    """)
  /// Saying what was heard or is supposed, which answers nothing.
  private static let listening = Phrase.list(
    """
    i can|could|do? hear|imagine|see|tell|understand
    i can|could|do? feel|guess|notice|sense|suppose|think|wonder
    im|i am|was? curious|glad|guessing|hearing|sorry|wondering
    """)
}
