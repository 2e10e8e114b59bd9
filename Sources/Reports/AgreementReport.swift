import Agreement

/// Comparisons of raters, and the forms in which they are handed on.
public struct AgreementReport: Sendable {
  /// The forms that there are.
  public enum Format: String, CaseIterable, Sendable {
    case table, json, csv
  }

  /// Who is compared with whom.
  public enum Comparison: String, Sendable {
    /// Human raters with each other.
    case raters
    /// The grader with the human codes: those of the one rater, or of the majority.
    case grader
    /// The grader with each rater, the figures averaged.
    case graderWithEach = "grader_with_each"
  }

  /// The comparisons, in the order in which they are told.
  public var comparisons: [(kind: Comparison, study: AgreementStudy)] = []
  /// The codes of replies that the majority leaves open, because as many raters say one thing as
  /// another, with how many there are.
  public var ties: [(code: String, count: Int)] = []
  /// How many replies and sessions of largest disagreement are told.
  public var disagreements: Int
  /// Whether confusion matrices are told.
  public var showsConfusion: Bool

  /// A report without comparisons.
  public init(disagreements: Int, showsConfusion: Bool) {
    self.disagreements = disagreements
    self.showsConfusion = showsConfusion
  }

  /// Writes the report.
  public func write(_ format: Format, into output: inout some TextOutputStream) {
    switch format {
    case .table: AgreementTable(self).write(into: &output)
    case .csv: AgreementCSV(self).write(into: &output)
    case .json: AgreementJSON.write(self, into: &output)
    }
  }
}

extension AgreementStudy.Code {
  /// The share of a value among the codes given: by the first of a pair where that is the truth,
  /// else by both.
  func share(of value: Int, _ pairing: AgreementStudy.Pairing) -> Double? {
    guard confusion.total > 0 else { return nil }
    let given = Double(confusion.support(value))
    guard pairing == .everyone else { return given / Double(confusion.total) }
    return (given + Double(confusion.decided(value))) / Double(2 * confusion.total)
  }
}
