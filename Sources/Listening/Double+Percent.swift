extension Double {
  /// A share from 0 to 1 in whole per cent. What is no share ends at a hundred times the whole, so
  /// that every number has an answer.
  public var percent: Int { Int((Swift.min(Swift.max(-100, self), 100) * 100).rounded()) }
}
