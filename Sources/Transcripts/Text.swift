extension StringProtocol {
  /// The text without white space at its ends.
  public var trimmed: SubSequence {
    guard let start = firstIndex(where: { !$0.isWhitespace }),
      let end = lastIndex(where: { !$0.isWhitespace })
    else { return self[startIndex..<startIndex] }
    return self[start...end]
  }
}

extension StringProtocol {
  /// The text with another mark for each control character, so that it stays on its line and steers
  /// no terminal.
  public func replacingControls(with mark: Unicode.Scalar) -> String {
    let scalars = unicodeScalars.map { $0.properties.generalCategory == .control ? mark : $0 }
    return String(String.UnicodeScalarView(scalars))
  }
}
