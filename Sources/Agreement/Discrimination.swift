/// How well a number tells two kinds of cases apart.
public enum Discrimination {
  /// The area under the receiver operating characteristic: how often a case of the one kind has a
  /// higher number than one of the other, ties counting half (Hanley & McNeil 1982). 0.5 is chance.
  ///
  /// - Parameters:
  ///   - scores: The numbers.
  ///   - isPositive: Which cases should have the higher ones.
  /// - Returns: The area, undefined where all cases are of one kind.
  public static func areaUnderCurve(_ scores: [Double], _ isPositive: [Bool]) -> Estimate {
    let positive = zip(scores, isPositive).filter(\.1).map(\.0)
    let negative = zip(scores, isPositive).filter { !$0.1 }.map(\.0)
    let won = positive.reduce(0.0) { sum, score in
      sum + negative.reduce(0.0) { $0 + (score > $1 ? 1 : score == $1 ? 0.5 : 0) }
    }
    return .ratio(won, to: Double(positive.count * negative.count), or: .noVariation)
  }
}

extension ConfusionMatrix {
  /// The mean recall of the values that occur, 0 to 1: accuracy that does not grow with a common
  /// value.
  public var balancedAccuracy: Estimate {
    .mean(counts.indices.map(recall))
  }
}
