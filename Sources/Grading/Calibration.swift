/// How a head's raw outputs become probabilities and a decision.
///
/// Probabilities are `softmax(scale * output + shift)`, fitted so that a confidence of 0.8 is right
/// eight times in ten. The decision is the value with the highest `probability log-odds + lean`;
/// leans are fitted so that rare values are found as readily as common ones.
struct Calibration: Equatable, Sendable {
  var scale: Float = 1
  /// One for each output, added after scaling.
  var shifts: [Float]
  /// One for each output, added for the decision alone.
  var leans: [Float]

  /// A calibration that changes nothing.
  init(outputs: Int) {
    shifts = Array(repeating: 0, count: outputs)
    leans = Array(repeating: 0, count: outputs)
  }

  /// The log-odds of each value: for confidence, and with the leans for the decision. The head's
  /// outputs stand at `start` of all outputs.
  func logOdds(_ outputs: [Float], from start: Int) -> (confidence: LogOdds, decision: LogOdds) {
    var confidence = LogOdds(count: shifts.count + 1)
    var decision = confidence
    for index in shifts.indices {
      let value = outputs[start + index] * scale + shifts[index]
      confidence[index + 1] = value
      decision[index + 1] = value + leans[index]
    }
    return (confidence, decision)
  }

  /// The value decided on.
  func decision(_ outputs: ArraySlice<Float>) -> Int {
    var best = 0
    var highest: Float = 0
    for (index, output) in outputs.enumerated() {
      let value = output * scale + shifts[index] + leans[index]
      if value > highest {
        highest = value
        best = index + 1
      }
    }
    return best
  }
}
