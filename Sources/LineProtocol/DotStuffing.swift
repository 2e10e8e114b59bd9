/// Keeping a block's end apart from its lines: a line that begins with a dot is sent with a second
/// one, and a lone dot ends the block (RFC 3977, section 3.1.1).
public enum DotStuffing {
  private static let dot = UInt8(ascii: ".")

  /// A text's lines as they are sent, without the lone dot. LF alone parts them: whatever else ends
  /// lines on a screen is a part of the text.
  public static func stuff(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { stuffLine(String(Substring($0))) }
  }

  /// One line as it is sent.
  public static func stuffLine(_ line: String) -> String {
    line.utf8.first == dot ? "." + line : line
  }

  /// One line as it was meant; `nil` for the lone dot that ends a block.
  public static func unstuffLine(_ line: String) -> String? {
    if line == "." { return nil }
    return line.utf8.first == dot ? String(Substring(line.utf8.dropFirst())) : line
  }
}
