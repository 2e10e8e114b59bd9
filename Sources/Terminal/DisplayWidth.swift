import CReadline
import Foundation

/// How many columns text takes on a terminal.
enum DisplayWidth {
  /// Makes the C library read and measure text as UTF-8, even where the user's locale is not.
  static func prepare() {
    setlocale(LC_ALL, "")
    guard attune_columns(0x4E2D) != 2 else { return }
    setlocale(LC_CTYPE, "C.UTF-8")
    // Readline takes the locale from the environment anew at each line.
    setenv("LC_ALL", "C.UTF-8", 1)
  }

  /// The columns of a text without line breaks.
  static func of(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  /// The columns of one grapheme cluster: that of its widest scalar, or two for an emoji that is
  /// put together from several.
  static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    if scalars.count > 1, scalars.contains(where: isEmojiMaker) { return 2 }
    return scalars.reduce(0) { max($0, Int(attune_columns($1.value))) }
  }

  /// Variation selector 16, the zero-width joiner, skin tones and regional indicators.
  private static func isEmojiMaker(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xFE0F, 0x200D, 0x1F3FB...0x1F3FF, 0x1F1E6...0x1F1FF: true
    default: false
    }
  }
}
