/// How far confidence and truth lie apart.
struct Reliability {
  private var bins = Array(repeating: (count: 0, confidence: 0.0, right: 0), count: 10)

  mutating func add(confidence: Double, isRight: Bool) {
    let bin = min(9, max(0, Int(confidence * 10)))
    bins[bin].count += 1
    bins[bin].confidence += confidence
    bins[bin].right += isRight ? 1 : 0
  }

  /// Expected calibration error (Naeini et al. 2015), ten bins of equal width; `nil` for no cases.
  var error: Double? {
    let total = bins.reduce(0) { $0 + $1.count }
    guard total > 0 else { return nil }
    return bins.reduce(0) { $0 + abs($1.confidence - Double($1.right)) } / Double(total)
  }
}
