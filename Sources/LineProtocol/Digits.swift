extension StringProtocol {
  /// Whether it is one or more of the digits 0 to 9; what else `Int` reads, a sign, is none.
  var isDigits: Bool {
    !isEmpty && utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
