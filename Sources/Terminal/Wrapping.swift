import Diagnostics

/// Breaking text into lines that fit a terminal.
enum Wrapping {
  /// The lines of a text, each at most `width` columns wide, as slices of it.
  ///
  /// Breaks fall at spaces and at the text's own line ends; a word wider than the line, and text
  /// without spaces such as Chinese or Japanese, is broken between grapheme clusters.
  static func lines(of text: String, width: Int) -> [Substring] {
    let width = max(width, 8)
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .flatMap { wrap($0, width: width) }
  }

  private static func wrap(_ paragraph: Substring, width: Int) -> [Substring] {
    var lines: [Substring] = []
    var start = paragraph.startIndex
    var lastBreak: (end: Substring.Index, next: Substring.Index)?
    var columns = 0
    var index = paragraph.startIndex
    while index < paragraph.endIndex {
      let character = paragraph[index]
      let next = paragraph.index(after: index)
      if character == " " {
        lastBreak = (index, next)
      } else if DisplayWidth.of(character) == 2, index > start {
        lastBreak = (index, index)
      }
      let cells = DisplayWidth.of(character)
      if columns + cells > width, character != " " {
        let (end, resume) = lastBreak.flatMap { $0.next > start ? $0 : nil } ?? (index, index)
        lines.append(paragraph[start..<end].withoutTrailingSpaces)
        start = resume
        columns = DisplayWidth.of(paragraph[start..<index])
        lastBreak = nil
      }
      columns += cells
      index = next
    }
    lines.append(paragraph[start...].withoutTrailingSpaces)
    return lines
  }

  /// The beginning of a text that fits a width, with a mark where something was cut off.
  static func cut(_ text: String, to width: Int) -> String {
    let line = lines(of: text, width: width)[0]
    if line.endIndex == text.endIndex { return text }
    return String(lines(of: text, width: width - 1)[0]) + "…"
  }

  /// The text with control characters replaced, so that no pack, transcript or peer can control the
  /// terminal.
  static func printable(_ text: String) -> String {
    let isTerminalControl: (Unicode.Scalar) -> Bool = { $0 != "\n" && $0.isTerminalControl }
    guard text.unicodeScalars.contains(where: isTerminalControl) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(isTerminalControl(scalar) ? (scalar == "\t" ? " " : .controlSign) : scalar)
    }
    return String(result)
  }
}

extension Substring {
  /// The text without trailing spaces.
  fileprivate var withoutTrailingSpaces: Substring {
    var end = endIndex
    while end > startIndex, self[index(before: end)] == " " { end = index(before: end) }
    return self[startIndex..<end]
  }
}
