import Diagnostics

/// A client speaks in a few sentences; more is a speech that no reflection can take up.
struct LengthCheck: VignetteCheck {
  /// The most words in a line.
  static let maxWords = 70

  func check(_ vignette: Vignette) -> [Diagnostic] {
    vignette.allClientText.compactMap { text in
      let words = text.split(whereSeparator: \.isWhitespace).count
      guard words > Self.maxWords else { return nil }
      return vignette.warning(
        "long-line", at: .spoken(text), "\(words) words are more than one reply can take up",
        mend: "split it into two lines of at most \(Self.maxWords) words")
    }
  }
}
