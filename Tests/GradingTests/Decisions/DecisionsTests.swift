import Listening
import Repeatable
import TestSupport
import Testing

@testable import Grading

@Suite struct DecisionsTests {
  @Test(
    "The codes of a typed reply do not contradict each other, whatever it holds",
    arguments: [Substance.particular, .general, .strungFeelings, .barePain])
  func contradictions(substance: Substance) {
    var random = Seeded(seed: 3)
    let calibrations = Head.allCases.map { Calibration(outputs: $0.valueCount - 1) }
    let screen = AbsenceScreen(calibrations)
    var reflections = 0
    for _ in 0..<2_000 {
      var outputs = (0..<Head.outputCount).map { _ in Float.random(in: -5...5, using: &random) }
      outputs[Head.register.offset] = -5
      let codes = Decisions(
        outputs: outputs, calibrations: calibrations, screen: screen, substance: substance
      ).codes
      #expect(codes.main != .reflection || codes.reflection != .none)
      #expect(!codes.misreading || codes.reflection == .none)
      #expect((codes.judgmentKind != nil) == (codes.judgment != .none))
      if codes.main == .reflection { reflections += 1 }
    }
    #expect((reflections > 0) == (substance != .strungFeelings))
  }
}
