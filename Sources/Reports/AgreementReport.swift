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
  public let comparisons: [(kind: Comparison, study: AgreementStudy)]
  /// The codes of replies that the majority leaves open, because as many raters say one thing as
  /// another, with how many there are.
  let ties: [(code: String, count: Int)]
  /// How many replies and sessions of largest disagreement are told.
  let disagreements: Int
  /// Whether confusion matrices are told.
  let showsConfusion: Bool

  /// Compares human raters with each other, where there are several, and a grader with them, where
  /// there is one.
  ///
  /// - Parameters:
  ///   - humans: What the human raters said.
  ///   - graded: What the grader says of the same replies; `nil` where there is none.
  ///   - resamples: How many samples the bootstrap draws; 0 for no intervals.
  ///   - seed: What the bootstrap draws by.
  ///   - disagreements: How many replies and sessions of largest disagreement are told.
  ///   - showsConfusion: Whether confusion matrices are told.
  public init(
    humans: Codings, graded: Codings?, resamples: Int, seed: UInt64, disagreements: Int,
    showsConfusion: Bool
  ) {
    func study(_ codings: Codings, _ pairing: AgreementStudy.Pairing) -> AgreementStudy {
      AgreementStudy(codings, pairing: pairing, resamples: resamples, seed: seed)
    }
    let count = humans.raters.count
    var comparisons: [(kind: Comparison, study: AgreementStudy)] = []
    if count > 1 { comparisons.append((.raters, study(humans, .everyone))) }
    if let graded {
      // Two raters have no majority but where they agree, which would flatter the grader.
      if count != 2 {
        let name = count > 1 ? "the majority of \(count) raters" : humans.raters.first ?? "human"
        let majority = humans.consensus(named: name)
        comparisons.append((.grader, study(majority.joined(with: graded), .othersAgainstLast)))
      }
      if count > 1 {
        let all = humans.joined(with: graded)
        comparisons.append((.graderWithEach, study(all, .othersAgainstLast)))
      }
    }
    self.comparisons = comparisons
    ties = humans.ties
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
