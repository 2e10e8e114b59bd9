import Diagnostics
import Scenarios

/// Words that put a diagnosis or an act before the person, in what the author says of the client
/// (after the APA style guide on bias-free language). A client may speak of themselves as they
/// will, so their own lines are left alone.
struct PersonFirstCheck: VignetteCheck {
  /// What not to write, as whole words in lower case, and what to write instead. 'Alcoholics' is left
  /// out: it is in the names of fellowships, above all Alcoholics Anonymous.
  private static let labels: [(phrase: String, instead: String)] = [
    ("addict", "a person who uses …"), ("addicts", "people who use …"),
    ("alcoholic", "a person who drinks …"),
    ("schizophrenic", "a person with schizophrenia"),
    ("schizophrenics", "people with schizophrenia"), ("the disabled", "disabled people"),
    ("committed suicide", "died by suicide"), ("commit suicide", "die by suicide"),
    ("suffers from", "has, or lives with"), ("victim of", "a person who lived through"),
    ("wheelchair-bound", "uses a wheelchair"), ("the mentally ill", "people with a mental illness"),
    ("borderlines", "people with a borderline diagnosis"), ("junkie", "a person who uses drugs"),
    ("junkies", "people who use drugs"),
  ]

  func check(_ vignette: Vignette) -> [Diagnostic] {
    let headings = [vignette.title, vignette.summary].map { ($0, Passage.heading($0)) }
    let meanings = (vignette.storyLines + vignette.answerLines).compactMap(\.meaning)
      .map { ($0, Passage.meaning($0)) }
    return (headings + meanings).flatMap { text, passage in
      let words = text.lowercased().split { !$0.isLetter && $0 != "-" }
      return Self.labels.filter { label in
        let wanted = label.phrase.split(separator: " ")
        return words.indices.contains { words[$0...].starts(with: wanted) }
      }.map { phrase, instead in
        vignette.warning(
          .personFirst, at: passage, "'\(phrase)' puts the label before the person",
          mend: "write '\(instead)'")
      }
    }
  }
}
