import Scenarios

/// What a plain question asks for.
extension PlainQuestion {
  /// The place of the word that asks. A clause that begins with a verb asks for yes or no, unless
  /// another question is put in it: 'do you know how old he was'.
  static func asker(in words: [String]) -> Int? {
    let isTurned = words.first.map(QuestionWords.turned.contains) == true
    return words.indices.first { place in
      guard QuestionWords.asking.contains(words[place]) else { return false }
      return !isTurned
        || place > 1 && words[place - 2] == "you" && embedding.contains(words[place - 1])
    }
  }

  static func asks(_ words: [String], _ asker: Int?) -> Set<Fact.Ask> {
    guard let asker else {
      let isTurned = words.first.map(QuestionWords.turned.contains) == true
      var asks: Set<Fact.Ask> = isTurned || !namesSomebody(words) ? [.truth] : [.truth, .name]
      // How old somebody is tells whether they are the older.
      if comparingAges.range(in: words) != nil { asks.insert(.age) }
      return asks
    }
    let next = Array(words[(asker + 1)...])
    var asks: Set<Fact.Ask> =
      switch words[asker] {
      case "who", "whos", "whom", "whose": [.person]
      case "when", "whens": asker > 0 && words[asker - 1] == "since" ? [.time, .duration] : [.time]
      case "where", "wheres": [.place]
      case "which": [.choice]
      case "how", "hows": measure(next)
      // No fact tells a reason.
      case "why": []
      default: next.first == "about" ? [] : [.thing]
      }
    if ["what", "whats", "which"].contains(words[asker]) { asks.formUnion(kind(next)) }
    if namesSomebody(words), experience.isDisjoint(with: words),
      asks.isDisjoint(with: [.person, .time, .place])
    {
      asks.insert(.name)
    }
    return asks
  }

  /// Whether it speaks of a name: 'what do you call him', and not 'what was the call about'.
  private static func namesSomebody(_ words: [String]) -> Bool {
    words.indices.contains { place in
      naming.contains(words[place])
        && !(words[place] == "call" && place > 0 && articles.contains(words[place - 1]))
    }
  }

  /// What is asked for behind 'how'.
  private static func measure(_ next: [String]) -> Set<Fact.Ask> {
    guard let first = next.first else { return [.manner] }
    switch first {
    case "come": return []
    case "old": return [.age]
    case "recently": return [.time]
    case "long": return next.contains("ago") ? [.time] : [.duration]
    case "many":
      return next.dropFirst().first.map(spans.contains) == true ? [.amount, .duration] : [.amount]
    default: return QuestionWords.measures.contains(first) ? [.amount] : [.manner]
    }
  }

  /// What is asked for behind 'what' and 'which', beside a thing.
  private static func kind(_ next: [String]) -> Set<Fact.Ask> {
    guard let first = next.first, first != "about" else { return [] }
    var asks: Set<Fact.Ask> = []
    if times.contains(first) { asks.insert(.time) }
    if places.contains(first) { asks.insert(.place) }
    if sorts.contains(first) { asks.insert(.choice) }
    if next.prefix(4).contains("age") { asks.insert(.age) }
    let isHabit = ["do", "does"].contains(first) && (3...4).contains(next.count)
    let isWork = isHabit && next.last == "do" || work.range(in: next) != nil
    if isWork || !trades.isDisjoint(with: next) { asks.insert(.work) }
    return asks
  }

  /// Whether a clause asks what something was like or means, which no fact tells, or what happened,
  /// which the story tells.
  static func asksExperience(_ clause: [String]) -> Bool {
    let happens = zip(clause, clause.dropFirst()).contains {
      ["what", "whats"].contains($0) && Question.happening.contains($1)
    }
    if happens { return true }
    let isLikened = zip(clause, clause.dropFirst()).contains {
      $1 == "like" && !liking.contains($0)
    }
    return isLikened || Wording.asksFeeling(clause)
      || !experience.isDisjoint(with: clause) && naming.isDisjoint(with: clause)
  }

  /// Words behind which a question stands in another.
  private static let embedding: Set<String> = [
    "know", "recall", "remember", "say", "think",
  ]
  private static let naming: Set<String> = ["call", "called", "name", "named", "names"]
  private static let comparingAges = Phrase.list("older|younger than")
  private static let spans: Set<String> = [
    "days", "hours", "minutes", "months", "weeks", "years",
  ]
  private static let times: Set<String> = [
    "date", "day", "hour", "month", "season", "time", "year",
  ]
  private static let places: Set<String> = [
    "city", "country", "county", "part", "place", "street", "town", "village",
  ]
  private static let sorts: Set<String> = [
    "breed", "color", "colour", "kind", "make", "sort", "type",
  ]
  private static let work = Phrase.list(
    """
    do for work
    ^ kind|sort|line? of? work
    """)
  private static let trades: Set<String> = ["job", "living", "occupation", "profession", "trade"]
  /// Before 'like' these make a verb of it: 'what would you like'.
  private static let liking: Set<String> = ["i", "id", "they", "to", "we", "would", "you"]
  private static let experience: Set<String> = [
    "feel", "feeling", "feels", "felt", "matter", "matters", "mean", "means", "meant",
  ]
}
