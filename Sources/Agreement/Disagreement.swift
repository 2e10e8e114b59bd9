/// A unit on which raters differ.
public struct Disagreement: Sendable {
  /// The unit.
  public var unit: Unit
  /// Share of the comparisons that differ, over codes and pairs, 0 to 1.
  public var share: Double
  /// The codes on which they differ, each with what every rater said, `nil` where one did not.
  public var codes: [(name: String, values: [String?])]

  /// The units on which there are differences, of which `differences` has those of each.
  static func all(in codings: Codings, _ differences: [Differences]) -> [Disagreement] {
    let found = zip(codings.units.indices, differences).compactMap {
      index, differences -> Disagreement? in
      guard differences.count > 0 else { return nil }
      return Disagreement(
        unit: codings.units[index], share: differences.share,
        codes: differences.codes.map { code in
          let (variable, values) = codings.codes[code]
          return (variable.name, values[index].map { $0.map { variable.values[$0] } })
        })
    }
    // Equal shares stay in the order of the units.
    return found.enumerated().sorted {
      ($1.element.share, $0.offset) < ($0.element.share, $1.offset)
    }.map(\.element)
  }
}

/// A session and how much raters differ on it.
public struct SessionDisagreement: Hashable, Sendable {
  /// The session.
  public var session: String
  /// Units of it that were compared.
  public var units: Int
  /// Share of the comparisons that differ, over codes and pairs, 0 to 1.
  public var share: Double

  /// The sessions that are known, by the differences of each unit.
  static func all(in codings: Codings, _ differences: [Differences]) -> [SessionDisagreement] {
    var sums: [String: (units: Int, count: Int, compared: Int)] = [:]
    for (unit, differences) in zip(codings.units, differences) {
      guard let session = unit.session, differences.compared > 0 else { continue }
      sums[session, default: (0, 0, 0)].units += 1
      sums[session, default: (0, 0, 0)].count += differences.count
      sums[session, default: (0, 0, 0)].compared += differences.compared
    }
    return sums.map {
      SessionDisagreement(
        session: $0, units: $1.units, share: Double($1.count) / Double($1.compared))
    }.sorted { ($1.share, $0.session) < ($0.share, $1.session) }
  }
}

/// How often pairs of raters differ on a unit.
struct Differences {
  private(set) var count = 0
  private(set) var compared = 0
  /// The numbers of the codes on which any pair differs.
  private(set) var codes: [Int] = []

  var share: Double { compared == 0 ? 0 : Double(count) / Double(compared) }

  init(of unit: Int, in codings: Codings, pairs: [(Int, Int)]) {
    for (number, code) in codings.codes.enumerated() where !code.variable.isDerived {
      let before = count
      for pair in pairs {
        guard let first = code.values[unit][pair.0], let second = code.values[unit][pair.1] else {
          continue
        }
        compared += 1
        if first != second { count += 1 }
      }
      if count > before { codes.append(number) }
    }
  }
}
