/// ICC(2,1): how far single raters, drawn from many, give the same numbers (Shrout & Fleiss 1979:
/// two-way random effects, absolute agreement, single rater).
public struct IntraclassCorrelation: Hashable, Sendable {
  /// The correlation.
  public let estimate: Estimate
  /// Where it lies with 95 % confidence (McGraw & Wong 1996, case 2A; the bootstrap's where it is a
  /// mean over pairs), where it is defined.
  public let interval: Interval?
  /// Units that every rater gave a number.
  public let units: Int
  /// Of how many pairs it is the mean; `nil` where it is of all raters together.
  public let pairs: PairCount?

  /// Works out the correlation.
  ///
  /// - Parameter numbers: By unit, then by rater; units that not every rater gave a number are to be
  ///   left out.
  public init(_ numbers: [[Double]]) {
    units = numbers.count
    pairs = nil
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

  /// The correlation of the raters who are compared: of all together, or the mean over pairs.
  ///
  /// - Parameters:
  ///   - groups: All raters as one group, or each pair of raters who are compared. Of each the
  ///     numbers by cluster, by unit, then by rater, as `Clusters` gives them.
  ///   - units: Units to which each rater of some group gave a number.
  ///   - bootstrap: What gives a mean over pairs its interval.
  init(meanOf groups: [[[[Double]]]], units: Int, _ bootstrap: Bootstrap) {
    let single = groups.map { IntraclassCorrelation($0.flatMap(\.self)) }
    let mean = Estimate.mean(single.map(\.estimate))
    estimate = mean
    self.units = units
    pairs =
      groups.count == 1 ? nil : PairCount(single.filter { $0.units > 0 }.map(\.estimate))
    if single.count == 1 {
      interval = single[0].interval
    } else if mean.value == nil {
      interval = nil
    } else {
      let pairs = groups.map { clusters in clusters.map { PairSums($0) } }
      interval = bootstrap.interval { draw in
        .mean(
          pairs.map { clusters in
            draw.reduce(into: PairSums()) { $0 += clusters[Int($1)] }.correlation
          })
      }
    }
  }
}

/// Sums over the units to which two raters gave numbers, from which their correlation follows. Those
/// of sessions add up to those of a sample, so that a bootstrap need not look at single units.
private struct PairSums {
  var units = 0.0
  /// The sums of a unit's two numbers, added up, and their squares.
  var sum = 0.0
  var sumSquares = 0.0
  /// The differences of a unit's two numbers, added up, and their squares.
  var difference = 0.0
  var differenceSquares = 0.0
  var lowest = Double.infinity
  var highest = -Double.infinity

  init(_ numbers: [[Double]] = []) {
    for unit in numbers {
      guard let first = unit.first, let last = unit.last else { continue }
      units += 1
      sum += first + last
      sumSquares += (first + last) * (first + last)
      difference += first - last
      differenceSquares += (first - last) * (first - last)
      lowest = min(lowest, first, last)
      highest = max(highest, first, last)
    }
  }

  static func += (a: inout PairSums, b: PairSums) {
    a.units += b.units
    a.sum += b.sum
    a.sumSquares += b.sumSquares
    a.difference += b.difference
    a.differenceSquares += b.differenceSquares
    a.lowest = min(a.lowest, b.lowest)
    a.highest = max(a.highest, b.highest)
  }

  var correlation: Estimate {
    guard units > 1 else { return .failure(.tooFewUnits) }
    // Compared directly, as above.
    guard lowest < highest else { return .failure(.noVariation) }
    return Variance(self).correlation
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

  /// The same of two raters, out of sums. Multiplied by the number of units before they are
  /// subtracted, whole numbers leave no rounding.
  init(_ sums: PairSums) {
    let n = sums.units
    let ofSums: Double = max(0, n * sums.sumSquares - sums.sum * sums.sum)
    let ofDifferences: Double = max(
      0, n * sums.differenceSquares - sums.difference * sums.difference)
    units = n
    raters = 2
    betweenUnits = ofSums / (2 * n * (n - 1))
    betweenRaters = sums.difference * sums.difference / (2 * n)
    rest = ofDifferences / (2 * n * (n - 1))
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
