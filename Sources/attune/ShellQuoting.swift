import Diagnostics

/// A word as a shell takes it, for commands that a person is told to type.
func shellQuoted(_ word: String) -> String {
  // Scalar by scalar: some letters hide the sign behind them within their character.
  let isPlain =
    !word.isEmpty
    && word.unicodeScalars.allSatisfy {
      $0.properties.isXIDContinue || "-./:@%+,".unicodeScalars.contains($0)
    }
  let escaped = word.escaping { $0 == "'" ? "'\\''" : nil }
  return isPlain ? word : "'\(escaped)'"
}
