import Foundation
import Listening

/// How single characters are read: what is a letter, and which letters count as the same.
enum Characters {
  /// What a character does in a text.
  enum Role: Equatable {
    /// Part of a word; the bytes are its folded form.
    case letter(UInt32)
    /// Several letters in one character, as fonts and PDF files have them: 'ﬁ'.
    case ligature(String)
    /// A mark that only decorates the letter before it: ignored.
    case combining
    case apostrophe
    case quotation
    case questionMark
    /// Ends a sentence, or a shortened word: 'Dr. Bell'.
    case fullStop
    /// Ends a sentence: exclamation mark, semicolon, ellipsis, end of a paragraph.
    case stop
    /// Ends a clause: comma, colon, dash, bracket.
    case pause
    /// Space and line breaks: text may be wrapped anywhere. A blank line is the tokenizer's to see.
    case space
  }

  /// The role of an ASCII byte. Its apostrophes are written out, for speed; a test holds them to
  /// `isApostrophe`.
  static func role(ascii byte: UInt8) -> Role {
    switch byte {
    case 0x61...0x7a, 0x30...0x39: .letter(UInt32(byte))
    case 0x41...0x5a: .letter(UInt32(byte) + 0x20)
    case 0x27, 0x60: .apostrophe
    case 0x22: .quotation
    case 0x3f: .questionMark
    case 0x2e: .fullStop
    case 0x21, 0x3b: .stop
    case 0x2c, 0x3a, 0x28, 0x29, 0x5b, 0x5d: .pause
    default: .space
    }
  }

  /// Whether a word may go on with a byte: a letter, a digit, an apostrophe, or one of a character
  /// outside ASCII.
  @inline(__always)
  static func goesOn(ascii byte: UInt8) -> Bool {
    switch byte {
    case ...0x20: false
    case 0x80...: true
    case 0x61...0x7a, 0x41...0x5a, 0x30...0x39, 0x27, 0x60: true
    default: false
    }
  }

  /// The role of a character outside ASCII.
  static func role(_ scalar: Unicode.Scalar) -> Role {
    if scalar.isApostrophe { return .apostrophe }
    switch scalar.value {
    case 0x201c, 0x201d, 0x201e, 0x201f, 0xab, 0xbb, 0xff02: return .quotation
    case 0xff1f, 0x37e, 0x61f, 0x203d: return .questionMark
    case 0x2026, 0xff01, 0x3002, 0x2029: return .stop
    case 0x2012...0x2015, 0xff0c, 0x3001: return .pause
    case 0xad, 0x200b...0x200f, 0x300...0x36f, 0xfe00...0xfe0f: return .combining
    case 0xc0...0x17f: return .letter(folded(scalar))
    case 0xff21...0xff3a: return .letter(scalar.value - 0xff21 + 0x61)
    case 0xff10...0xff19, 0xff41...0xff5a: return .letter(scalar.value - 0xfee0)
    case 0xfb00...0xfb06: return .ligature(ligatures[Int(scalar.value - 0xfb00)])
    default: break
    }
    let properties = scalar.properties
    if properties.isAlphabetic || properties.numericType != nil {
      return .letter(folded(base(of: scalar)))
    }
    return properties.generalCategory == .nonspacingMark ? .combining : .space
  }

  /// The letter that is left of one whose marks are taken off: 'и' of 'й', 'e' of 'ế'. Composed and
  /// decomposed spellings count alike so. What falls into several letters, as a Korean syllable does, or
  /// has marks that count as letters, stays as it is.
  private static func base(of letter: Unicode.Scalar) -> Unicode.Scalar {
    let parts = String(letter).decomposedStringWithCanonicalMapping.unicodeScalars
    guard let base = parts.first, parts.dropFirst().allSatisfy({ role($0) == .combining }) else {
      return letter
    }
    return base
  }

  /// The letter without case and, where it is a Latin one, without what is written on it or through it.
  private static func folded(_ scalar: Unicode.Scalar) -> UInt32 {
    let lower = lowercased(scalar)
    let index = Int(lower.value) - 0xe0
    guard bases.indices.contains(index), bases[index] != 0x2e else { return lower.value }
    return UInt32(bases[index])
  }

  private static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
  }

  /// The letters of U+FB00 to U+FB06.
  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

  /// The plain letters of U+00E0 to U+017F; a full stop stands where there is none.
  private static let bases = Array(
    ("aaaaaa.ceeeeiiii.nooooo.ouuuuy.y" + "aaaaaaccccccccdd..eeeeeeeeeegggggggghh.."
      + "iiiiiiiii...jjkk.llllll....nnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz.")
      .utf8)
}
