import Foundation

/// The log-odds of a head's values against value 0, kept without a place on the heap: every reply
/// has one for each head.
struct LogOdds: Equatable, Sendable {
  private var values = SIMD16<Float>.zero
  /// How many values there are.
  let count: Int

  /// Log-odds of 0 for each value.
  init(count: Int) {
    precondition(count <= SIMD16<Float>.scalarCount)
    self.count = count
  }

  subscript(value: Int) -> Float {
    get { values[value] }
    set { values[value] = newValue }
  }

  /// The mixture with others, of which `share` is taken.
  func mixed(with other: LogOdds, share: Float) -> LogOdds {
    var result = self
    result.values = values * (1 - share) + other.values * share
    return result
  }

  /// The value with the highest log-odds; the first where several have them.
  var best: Int {
    var best = 0
    for value in 1..<count where values[value] > values[best] { best = value }
    return best
  }

  /// The probability of a value.
  func probability(of value: Int) -> Float {
    let highest = values[best]
    var powers = SIMD16<Float>.zero
    var sum: Float = 0
    for index in 0..<count {
      powers[index] = exp(values[index] - highest)
      sum += powers[index]
    }
    return powers[value] / sum
  }
}
