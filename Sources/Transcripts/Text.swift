import Diagnostics

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
  /// space at its ends; a path without the steps, `./` and `../`, from where it was named, which are
  /// others for the same file elsewhere; and a whole number as it was before a program that keeps
  /// columns of numbers wrote it as `3.0`.
  public var compared: String {
    var text = trimmed
    while text.hasPrefix("./") || text.hasPrefix("../") {
      text = text.drop(while: { $0 == "." }).dropFirst()
    }
    let digits = text.dropLast(2)
    return text.hasSuffix(".0") && digits.isDigits ? String(digits) : String(text)
  }
}
