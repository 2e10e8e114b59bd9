/// A pattern of consecutive words, the alternatives of each separated by bars.
///
///     Phrase("^ just? end|take your own? life")
///
/// `?` after a word's alternatives makes it optional; `^` is the beginning of the sentence. `$`, alone or
/// among alternatives, is its end. Words are as `Words.all(of:)` gives them: lower case, no apostrophes.
struct Phrase: Hashable, Sendable {
  private struct Slot: Hashable {
    var words: Set<String>
    var isOptional: Bool
  }

  /// What stands for a match that was removed.
  static let gap = "–"
  /// What stands for the end of the sentence.
  private static let endMark = "$"

  private var slots: [Slot] = []
  private var isAtStart = false

  init(_ form: String) {
    for part in form.split(separator: " ") {
      guard part != "^" else {
        isAtStart = true
        continue
      }
      let isOptional = part.hasSuffix("?")
      let words = (isOptional ? part.dropLast() : part).split(separator: "|").map(String.init)
      // Any other sign would be looked for among the words, and never be found.
      precondition(
        words.allSatisfy { $0 == Self.endMark || $0.allSatisfy(\.isLetter) },
        "'\(part)' is no word of a phrase")
      slots.append(Slot(words: Set(words), isOptional: isOptional))
    }
  }

  /// The forms of a list, one a line.
  static func list(_ forms: String) -> PhraseList {
    PhraseList(forms.split(separator: "\n").map { Phrase(String($0)) })
  }

  /// Each form of one list before each of another's, to be put in a list.
  static func forms(_ leads: String, before acts: String) -> String {
    leads.split(separator: "\n").flatMap { lead in
      acts.split(separator: "\n").map { "\(lead) \($0)" }
    }.joined(separator: "\n")
  }

  /// Words of which the phrase needs one: those of its first slot without common words, if any.
  fileprivate var anchors: Set<String> {
    let needed = slots.filter { !$0.isOptional && !$0.words.contains(Self.endMark) }.map(\.words)
    return needed.first { $0.isDisjoint(with: Words.common) } ?? needed.first ?? []
  }

  /// The first match at or after a position, or `nil`.
  func range(in words: [String], from first: Int = 0) -> Range<Int>? {
    if isAtStart, first > 0 { return nil }
    for start in first..<max(words.count, first + 1) {
      if let end = end(of: 0, in: words, from: start) { return start..<end }
      if isAtStart { return nil }
    }
    return nil
  }

  /// The words with each match replaced by a gap.
  fileprivate func removed(from words: [String]) -> [String] {
    var left: [String] = []
    var position = 0
    while let range = range(in: words, from: position) {
      left += words[position..<range.lowerBound]
      left.append(Self.gap)
      position = range.upperBound
    }
    return left + words[position...]
  }

  /// Where the match of the slots from `index` on ends that begins at a position, or `nil`.
  private func end(of index: Int, in words: [String], from position: Int) -> Int? {
    guard index < slots.count else { return position }
    let slot = slots[index]
    let isAtEnd = position == words.count
    if slot.words.contains(isAtEnd ? Self.endMark : words[position]),
      let end = end(of: index + 1, in: words, from: isAtEnd ? position : position + 1)
    {
      return end
    }
    return slot.isOptional ? end(of: index + 1, in: words, from: position) : nil
  }
}

/// Several phrases, searched for together.
struct PhraseList: Sendable {
  private let phrases: [Phrase]
  /// The phrases that a word may be part of.
  private var byAnchor: [String: [Int]] = [:]

  fileprivate init(_ phrases: [Phrase]) {
    self.phrases = phrases
    for (index, phrase) in phrases.enumerated() {
      for word in phrase.anchors { byAnchor[word, default: []].append(index) }
    }
  }

  /// The match of the first phrase of the list that matches, or `nil`.
  func range(in words: [String]) -> Range<Int>? {
    for phrase in candidates(for: words) {
      if let range = phrase.range(in: words) { return range }
    }
    return nil
  }

  /// The words with each match replaced by a gap. No phrase matches across a gap, so one pass for
  /// each is enough.
  func removed(from words: [String]) -> [String] {
    candidates(for: words).reduce(words) { $1.removed(from: $0) }
  }

  /// The phrases that may match, in the list's order.
  private func candidates(for words: [String]) -> [Phrase] {
    var found: Set<Int> = []
    for word in words {
      if let indices = byAnchor[word] { found.formUnion(indices) }
    }
    return found.isEmpty ? [] : found.sorted().map { phrases[$0] }
  }
}
