import Diagnostics
import Scenarios

/// A line that appears twice: a client never says it again, so the second is never heard.
struct RepetitionCheck: VignetteCheck {
  func check(_ vignette: Vignette) -> [Diagnostic] {
    var seen: [String: Int] = [:]
    return vignette.allClientText.compactMap { text in
      let before = seen[text, default: 0]
      seen[text] = before + 1
      guard before > 0 else { return nil }
      return vignette.warning(
        .saidTwice, at: .spoken(text), occurrence: before,
        "'\(Vignette.excerpt(text))' appears twice, and is said once",
        mend: "write another line in its place")
    }
  }
}
