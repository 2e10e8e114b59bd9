/// What a transcript tells in brackets or between asterisks in place of words: `(silence)`,
/// `[inaudible 0:12]`, `*nods*`.
package enum StageDirection {
  private static let closings: [Character: Character] = ["(": ")", "[": "]", "<": ">", "*": "*"]
  /// A longer one may be a reply that was only put in brackets.
  private static let mostWords = 4

  /// Whether nothing but stage directions is in a text, and one at least.
  package static func isAll(of text: String) -> Bool {
    // Most texts begin with a letter, which needs no look at what a character is.
    if let byte = text.utf8.first, (0x61...0x7A).contains(byte | 0x20) { return false }
    var rest = text[...]
    var isThere = false
    while let mark = rest.first {
      if let closing = closings[mark] {
        let length = rest.prefix { closings[$0] == closing }.count
        guard let end = rest.dropFirst(length).firstIndex(of: closing),
          rest[..<end].split(whereSeparator: \.isWhitespace).count <= mostWords
        else { return false }
        isThere = true
        rest = rest[end...].drop { $0 == closing }
      } else if mark.isWhitespace || mark.isPunctuation {
        rest = rest.dropFirst()
      } else {
        return false
      }
    }
    return isThere
  }
}
