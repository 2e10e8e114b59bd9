import Diagnostics
import Scenarios

/// A word processor's quotation marks around a text are not YAML's: they are part of the text and
/// shown to the trainee.
struct CurlyQuotesCheck: VignetteCheck {
  /// How to fix it.
  static let mend = "write straight quotation marks: \"…\""
  /// The opening marks.
  static let openings: Set<Character> = ["“", "”", "„", "‘"]

  func check(_ vignette: Vignette) -> [Diagnostic] {
    vignette.quotable.compactMap { passage, text in
      guard Self.isQuoted(text) else { return nil }
      return vignette.warning(
        .curlyQuotes, at: passage,
        "the quotation marks of '\(Vignette.excerpt(text))' are a part of the text",
        mend: Self.mend)
    }
  }

  /// Whether the whole text is in such marks, unlike “Go on,” she said.
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
