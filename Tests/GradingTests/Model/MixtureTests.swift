import Testing

@testable import Grading

@Suite struct MixtureTests {
  private let outputs = (0..<Head.outputCount).map { Float($0 % 7) - 3 }

  @Test func aMixtureOfEachWithNothingElseChangesNothing() {
    #expect(Mixture.none.mixed(outputs) == outputs)
  }

  @Test func onlyMixedHeadsChange() {
    var mixture = Mixture.none
    mixture.shifts = mixture.shifts.map { _ in 0.5 }
    let mixed = mixture.mixed(outputs)
    for output in outputs.indices {
      let isMixed = Mixture.outputs.contains(output)
      #expect(mixed[output] == outputs[output] + (isMixed ? 0.5 : 0))
    }
  }

  /// What features contribute is taken from the parts, so they must add up to what is mixed.
  @Test(arguments: [Head.main, .reflection, .spokenReflection, .question])
  func thePartsOfAHeadAddUpToItsMixedOutputs(head: Head) {
    var mixture = Mixture.none
    for row in mixture.rows.indices {
      for input in Mixture.inputs.indices {
        mixture.rows[row][input] += Float((row * 5 + input * 3) % 11) / 10 - 0.5
      }
    }
    let factors = HeadNumbers(head.outputs.map { Float($0 % 3) + 0.5 })
    let mixed = mixture.mixed(outputs)
    let whole = zip(head.outputs, factors).reduce(Float(0)) { $0 + mixed[$1.0] * $1.1 }
    let parts = mixture.parts(of: head, factors: factors).reduce(Float(0)) {
      $0 + outputs[$1.output] * $1.factor
    }
    #expect(abs(whole - parts) < 1e-3)
  }
}
