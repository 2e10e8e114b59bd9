/// Dot-stuffing: a line that begins with a dot is sent with a second one, because a lone dot ends a
/// block (RFC 3977, section 3.1.1).
package enum DotStuffing {
  private static let dot = UInt8(ascii: ".")

  /// A text's lines as they are sent, without the lone dot. Only LF separates lines; other line
  /// separators are content.
  package static func stuff(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { stuffLine(String(Substring($0))) }
  }

  /// One line as it is sent.
  package static func stuffLine(_ line: String) -> String {
    line.utf8.first == dot ? "." + line : line
  }

  /// The original line; `nil` for the lone dot that ends a block.
  package static func unstuffLine(_ line: String) -> String? {
    if line == "." { return nil }
    return line.utf8.first == dot ? String(Substring(line.utf8.dropFirst())) : line
  }
}
