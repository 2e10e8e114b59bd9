extension StringProtocol {
  /// Whether it is one or more of the digits 0 to 9: neither the sign that `Int` reads, too, nor the
  /// digits of other scripts, which `isWholeNumber` lets through.
  public var isDigits: Bool {
    !isEmpty && utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
