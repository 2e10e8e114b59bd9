import Diagnostics
import Scenarios

/// People in distress use plain words. English lines are measured by Flesch's reading ease (1948).
struct ReadingEaseCheck: VignetteCheck {
  /// Below this a text is 'difficult' on Flesch's scale.
  static let lowestEase = 50.0
  /// Shorter lines are too short to measure.
  static let minWords = 12

  func check(_ vignette: Vignette) -> [Diagnostic] {
    guard Language.isEnglish(vignette.language) else { return [] }
    return vignette.allClientText.compactMap { text in
      guard let ease = Self.ease(of: text), ease < Self.lowestEase else { return nil }
      return vignette.warning(
        .hardToRead, at: .spoken(text),
        "reading ease is \(max(0, Int(ease.rounded()))) where speech has \(Int(Self.lowestEase)) and more",
        mend: "use shorter words and sentences")
    }
  }

  /// Flesch's reading ease, or `nil` for a text too short to measure.
  static func ease(of text: String) -> Double? {
    let words = text.split { !$0.isLetter && $0 != "'" && $0 != "’" }
    guard words.count >= minWords else { return nil }
    let sentences = max(1, text.split { ".!?…".contains($0) }.count)
    let syllables = words.reduce(0) { $0 + Self.syllables(in: $1) }
    let count = Double(words.count)
    return 206.835 - 1.015 * count / Double(sentences) - 84.6 * Double(syllables) / count
  }

  /// Groups of vowels, without a silent final e: near enough for English.
  private static func syllables(in word: Substring) -> Int {
    let letters = Array(word.lowercased())
    var count = 0
    var inVowel = false
    for letter in letters {
      let isVowel = "aeiouy".contains(letter)
      if isVowel && !inVowel { count += 1 }
      inVowel = isVowel
    }
    if count > 1, letters.last == "e", !word.hasSuffix("le") { count -= 1 }
    return max(1, count)
  }
}
