extension FeatureExtractor.Content {
  /// What a sentence is at first sight.
  fileprivate enum Turn: Int {
    case asking = 1
    case askingShortly
    /// One or two words: 'Right.'
    case token
    /// Speaks of the client in the client's words, or in others.
    case toClientInTheirWords, toClient
    case ofOneself, other
  }

  fileprivate var turn: Turn {
    if asks { return words > 5 ? .asking : .askingShortly }
    if words <= 2 { return .token }
    if second { return shared > 0 ? .toClientInTheirWords : .toClient }
    return first ? .ofOneself : .other
  }
}

/// The course that a reply takes from sentence to sentence, and what it answers.
extension FeatureExtractor {
  /// Adds which turns a reply takes, which of them is the longest, and how much comes before and
  /// after a question.
  mutating func addCourse(_ all: Range<Int>) {
    guard let first = contents.first?.turn else {
      return add(.course, labels.noSentence, 0, all)
    }
    var counts = SIMD8<Int>.zero
    var (before, last) = (0, 0)
    var longest = (turn: 0, length: -1, place: 0)
    var question: (runUp: Int, length: Int)?
    var words = 0
    for (number, sentence) in contents.enumerated() {
      let turn = sentence.turn
      let length = sentence.words
      (before, last) = (last, turn.rawValue)
      counts[turn.rawValue] += 1
      if length > longest.length {
        let isLast = number == contents.count - 1
        longest = (turn.rawValue, length, isLast ? 2 : min(number, 1))
      }
      if sentence.asks { question = (words, length) }
      words += length
    }
    add(.course, labels.lastTwo, before * 8 + last, all)
    add(.course, labels.ends, first.rawValue * 8 + last, all)
    for turn in 1..<8 where counts[turn] > 0 {
      add(.course, labels.turns, turn * 8 + min(counts[turn], 4), all)
    }
    // The longest sentence carries the reply.
    add(.course, labels.longest, longest.turn * 8 + Self.step(longest.length), all)
    add(.course, labels.placeOfLongest, longest.turn * 3 + longest.place, all)
    guard let question else { return }
    let rest = words - question.runUp - question.length
    let runUp = Self.step(question.runUp)
    add(.course, labels.beforeQuestion, runUp, all)
    add(.course, labels.afterQuestion, Self.step(rest), all)
    add(.course, labels.intoQuestion, runUp * 8 + Self.step(question.length), all)
  }

  /// How many words, roughly.
  private static func step(_ words: Int) -> Int {
    switch words {
    case ..<1: 0
    case ..<4: 1
    case ..<8: 2
    case ..<15: 3
    case ..<30: 4
    default: 5
    }
  }

  /// Steps of the length of the client's line in words.
  private static let clientLengths = [2, 4, 7, 13, 26, 61]

  /// Adds how long the client's line is and how it begins and ends: a reply to talk is talk, most
  /// likely.
  mutating func addClient(_ all: Range<Int>) {
    guard client.exists else { return }
    for step in 0..<Self.clientLengths.count where client.wordCount >= Self.clientLengths[step] {
      add(.client, labels.words, step, all)
    }
    add(.client, labels.clientOpening, Int(truncatingIfNeeded: client.opening), all)
    add(.client, labels.openingPair, Int(truncatingIfNeeded: client.openingPair), all)
    add(.client, labels.clientEnding, client.endsInStop ? 1 : 0, all)
  }
}
