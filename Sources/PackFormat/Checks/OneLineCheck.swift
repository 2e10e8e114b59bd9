import Diagnostics
import Scenarios

/// Texts shown in lists and above a session are single lines.
struct OneLineCheck: VignetteCheck {
  /// How to fix it.
  static let mend = "write it in one line, in double quotes"

  func check(_ vignette: Vignette) -> [Diagnostic] {
    [("title", vignette.title), ("name", vignette.name)].compactMap { key, text in
      guard text.contains(where: \.isNewline) else { return nil }
      return vignette.warning(
        .oneLine, at: .heading(text), "the \(key) has more than one line", mend: Self.mend)
    }
  }
}
