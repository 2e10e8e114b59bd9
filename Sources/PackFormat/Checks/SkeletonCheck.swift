import Diagnostics
import Scenarios

/// What 'attune pack new' wrote are placeholders, which no trainee should see.
struct SkeletonCheck: VignetteCheck {
  func check(_ vignette: Vignette) -> [Diagnostic] {
    let left = vignette.placeholderCandidates.intersection(PackSkeleton.passages)
    func line(_ passage: Passage) -> (Int, Int) {
      let place = vignette.places[passage]?.first
      return (place?.line ?? 0, place?.column ?? 0)
    }
    guard let first = left.min(by: { line($0) < line($1) }) else { return [] }
    let message =
      left.count == 1
      ? "a text is as 'attune pack new' wrote it"
      : "\(left.count) texts are as 'attune pack new' wrote them, and this is the first"
    return [vignette.warning(.skeleton, at: first, message, mend: "write over what is left of it")]
  }
}
