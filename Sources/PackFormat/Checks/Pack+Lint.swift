import Diagnostics
import Scenarios

extension Pack {
  /// Every warning that the checks have for the pack, in the order of its files.
  ///
  /// `PackLoader` reports what cannot be loaded at all; these are faults of content found by
  /// reading. `warningsFromPlay()` in `Clients` gives those found by playing.
  public func lint() -> [Diagnostic] {
    let checks: [any VignetteCheck] = [
      MaterialCheck(), RepetitionCheck(), DepthCheck(), TopicWordsCheck(), LengthCheck(),
      ReadingEaseCheck(), PersonFirstCheck(), ExampleCheck(), FeelingCheck(), FeelingWordCheck(),
      AnswerCheck(), SkeletonCheck(), OneLineCheck(), CurlyQuotesCheck(), LoneQuoteCheck(),
      ObjectiveCheck(),
    ]
    return remarks + ManifestCheck().check(self)
      + vignettes.flatMap { vignette in
        (vignette.remarks + checks.flatMap { $0.check(vignette) }).sorted {
          ($0.location?.line ?? 0, $0.location?.column ?? 0)
            < ($1.location?.line ?? 0, $1.location?.column ?? 0)
        }
      }
  }
}
