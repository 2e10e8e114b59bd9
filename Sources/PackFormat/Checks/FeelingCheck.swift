import Diagnostics
import Scenarios

/// Each line shows a feeling: without one the trainee has nothing to hear in it, and neither the
/// hint nor the coach has anything to say.
struct FeelingCheck: VignetteCheck {
  func check(_ vignette: Vignette) -> [Diagnostic] {
    (vignette.storyLines + vignette.answerLines).filter(\.feelings.isEmpty).map { line in
      vignette.warning(
        "no-feelings", at: .spoken(line.text),
        "no feeling is named for “\(Vignette.excerpt(line.text))”",
        mend: "name what the line shows or implies in 'feelings'")
    }
  }
}
