/// The words of which questions are made, as `Words.all(of:)` gives them.
enum QuestionWords {
  /// Words that ask.
  static let asking: Set<String> = contracted.union([
    "how", "what", "when", "where", "which", "who", "whom", "whose", "why",
  ])
  /// Those that hold their verb: 'what's'.
  static let contracted: Set<String> = ["hows", "whats", "whens", "wheres", "whos"]

  /// Verbs before their subject, with which a question begins.
  static let turned: Set<String> = [
    "are", "can", "could", "did", "do", "does", "had", "has", "have", "is", "might", "must",
    "shall", "should", "was", "were", "will", "would",
  ]

  /// Those that begin a condition, too: 'had you known', 'were he here'.
  static let conditional: Set<String> = ["had", "might", "must", "should", "were"]

  /// Words behind 'how' with which a measure is asked for.
  static let measures: Set<String> = [
    "big", "deep", "far", "heavy", "high", "large", "long", "many", "much", "often", "old",
    "recently", "soon", "tall",
  ]

  /// Words that may precede the one that asks.
  static let leads: Set<String> = [
    "also", "and", "ask", "but", "can", "could", "curious", "i", "im", "just", "may", "maybe", "me",
    "now", "ok", "okay", "or", "perhaps", "please", "so", "sorry", "tell", "then", "well", "wonder",
    "wondering",
  ]
  /// Those that do so where a fact is asked for, 'would you mind telling me …', 'should I call you …':
  /// before other questions they state, 'I know what was …', 'I should say what …'.
  static let courtesies: Set<String> = [
    "id", "know", "like", "mean", "meant", "might", "mind", "must", "remember", "shall", "should",
    "telling", "to", "would", "you",
  ]

  /// The words of a clause but for those that lead up to a verb before its subject.
  static func fromVerb(_ words: [String]) -> ArraySlice<String> {
    words.drop { leads.contains($0) && !turned.contains($0) }
  }
}
