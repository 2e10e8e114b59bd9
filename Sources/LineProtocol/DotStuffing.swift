/// Keeping a block's end apart from its lines: a line that begins with a dot is sent with a second
/// one, and a lone dot ends the block (RFC 3977, section 3.1.1).
public enum DotStuffing {
  /// A text's lines as they are sent, without the lone dot.
  public static func stuff(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { stuffLine(String($0)) }
  }

  /// One line as it is sent.
  public static func stuffLine(_ line: String) -> String {
    line.hasPrefix(".") ? "." + line : line
  }

  /// One line as it was meant; `nil` for the lone dot that ends a block.
  public static func unstuffLine(_ line: String) -> String? {
    if line == "." { return nil }
    return line.hasPrefix(".") ? String(line.dropFirst()) : line
  }
}
