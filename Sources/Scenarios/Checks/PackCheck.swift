import Diagnostics

/// A check for something that does not keep a vignette from loading but should be fixed.
protocol VignetteCheck {
  /// The warnings about a vignette.
  func check(_ vignette: Vignette) -> [Diagnostic]
}

extension Pack {
  /// Every warning that the checks have for the pack, in the order of its files.
  ///
  /// `PackLoader` reports what cannot be loaded at all; these are faults of content found by
  /// reading. `warnings()` in `Clients` adds those found by playing.
  public func lint() -> [Diagnostic] {
    let checks: [any VignetteCheck] = [
      MaterialCheck(), RepetitionCheck(), DepthCheck(), TopicWordsCheck(), LengthCheck(),
      ReadingEaseCheck(), PersonFirstCheck(), ExampleCheck(), FeelingCheck(), SkeletonCheck(),
      OneLineCheck(), CurlyQuotesCheck(),
    ]
    return checkManifest()
      + vignettes.flatMap { vignette in
        checks.flatMap { $0.check(vignette) }.sorted {
          ($0.location?.line ?? 0, $0.location?.column ?? 0)
            < ($1.location?.line ?? 0, $1.location?.column ?? 0)
        }
      }
  }
}

extension Vignette {
  /// Every line that the client can say, standing alone.
  public var clientLines: [ClientLine] {
    firstSessionLines + Reactions.Occasional.allCases.flatMap { reactions.occasional[$0] ?? [] }
      + Returning.allCases.flatMap { returns[$0] ?? [] }
  }

  /// Those that any first session can come to: not what an author may leave out, nor what is said
  /// on coming back.
  public var firstSessionLines: [ClientLine] {
    [opening] + topics.flatMap(\.lines)
      + Reactions.Standing.allCases.flatMap { reactions.standing[$0] ?? [] }
  }

  /// Everything that the client can say: the lines, and what precedes or follows one.
  var allClientText: [String] {
    clientLines.map(\.text) + reactions.passedOver
      + Reactions.Preface.allCases.flatMap { reactions.prefaces[$0] ?? [] }
      + Closing.allCases.flatMap { closings[$0] ?? [] } + topics.compactMap(\.recall)
  }

  /// All free text of the author, which in a skeleton is a placeholder: not names and choices.
  var placeholderCandidates: Set<Passage> {
    let lines = clientLines
    let notes = lines.map(\.why) + topics.flatMap { [$0.title] + $0.about }
    let passages =
      [title, summary].map { Passage.heading($0) } + allClientText.map { .spoken($0) }
      + lines.compactMap(\.meaning).map { .meaning($0) } + lines.map { .example($0.example) }
      + notes.map { .note($0) }
    return Set(passages)
  }

  /// A warning at a passage of the vignette.
  ///
  /// - Parameters:
  ///   - rule: The rule's name.
  ///   - passage: The passage.
  ///   - occurrence: Which of its places, from 0.
  ///   - message: What is wrong.
  ///   - mend: How to fix it.
  /// - Returns: The warning.
  public func warning(
    _ rule: String, at passage: Passage, occurrence: Int = 0, _ message: String, mend: String
  ) -> Diagnostic {
    let found = places[passage] ?? []
    let place = found.indices.contains(occurrence) ? found[occurrence] : found.first
    return Diagnostic(.warning, rule, at: place ?? start, message, mend: mend)
  }

  /// The beginning of a longer text, to refer to it by.
  public static func excerpt(_ text: String) -> String {
    text.count <= 40 ? text : text.prefix(39) + "…"
  }
}
