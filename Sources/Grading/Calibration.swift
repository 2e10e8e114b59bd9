/// How a head's raw outputs become probabilities and a decision.
///
/// Each output is multiplied by its scale and moved by its shift (vector scaling, Guo et al. 2017),
/// fitted so that a confidence of 0.8 is right eight times in ten. Decisions are made on the log-odds
/// with a lean added to each value; leans are fitted so that rare values are found as readily as
/// common ones.
struct Calibration: Equatable, Sendable {
  /// One for each output.
  var scales: [Float]
  /// One for each output, added after scaling.
  var shifts: [Float]
  /// One for each value but the first, added for the decision alone.
  var leans: [Float]

  /// A calibration that changes nothing.
  init(outputs: Int) {
    scales = Array(repeating: 1, count: outputs)
    shifts = Array(repeating: 0, count: outputs)
    leans = Array(repeating: 0, count: outputs)
  }

  /// The outputs, scaled and moved.
  func calibrated(_ outputs: ArraySlice<Float>) -> [Float] {
    outputs.enumerated().map { $1 * scales[$0] + shifts[$0] }
  }

  /// The log-odds with the leans, which decisions are made on.
  func leaning(_ logOdds: [Float]) -> [Float] { zip(logOdds, [0] + leans).map { $0 + $1 } }
}
