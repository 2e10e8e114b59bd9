extension Utterance {
  /// A quotation is at most this many words long; short forms ('it's') count as two.
  static let longestQuotation = 14

  /// What some tokens stand for in the text that was read.
  func quote(_ places: Range<Int>, of text: String) -> Substring {
    guard let last = places.last else { return "" }
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: tokens[places.lowerBound].span.lowerBound)
    let end = bytes.index(bytes.startIndex, offsetBy: tokens[last].span.upperBound)
    return text[start..<end]
  }
}
