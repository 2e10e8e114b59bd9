extension Utterance {
  /// Whether a clause begins at a token: after a pause, or with a conjunction that a subject follows.
  ///
  /// 'And' joins words as well as clauses ('bread and butter'), and only the next word tells which.
  func beginsClause(at index: Int) -> Bool {
    let token = tokens[index]
    // A dash of one hyphen is no pause to the tokenizer, but it keeps the words apart.
    if token.afterPause
      || index > 0 && token.span.lowerBound - tokens[index - 1].span.upperBound > 2
    {
      return true
    }
    guard token.classes.contains(.function), index + 1 < tokens.count else { return false }
    if Self.coordinating.contains(token.hash) {
      return !tokens[index + 1].classes.isDisjoint(with: Self.subjects)
    }
    // 'As if', 'even when': what stands before the conjunction goes with it.
    if Self.leading.contains(token.hash) { return subordinates(at: index + 1) }
    return subordinates(at: index)
      && (index == 0 || !Self.leading.contains(tokens[index - 1].hash))
  }

  /// Whether a conjunction that a subject follows puts its clause under another one.
  private func subordinates(at index: Int) -> Bool {
    index + 1 < tokens.count && Self.subordinating.contains(tokens[index].hash)
      && !tokens[index + 1].classes.isDisjoint(with: Self.subjects.union(.determiner))
  }

  /// Whether a token is a conjunction that a quotation does not need in front.
  func isCoordinating(at index: Int) -> Bool { Self.coordinating.contains(tokens[index].hash) }

  /// Whether the words from a token on would be half a sentence without what stands before: 'because I
  /// did', 'who sang', 'so I went'.
  func dependsOnBefore(at index: Int) -> Bool {
    let token = tokens[index]
    return Self.subordinating.contains(token.hash) || Self.following.contains(token.hash)
      || token.classes.contains(.whWord)
  }

  private static let subjects: WordClass = [.firstPerson, .secondPerson, .thirdPerson, .whWord]
  private static let coordinating = hashes("and or but nor")
  private static let subordinating = hashes("because if when while though although")

  private static let leading = hashes("as even just only")

  private static let following = hashes("so then with as than that like not")

  /// A list: among so few, looking at each is faster than a set.
  private static func hashes(_ words: String) -> [UInt64] {
    words.split(separator: " ").map { Hashing.hash($0.utf8) }
  }
}
