/// Krippendorff's alpha: agreement of any number of raters, at any level of measurement, where
/// codes may be missing (Krippendorff 2011, 'Computing Krippendorff's Alpha-Reliability').
///
///     var alpha = KrippendorffAlpha(values: [1, 2, 3, 4, 5])
///     alpha.add([0, 0, 1])       // three raters on a unit, as indices into `values`
///     alpha.estimate(.ordinal)
public struct KrippendorffAlpha: Hashable, Sendable {
  /// What differences between values mean.
  public enum Level: String, Hashable, Sendable {
    /// Values are the same or not.
    case nominal
    /// Values have an order.
    case ordinal
    /// Values are numbers with equal steps.
    case interval
  }

  private let values: [Double]
  private var coincidences: [Double]

  /// Counts nothing yet.
  ///
  /// - Parameter values: The values in ascending order, as numbers.
  public init(values: [Double]) {
    self.values = values
    coincidences = Array(repeating: 0, count: values.count * values.count)
  }

  /// Adds what the raters said of a unit; a unit with fewer than two codes tells nothing.
  public mutating func add(_ unit: [Int]) {
    guard unit.count > 1 else { return }
    let weight = 1 / Double(unit.count - 1)
    for first in unit.indices {
      for second in unit.indices where first != second {
        coincidences[unit[first] * values.count + unit[second]] += weight
      }
    }
  }

  /// Adds the counts of other units.
  public static func += (a: inout KrippendorffAlpha, b: KrippendorffAlpha) {
    for index in a.coincidences.indices { a.coincidences[index] += b.coincidences[index] }
  }

  /// One less the disagreement observed, as a share of what chance would give.
  public func estimate(_ level: Level) -> Estimate {
    let size = values.count
    let totals = (0..<size).map { row in
      coincidences[row * size..<(row + 1) * size].reduce(0, +)
    }
    let total = totals.reduce(0, +)
    guard total > 1 else { return .failure(.nothingShared) }
    var observed = 0.0
    var expected = 0.0
    for a in 0..<size where totals[a] > 0 {
      for b in 0..<size where a != b && totals[b] > 0 {
        let distance = distance(a, b, level, totals)
        observed += coincidences[a * size + b] * distance
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
    case .interval:
      return (values[a] - values[b]) * (values[a] - values[b])
    }
  }
}

extension KrippendorffAlpha {
  /// Alpha of numbers on an interval scale, by unit.
  public static func interval(_ units: [[Double]]) -> Estimate {
    let values = Set(units.joined()).sorted()
    let index = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })
    var alpha = KrippendorffAlpha(values: values)
    for unit in units { alpha.add(unit.compactMap { index[$0] }) }
    return alpha.estimate(.interval)
  }
}
