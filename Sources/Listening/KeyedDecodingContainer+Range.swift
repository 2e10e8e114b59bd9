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
}
