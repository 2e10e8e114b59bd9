extension Unicode.Scalar {
  /// Whether it controls a terminal instead of being shown: a control character, or a mark that
  /// changes the direction of the text after it.
  public var isTerminalControl: Bool {
    value < 0x20 || (0x7F...0x9F).contains(value) || (0x202A...0x202E).contains(value)
      || (0x2066...0x2069).contains(value)
  }

  /// The sign that stands for a terminal control.
  public static let controlSign: Unicode.Scalar = "?"
}

extension StringProtocol {
  /// The text with each terminal control replaced by a mark, so that it stays on its line and in its
  /// place on a screen.
  public func replacingControls(with mark: Unicode.Scalar = .controlSign) -> String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.isTerminalControl ? mark : $0 }))
  }

  /// As much of the text as a message has room for, on one line.
  public var excerpt: String {
    // A character may have any number of marks joined to it.
    let bounded = String(String.UnicodeScalarView(unicodeScalars.prefix(240)))
    return bounded.prefix(60).replacingControls(with: " ")
  }
}
