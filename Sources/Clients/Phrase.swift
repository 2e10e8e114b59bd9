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
  static func list(_ forms: String) -> [Phrase] {
    forms.split(separator: "\n").map { Phrase(String($0)) }
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

extension [Phrase] {
  /// Where the words hold one of the phrases, the first of the list that they hold.
  func range(in words: [String]) -> Range<Int>? {
    for phrase in self {
      if let range = phrase.range(in: words) { return range }
    }
    return nil
  }
}
