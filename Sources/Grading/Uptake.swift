/// What a reply takes up of what the client had said, and what it leaves.
///
///     Uptake(of: "I drove up here. I nearly went home again.", in: "You drove.").unanswered
///     // "I nearly went home again"
public struct Uptake: Sendable {
  /// The client's words that carry most of what the reply leaves unanswered, a clause or a short
  /// sentence; `nil` where it leaves too little.
  public let unanswered: Substring?
  /// Whether the reply takes up anything particular that the client said.
  public let takesUp: Bool
  /// Whether the reply names a feeling.
  public let namesFeeling: Bool

  /// A quotation of the client is at most this many words long; short forms ('it's') count as two.
  private static let longest = 14

  /// Compares a reply with the client's line.
  public init(of client: String, in reply: String) {
    let said = Tokenizer.read(reply)
    namesFeeling = said.tokens.contains { !$0.classes.isDisjoint(with: .feelings) }
    let line = Tokenizer.read(client)
    let taken = Set(said.tokens.map(\.stem))
    takesUp = line.tokens.contains {
      $0.kind == .word && $0.classes.isDisjoint(with: .unparticular) && taken.contains($0.stem)
    }
    var best: (clause: Range<Int>, worth: Int)?
    for clause in line.sentences.flatMap({ Self.clauses(of: $0, in: line) }) {
      let worth = Self.worth(of: line.tokens[clause], taken)
      // What the client ends on is what they have been coming to.
      if worth > 0, worth >= best?.worth ?? 0 { best = (clause, worth) }
    }
    guard let clause = best?.clause, let last = clause.last else {
      unanswered = nil
      return
    }
    let bytes = client.utf8
    let start = line.tokens[clause.lowerBound].span.lowerBound
    let end = line.tokens[last].span.upperBound
    unanswered =
      client[
        bytes.index(
          bytes.startIndex, offsetBy: start)..<bytes.index(bytes.startIndex, offsetBy: end)]
  }

  /// What can be quoted of a sentence: all of it where it is short, otherwise its clauses.
  private static func clauses(of sentence: Range<Int>, in line: Utterance) -> [Range<Int>] {
    let words = sentence.filter { line.tokens[$0].kind == .word }
    guard let first = words.first, let last = words.last else { return [] }
    if last - first < longest { return [first..<last + 1] }
    let limits = words.filter { $0 == first || line.beginsClause(at: $0) } + [last + 1]
    return zip(limits, limits.dropFirst()).compactMap { start, end in
      let isLed = line.isCoordinating(at: start)
      return 4...longest ~= end - start ? (isLed ? start + 1 : start)..<end : nil
    }
  }

  /// How much there is to answer in some words: their telling words and feelings, if the reply takes
  /// up hardly any of them.
  private static func worth(of clause: ArraySlice<Token>, _ taken: Set<UInt64>) -> Int {
    // What is partly somebody's saying would end or begin in the middle of it.
    guard Set(clause.map { $0.context == .quoted }).count == 1 else { return 0 }
    let telling = clause.filter { $0.classes.isDisjoint(with: .unparticular) }
    let left = telling.count { !taken.contains($0.stem) }
    guard left >= 2, left * 3 >= telling.count * 2 else { return 0 }
    let feelings = clause.count { !$0.classes.isDisjoint(with: .feelings) }
    let isOwn = clause.contains { $0.classes.contains(.firstPerson) }
    return left + 2 * feelings + (isOwn ? 2 : 0)
  }
}
