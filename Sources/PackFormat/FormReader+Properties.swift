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
  private func unsaid(before node: Node) -> String? {
    guard let mark = node.mark, lines.indices.contains(mark.line - 1) else { return nil }
    let rest = lines[mark.line - 1].unicodeScalars.dropFirst(mark.column - 1)
    guard let sign = rest.first, sign == "!" || sign == "&" else { return nil }
    for word in Substring(rest).split(whereSeparator: \.isWhitespace) {
      if word.first == "!" { return String(word) }
      guard word.first == "&" else { return nil }
      if !hasAlias(of: word.dropFirst()) { return String(word) }
    }
    return nil
  }

  /// Whether an alias refers to an anchor.
  private func hasAlias(of anchor: Substring) -> Bool {
    let name = anchor.prefix(while: Self.isInName)
    return lines.contains { line in
      let text = String(line)
      return Self.starts(of: "*", in: text).contains { start in
        text[start...].dropFirst().prefix(while: Self.isInName) == name
      }
    }
  }

  /// Whether a letter or a sign can stand in the name of an anchor.
  private static func isInName(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "-_".contains(character))
  }
}
