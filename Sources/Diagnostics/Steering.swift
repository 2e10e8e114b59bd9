extension Unicode.Scalar {
  /// Whether it steers a terminal rather than standing for itself: a control character, or a mark
  /// that turns the direction of what follows beyond its own text.
  public var isSteering: Bool {
    properties.generalCategory == .control || (0x202A...0x202E).contains(value)
      || (0x2066...0x2069).contains(value)
  }
}

extension StringProtocol {
  /// The text with another mark for each character that steers, so that it stays on its line and in
  /// its place on a screen.
  public func replacingControls(with mark: Unicode.Scalar) -> String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.isSteering ? mark : $0 }))
  }
}
