/// Krippendorff's alpha: agreement of any number of raters, at any level of measurement, where
/// codes may be missing (Krippendorff 2011, 'Computing Krippendorff's Alpha-Reliability').
///
///     var alpha = KrippendorffAlpha(values: 5)
///     alpha.add([0, 0, 1])       // three raters on a unit
///     alpha.estimate(.ordinal)
///
///     KrippendorffAlpha.interval([[40, 42.5], [80, 80, 75]])
public struct KrippendorffAlpha: Hashable, Sendable {
  /// What differences between codes mean.
  public enum Level: Hashable, Sendable {
    /// Values are the same or not.
    case nominal
    /// Values have an order.
    case ordinal
  }

  private let values: Int
  private var coincidences: [Double]
  private var units = 0

  /// Counts nothing yet.
  ///
  /// - Parameter values: How many values a code can take, numbered in ascending order.
  public init(values: Int) {
    self.values = values
    coincidences = Array(repeating: 0, count: values * values)
  }

  /// Adds the values that raters gave a unit; a unit with fewer than two tells nothing.
  public mutating func add(_ unit: [Int]) {
    guard unit.count > 1 else { return }
    units += 1
    let weight = 1 / Double(unit.count - 1)
    for first in unit.indices {
      for second in unit.indices where first != second {
        coincidences[unit[first] * values + unit[second]] += weight
      }
    }
  }

  /// Adds the counts of other units.
  static func += (a: inout KrippendorffAlpha, b: KrippendorffAlpha) {
    a.units += b.units
    for index in a.coincidences.indices { a.coincidences[index] += b.coincidences[index] }
  }

  /// One less the disagreement observed, as a share of what chance would give.
  public func estimate(_ level: Level) -> Estimate {
    guard units > 0 else { return .failure(.nothingShared) }
    guard units > 1 else { return .failure(.tooFewUnits) }
    let totals = (0..<values).map { row in
      coincidences[row * values..<(row + 1) * values].reduce(0, +)
    }
    let total = totals.reduce(0, +)
    var observed = 0.0
    var expected = 0.0
    for a in 0..<values where totals[a] > 0 {
      for b in 0..<values where a != b && totals[b] > 0 {
        let distance = distance(a, b, level, totals)
        observed += coincidences[a * values + b] * distance
        expected += totals[a] * totals[b] * distance
      }
    }
    guard expected > 0 else { return .failure(.noVariation) }
    return .success(1 - (total - 1) * observed / expected)
  }

  /// How far two values lie apart, squared.
  private func distance(_ a: Int, _ b: Int, _ level: Level, _ totals: [Double]) -> Double {
    switch level {
    case .nominal: return 1
    case .ordinal:
      let between = totals[min(a, b)...max(a, b)].reduce(0, +) - (totals[a] + totals[b]) / 2
      return between * between
    }
  }
}

extension KrippendorffAlpha {
  /// Alpha of numbers on an interval scale.
  ///
  /// There the squared distances of all pairs follow from sums of squares, so no table of the
  /// values is needed: scores may have as many as there are units.
  ///
  /// - Parameter units: By unit, the numbers that its raters gave; a unit with fewer than two tells
  ///   nothing.
  /// - Returns: Alpha, or why there is none.
  public static func interval(_ units: [[Double]]) -> Estimate {
    let units = units.filter { $0.count > 1 }
    let all = units.joined()
    guard let first = all.first else { return .failure(.nothingShared) }
    guard units.count > 1 else { return .failure(.tooFewUnits) }
    let count = Double(all.count)
    let mean = all.reduce(0, +) / count
    let expected = 2 * count * all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    // Floating-point sums of squares may be slightly off zero, or underflow to zero.
    guard expected > 0, all.contains(where: { $0 != first }) else { return .failure(.noVariation) }
    // Pair by pair within a unit, so that agreement is exactly zero.
    let observed = units.reduce(0) { sum, unit in
      let pairs = unit.indices.flatMap { b in unit[..<b].map { $0 - unit[b] } }
      return sum + 2 * pairs.reduce(0) { $0 + $1 * $1 } / Double(unit.count - 1)
    }
    return .success(1 - (count - 1) * observed / expected)
  }
}
