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

  /// Where the words hold the phrase first, or `nil`.
  func range(in words: [String]) -> Range<Int>? {
    for start in 0..<max(words.count, 1) {
      if let end = end(of: slots[...], in: words, from: start) { return start..<end }
      if isAtStart { return nil }
    }
    return nil
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
    let candidates = Set(words.flatMap { byAnchor[$0] ?? [] }).sorted()
    for index in candidates {
      if let range = phrases[index].range(in: words) { return range }
    }
    return nil
  }

  /// The words with each phrase that they hold taken out. What is left there is a gap that no other
  /// phrase bridges.
  func removed(from words: [String]) -> [String] {
    var words = words
    while let range = range(in: words) { words.replaceSubrange(range, with: ["–"]) }
    return words
  }
}
