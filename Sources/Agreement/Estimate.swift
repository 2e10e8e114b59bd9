/// A figure, or why there is none: never NaN.
public typealias Estimate = Result<Double, UndefinedReason>

/// Why a figure cannot be worked out.
public enum UndefinedReason: String, Error, Hashable, Sendable {
  /// There is no unit that two raters coded.
  case nothingShared = "nothing was coded by two"
  /// All codes are the same, so that chance alone explains the agreement.
  case noVariation = "only one value was used"
  /// There is only one rater.
  case oneRater = "there is only one rater"
  /// There are fewer than two units.
  case tooFewUnits = "fewer than two units"
  /// The value was neither given nor decided on.
  case valueUnused = "the value was not used"
}

extension Estimate {
  /// The figure, or `nil` where it is undefined.
  public var value: Double? { try? get() }

  /// A ratio, undefined where the whole is nothing.
  static func ratio(_ part: Double, to whole: Double, or reason: UndefinedReason) -> Estimate {
    whole == 0 ? .failure(reason) : .success(part / whole)
  }

  /// The mean of the figures that are defined; where none is, the first reason.
  public static func mean(_ estimates: [Estimate]) -> Estimate {
    let values = estimates.compactMap(\.value)
    guard !values.isEmpty else { return estimates.first ?? .failure(.nothingShared) }
    return .success(values.reduce(0, +) / Double(values.count))
  }
}

/// Of how many pairs of raters a mean is.
public struct PairCount: Hashable, Sendable {
  /// Pairs who coded a unit both.
  public var all: Int
  /// Those whose figure is defined, and so is in the mean.
  public var counted: Int

  /// Counts the pairs whose figures these are.
  init(_ estimates: [Estimate]) {
    let shared = estimates.filter { $0 != .failure(.nothingShared) }
    all = shared.count
    counted = shared.count { $0.value != nil }
  }
}

/// The range that a figure lies in, as far as the sample tells.
public struct Interval: Hashable, Sendable {
  /// The lower end.
  public var lower: Double
  /// The upper end.
  public var upper: Double

  /// Creates an interval.
  public init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }
}
