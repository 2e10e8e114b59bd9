import Grading

extension Head {
  /// The slope of the loss by output.
  ///
  /// - Parameters:
  ///   - probabilities: The probability of each value.
  ///   - targets: How likely each value is once the label is known; they sum to 1.
  /// - Returns: One slope for each output.
  func slopes(probabilities: HeadNumbers, targets: [Float]) -> [Float] {
    guard hasForms else { return zip(probabilities, targets).dropFirst().map { $0 - $1 } }
    let present = (is: 1 - probabilities[0], shouldBe: 1 - targets[0])
    let later = probabilities[2] / max(present.is, 1e-9)
    return [present.is - present.shouldBe, later * present.shouldBe - targets[2]]
  }
}
