extension KeyedDecodingContainer {
  /// Reads a number that lies in a range.
  ///
  /// - Parameters:
  ///   - range: Where it lies.
  ///   - key: Its key.
  /// - Returns: The number.
  /// - Throws: `DecodingError` where the number is missing, none, or outside the range.
  public func decode<Number: Decodable & Comparable>(
    in range: ClosedRange<Number>, forKey key: Key
  ) throws -> Number {
    let number = try decode(Number.self, forKey: key)
    guard range.contains(number) else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: self,
        debugDescription: "the number lies between \(range.lowerBound) and \(range.upperBound)")
    }
    return number
  }

  /// Reads a count that a file tells of. It is bounded, so that sums and ratios of such counts are
  /// whole numbers still.
  ///
  /// - Parameter key: Its key.
  /// - Returns: The count, 0 to 2,000,000,000.
  /// - Throws: `DecodingError` where the count is missing, none, or outside its range.
  public func decodeCount(forKey key: Key) throws -> Int {
    try decode(in: 0...2_000_000_000, forKey: key)
  }
}
