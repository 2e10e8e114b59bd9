import Diagnostics
import Scenarios

/// A client speaks in a few sentences; a longer speech is hard to reflect.
struct LengthCheck: VignetteCheck {
  /// Maximum number of words in a line.
  static let maxWords = 70

  func check(_ vignette: Vignette) -> [Diagnostic] {
    vignette.allClientText.compactMap { text in
      let words = text.split(whereSeparator: \.isWhitespace).count
      guard words > Self.maxWords else { return nil }
      return vignette.warning(
        .longLine, at: .spoken(text), "\(words) words are more than one reply can take up",
        mend: "split it into two lines of at most \(Self.maxWords) words")
    }
  }
}
