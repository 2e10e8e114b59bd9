import Foundation

/// Fisher's F distribution.
struct FDistribution {
  private let numeratorDF: Double
  private let denominatorDF: Double

  /// The distribution with these degrees of freedom, above zero.
  init(_ numeratorDF: Double, _ denominatorDF: Double) {
    self.numeratorDF = numeratorDF
    self.denominatorDF = denominatorDF
  }

  /// The value that a share of the distribution lies below, by bisection.
  func quantile(_ share: Double) -> Double {
    // The share below x is the incomplete beta function at
    // numeratorDF * x / (numeratorDF * x + denominatorDF).
    var low = 0.0
    var high = 1.0
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if Self.beta(middle, numeratorDF / 2, denominatorDF / 2) < share {
        low = middle
      } else {
        high = middle
      }
    }
    return denominatorDF * low / (numeratorDF * max(1 - low, .leastNormalMagnitude))
  }

  /// The regularised incomplete beta function, by its continued fraction (Abramowitz & Stegun 1964,
  /// 26.5.8, evaluated after Lentz 1976).
  static func beta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    // The fraction converges fast on one side only; the other side follows by symmetry.
    return x < (a + 1) / (a + b + 2) ? fraction(x, a, b) : 1 - fraction(1 - x, b, a)
  }

  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let scale: Double = lgamma(a + b) - lgamma(a) - lgamma(b)
    let front: Double = exp(scale + a * log(x) + b * log(1 - x)) / a
    func away(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }
    var c = 1.0
    var d = 1 / away(1 - (a + b) * x / (a + 1))
    var fraction = d
    for step in 1...500 {
      let m = Double(step)
      let place: Double = a + 2 * m
      let even: Double = m * (b - m) * x / ((place - 1) * place)
      d = 1 / away(1 + even * d)
      c = away(1 + even / c)
      fraction *= d * c
      let odd: Double = -(a + m) * (a + b + m) * x / (place * (place + 1))
      d = 1 / away(1 + odd * d)
      c = away(1 + odd / c)
      let change = d * c
      fraction *= change
      if abs(change - 1) < 1e-15 { break }
    }
    return front * fraction
  }
}
