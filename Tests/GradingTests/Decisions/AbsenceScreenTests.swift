import Repeatable
import TestSupport
import Testing

@testable import Grading

@Suite struct AbsenceScreenTests {
  /// Whatever the calibration, a code that is screened out would have been decided to be absent, and
  /// surely.
  @Test(arguments: 1...20) func whatIsScreenedOutIsAbsentBeyondDoubt(seed: UInt64) {
    var random = Seeded(seed: seed)
    func number(_ range: ClosedRange<Float>) -> Float { .random(in: range, using: &random) }
    let calibrations = Head.allCases.map { head in
      var calibration = Calibration(outputs: head.valueCount - 1)
      for output in calibration.scales.indices {
        calibration.scales[output] = number(0.3...2)
        calibration.shifts[output] = number(-1...1)
        calibration.leans[output] = number(-1...1)
      }
      return calibration
    }
    let screen = AbsenceScreen(calibrations)
    var screened = 0
    for _ in 0..<200 {
      let outputs = (0..<Head.outputCount).map { _ in number(-5...2) }
      let absent = screen.absentHeads(outputs)
      let decisions = Decisions(
        outputs: outputs, calibrations: calibrations, screen: screen, substance: .particular)
      for head in Head.allCases where absent >> UInt32(head.rawValue) & 1 == 1 {
        screened += 1
        let logits = decisions.logits(of: head)
        #expect(head.decision(on: logits.decision) == 0)
        #expect(logits.confidence.softmax()[0] > 0.6)
        #expect(decisions.value(of: head) == nil)
      }
    }
    #expect(screened > 100)
  }

  @Test func onlyCodesAreScreenedOut() {
    let outputs = [Float](repeating: -20, count: Head.outputCount)
    let calibrations = Head.allCases.map { Calibration(outputs: $0.valueCount - 1) }
    let absent = AbsenceScreen(calibrations).absentHeads(outputs)
    for head in Head.allCases {
      #expect((absent >> UInt32(head.rawValue) & 1 == 1) == (head.code != nil), "\(head)")
    }
  }
}
