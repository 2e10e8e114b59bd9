extension StringProtocol {
  /// The text without white space at its ends.
  public var trimmed: SubSequence {
    guard let start = firstIndex(where: { !$0.isWhitespace }),
      let end = lastIndex(where: { !$0.isWhitespace })
    else { return self[startIndex..<startIndex] }
    return self[start...end]
  }

  /// Whether there is nothing but white space in it.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }

  /// The text as numbers and the names of replies and conversations are compared: without white
  /// space at its ends, and a whole number as it was before a program that keeps columns of numbers
  /// wrote it as `3.0`.
  public var compared: String {
    let text = trimmed
    let digits = text.dropLast(2)
    return text.hasSuffix(".0") && !digits.isEmpty && digits.allSatisfy(\.isWholeNumber)
      ? String(digits) : String(text)
  }
}
