import Grading
import Repeatable
import Testing

@testable import GraderTraining

@Suite struct MixtureFitterTests {
  /// Spoken reflections that the head itself cannot see, and that another head tells.
  @Test func aHeadLearnsFromWhatAnotherSays() {
    var random = SplitMix64(seed: 3)
    let question = Mixture.inputs.firstIndex(of: Head.question.offset) ?? 0
    let samples = (0..<600).map { _ in
      let outputs = Mixture.inputs.map { _ in Float.random(in: -1...1, using: &random) }
      return CalibrationFitter.Sample(outputs: outputs, value: outputs[question] > 0 ? 0 : 1)
    }
    let mixture = MixtureFitter.fit { $0 == .spokenReflection ? samples : [] }
    let right = samples.count { sample in
      var outputs = [Float](repeating: 0, count: Head.outputCount)
      for (index, input) in Mixture.inputs.enumerated() { outputs[input] = sample.outputs[index] }
      return (mixture.mixed(outputs)[Head.spokenReflection.offset] > 0) == (sample.value == 1)
    }
    #expect(right > 570)
    #expect(mixture.rows.first == Mixture.none.rows.first)
  }
}
