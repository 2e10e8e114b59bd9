import Repeatable

/// Percentile bootstrap (Efron 1979): how far a figure would move with another sample.
///
/// Replies of one session are not independent of each other, so whole sessions are drawn, with
/// replacement; single replies where no session is known. All figures are worked out on the same
/// samples, which are drawn again each time that intervals are asked for: storing them would dominate
/// memory.
public struct Bootstrap {
  private let clusters: Int
  private let resamples: Int
  private let seed: UInt64

  /// Creates a bootstrap.
  ///
  /// - Parameters:
  ///   - clusters: How many sessions there are.
  ///   - resamples: How many samples are drawn.
  ///   - seed: What the samples are drawn by; equal seeds give equal samples.
  public init(clusters: Int, resamples: Int, seed: UInt64) {
    self.clusters = clusters
    self.resamples = clusters > 1 ? resamples : 0
    self.seed = seed
  }

  /// The middle 95 % of a figure over the samples.
  ///
  /// - Parameter figure: The figure of a sample, given as the numbers of its clusters.
  /// - Returns: The interval, or `nil` where the figure is undefined in more than half of the samples
  ///   or there are none.
  public func interval(of figure: ([Int32]) -> Estimate) -> Interval? {
    intervals { [0: figure($0)] }[0]
  }

  /// The intervals of several named figures that are worked out together, without those that
  /// `interval(of:)` would not give.
  func intervals<Name: Hashable>(
    of figures: ([Int32]) -> [Name: Estimate]
  ) -> [Name: Interval] {
    var random = SplitMix64(seed: seed)
    var values: [Name: [Double]] = [:]
    for _ in 0..<resamples {
      // Not `Int.random`, whose draws may change between releases of Swift.
      let draw = (0..<clusters).map { _ in Int32(random.next() % UInt64(clusters)) }
      for case (let name, .success(let value)) in figures(draw) {
        values[name, default: []].append(value)
      }
    }
    return values.filter { $0.value.count * 2 > resamples }.mapValues { values in
      let sorted = values.sorted()
      return Interval(lower: sorted.percentile(0.025), upper: sorted.percentile(0.975))
    }
  }
}

extension [Double] {
  /// The value below which a share of ascending numbers lies, interpolated between neighbours.
  fileprivate func percentile(_ share: Double) -> Double {
    let place = share * Double(count - 1)
    let below = Int(place)
    let above = Swift.min(below + 1, count - 1)
    return self[below] + (self[above] - self[below]) * (place - Double(below))
  }
}
