import Foundation

/// Text in Windows-1252, as programs for Western Windows write it where they do not write UTF-8.
enum Windows1252 {
  /// Bytes that stand for nothing in it.
  private static let unused: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
  /// More letters beyond ASCII in a row than a Western word has: the text is in another alphabet.
  private static let tooManyLetters = 3

  /// The text that bytes stand for, or `nil` where they are hardly text in it.
  static func text(_ bytes: ArraySlice<UInt8>) -> String? {
    var letters = 0
    for byte in bytes {
      if byte < 0x20, byte != 0x09, byte != 0x0D { return nil }
      if unused.contains(byte) { return nil }
      letters = byte >= 0xC0 ? letters + 1 : 0
      if letters == tooManyLetters { return nil }
    }
    return String(bytes: bytes, encoding: .windowsCP1252)
  }
}
