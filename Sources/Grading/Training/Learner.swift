import Foundation

/// Fits all heads together by stochastic gradient descent (AdaGrad, Duchi et al. 2011).
///
/// Each head is a multinomial logistic regression. A label may allow several values ('a question,
/// open or closed'); the learner then raises the probability of all of them together.
struct Learner {
  /// Eight outputs at a time.
  typealias Lane = SIMD8<Float>
  /// Lanes in a row of weights.
  static let lanes = (Head.outputCount + 7) / 8

  /// Weights by feature and lane.
  private(set) var weights: [Lane]
  /// The outputs of a reply without features.
  private(set) var biases: [Lane]
  private var sums: [Lane]
  private var biasSums: [Lane]
  private let strengths: [Float]
  private let options: TrainerOptions

  init(vocabulary: Vocabulary, options: TrainerOptions) {
    weights = Array(repeating: .zero, count: vocabulary.keys.count * Self.lanes)
    sums = weights
    biases = Array(repeating: .zero, count: Self.lanes)
    biasSums = biases
    strengths = vocabulary.strengths
    self.options = options
  }

  /// Fits the weights to examples; the same examples give the same weights.
  mutating func fit(_ examples: SparseExamples, progress: (Int) -> Void = { _ in }) {
    var random = SplitMix(seed: 20)
    var order = Array(0..<examples.count)
    for pass in 0..<options.passes {
      order.shuffle(using: &random)
      let rate = options.rate * (1 - Float(pass) / Float(options.passes)) + 0.01
      for example in order { step(example, of: examples, rate: rate) }
      progress(pass + 1)
    }
  }

  /// The outputs of an example.
  func outputs(_ example: Int, of examples: SparseExamples) -> [Float] {
    let lanes = sum(example, of: examples)
    return (0..<Head.outputCount).map { lanes[$0 / 8][$0 % 8] }
  }

  /// Weights by feature and output, multiplied by the feature's strength.
  var scaledWeights: [[Float]] {
    strengths.indices.map { feature in
      (0..<Head.outputCount).map {
        weights[feature * Self.lanes + $0 / 8][$0 % 8] * strengths[feature]
      }
    }
  }

  /// The biases by output.
  var flatBiases: [Float] { (0..<Head.outputCount).map { biases[$0 / 8][$0 % 8] } }

  private func sum(_ example: Int, of examples: SparseExamples) -> [Lane] {
    var result = [Lane](repeating: .zero, count: Self.lanes)
    for feature in examples.features(of: example) {
      let row = Int(feature) * Self.lanes
      let strength = strengths[Int(feature)]
      for lane in 0..<Self.lanes { result[lane] += weights[row + lane] * strength }
    }
    for lane in 0..<Self.lanes {
      result[lane] = result[lane] * examples.scales[example] + biases[lane]
    }
    return result
  }

  private mutating func step(_ example: Int, of examples: SparseExamples, rate: Float) {
    let outputs = sum(example, of: examples)
    let gradient = Self.gradient(of: outputs, example: example, examples: examples)
    for lane in 0..<Self.lanes {
      biasSums[lane] += gradient[lane] * gradient[lane]
      biases[lane] -= gradient[lane] * rate / (biasSums[lane] + 1).squareRoot()
    }
    let scale = examples.scales[example]
    let active = (0..<Self.lanes).filter { gradient[$0] != .zero }
    for feature in examples.features(of: example) {
      let row = Int(feature) * Self.lanes
      let factor = scale * strengths[Int(feature)]
      for lane in active {
        let slope = gradient[lane] * factor + weights[row + lane] * options.decay
        sums[row + lane] += slope * slope
        weights[row + lane] -= slope * rate / (sums[row + lane] + 1e-4).squareRoot()
      }
    }
  }

  /// The slope of the loss by output.
  private static func gradient(
    of outputs: [Lane], example: Int, examples: SparseExamples
  ) -> [Lane] {
    var gradient = [Lane](repeating: .zero, count: lanes)
    for head in Head.allCases {
      let position = example * Head.allCases.count + head.rawValue
      let mask = examples.labels[position]
      let weight = examples.weights[position]
      guard mask != .max, weight > 0 else { continue }
      let probabilities = softmax([0] + head.outputs.map { outputs[$0 / 8][$0 % 8] })
      var allowed: Float = 0
      for (value, probability) in probabilities.enumerated() where mask >> UInt16(value) & 1 == 1 {
        allowed += probability
      }
      for (offset, output) in head.outputs.enumerated() {
        let probability = probabilities[offset + 1]
        let isAllowed = mask >> UInt16(offset + 1) & 1 == 1
        let target = isAllowed ? probability / max(allowed, 1e-9) : 0
        gradient[output / 8][output % 8] = (probability - target) * weight
      }
    }
    return gradient
  }
}

/// A small generator of random numbers (SplitMix64), the same on every machine.
package struct SplitMix: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts the generator.
  package init(seed: UInt64) { state = seed }

  /// The next number.
  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
