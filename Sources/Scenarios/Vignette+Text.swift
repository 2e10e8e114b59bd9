import Diagnostics

extension Vignette {
  /// Every line that the client can say, standing alone.
  public var clientLines: [ClientLine] {
    firstSessionLines + askedLines + answerLines
      + Reactions.Occasional.allCases.flatMap { reactions.occasional[$0] ?? [] }
      + Returning.allCases.flatMap { returns[$0] ?? [] }
  }

  /// Those that any first session can come to: not what an author may leave out, nor what is said
  /// on coming back.
  public var firstSessionLines: [ClientLine] {
    storyLines
      + Reactions.Standing.allCases.flatMap { reactions.standing[$0] ?? [] }
  }

  /// The lines that the client tells unasked: the opening and the topics'.
  public var storyLines: [ClientLine] { [opening] + topics.flatMap(\.lines) }

  /// What the client says if asked about a line of theirs.
  public var askedLines: [ClientLine] { storyLines.compactMap(\.answer) }

  /// The answers to general questions, kind by kind.
  public var answerLines: [ClientLine] { Inquiry.allCases.flatMap { answers[$0] ?? [] } }

  /// What the client tells of themselves, by whose depth it is measured how deep a session goes: unasked
  /// or asked, but for the opening.
  package var disclosures: [ClientLine] {
    topics.flatMap(\.lines) + askedLines + answerLines
      + facts.map { fact -> ClientLine in
        var line = ClientLine()
        (line.text, line.depth) = (fact.text, fact.depth)
        return line
      }
  }

  /// Everything that the client can say: the lines, and what precedes or follows one.
  package var allClientText: [String] {
    clientLines.map(\.text) + facts.map(\.text) + reactions.passedOver
      + Reactions.Preface.allCases.flatMap { reactions.prefaces[$0] ?? [] }
      + Closing.allCases.flatMap { closings[$0] ?? [] } + topics.compactMap(\.recall)
  }

  /// A warning at a passage of the vignette.
  ///
  /// - Parameters:
  ///   - rule: The rule.
  ///   - passage: The passage.
  ///   - occurrence: Which of its places, from 0.
  ///   - message: What is wrong.
  ///   - mend: How to fix it.
  /// - Returns: The warning.
  public func warning(
    _ rule: PackRule, at passage: Passage, occurrence: Int = 0, _ message: String, mend: String
  ) -> Diagnostic {
    let found = places[passage] ?? []
    let place = found.indices.contains(occurrence) ? found[occurrence] : found.first
    return .warning(rule, at: place ?? start, message, mend: mend)
  }

  /// The beginning of a longer text, to refer to it by.
  public static func excerpt(_ text: String) -> String {
    text.count <= 40 ? text : text.prefix(39) + "…"
  }
}
