import Grading

/// Fits mixtures to the outputs of examples that the weights were not fitted to.
struct MixtureFitter {
  /// L2 pull of each head towards its own unmixed output, in units of one example.
  private static let decay: Float = 40
  private static let fewestSamples = 200

  /// Fits the mixture of each head that has enough samples. The outputs of a sample are those in
  /// `Mixture.inputs`.
  static func fit(_ samples: (Head) -> [CalibrationFitter.Sample]) -> Mixture {
    var mixture = Mixture.none
    for head in Mixture.heads {
      let samples = samples(head)
      guard samples.count >= fewestSamples,
        let first = Mixture.outputs.firstIndex(of: head.offset)
      else { continue }
      for (index, row) in rows(of: head, fittedTo: samples).enumerated() {
        mixture.rows[first + index] = row.weights
        mixture.shifts[first + index] = row.shift
      }
    }
    return mixture
  }

  /// Gradient descent with momentum on standardised outputs; the loss is convex and has few
  /// parameters.
  private static func rows(
    of head: Head, fittedTo samples: [CalibrationFitter.Sample]
  ) -> [(weights: HeadNumbers, shift: Float)] {
    let total = samples.reduce(0) { $0 + $1.weight }
    let drawn = samples.map { HeadNumbers($0.outputs) }
    let means = drawn.reduce(HeadNumbers(count: Mixture.inputs.count)) {
      $0 + $1 * (1 / Float(samples.count))
    }
    let standardDeviations = standardDeviations(of: drawn, around: means)
    let scaled = drawn.map { ($0 - means) / standardDeviations }
    // Start with each output unmixed.
    let start = head.outputs.map { output in
      HeadNumbers(
        Mixture.inputs.indices.map { Mixture.inputs[$0] == output ? standardDeviations[$0] : 0 })
    }
    var weights = start
    var shifts = HeadNumbers(
      head.outputs.map { Mixture.inputs.firstIndex(of: $0).map { means[$0] } ?? 0 })
    var velocities = start.map { $0 * 0 }
    var shiftVelocities = shifts * 0
    let targets = (0..<head.valueCount).map { value in
      (0..<head.valueCount).map { $0 == value ? Float(1) : 0 }
    }
    for _ in 0..<200 {
      var gradients = zip(weights, start).map { ($0 - $1) * (decay / total) }
      var shiftGradients = shifts * 0
      for (row, sample) in zip(scaled, samples) {
        var outputs = shifts
        for index in outputs.indices { outputs[index] += weights[index].product(with: row) }
        let share = sample.weight / total
        let probabilities = head.logOdds(of: outputs).softmax()
        let gradient = head.slopes(probabilities: probabilities, targets: targets[sample.value])
        for index in outputs.indices {
          gradients[index] = gradients[index] + row * (gradient[index] * share)
          shiftGradients[index] += gradient[index] * share
        }
      }
      for index in weights.indices {
        velocities[index] = velocities[index] * 0.9 - gradients[index] * 0.2
        weights[index] = weights[index] + velocities[index]
      }
      shiftVelocities = shiftVelocities * 0.9 - shiftGradients * 0.2
      shifts = shifts + shiftVelocities
    }
    return zip(weights, shifts).map { weights, shift in
      let unscaled = weights / standardDeviations
      return (unscaled, shift - unscaled.product(with: means))
    }
  }

  /// The standard deviation of each output.
  private static func standardDeviations(of drawn: [HeadNumbers], around means: HeadNumbers)
    -> HeadNumbers
  {
    let share = 1 / Float(drawn.count)
    var squares = means * 0
    for row in drawn {
      let distance = row - means
      for index in squares.indices { squares[index] += distance[index] * distance[index] * share }
    }
    return HeadNumbers(squares.map { max($0.squareRoot(), 1e-3) })
  }
}
