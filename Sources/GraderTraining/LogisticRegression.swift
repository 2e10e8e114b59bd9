import Foundation

/// A logistic regression on a few features, each standardised to mean 0 and standard deviation 1.
struct LogisticRegression: Sendable {
  private let means: [Double]
  private let standardDeviations: [Double]
  private(set) var weights: [Double]
  private(set) var bias = 0.0

  /// Fits the regression by gradient descent. Positive and negative cases have the same total
  /// weight, however many there are of each.
  ///
  /// - Parameters:
  ///   - rows: The numbers of each case.
  ///   - isPositive: Which cases are positive.
  ///   - decay: Pull of the weights towards zero.
  init(_ rows: [[Double]], _ isPositive: [Bool], decay: Double) {
    let count = Double(max(1, rows.count))
    let columns = rows.first?.indices ?? 0..<0
    let means = columns.map { column in rows.reduce(0) { $0 + $1[column] } / count }
    let standardDeviations = columns.map { column in
      let variance = rows.reduce(0) { $0 + pow($1[column] - means[column], 2) } / count
      return variance > 0 ? variance.squareRoot() : 1
    }
    self.means = means
    self.standardDeviations = standardDeviations
    weights = Array(repeating: 0, count: columns.count)
    let positive = Double(isPositive.count { $0 })
    let negative = Double(isPositive.count) - positive
    let scaled = rows.map { row in columns.map { (row[$0] - means[$0]) / standardDeviations[$0] } }
    // The loss is convex and has few parameters, so plain gradient descent is enough.
    for _ in 0..<1000 {
      var gradients = weights.map { $0 * decay }
      var biasGradient = 0.0
      for (row, isPositive) in zip(scaled, isPositive) {
        let odds = zip(row, weights).reduce(bias) { $0 + $1.0 * $1.1 }
        let share = 0.5 / max(1, isPositive ? positive : negative)
        let gradient = (1 / (1 + exp(-odds)) - (isPositive ? 1 : 0)) * share
        biasGradient += gradient
        for column in columns { gradients[column] += gradient * row[column] }
      }
      bias -= biasGradient
      for column in columns { weights[column] -= gradients[column] }
    }
  }

  /// The weights and the bias for features that are not standardised.
  var unscaled: (weights: [Double], bias: Double) {
    let weights = zip(self.weights, standardDeviations).map { $0 / $1 }
    return (weights, zip(weights, means).reduce(bias) { $0 - $1.0 * $1.1 })
  }

  /// The log-odds of a case's being positive.
  func logOdds(_ row: [Double]) -> Double {
    let (weights, bias) = unscaled
    return zip(row, weights).reduce(bias) { $0 + $1.0 * $1.1 }
  }
}
