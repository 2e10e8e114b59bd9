/// How often each value of one rater met which value of another.
///
/// Where one of the two is taken as right, that one comes first: `counts` are by true value, then
/// by decision. Values are indices.
public struct ConfusionMatrix: Hashable, Sendable {
  /// Counts by true value, then by decision.
  public private(set) var counts: [[Int]]

  /// An empty table for a number of values.
  public init(values: Int) {
    counts = Array(repeating: Array(repeating: 0, count: values), count: values)
  }

  /// Counts one decision.
  public mutating func add(truth: Int, decision: Int) { counts[truth][decision] += 1 }

  /// Adds the counts of another table of the same size.
  static func += (a: inout ConfusionMatrix, b: ConfusionMatrix) {
    for row in a.counts.indices {
      for column in a.counts[row].indices { a.counts[row][column] += b.counts[row][column] }
    }
  }

  /// Cases in all.
  public var total: Int { counts.reduce(0) { $0 + $1.reduce(0, +) } }

  /// Cases of a true value.
  public func support(_ value: Int) -> Int { counts[value].reduce(0, +) }

  /// Cases decided as a value.
  public func decided(_ value: Int) -> Int { counts.reduce(0) { $0 + $1[value] } }

  private var agreed: Int { counts.indices.reduce(0) { $0 + counts[$1][$1] } }

  /// Share of decisions that are true, 0 to 1.
  public var accuracy: Double { total == 0 ? 0 : Double(agreed) / Double(total) }

  /// The same, undefined where there are no decisions.
  var agreement: Estimate {
    .ratio(Double(agreed), to: Double(total), or: .nothingShared)
  }

  /// Agreement to be expected of two raters who use each value as often and decide by chance.
  private var chance: Double {
    let pairs = counts.indices.reduce(0) { $0 + Double(support($1)) * Double(decided($1)) }
    return total == 0 ? 0 : pairs / (Double(total) * Double(total))
  }

  /// Cohen's kappa (Cohen 1960): the agreement beyond chance, as a share of what is possible.
  public var kappa: Estimate { Self.pooledKappa([self]) }

  /// Gwet's AC1 (Gwet 2008): agreement beyond chance, where chance is expected only on replies that
  /// are hard to code. Unlike kappa it stays high where two agree on nearly everything and one value
  /// is rare. Chance is spread over the values that a code has, whether they occur or not.
  public var ac1: Estimate {
    guard total > 0, counts.count > 1 else { return .failure(.nothingShared) }
    guard total > 1 else { return .failure(.tooFewUnits) }
    let chance = counts.indices.reduce(0) { sum, value in
      let share = Double(support(value) + decided(value)) / Double(2 * total)
      return sum + share * (1 - share) / Double(counts.count - 1)
    }
    return .success((accuracy - chance) / (1 - chance))
  }

  /// How much a disagreement counts that is greater than another one.
  public enum Weighting: Sendable {
    /// By the distance of the two values.
    case linear
    /// By its square.
    case quadratic
  }

  /// Weighted kappa (Cohen 1968) of values that have an order: 1 less the disagreement found, as a
  /// share of what chance would bring.
  public func weightedKappa(_ weighting: Weighting) -> Estimate {
    guard total > 0 else { return .failure(.nothingShared) }
    guard total > 1 else { return .failure(.tooFewUnits) }
    var found = 0.0
    var byChance = 0.0
    for first in counts.indices {
      for second in counts.indices {
        let distance = Double(abs(first - second))
        let weight = weighting == .linear ? distance : distance * distance
        found += weight * Double(counts[first][second])
        byChance += weight * Double(support(first)) * Double(decided(second)) / Double(total)
      }
    }
    return byChance == 0 ? .failure(.noVariation) : .success(1 - found / byChance)
  }

  /// One kappa for several codes: agreement and chance are averaged over the codes before they are
  /// compared (De Vries et al. 2008), so that a code that is hardly ever given counts for little.
  public static func pooledKappa(_ tables: [ConfusionMatrix]) -> Estimate {
    guard tables.contains(where: { $0.total > 0 }) else { return .failure(.nothingShared) }
    let tables = tables.filter { $0.total > 1 }
    guard !tables.isEmpty else { return .failure(.tooFewUnits) }
    let count = Double(tables.count)
    let chance = tables.reduce(0) { $0 + $1.chance } / count
    guard tables.contains(where: \.varies) else { return .failure(.noVariation) }
    return .success((tables.reduce(0) { $0 + $1.accuracy } / count - chance) / (1 - chance))
  }

  /// Whether more than one value occurs.
  private var varies: Bool { counts.indices.count { support($0) + decided($0) > 0 } > 1 }

  /// Share of a value's decisions that are true, 0 to 1.
  public func precision(_ value: Int) -> Estimate {
    .ratio(Double(counts[value][value]), to: Double(decided(value)), or: .valueUnused)
  }

  /// Share of a value's cases that were found, 0 to 1.
  public func recall(_ value: Int) -> Estimate {
    .ratio(Double(counts[value][value]), to: Double(support(value)), or: .valueUnused)
  }

  /// The harmonic mean of precision and recall of a value, 0 to 1; undefined where the value was
  /// neither given nor decided on.
  public func f1(_ value: Int) -> Estimate {
    .ratio(
      2 * Double(counts[value][value]), to: Double(support(value) + decided(value)),
      or: .valueUnused)
  }

  /// The mean F1 of the values that occur on either side.
  public var macroF1: Estimate {
    total == 0 ? .failure(.nothingShared) : .mean(counts.indices.map(f1))
  }
}
