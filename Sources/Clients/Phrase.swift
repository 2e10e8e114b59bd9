/// A wording to look for: words in a row, the alternatives of each between bars.
///
///     Phrase("^ just? end|take your own? life")
///
/// `?` behind a word's alternatives means that it may be missing; `^` stands for the beginning of
/// the sentence and `$` for its end. Words are as `Words.all(of:)` gives them: small letters, no
/// apostrophes.
struct Phrase: Hashable, Sendable {
  private struct Slot: Hashable {
    var words: Set<String>
    var mayBeMissing: Bool
  }

  private var slots: [Slot] = []
  private var isAtStart = false
  private var isAtEnd = false

  init(_ form: String) {
    for part in form.split(separator: " ") {
      switch part {
      case "^": isAtStart = true
      case "$": isAtEnd = true
      default:
        let mayBeMissing = part.hasSuffix("?")
        let words = (mayBeMissing ? part.dropLast() : part).split(separator: "|").map(String.init)
        slots.append(Slot(words: Set(words), mayBeMissing: mayBeMissing))
      }
    }
  }

  /// The forms of a list, one a line.
  static func list(_ forms: String) -> PhraseList {
    PhraseList(forms.split(separator: "\n").map { Phrase(String($0)) })
  }

  /// Words one of which the phrase cannot do without: the rarest kind among its slots.
  fileprivate var anchors: Set<String> {
    let needed = slots.filter { !$0.mayBeMissing }.map(\.words)
    return needed.first { $0.isDisjoint(with: Words.common) } ?? needed.first ?? []
  }

  /// Where the words hold the phrase first, from one of them on, or `nil`.
  func range(in words: [String], from first: Int = 0) -> Range<Int>? {
    if isAtStart, first > 0 { return nil }
    for start in first..<max(words.count, first + 1) {
      if let end = end(of: slots[...], in: words, from: start) { return start..<end }
      if isAtStart { return nil }
    }
    return nil
  }

  /// The words with a gap wherever they hold the phrase.
  fileprivate func removed(from words: [String]) -> [String] {
    var left: [String] = []
    var position = 0
    while let range = range(in: words, from: position) {
      left += words[position..<range.lowerBound]
      left.append("–")
      position = range.upperBound
    }
    return left + words[position...]
  }

  private func end(of slots: ArraySlice<Slot>, in words: [String], from position: Int) -> Int? {
    guard let slot = slots.first else {
      return isAtEnd && position < words.count ? nil : position
    }
    if position < words.count, slot.words.contains(words[position]),
      let end = end(of: slots.dropFirst(), in: words, from: position + 1)
    {
      return end
    }
    return slot.mayBeMissing ? end(of: slots.dropFirst(), in: words, from: position) : nil
  }
}

/// Several wordings, looked for together.
struct PhraseList: Sendable {
  private let phrases: [Phrase]
  /// The phrases that may be there where a word is.
  private var byAnchor: [String: [Int]] = [:]

  fileprivate init(_ phrases: [Phrase]) {
    self.phrases = phrases
    for (index, phrase) in phrases.enumerated() {
      for word in phrase.anchors { byAnchor[word, default: []].append(index) }
    }
  }

  /// Where the words hold one of the phrases, the first of the list that they hold.
  func range(in words: [String]) -> Range<Int>? {
    for phrase in candidates(for: words) {
      if let range = phrase.range(in: words) { return range }
    }
    return nil
  }

  /// The words with each phrase that they hold taken out. What is left there is a gap that no other
  /// phrase bridges, so that one look for each of them is enough.
  func removed(from words: [String]) -> [String] {
    candidates(for: words).reduce(words) { $1.removed(from: $0) }
  }

  /// The phrases that the words may hold, in the list's order.
  private func candidates(for words: [String]) -> [Phrase] {
    Set(words.flatMap { byAnchor[$0] ?? [] }).sorted().map { phrases[$0] }
  }
}
