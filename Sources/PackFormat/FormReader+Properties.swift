import Scenarios
import Yams

extension FormReader {
  /// Reports what stands before a text as YAML's own and would not be said: a tag, `!word`, or an
  /// anchor, `&word`, that no alias refers to.
  ///
  /// - Returns: Whether there is such a word.
  mutating func reportUnsaid(before node: Node, name: String) -> Bool {
    guard let word = unsaid(before: node) else { return false }
    let isTag = word.hasPrefix("!")
    let excerpt = Vignette.excerpt(word)
    report(
      isTag ? "tag" : "anchor", at: node,
      "\(name) begins with '\(excerpt)', which YAML takes for \(isTag ? "a tag" : "an anchor") "
        + "and leaves out",
      mend: "put the whole text in double quotes, or take '\(excerpt)' out")
    return true
  }

  /// The first such word. A node's place is that of its tag or its anchor, where it has one, and no
  /// unquoted text begins with their signs.
  private mutating func unsaid(before node: Node) -> String? {
    guard let mark = node.mark, lines.indices.contains(mark.line - 1) else { return nil }
    var rest = lines[mark.line - 1].dropFirst(mark.column - 1)
    while rest.first == "!" || rest.first == "&" {
      let word = Self.property(at: rest)
      if word.hasPrefix("!") || !aliases.contains(Self.anchorName(in: word[...])) { return word }
      rest = rest.dropFirst(word.unicodeScalars.count).drop { $0.properties.isWhitespace }
    }
    return nil
  }

  /// The tag or the anchor that a text begins with. It ends at a blank and, in brackets, at what ends
  /// an entry there; a tag in '<' and '>' may hold that.
  private static func property(at text: ArraySlice<Unicode.Scalar>) -> String {
    let end =
      text.starts(with: "!<".unicodeScalars)
      ? text.firstIndex(of: ">").map { $0 + 1 }
      : text.firstIndex { $0.properties.isWhitespace || ",]}".unicodeScalars.contains($0) }
    return String(String.UnicodeScalarView(text[..<(end ?? text.endIndex)]))
  }

  /// The names that the aliases in a file's lines refer to.
  static func aliases(in lines: [[Unicode.Scalar]]) -> Set<String> {
    var names: Set<String> = []
    for line in lines where line.contains("*") {
      let text = String(String.UnicodeScalarView(line))
      names.formUnion(starts(of: "*", in: text).map { anchorName(in: text[$0...]) })
    }
    return names
  }

  /// The name behind the sign of an anchor or of an alias.
  private static func anchorName(in word: Substring) -> String {
    String(word.dropFirst().prefix(while: isInName))
  }

  /// Whether a letter or a sign can stand in the name of an anchor.
  private static func isInName(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "-_".contains(character))
  }
}
