import Agreement

/// Figures of an evaluation.
public struct EvaluationReport: Sendable, Encodable {
  /// One row for each decision and source.
  public var rows: [Evaluation.Row]

  package init(rows: [Evaluation.Row]) {
    self.rows = rows
  }
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
