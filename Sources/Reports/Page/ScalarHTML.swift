import Diagnostics
import Mustache

/// How text is escaped in HTML and SVG: scalar by scalar.
///
/// The library's own escaping goes by characters, so that a quotation mark with an accent upon it
/// would pass as it is and could end an attribute.
struct ScalarHTML: MustacheContentType {
  /// The name by which templates ask for it.
  static let name = "SCALAR_HTML"

  func escapeText(_ text: String) -> String {
    text.escaping { Self.entity($0) ?? Self.shown($0) }
  }

  private static func entity(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case "'": "&#39;"
    default: nil
    }
  }

  /// What stands for a scalar that does not stand there itself: pictures for control characters, and
  /// a mark for those that would turn the direction of what stands around them. (Isolates end with
  /// their element; marks of direction have no reach.)
  private static func shown(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x09, 0x0A: nil
    case 0x0D: " "
    case 0x00..<0x20: Unicode.Scalar(0x2400 + scalar.value).map { String($0) }
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0, 0x202A...0x202E, 0xFFFE, 0xFFFF: "\u{FFFD}"
    default: nil
    }
  }
}
