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

    /// A figure; one that is undefined has no interval, whatever samples of the units give.
    init(estimate: Estimate, interval: Interval?) {
      self.estimate = estimate
      self.interval = estimate.value == nil ? nil : interval
    }
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
    /// Of how many pairs kappa is the mean.
    public var kappaPairs: PairCount
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
  /// Of how many pairs the pooled kappa is the mean.
  public let pooledPairs: PairCount
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
    let empty = codings.codes.map { Tally(of: $0.variable, raters: count, pairs: pairs.count) }
    // What was counted of each code in a sample of clusters.
    func counts(_ draw: [Int32]) -> [Tally] { zip(tallies, empty).map { $0.sum(draw) ?? $1 } }
    let all = counts((0..<clusters.count).map(Int32.init))

    // A code of which one value alone was used tells nothing of agreement.
    let underived = codings.codes.indices.filter { !codings.codes[$0].variable.isDerived }
    let telling = underived.filter {
      all[$0].estimate(.kappa, of: codings.codes[$0].variable).value != nil
    }
    let whole = telling.isEmpty ? underived : telling
    func pooled(_ sample: [Tally]) -> [Estimate] {
      pairs.indices.map { pair in
        ConfusionMatrix.pooledKappa(whole.map { sample[$0].pairs[pair] })
      }
    }
    // In one go, because drawing the samples and adding them up takes most of the time.
    let intervals = bootstrap.intervals { draw -> [FigureName: Estimate] in
      let sample = counts(draw)
      var estimates = [FigureName(): Estimate.mean(pooled(sample))]
      for (index, code) in codings.codes.enumerated() {
        for statistic in Statistic.of(code.variable, comparesAll) {
          estimates[FigureName(code: index, statistic: statistic)] =
            sample[index].estimate(statistic, of: code.variable)
        }
      }
      return estimates
    }

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
    codes = codings.codes.enumerated().map { index, code in
      Code(
        code.variable, all[index], comparesAll,
        sessionShares: sessionShares(code.variable, code.values)
      ) { intervals[FigureName(code: index, statistic: $0)] }
    }
    scores = codings.scores.map { Score($0.name, $0.values, of: groups, clusters, bootstrap) }
    let figures = codes
    let pooledKappas = pooled(all)
    pooledKappa = Figure(estimate: .mean(pooledKappas), interval: intervals[FigureName()])
    pooledPairs = PairCount(pooledKappas)
    let undefined = whole.map { figures[$0].kappa.estimate }
    func mean(_ estimates: [Estimate]) -> Estimate {
      .mean(telling.isEmpty ? undefined : estimates)
    }
    meanMacroF1 = mean(telling.map { figures[$0].macroF1.estimate })
    meanAlpha = comparesAll ? mean(telling.compactMap { figures[$0].alpha?.estimate }) : nil
    let differences = codings.units.indices.map { Differences(of: $0, in: codings, pairs: pairs) }
    disagreements = Disagreement.all(in: codings, differences)
    sessionDisagreements = SessionDisagreement.all(in: codings, differences)
  }
}

/// A figure that the bootstrap gives an interval to: a statistic of a code, or by itself the kappa of
/// all codes together.
private struct FigureName: Hashable {
  var code: Int?
  var statistic = Statistic.kappa
}

extension AgreementStudy.Code {
  fileprivate init(
    _ variable: Variable, _ whole: Tally, _ comparesAll: Bool,
    sessionShares: IntraclassCorrelation?, interval: (Statistic) -> Interval?
  ) {
    func figure(_ statistic: Statistic) -> AgreementStudy.Figure {
      AgreementStudy.Figure(
        estimate: whole.estimate(statistic, of: variable), interval: interval(statistic))
    }
    let isOrdered = variable.level == .ordinal
    self.init(
      variable: variable, units: whole.shared, agreement: whole.agreement, kappa: figure(.kappa),
      kappaPairs: whole.kappaPairs, ac1: figure(.ac1),
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
