import Diagnostics

/// Each line shows a feeling: without one there is nothing to hear in it, for the trainee, the hint
/// and the coaching alike.
struct FeelingCheck: VignetteCheck {
  func check(_ vignette: Vignette) -> [Diagnostic] {
    ([vignette.opening] + vignette.topics.flatMap(\.lines)).filter(\.feelings.isEmpty).map { line in
      vignette.warning(
        "no-feelings", at: .spoken(line.text),
        "no feeling is named for “\(Vignette.excerpt(line.text))”",
        mend: "name what the line shows or implies in 'feelings'")
    }
  }
}
