/// Finds the codes that are absent beyond doubt, by bounds that are cheaper than probabilities: most
/// codes of most replies are.
///
/// Such a code has, for each of its values, with its lean or without, odds of less than 0.31 against
/// its absence; so two of them leave the absence a probability of more than 0.6.
package struct AbsenceScreen: Sendable {
  /// By output: up to this it does not speak for its code.
  private let bounds: [Float]
  /// By head: the outputs that speak for its code, bit by bit; 0 where the head is not screened.
  private let outputs: [UInt64]

  /// A screen for outputs that are calibrated so, by head.
  package init(_ calibrations: [Calibration]) {
    bounds = Head.allCases.flatMap { head in
      let calibration = calibrations[head.rawValue]
      // The largest lean, of 0 at least, of the values that an output speaks of.
      var leans = calibration.leans.map { max(0, $0) }
      // All forms together are as likely as the first output says, and none is likelier.
      if head.hasForms { leans = [max(leans[0], leans[1]), -.infinity] }
      return leans.indices.map { index in
        let scale = calibration.scales[index]
        guard scale > 0 else { return -Float.infinity }
        return (-1.2 - leans[index] - calibration.shifts[index]) / scale
      }
    }
    outputs = Head.allCases.map { head in
      guard head.code != nil, head.valueCount <= 3 else { return 0 }
      return [head, head.spoken].compactMap(\.self).flatMap(\.outputs).reduce(0) { $0 | 1 << $1 }
    }
  }

  /// The heads whose codes are absent from a reply, bit by bit, by its mixed outputs.
  func absentHeads(_ mixed: [Float]) -> UInt32 {
    var possible: UInt64 = 0
    for (output, bound) in bounds.enumerated() {
      possible |= (mixed[output] > bound ? 1 : 0) &<< UInt64(output)
    }
    var absent: UInt32 = 0
    for head in outputs.indices where outputs[head] != 0 {
      absent |= (outputs[head] & possible == 0 ? 1 : 0) &<< UInt32(head)
    }
    return absent
  }
}
