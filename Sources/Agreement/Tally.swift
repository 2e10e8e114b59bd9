/// All that the figures of a code need, counted over some units. Tallies of sessions add up to the
/// tally of a sample, so that a bootstrap need not look at single units.
struct Tally {
  private(set) var pairs: [ConfusionMatrix]
  private var fleiss: FleissKappa
  private var alpha: KrippendorffAlpha
  private(set) var shared = 0

  init(of variable: Variable, raters: Int, pairs: Int) {
    let count = variable.values.count
    self.pairs = Array(repeating: ConfusionMatrix(values: count), count: pairs)
    fleiss = FleissKappa(values: count, raters: raters)
    alpha = KrippendorffAlpha(values: count)
  }

  mutating func add(_ unit: [Int?], pairs: [(Int, Int)]) {
    let given = unit.compactMap(\.self)
    fleiss.add(given)
    alpha.add(given)
    var isShared = false
    for (index, pair) in pairs.enumerated() {
      guard let first = unit[pair.0], let second = unit[pair.1] else { continue }
      self.pairs[index].add(truth: first, decision: second)
      isShared = true
    }
    if isShared { shared += 1 }
  }

  static func += (a: inout Tally, b: Tally) {
    for index in a.pairs.indices { a.pairs[index] += b.pairs[index] }
    a.fleiss += b.fleiss
    a.alpha += b.alpha
    a.shared += b.shared
  }

  /// The pairs' tables in one.
  var confusion: ConfusionMatrix {
    var sum = ConfusionMatrix(values: pairs.first?.counts.count ?? 0)
    for pair in pairs { sum += pair }
    return sum
  }

  /// Of how many pairs kappa is the mean.
  var kappaPairs: PairCount { PairCount(pairs.map(\.kappa)) }

  var agreement: Estimate { .mean(pairs.map(\.agreement)) }

  /// A statistic over the counted units, the mean over the pairs where it is one of a pair.
  func estimate(_ statistic: Statistic, of variable: Variable) -> Estimate {
    switch statistic {
    case .kappa: .mean(pairs.map(\.kappa))
    case .linearKappa: .mean(pairs.map { $0.weightedKappa(.linear) })
    case .quadraticKappa: .mean(pairs.map { $0.weightedKappa(.quadratic) })
    case .ac1: .mean(pairs.map(\.ac1))
    case .macroF1: .mean(pairs.map(\.macroF1))
    case .fleissKappa: fleiss.estimate
    case .alpha: alpha.estimate(variable.level)
    }
  }
}

/// A statistic of agreement on a code that the bootstrap gives an interval to.
enum Statistic: CaseIterable {
  case kappa, linearKappa, quadraticKappa, ac1, macroF1, fleissKappa, alpha

  /// Those that a code has, where everyone is compared or not.
  static func of(_ variable: Variable, _ comparesAll: Bool) -> [Statistic] {
    allCases.filter { statistic in
      switch statistic {
      case .linearKappa, .quadraticKappa: variable.level == .ordinal
      case .fleissKappa, .alpha: comparesAll
      case .kappa, .ac1, .macroF1: true
      }
    }
  }
}
