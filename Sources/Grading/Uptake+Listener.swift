extension Uptake {
  /// Whether a text has a word for the person spoken to, or one that finds fault: 'you', 'lazy'.
  ///
  /// - Parameters:
  ///   - text: A part of a reply, say.
  ///   - spelling: How slips of typing are put right, and what words mean.
  /// - Returns: Whether it has one; of words that have neither it is not certain whom they are about.
  public static func speaksOfListener(_ text: String, spelling: Spelling?) -> Bool {
    var tokenizer = Tokenizer(spelling: spelling)
    var utterance = Utterance()
    tokenizer.read(text, into: &utterance)
    return utterance.tokens.contains { !$0.classes.isDisjoint(with: [.secondPerson, .fault]) }
  }
}
