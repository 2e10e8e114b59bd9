/// ICC(2,1): how far single raters, drawn from many, give the same numbers (Shrout & Fleiss 1979:
/// two-way random effects, absolute agreement, single rater).
public struct IntraclassCorrelation: Hashable, Sendable {
  /// The correlation.
  public let estimate: Estimate
  /// Where it lies with 95 % confidence (McGraw & Wong 1996, case 2A), where it is defined.
  public let interval: Interval?
  /// Units that every rater gave a number.
  public let units: Int

  /// Works out the correlation.
  ///
  /// - Parameter numbers: By unit, then by rater; units that not every rater gave a number are to be
  ///   left out.
  public init(_ numbers: [[Double]]) {
    units = numbers.count
    guard let raters = numbers.map(\.count).min(), numbers.count > 1 else {
      (estimate, interval) = (.failure(.tooFewUnits), nil)
      return
    }
    guard raters > 1 else {
      (estimate, interval) = (.failure(.oneRater), nil)
      return
    }
    let all = numbers.joined()
    // Compared directly, because floating-point sums of squares may be slightly off zero.
    guard all.min() != all.max() else {
      (estimate, interval) = (.failure(.noVariation), nil)
      return
    }
    let variance = Variance(numbers.map { Array($0.prefix(raters)) })
    estimate = variance.correlation
    interval = variance.interval
  }
}

/// Mean squares of a two-way layout without repetition.
private struct Variance {
  let units: Double
  let raters: Double
  let betweenUnits: Double
  let betweenRaters: Double
  let rest: Double

  init(_ numbers: [[Double]]) {
    let n = Double(numbers.count)
    let k = Double(numbers[0].count)
    let mean = numbers.joined().reduce(0, +) / (n * k)
    func square(_ x: Double) -> Double { x * x }
    let total = numbers.joined().reduce(0) { $0 + square($1 - mean) }
    let rows = numbers.reduce(0) { $0 + k * square($1.reduce(0, +) / k - mean) }
    let columns = numbers[0].indices.reduce(0) { sum, rater in
      sum + n * square(numbers.reduce(0) { $0 + $1[rater] } / n - mean)
    }
    units = n
    raters = k
    betweenUnits = rows / (n - 1)
    betweenRaters = columns / (k - 1)
    // Rounding can make the residual slightly negative.
    rest = max(0, total - rows - columns) / ((n - 1) * (k - 1))
  }

  var correlation: Estimate {
    .ratio(
      betweenUnits - rest,
      to: betweenUnits + (raters - 1) * rest + raters * (betweenRaters - rest) / units,
      or: .noVariation)
  }

  var interval: Interval? {
    guard let correlation = correlation.value else { return nil }
    guard correlation < 1 else { return Interval(lower: 1, upper: 1) }
    let (n, k) = (units, raters)
    let a = k * correlation / (n * (1 - correlation))
    let b = 1 + k * correlation * (n - 1) / (n * (1 - correlation))
    let first: Double = a * betweenRaters
    let second: Double = b * rest
    let spread: Double = first * first / (k - 1) + second * second / ((n - 1) * (k - 1))
    let freedom = (first + second) * (first + second) / spread
    guard freedom.isFinite, freedom > 0 else { return nil }
    let low = FDistribution(n - 1, freedom).quantile(0.975)
    let high = FDistribution(freedom, n - 1).quantile(0.975)
    let noise = k * betweenRaters + (k * n - k - n) * rest
    return Interval(
      lower: n * (betweenUnits - low * rest) / (low * noise + n * betweenUnits),
      upper: n * (high * betweenUnits - rest) / (noise + n * high * betweenUnits))
  }
}
