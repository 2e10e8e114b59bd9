/// How far raters agree, code by code.
public struct AgreementStudy: Sendable {
  /// Which raters are compared.
  public enum Pairing: Sendable {
    /// Each with each.
    case everyone
    /// Each with the last, whose decisions are held against theirs.
    case othersAgainstLast
  }

  /// A figure and the interval that the bootstrap gives it.
  public struct Figure: Hashable, Sendable {
    /// The figure.
    public var estimate: Estimate
    /// Where it lies with 95 % confidence, if there was enough to draw from.
    public var interval: Interval?
  }

  /// The figures of a code.
  public struct Code: Sendable {
    /// The code.
    public var variable: Variable
    /// Units that two of the compared raters coded.
    public var units: Int
    /// The share of units on which a pair agrees, the mean over the pairs.
    public var agreement: Estimate
    /// Cohen's kappa, the mean over the pairs.
    public var kappa: Figure
    /// Gwet's AC1, the mean over the pairs.
    public var ac1: Figure
    /// Weighted kappa with linear and with quadratic weights, the mean over the pairs; `nil` where
    /// the values have no order.
    public var weightedKappa: (linear: Figure, quadratic: Figure)?
    /// Fleiss' kappa over the units that every rater coded; `nil` where not everyone is compared.
    public var fleiss: Figure?
    /// Krippendorff's alpha; `nil` where not everyone is compared.
    public var alpha: Figure?
    /// Macro-F1, the mean over the pairs.
    public var macroF1: Figure
    /// Counts by value of the first and of the second of a pair, over all pairs.
    public var confusion: ConfusionMatrix
    /// ICC(2,1) of the share of each session's units that have the code, the mean over the pairs where
    /// not everyone is compared; `nil` where sessions are not known or the code cannot be absent.
    public var sessionShares: IntraclassCorrelation?
  }

  /// The figures of a score: of all raters together, or the means over the pairs where not everyone
  /// is compared.
  public struct Score: Sendable {
    /// The score's name.
    public var name: String
    /// ICC(2,1) over the units that every rater scored, or both of a pair.
    public var correlation: IntraclassCorrelation
    /// Krippendorff's alpha at interval level.
    public var alpha: Estimate
    /// The last rater's mean less that of the others, over the same units.
    public var lastMinusOthers: Double?
  }

  /// The raters' names.
  public let raters: [String]
  /// Which were compared.
  public let pairing: Pairing
  /// Sessions known, or `nil` where no unit names its session.
  public let sessions: Int?
  /// The figures by code.
  public let codes: [Code]
  /// The figures by score.
  public let scores: [Score]
  /// Cohen's kappa over all codes together, pooled (De Vries et al. 2008), the mean over the pairs;
  /// it and the means leave out codes whose kappa is undefined.
  public let pooledKappa: Figure
  /// The mean macro-F1 of the codes.
  public let meanMacroF1: Estimate
  /// The mean alpha of the codes, where everyone is compared.
  public let meanAlpha: Estimate?
  /// Units on which raters differ, from the greatest difference down.
  public let disagreements: [Disagreement]
  /// Sessions by how much raters differ, from the greatest difference down.
  public let sessionDisagreements: [SessionDisagreement]

  /// Compares raters.
  ///
  /// - Parameters:
  ///   - codings: What they said.
  ///   - pairing: Which of them are compared.
  ///   - resamples: How many samples the bootstrap draws; 0 for no intervals.
  ///   - seed: What the bootstrap draws by.
  public init(_ codings: Codings, pairing: Pairing, resamples: Int, seed: UInt64) {
    let count = codings.raters.count
    let pairs =
      pairing == .othersAgainstLast
      ? (0..<max(0, count - 1)).map { ($0, count - 1) }
      : (0..<count).flatMap { first in (first + 1..<max(first + 1, count)).map { (first, $0) } }
    let comparesAll = pairs.count == count * (count - 1) / 2
    // Figures of all raters together would tell, too, how those agree who are not compared with each
    // other.
    let groups = comparesAll ? [Array(0..<count)] : pairs.map { [$0.0, $0.1] }
    let clusters = Clusters(codings.units)
    let bootstrap = Bootstrap(clusters: clusters.count, resamples: resamples, seed: seed)
    let tallies = codings.codes.map { clusters.tallies(of: $0.variable, $0.values, pairs: pairs) }

    func sessionShares(_ variable: Variable, _ values: [[Int?]]) -> IntraclassCorrelation? {
      guard variable.hasAbsentValue, clusters.sessions.count > 1 else { return nil }
      let shares = groups.map { clusters.shares(values, of: $0) }
      let coded = (0..<clusters.count).count { cluster in
        shares.contains { !$0[cluster].isEmpty }
      }
      return IntraclassCorrelation(meanOf: shares, units: coded, bootstrap)
    }

    raters = codings.raters
    self.pairing = pairing
    sessions = clusters.sessions.isEmpty ? nil : clusters.sessions.count
    codes = zip(codings.codes, tallies).map { code, tallies in
      Code(
        code.variable, tallies, Tally(of: code.variable, raters: count, pairs: pairs.count),
        comparesAll, bootstrap,
        sessionShares: sessionShares(code.variable, code.values))
    }
    scores = codings.scores.map { Score($0.name, $0.values, of: groups, clusters, bootstrap) }

    // A code of which one value alone was used tells nothing of agreement.
    let figures = codes
    let underived = tallies.indices.filter { !figures[$0].variable.isDerived }
    let telling = underived.filter { figures[$0].kappa.estimate.value != nil }
    let whole = telling.isEmpty ? underived : telling
    func pooled(_ sample: [Tally]) -> Estimate {
      .mean(
        pairs.indices.map { pair in ConfusionMatrix.pooledKappa(sample.map { $0.pairs[pair] }) })
    }
    pooledKappa = Figure(
      estimate: pooled(whole.compactMap { tallies[$0].sum }),
      interval: bootstrap.interval { draw in pooled(whole.compactMap { tallies[$0].sum(draw) }) })
    meanMacroF1 = .mean(whole.map { figures[$0].macroF1.estimate })
    meanAlpha = comparesAll ? .mean(whole.compactMap { figures[$0].alpha?.estimate }) : nil
    disagreements = Disagreement.all(in: codings, pairs: pairs)
    sessionDisagreements = SessionDisagreement.all(in: codings, pairs: pairs)
  }
}

extension AgreementStudy.Code {
  fileprivate init(
    _ variable: Variable, _ tallies: [Tally], _ empty: Tally, _ comparesAll: Bool,
    _ bootstrap: Bootstrap, sessionShares: IntraclassCorrelation?
  ) {
    let statistics = Statistic.allCases.filter { statistic in
      switch statistic {
      case .linearKappa, .quadraticKappa: variable.level == .ordinal
      case .fleissKappa, .alpha: comparesAll
      case .kappa, .ac1, .macroF1: true
      }
    }
    func estimates(_ tally: Tally) -> [Statistic: Estimate] {
      Dictionary(uniqueKeysWithValues: statistics.map { ($0, tally.estimate($0, of: variable)) })
    }
    let whole = tallies.sum ?? empty
    let intervals = bootstrap.intervals { estimates(tallies.sum($0) ?? empty) }
    func figure(_ statistic: Statistic) -> AgreementStudy.Figure {
      AgreementStudy.Figure(
        estimate: whole.estimate(statistic, of: variable), interval: intervals[statistic])
    }
    let isOrdered = statistics.contains(.linearKappa)
    self.init(
      variable: variable, units: whole.shared, agreement: whole.agreement, kappa: figure(.kappa),
      ac1: figure(.ac1),
      weightedKappa: isOrdered ? (figure(.linearKappa), figure(.quadraticKappa)) : nil,
      fleiss: comparesAll ? figure(.fleissKappa) : nil, alpha: comparesAll ? figure(.alpha) : nil,
      macroF1: figure(.macroF1), confusion: whole.confusion, sessionShares: sessionShares)
  }
}

extension AgreementStudy.Score {
  fileprivate init(
    _ name: String, _ values: [[Double?]], of groups: [[Int]], _ clusters: Clusters,
    _ bootstrap: Bootstrap
  ) {
    let numbers = groups.map { clusters.numbers(values, of: $0) }
    let scored = values.count { unit in
      groups.contains { group in group.allSatisfy { unit[$0] != nil } }
    }
    let alphas = groups.map { group in
      KrippendorffAlpha.interval(values.map { unit in group.compactMap { unit[$0] } })
    }
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    let differences = numbers.compactMap { clusters -> Double? in
      let complete = clusters.flatMap(\.self)
      let others = complete.flatMap { $0.dropLast() }
      return others.isEmpty ? nil : mean(complete.compactMap(\.last)) - mean(others)
    }
    self.init(
      name: name,
      correlation: IntraclassCorrelation(meanOf: numbers, units: scored, bootstrap),
      alpha: .mean(alphas), lastMinusOthers: differences.isEmpty ? nil : mean(differences))
  }
}
