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

  var agreement: Estimate { .mean(pairs.map(\.agreement)) }
  var kappa: Estimate { .mean(pairs.map(\.kappa)) }
  var ac1: Estimate { .mean(pairs.map(\.ac1)) }
  func weightedKappa(_ weighting: ConfusionMatrix.Weighting) -> Estimate {
    .mean(pairs.map { $0.weightedKappa(weighting) })
  }
  var macroF1: Estimate { .mean(pairs.map(\.macroF1)) }
  var fleissKappa: Estimate { fleiss.estimate }
  func alpha(_ level: KrippendorffAlpha.Level) -> Estimate { alpha.estimate(level) }
}
