extension StringProtocol {
  /// The parts between blank lines. A line break alone parts nothing: text may be wrapped anywhere.
  package var paragraphs: [SubSequence] {
    var paragraphs: [SubSequence] = []
    var open: Range<Index>?
    for line in split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if !line.allSatisfy(\.isWhitespace) {
        open = (open?.lowerBound ?? line.startIndex)..<line.endIndex
      } else if let range = open {
        paragraphs.append(self[range])
        open = nil
      }
    }
    if let open { paragraphs.append(self[open]) }
    return paragraphs
  }
}
