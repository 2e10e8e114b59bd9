import Diagnostics
import Scenarios

/// A vignette says what it is for: a trainee reads that before the session.
struct ObjectiveCheck: VignetteCheck {
  func check(_ vignette: Vignette) -> [Diagnostic] {
    guard vignette.objectives.isEmpty else { return [] }
    return [
      vignette.warning(
        .noObjectives, at: .list("objectives"), "'objectives' names nothing to practise",
        mend: "write at least one: '- skill: reflection', with 'text' and 'source'")
    ]
  }
}
