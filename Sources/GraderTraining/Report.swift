import Agreement

/// How far confidence and truth lie apart.
struct Reliability {
  private var bins = Array(repeating: (count: 0, confidence: 0.0, right: 0), count: 10)

  mutating func add(confidence: Double, isRight: Bool) {
    let bin = min(9, max(0, Int(confidence * 10)))
    bins[bin].count += 1
    bins[bin].confidence += confidence
    bins[bin].right += isRight ? 1 : 0
  }

  /// Expected calibration error (Naeini et al. 2015), ten bins of equal width; `nil` for no cases.
  var error: Double? {
    let total = bins.reduce(0) { $0 + $1.count }
    guard total > 0 else { return nil }
    return bins.reduce(0) { $0 + abs($1.confidence - Double($1.right)) } / Double(total)
  }
}

/// Figures of an evaluation.
public struct Report: Sendable, Encodable {
  /// One row for each decision and source.
  public var rows: [Evaluation.Row]
}

extension Evaluation.Row: Encodable {
  private enum CodingKeys: String, CodingKey {
    case decision, source, n, accuracy, kappa, values, confusion
    case macroF1 = "macro_f1"
    case calibrationError = "calibration_error"
  }

  /// Writes the row with all that follows from its counts; what is undefined is left out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(decision, forKey: .decision)
    try container.encode(source, forKey: .source)
    try container.encode(confusion.total, forKey: .n)
    try container.encodeIfPresent(macroF1, forKey: .macroF1)
    try container.encode(confusion.accuracy, forKey: .accuracy)
    try container.encodeIfPresent(kappa, forKey: .kappa)
    try container.encodeIfPresent(calibrationError, forKey: .calibrationError)
    try container.encode(byValue, forKey: .values)
    try container.encode(confusion.counts, forKey: .confusion)
  }
}
