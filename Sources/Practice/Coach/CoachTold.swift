/// What the coach has told of the replies of a session so far.
struct CoachTold: Sendable {
  /// What was told, the earliest first.
  private let texts: [String]

  /// What is told is not told again in the same words of the next few replies. The number is Attune's
  /// own.
  private static let memory = 4

  /// What was told, the earliest first.
  init(_ texts: [String] = []) {
    self.texts = texts
  }

  /// Whether a sentence was told of one of the last few replies.
  func hasLately(_ sentence: String) -> Bool {
    texts.suffix(Self.memory).contains { $0.contains(sentence) }
  }

  /// Whether a sentence was told in the session at all.
  func hasEver(_ sentence: String) -> Bool { texts.contains { $0.contains(sentence) } }

  /// Whether one of some sentences was told of the reply before.
  func hasJust(_ sentences: [String]) -> Bool {
    texts.last.map { text in sentences.contains { text.contains($0) } } ?? false
  }

  /// The sentence that has not been told for the longest time, the first of them from a turn on.
  func freshest(of sentences: [String], from turn: Int) -> String {
    let start = turn % sentences.count
    let ordered = sentences[start...] + sentences[..<start]
    let last = ordered.map { sentence in texts.lastIndex { $0.contains(sentence) } ?? -1 }
    guard let earliest = last.min(), let place = last.firstIndex(of: earliest) else {
      return sentences[start]
    }
    return Array(ordered)[place]
  }

  /// The first of several sentences of one sense that fits now; `nil` where one of that sense was told
  /// of one of the last few replies.
  func unlessLately(_ sentences: [String], turn: Int) -> String? {
    sentences.contains(where: hasLately) ? nil : freshest(of: sentences, from: turn)
  }
}
