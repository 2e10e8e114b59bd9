import Listening

/// A part of a text up to its next mark or blank line: what phrases are looked for in.
struct Clause {
  let text: Substring
  /// Its words in lower case, without apostrophes; at least one.
  let words: [String]
  /// Whether a question mark is among the marks that end it.
  let asks: Bool

  private static let marks: Set<Character> = [".", "!", "?", ";", "…"]

  /// The clauses of a text that hold a word, in order.
  static func all(of text: String) -> [Clause] {
    text.paragraphs.flatMap(inParagraph)
  }

  private static func inParagraph(_ paragraph: Substring) -> [Clause] {
    var rest = paragraph
    var clauses: [Clause] = []
    while !rest.isEmpty {
      let clause = rest.prefix { !ends($0) }
      rest = rest[clause.endIndex...]
      let ending = rest.prefix(while: ends)
      rest = rest[ending.endIndex...]
      let words = Words.all(of: clause)
      if !words.isEmpty {
        clauses.append(Clause(text: clause, words: words, asks: ending.contains("?")))
      }
    }
    return clauses
  }

  private static func ends(_ character: Character) -> Bool { marks.contains(character) }
}
