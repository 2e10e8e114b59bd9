/// Agreement of several raters on units that each of them coded (Fleiss 1971).
public struct FleissKappa: Hashable, Sendable {
  private let raters: Int
  private var units = 0
  private var agreement = 0.0
  private var counts: [Int]

  /// Counts nothing yet.
  public init(values: Int, raters: Int) {
    counts = Array(repeating: 0, count: values)
    self.raters = raters
  }

  /// Adds what the raters said of a unit, as indices; a unit that not all of them coded is left
  /// out.
  public mutating func add(_ unit: [Int]) {
    guard unit.count == raters, raters > 1 else { return }
    var votes = [Int](repeating: 0, count: counts.count)
    for value in unit { votes[value] += 1 }
    for value in votes.indices { counts[value] += votes[value] }
    units += 1
    agreement +=
      Double(votes.reduce(0) { $0 + $1 * ($1 - 1) }) / Double(raters * (raters - 1))
  }

  /// Adds the counts of other units.
  static func += (a: inout FleissKappa, b: FleissKappa) {
    a.units += b.units
    a.agreement += b.agreement
    for value in a.counts.indices { a.counts[value] += b.counts[value] }
  }

  /// The agreement beyond chance, as a share of what is possible.
  public var estimate: Estimate {
    guard raters > 1 else { return .failure(.oneRater) }
    guard units > 0 else { return .failure(.nothingShared) }
    guard units > 1 else { return .failure(.tooFewUnits) }
    guard counts.count(where: { $0 > 0 }) > 1 else { return .failure(.noVariation) }
    let total = Double(units * raters)
    let chance = counts.reduce(0) { $0 + Double($1) / total * (Double($1) / total) }
    return .success((agreement / Double(units) - chance) / (1 - chance))
  }
}
