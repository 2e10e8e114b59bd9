/// The course that a reply takes from sentence to sentence, and what it answers.
extension FeatureExtractor {
  /// What a sentence is at first sight.
  private enum Turn: Int, CaseIterable {
    case asking = 1
    case askingShortly
    /// One or two words: 'Right.'
    case token
    /// Speaks of the client in the client's words, or in others.
    case toClientInTheirWords, toClient
    case ofOneself, other
  }

  /// Adds which turns a reply takes, which of them is the longest, and how much comes before and
  /// after a question.
  mutating func addCourse(_ all: Range<Int>) {
    let turns = reply.sentences.map(turn(of:))
    let lengths = reply.sentences.map { wordCount(in: $0) }
    guard let first = turns.first, let last = turns.last,
      let longest = lengths.indices.max(by: { lengths[$0] < lengths[$1] })
    else { return add(.course, "no sentence", 0, all) }
    let before = turns.count > 1 ? turns[turns.count - 2].rawValue : 0
    add(.course, "last two", before * 8 + last.rawValue, all)
    add(.course, "ends", first.rawValue * 8 + last.rawValue, all)
    for turn in Turn.allCases {
      let count = turns.count { $0 == turn }
      if count > 0 { add(.course, "count", turn.rawValue * 8 + min(count, 4), all) }
    }
    // The longest sentence carries the reply.
    let carrier = turns[longest].rawValue
    let place = longest == turns.count - 1 ? 2 : min(longest, 1)
    add(.course, "longest", carrier * 8 + Self.step(lengths[longest]), all)
    add(.course, "place of the longest", carrier * 3 + place, all)
    guard let question = turns.lastIndex(where: { $0 == .asking || $0 == .askingShortly }) else {
      return
    }
    let runUp = Self.step(lengths[..<question].reduce(0, +))
    add(.course, "before a question", runUp, all)
    add(.course, "after a question", Self.step(lengths[(question + 1)...].reduce(0, +)), all)
    add(.course, "into a question", runUp * 8 + Self.step(lengths[question]), all)
  }

  private func turn(of sentence: Range<Int>) -> Turn {
    let words = wordCount(in: sentence)
    if sentence.contains(where: { reply.tokens[$0].kind == .question }) {
      return words > 5 ? .asking : .askingShortly
    }
    if words <= 2 { return .token }
    let classes = sentence.reduce(into: WordClass()) { $0.formUnion(reply.tokens[$1].classes) }
    if classes.contains(.secondPerson) {
      return sentence.contains { isShared[$0] } ? .toClientInTheirWords : .toClient
    }
    return classes.contains(.firstPerson) ? .ofOneself : .other
  }

  private func wordCount(in sentence: Range<Int>) -> Int {
    sentence.count { reply.tokens[$0].kind == .word }
  }

  /// How many words, roughly.
  private static func step(_ words: Int) -> Int {
    [1, 4, 8, 15, 30].prefix { words >= $0 }.count
  }

  /// Adds how long the client's line is and how it begins and ends: a reply to talk is talk, most
  /// likely.
  mutating func addClient(_ all: Range<Int>) {
    guard client.exists else { return }
    for (step, limit) in [2, 4, 7, 13, 26, 61].enumerated() where client.wordCount >= limit {
      add(.client, "words", step, all)
    }
    add(.client, "opening", Int(truncatingIfNeeded: client.opening), all)
    add(.client, "opening pair", Int(truncatingIfNeeded: client.openingPair), all)
    add(.client, "ending", client.endsInStop ? 1 : 0, all)
  }
}
