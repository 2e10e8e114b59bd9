/// What stands in quotation marks.
///
/// A single mark may be an apostrophe as well: it begins a quotation before a word, and ends one
/// behind a word or its stop. Where it may be either it is taken for an apostrophe: *my friends'
/// fault*, *'cause I say so*.
enum Quotations {
  /// Each mark that opens a quotation and the one that closes it.
  private static let marks: [Character: Character] = [
    "“": "”", "\"": "\"", "«": "»", "„": "“", "'": "'", "‘": "’",
  ]

  /// Words whose beginning is left out, with a single mark in its place.
  private static let clipped: Set<String> = [
    "appen", "bout", "cause", "cos", "course", "coz", "cuz", "d", "em", "ere", "evening", "fraid",
    "gainst", "kay", "ll", "m", "morning", "n", "nother", "nuff", "re", "round", "s", "scuse",
    "spose", "sup", "t", "til", "till", "tis", "twas", "ve",
  ]

  /// A text with something else in the place of each quotation; marks that close nothing stay.
  static func removed(from text: String, as replacement: (String) -> String) -> String {
    let characters = Array(text)
    var result = ""
    // Marks of which no more closes: nothing is looked for twice, however many open.
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

  /// Where a quotation in single marks ends; the next mark that is no apostrophe within a word
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
        // Within a word it is an apostrophe; else a straight mark opens another quotation.
        if isWord(index - 1) || text[open] != end { continue }
        return nil
      }
      // 'my friends' fault', 'givin' up': behind these it may stand for what is left out.
      return text[index - 1].isWhitespace || "sSnN".contains(text[index - 1]) ? nil : index
    }
    return nil
  }
}
