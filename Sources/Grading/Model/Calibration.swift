/// How a head's raw outputs become probabilities and a decision.
///
/// Each output is multiplied by its scale and moved by its shift (vector scaling, Guo et al. 2017),
/// fitted so that a confidence of 0.8 is right eight times in ten. Decisions are made on the log-odds
/// with a lean added to each value; leans are fitted so that rare values are found as readily as
/// common ones.
package struct Calibration: Equatable, Sendable {
  /// One for each output.
  package var scales: HeadNumbers
  /// One for each output, added after scaling.
  package var shifts: HeadNumbers
  /// One for each value but the first, added for the decision alone.
  package var leans: HeadNumbers

  /// A calibration that changes nothing.
  package init(outputs: Int) {
    scales = HeadNumbers(Array(repeating: 1, count: outputs))
    shifts = HeadNumbers(count: outputs)
    leans = HeadNumbers(count: outputs)
  }

  /// The head's outputs, which stand at `start` of the list, scaled and moved.
  package func calibrated(_ outputs: [Float], from start: Int = 0) -> HeadNumbers {
    HeadNumbers(outputs[start..<start + scales.count]).scaled(by: scales, shiftedBy: shifts)
  }

  /// The log-odds with the leans, which decisions are made on.
  package func leaning(_ logOdds: HeadNumbers) -> HeadNumbers { logOdds.leaning(leans) }
}

extension [Calibration] {
  /// The calibrations of all heads with some decisions leaning further. Leans of a head are those of
  /// the code as a whole: in transcribed speech it leans as far.
  package func leaning(further leans: [Head: [Float]]) -> [Calibration] {
    var calibrations = self
    for head in Head.allCases {
      for (index, lean) in (leans[head.typed] ?? []).enumerated() {
        calibrations[head.rawValue].leans[index] += lean
      }
    }
    return calibrations
  }
}
