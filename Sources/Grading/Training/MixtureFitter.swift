/// Fits mixtures to outputs of examples that the weights were not fitted to.
struct MixtureFitter {
  /// An example's outputs drawn upon, its true value and how much it counts.
  struct Sample {
    var drawn: HeadNumbers
    var value: Int
    var weight: Float
  }

  /// How strongly each head is held to what it says alone, as against what one example tells.
  private static let decay: Float = 10
  private static let fewestSamples = 200

  /// Mixes the outputs of each head with samples enough.
  static func fit(_ samples: (Head) -> [Sample]) -> Mixture {
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

  /// Gradient descent with momentum, on inputs put on a scale of their own means and spreads.
  private static func rows(
    of head: Head, fittedTo samples: [Sample]
  ) -> [(weights: HeadNumbers, shift: Float)] {
    let inputs = Mixture.inputs.count
    let total = samples.reduce(0) { $0 + $1.weight }
    let (means, spreads) = scale(of: samples)
    let scaled = samples.map { sample in
      HeadNumbers((0..<inputs).map { (sample.drawn[$0] - means[$0]) / spreads[$0] })
    }
    let start = head.outputs.map { output in
      HeadNumbers(Mixture.inputs.enumerated().map { $1 == output ? spreads[$0] : 0 })
    }
    var weights = start
    var shifts = HeadNumbers(
      head.outputs.map { output in
        means[Mixture.inputs.firstIndex(of: output) ?? 0]
      })
    var speeds = start.map { _ in HeadNumbers(count: inputs) }
    var shiftSpeeds = HeadNumbers(count: shifts.count)
    let values = (0..<head.valueCount).map { value in
      (0..<head.valueCount).map { $0 == value ? Float(1) : 0 }
    }
    for _ in 0..<200 {
      var slopes = zip(weights, start).map { ($0 - $1) * (decay / total) }
      var shiftSlopes = HeadNumbers(count: shifts.count)
      for (row, sample) in zip(scaled, samples) {
        var outputs = shifts
        for index in outputs.indices { outputs[index] += weights[index].product(with: row) }
        let sample = (
          share: sample.weight / total, target: values[sample.value]
        )
        let slope = head.slopes(
          probabilities: head.logOdds(of: outputs).softmax(), targets: sample.target)
        for index in outputs.indices {
          slopes[index] = slopes[index] + row * (slope[index] * sample.share)
          shiftSlopes[index] += slope[index] * sample.share
        }
      }
      for index in weights.indices {
        speeds[index] = speeds[index] * 0.9 - slopes[index] * 0.2
        weights[index] = weights[index] + speeds[index]
        shiftSpeeds[index] = shiftSpeeds[index] * 0.9 - shiftSlopes[index] * 0.2
        shifts[index] += shiftSpeeds[index]
      }
    }
    return weights.indices.map { index in
      let unscaled = HeadNumbers((0..<inputs).map { weights[index][$0] / spreads[$0] })
      return (unscaled, shifts[index] - unscaled.product(with: means))
    }
  }

  /// The mean and the spread of each input.
  private static func scale(of samples: [Sample]) -> (means: HeadNumbers, spreads: HeadNumbers) {
    let share = 1 / Float(samples.count)
    var means = HeadNumbers(count: Mixture.inputs.count)
    var squares = means
    for sample in samples {
      means = means + sample.drawn * share
    }
    for sample in samples {
      for index in squares.indices {
        let distance = sample.drawn[index] - means[index]
        squares[index] += distance * distance * share
      }
    }
    for index in squares.indices { squares[index] = max(squares[index].squareRoot(), 1e-3) }
    return (means, squares)
  }
}
