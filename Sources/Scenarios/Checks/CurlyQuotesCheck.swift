import Diagnostics

/// A word processor's quotation marks around a text quote nothing: they are a part of it, and are
/// shown to the trainee.
struct CurlyQuotesCheck: VignetteCheck {
  /// What to do about them.
  static let mend = "write straight quotation marks: \"…\""
  /// The marks with which such a text begins.
  static let openings: Set<Character> = ["“", "”", "„", "‘"]

  func check(_ vignette: Vignette) -> [Diagnostic] {
    vignette.placeholderCandidates.compactMap { passage in
      let text = passage.text
      guard Self.isQuoted(text) else { return nil }
      return vignette.warning(
        "curly-quotes", at: passage,
        "the quotation marks of '\(Vignette.excerpt(text))' are a part of the text",
        mend: Self.mend)
    }
  }

  /// Whether a text stands in such marks as a whole; in “Go on,” she said, a part does.
  static func isQuoted(_ text: String) -> Bool {
    guard let first = text.first else { return false }
    let inner = text.dropFirst().dropLast()
    switch first {
    case "“", "”", "„": return !inner.contains { "“”„".contains($0) }
    case "‘": return text.last == "’" && !inner.contains("‘")
    default: return false
    }
  }
}
