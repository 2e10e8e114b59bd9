import Agreement

extension ConfusionMatrix {
  /// Ten decisions between three values, seven of them right; the third value is never used.
  public static var ofTen: ConfusionMatrix {
    var confusion = ConfusionMatrix(values: 3)
    for (truth, decision, count) in [(0, 0, 5), (0, 1, 1), (1, 1, 2), (1, 0, 2)] {
      for _ in 0..<count { confusion.add(truth: truth, decision: decision) }
    }
    return confusion
  }
}
