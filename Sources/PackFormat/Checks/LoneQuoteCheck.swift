import Diagnostics
import Scenarios

/// A quotation mark at the end of a text that nothing opens is likely one of YAML's whose beginning is
/// missing: it is part of the text and shown to the trainee.
struct LoneQuoteCheck: VignetteCheck {
  /// How to fix it.
  static let mend = "put one before the text, too, or take it out"

  func check(_ vignette: Vignette) -> [Diagnostic] {
    vignette.quotable.compactMap { passage, text in
      guard Self.isLone(in: text) else { return nil }
      return vignette.warning(
        .loneQuote, at: passage,
        "the quotation mark at the end of '\(Vignette.excerpt(text))' is a part of the text, and "
          + "nothing opens it",
        mend: Self.mend)
    }
  }

  /// Whether a text ends in a straight quotation mark that nothing opens, unlike She said, "go."
  static func isLone(in text: String) -> Bool {
    let inner = text.dropLast()
    guard let before = inner.last else { return false }
    switch text.last {
    case "\"":
      // 6'2" is a measure, and „Geh." is how a German may type it.
      return !before.isNumber && !inner.contains { "“”„".contains($0) }
        && inner.count { $0 == "\"" }.isMultiple(of: 2)
    case "'":
      // An apostrophe stands behind a letter, what opens a quotation does not.
      let opens = zip(" \(inner)", inner).contains { $1 == "'" && !$0.isLetter && !$0.isNumber }
      return before.isPunctuation && !opens
    default: return false
    }
  }
}
