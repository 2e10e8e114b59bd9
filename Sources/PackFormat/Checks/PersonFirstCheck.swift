import Diagnostics
import Scenarios

/// Words that put a diagnosis or an act before the person, in what the author says of the client
/// (after the APA style guide on bias-free language). A client may speak of themselves as they
/// will, so their own lines are left alone.
struct PersonFirstCheck: VignetteCheck {
  /// What not to write, and what to write instead.
  static let words: [(phrase: String, instead: String)] = [
    ("addict", "a person who uses …"), ("alcoholic", "a person who drinks …"),
    ("schizophrenic", "a person with schizophrenia"), ("the disabled", "disabled people"),
    ("committed suicide", "died by suicide"), ("commit suicide", "die by suicide"),
    ("suffers from", "has, or lives with"), ("victim of", "a person who lived through"),
    ("wheelchair-bound", "uses a wheelchair"), ("the mentally ill", "people with a mental illness"),
    ("borderlines", "people with a borderline diagnosis"), ("junkie", "a person who uses drugs"),
  ]

  func check(_ vignette: Vignette) -> [Diagnostic] {
    let headings = [vignette.title, vignette.summary].map { ($0, Passage.heading($0)) }
    let meanings = (vignette.storyLines + vignette.answerLines).compactMap(\.meaning)
      .map { ($0, Passage.meaning($0)) }
    return (headings + meanings).flatMap { text, passage in
      let padded = " \(text.lowercased()) "
      return Self.words.filter { padded.contains(" \($0.phrase)") }.map { phrase, instead in
        vignette.warning(
          .personFirst, at: passage, "'\(phrase)' puts the label before the person",
          mend: "write '\(instead)'")
      }
    }
  }
}
