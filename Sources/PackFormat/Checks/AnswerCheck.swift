import Diagnostics
import Scenarios

/// A client who answers some general questions is expected to answer all kinds of them; one who
/// answers none passes over them.
struct AnswerCheck: VignetteCheck {
  func check(_ vignette: Vignette) -> [Diagnostic] {
    guard let first = vignette.answerLines.first else { return [] }
    let missing = Inquiry.allCases.filter { vignette.answers[$0] == nil }.map(\.rawValue)
    guard !missing.isEmpty else { return [] }
    return [
      vignette.warning(
        .noAnswer, at: .spoken(first.text),
        "'answers' has nothing for \(missing.count == 1 ? "the kind" : "the kinds") "
          + missing.joined(separator: ", "),
        mend: "write one for each: '- to: \(missing[0])' and the keys of a topic's line")
    ]
  }
}
