import Diagnostics
import Scenarios

/// Each line shows a feeling: without one the trainee has nothing to hear in it, and neither the
/// hint nor the coach has anything to say.
struct FeelingCheck: VignetteCheck {
  func check(_ vignette: Vignette) -> [Diagnostic] {
    let lines = vignette.storyLines + vignette.answerLines
    let none = lines.filter(\.feelings.isEmpty).map { line in
      vignette.warning(
        .noFeelings, at: .feelings(line.text),
        "no feeling is named for “\(Vignette.excerpt(line.text))”",
        mend: "name what the line shows or implies in 'feelings'")
    }
    let joined = lines.flatMap { line in
      line.feelings.filter { $0.contains { ";,/".contains($0) } }.map { feeling in
        vignette.warning(
          .joinedFeelings, at: .feelings(line.text), "'\(feeling)' is not one feeling",
          mend: "part feelings with commas outside quotation marks")
      }
    }
    return none + joined
  }
}
