/// Text in quotation marks.
///
/// A single mark may also be an apostrophe: it opens a quotation before a word and closes one after
/// a word or its punctuation. If it may be either, it counts as an apostrophe: *my friends' fault*,
/// *'cause I say so*.
enum Quotations {
  /// Opening marks with their closing marks.
  private static let marks: [Character: Character] = [
    "“": "”", "\"": "\"", "«": "»", "„": "“", "'": "'", "‘": "’",
  ]

  /// Clipped words that begin with an apostrophe.
  private static let clipped: Set<String> = [
    "appen", "bout", "cause", "cos", "course", "coz", "cuz", "d", "em", "ere", "evening", "fraid",
    "gainst", "kay", "ll", "m", "morning", "n", "nother", "nuff", "re", "round", "s", "scuse",
    "spose", "sup", "t", "til", "till", "tis", "twas", "ve",
  ]

  /// A text with each quotation replaced; unpaired marks stay.
  static func removed(from text: String, as replacement: (String) -> String) -> String {
    let characters = Array(text)
    var result = ""
    // Closing marks known to be absent from the rest; keeps the scan linear.
    var missing: Set<Character> = []
    var position = 0
    while position < characters.count {
      let mark = characters[position]
      if let end = marks[mark], !missing.contains(end) {
        let isSingle = mark == "'" || mark == "‘"
        let close =
          isSingle
          ? closeOfSingle(end, from: position, in: characters)
          : characters[(position + 1)...].firstIndex(of: end)
        if let close {
          result += replacement(String(characters[(position + 1)..<close]))
          position = close + 1
          continue
        }
        if !isSingle { missing.insert(end) }
      }
      result.append(mark)
      position += 1
    }
    return result
  }

  /// The end of a quotation in single marks: the next mark that is not an apostrophe within a word
  /// decides.
  private static func closeOfSingle(_ end: Character, from open: Int, in text: [Character]) -> Int?
  {
    func isWord(_ index: Int) -> Bool {
      text.indices.contains(index) && (text[index].isLetter || text[index].isNumber)
    }
    guard isWord(open + 1), !isWord(open - 1) else { return nil }
    let first = text[(open + 1)...].prefix(10).prefix { $0.isLetter }
    guard !clipped.contains(String(first).lowercased()) else { return nil }
    for index in (open + 1)..<text.count where text[index] == text[open] || text[index] == end {
      guard text[index] == end else { return nil }
      if isWord(index + 1) {
        // Within a word it is an apostrophe; otherwise a straight mark opens another quotation.
        if isWord(index - 1) || text[open] != end { continue }
        return nil
      }
      // 'my friends' fault', 'givin' up': after these letters it may be an apostrophe.
      return text[index - 1].isWhitespace || "sSnN".contains(text[index - 1]) ? nil : index
    }
    return nil
  }
}
