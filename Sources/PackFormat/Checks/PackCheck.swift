import Diagnostics
import Scenarios

/// A check for something that does not keep a vignette from loading but should be fixed.
protocol VignetteCheck {
  /// The warnings about a vignette.
  func check(_ vignette: Vignette) -> [Diagnostic]
}

extension Pack {
  /// Every warning that the checks have for the pack, in the order of its files.
  ///
  /// `PackLoader` reports what cannot be loaded at all; these are faults of content found by
  /// reading. `warningsFromPlay()` in `Clients` gives those found by playing.
  public func lint() -> [Diagnostic] {
    let checks: [any VignetteCheck] = [
      MaterialCheck(), RepetitionCheck(), DepthCheck(), TopicWordsCheck(), LengthCheck(),
      ReadingEaseCheck(), PersonFirstCheck(), ExampleCheck(), FeelingCheck(), AnswerCheck(),
      SkeletonCheck(), OneLineCheck(), CurlyQuotesCheck(),
    ]
    return remarks + checkManifest()
      + vignettes.flatMap { vignette in
        (vignette.remarks + checks.flatMap { $0.check(vignette) }).sorted {
          ($0.location?.line ?? 0, $0.location?.column ?? 0)
            < ($1.location?.line ?? 0, $1.location?.column ?? 0)
        }
      }
  }
}

extension Vignette {
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
}
