import CPrefetch
import Grading
import Repeatable

/// Fits all heads together by stochastic gradient descent.
///
/// Each head is a logistic regression, multinomial or nested (`Head+Odds.swift`), on features and on
/// hidden units that all heads share (`HiddenLayer.swift`). A label may allow several values ('a
/// question, open or closed'); the learner then raises the probability of all of them together.
/// Steps are scaled by weight, as in AdaGrad (Duchi et al. 2011), but with the sizes of the slopes
/// measured once, before the first step.
struct Learner {
  /// Eight outputs at a time.
  typealias Lane = Pooling.Lane
  /// Lanes in a row of weights.
  static let lanes = Pooling.lanes
  /// Which columns of each lane are hidden units.
  private static let units: [SIMDMask<Lane.MaskStorage>] = (0..<lanes).map { lane in
    var mask = SIMDMask<Lane.MaskStorage>(repeating: false)
    for index in 0..<8 { mask[index] = lane * 8 + index >= Head.outputCount }
    return mask
  }

  /// Weights by feature and lane.
  private(set) var weights: [Lane]
  /// Weights by direction of the word vectors and lane.
  private(set) var directions: [Lane]
  /// The outputs of a reply without features.
  private(set) var biases: [Lane]
  /// What the hidden units add to the outputs.
  private(set) var hidden = HiddenLayer.none
  /// What each step is multiplied by, by feature and lane.
  private var stepSizes: [Lane]
  private var directionStepSizes: [Lane]
  private var biasStepSizes: [Lane]
  private let strengths: [Float]
  /// Whether hidden units see a feature.
  private let isSeenByUnits: [Bool]
  private let options: TrainerOptions
  private let startsAnew: Bool

  /// Starts from nothing, or from the weights of a model.
  init(vocabulary: Vocabulary, options: TrainerOptions, base: Model? = nil) {
    weights = Array(repeating: .zero, count: vocabulary.keys.count * Self.lanes)
    stepSizes = weights
    directions = Array(repeating: .zero, count: WordVectors.dimensions * Self.lanes)
    directionStepSizes = directions
    biases = Array(repeating: .zero, count: Self.lanes)
    biasStepSizes = biases
    strengths = vocabulary.strengths
    // Letters tell of spelling and word families; what words do to each other, words tell.
    isSeenByUnits = vocabulary.kinds.map { $0 != .letters }
    self.options = options
    startsAnew = base == nil
    if let base { take(base, vocabulary) }
  }

  private mutating func take(_ base: Model, _ vocabulary: Vocabulary) {
    for (output, bias) in base.biases.enumerated() { biases[column: output] = bias }
    hidden = base.hidden
    for (feature, key) in vocabulary.keys.enumerated() {
      guard let row = base.row(of: key) else { continue }
      for output in 0..<HiddenLayer.columns {
        weights[feature * Self.lanes + output / 8][output % 8] =
          base.weight(row: row, column: output) / strengths[feature]
      }
    }
  }

  /// Fits the weights to examples; the same examples give the same weights.
  mutating func fit(_ examples: SparseExamples) {
    if startsAnew {
      setBiases(by: examples)
      startUnits(for: examples)
    }
    measureSteps(on: examples)
    var random = SplitMix64(seed: 20)
    var dropout = SplitMix64(seed: 22)
    var order = Array(0..<examples.count)
    for pass in 0..<options.passes {
      order = random.shuffled(order)
      let rate = options.rate * (1 - Float(pass) / Float(options.passes))
      for example in order {
        step(example, of: examples, rate: rate, dropout: &dropout)
      }
    }
  }

  /// A code of which no example speaks is as good as ruled out, with odds of 1 to 400.
  private static let biasOfUnknown: Float = -6

  /// Starts from the shares of the values.
  private mutating func setBiases(by examples: SparseExamples) {
    for head in Head.allCases {
      var counts = [Float](repeating: 1, count: head.valueCount)
      for example in 0..<examples.count {
        let position = example * Head.allCases.count + head.rawValue
        let mask = examples.labels[position]
        guard mask.nonzeroBitCount == 1 else { continue }
        counts[mask.trailingZeroBitCount] += examples.weights[position]
      }
      guard examples.speaks(of: head) else {
        for output in head.outputs { biases[column: output] = Self.biasOfUnknown }
        continue
      }
      for (offset, output) in head.outputs.enumerated() {
        biases[column: output] = Elementary.log(counts[offset + 1] / counts[0])
      }
      guard head.hasForms else { continue }
      let (presence, form) = (head.offset, head.offset + 1)
      biases[presence / 8][presence % 8] = Elementary.log((counts[1] + counts[2]) / counts[0])
      biases[form / 8][form % 8] = Elementary.log(counts[2] / counts[1])
    }
  }

  /// Starts all units alike, a little above zero and so active; what tells them apart is what each
  /// adds to the outputs.
  private mutating func startUnits(for examples: SparseExamples) {
    let taught = Head.allCases.filter(examples.speaks).flatMap(\.outputs)
    var random = SplitMix64(seed: 21)
    for unit in 0..<HiddenLayer.units {
      let column = HiddenLayer.column(of: unit)
      biases[column: column] = options.unitBias
      for output in taught {
        hidden.weights[unit * HiddenLayer.outputLanes + output / 8][output % 8] =
          random.number(in: -options.unitWeight...options.unitWeight)
      }
    }
  }

  /// Adds up the squared slopes of all examples at the start.
  private mutating func measureSteps(on examples: SparseExamples) {
    for example in 0..<examples.count {
      let gradient = withUnitSlopes(
        Self.gradient(of: biases, example: example, examples: examples), columns: biases)
      for lane in 0..<Self.lanes { biasStepSizes[lane] += gradient[lane] * gradient[lane] }
      let range = examples.starts[example]..<examples.starts[example + 1]
      let scale = examples.scales[range.upperBound - 1]
      for segment in range {
        if let start = examples.segments[segment].meaning {
          for dimension in 0..<WordVectors.dimensions {
            for lane in 0..<Self.lanes {
              let slope = gradient[lane] * (scale * examples.meanings[start + dimension])
              directionStepSizes[dimension * Self.lanes + lane] += slope * slope
            }
          }
        }
        for feature in examples.features[examples.segments[segment].features] {
          let row = Int(feature) * Self.lanes
          let factor = scale * strengths[Int(feature)]
          for lane in 0..<Self.lanes {
            let slope = gradient[lane] * factor
            stepSizes[row + lane] += slope * slope
          }
        }
      }
    }
    for index in directionStepSizes.indices {
      directionStepSizes[index] = 1 / (directionStepSizes[index] + options.caution).squareRoot()
    }
    for index in stepSizes.indices {
      stepSizes[index] = 1 / (stepSizes[index] + options.caution).squareRoot()
    }
    for lane in 0..<Self.lanes {
      biasStepSizes[lane] = 1 / (biasStepSizes[lane] + 1).squareRoot()
    }
  }

  /// The outputs of an example.
  func outputs(_ example: Int, of examples: SparseExamples) -> [Float] {
    let range = examples.starts[example]..<examples.starts[example + 1]
    var lanes = columns(sums: sums(range, of: examples), scales: Array(examples.scales[range]))
    hidden.apply(to: &lanes)
    return (0..<Head.outputCount).map { lanes[column: $0] }
  }

  /// Weights by feature and column, multiplied by the feature's strength.
  var scaledWeights: [[Float]] {
    strengths.indices.map { feature in
      (0..<HiddenLayer.columns).map {
        weights[feature * Self.lanes + $0 / 8][$0 % 8] * strengths[feature]
      }
    }
  }

  /// The weights that a word earns by its meaning, by output.
  func weights(ofMeaning vector: ArraySlice<Float>) -> [Float] {
    var sums = [Lane](repeating: .zero, count: Self.lanes)
    for (dimension, value) in vector.enumerated() {
      for lane in 0..<Self.lanes {
        sums[lane] += directions[dimension * Self.lanes + lane] * (value * options.meaningStrength)
      }
    }
    return (0..<HiddenLayer.columns).map { sums[column: $0] }
  }

  /// The biases by column.
  var flatBiases: [Float] { (0..<HiddenLayer.columns).map { biases[column: $0] } }

  private func columns(sums: [Lane], scales: [Float]) -> [Lane] {
    (0..<Self.lanes).map {
      options.pooling.output(ofLane: $0, sums: sums, scales: scales, bias: biases[$0])
    }
  }

  /// The summed weights of some segments.
  private func sums(_ range: Range<Int>, of examples: SparseExamples) -> [Lane] {
    var result = [Lane](repeating: .zero, count: range.count * Self.lanes)
    for (number, segment) in examples.segments[range].enumerated() {
      let base = number * Self.lanes
      result.withUnsafeMutableBufferPointer { result in
        weights.withUnsafeBufferPointer { weights in
          forEachRow(of: segment, in: examples, fetching: weights.baseAddress) { feature, row in
            let strength = strengths[feature]
            for lane in 0..<Self.lanes { result[base + lane] += weights[row + lane] * strength }
          }
        }
      }
      guard let start = segment.meaning else { continue }
      for dimension in 0..<WordVectors.dimensions {
        let value = examples.meanings[start + dimension]
        for lane in 0..<Self.lanes {
          result[base + lane] += directions[dimension * Self.lanes + lane] * value
        }
      }
    }
    return result
  }

  private mutating func step(
    _ example: Int, of examples: SparseExamples, rate: Float, dropout: inout SplitMix64
  ) {
    let range = examples.starts[example]..<examples.starts[example + 1]
    let scales = Array(examples.scales[range])
    let sums = self.sums(range, of: examples)
    var columns = columns(sums: sums, scales: scales)
    dropUnits(of: &columns, using: &dropout)
    var outputs = columns
    hidden.apply(to: &outputs)
    let outputGradient = Self.gradient(of: outputs, example: example, examples: examples)
    let gradient = withUnitSlopes(outputGradient, columns: columns)
    updateUnits(columns: columns, slopes: outputGradient, rate: rate)
    let moving = gradient.indices.filter { gradient[$0] != .zero }
    var slopes = [Lane](repeating: .zero, count: range.count * Self.lanes)
    for lane in moving {
      biases[lane] -= gradient[lane] * biasStepSizes[lane] * rate
      let lanes = options.pooling.slopes(ofLane: lane, sums: sums, scales: scales)
      for (number, slope) in lanes.enumerated() {
        slopes[number * Self.lanes + lane] = gradient[lane] * slope
      }
    }
    for (number, segment) in examples.segments[range].enumerated() {
      let own = slopes[number * Self.lanes..<(number + 1) * Self.lanes]
      update(moving, of: segment, in: examples, slopes: Array(own), rate: rate)
    }
  }

  /// Calls `body` with each feature of a segment and where its row begins, and has the rows that
  /// come next fetched from memory: most of the time is spent waiting for it.
  @inline(__always)
  private func forEachRow(
    of segment: SparseExamples.Segment, in examples: SparseExamples,
    fetching rows: UnsafePointer<Lane>?, _ body: (_ feature: Int, _ row: Int) -> Void
  ) {
    let features = examples.features[segment.features]
    for place in features.indices {
      if let rows, place + 4 < features.endIndex {
        let next = rows + Int(features[place + 4]) * Self.lanes
        for lane in stride(from: 0, to: Self.lanes, by: 2) { attune_prefetch(next + lane) }
      }
      body(Int(features[place]), Int(features[place]) * Self.lanes)
    }
  }

  /// Silences some units, at random, and raises the others in turn (dropout, Srivastava et al. 2014):
  /// none may count on another, and what all learn from few examples weighs less.
  private func dropUnits(of columns: inout [Lane], using random: inout SplitMix64) {
    for unit in 0..<HiddenLayer.units {
      let column = HiddenLayer.column(of: unit)
      let isKept = random.share() >= options.unitDropout
      columns[column: column] *= isKept ? 1 / (1 - options.unitDropout) : 0
    }
  }

  /// The slopes of the loss by output and, longer by their pace, by unit.
  private func withUnitSlopes(_ outputs: [Lane], columns: [Lane]) -> [Lane] {
    var slopes = hidden.growth(by: outputs, in: columns)
    for unit in 0..<HiddenLayer.units {
      slopes[column: HiddenLayer.column(of: unit)] *= options.unitPace
    }
    return slopes
  }

  /// Moves what active units add to the outputs against the outputs' slopes.
  private mutating func updateUnits(columns: [Lane], slopes: [Lane], rate: Float) {
    for unit in 0..<HiddenLayer.units {
      let column = HiddenLayer.column(of: unit)
      let value = columns[column: column]
      guard value > 0 else { continue }
      for lane in 0..<HiddenLayer.outputLanes where slopes[lane] != .zero {
        let position = unit * HiddenLayer.outputLanes + lane
        hidden.weights[position] -=
          slopes[lane] * value * biasStepSizes[lane] * rate * options.unitPace
      }
    }
  }

  /// Moves some lanes of the weights of a segment's features against their slopes.
  private mutating func update(
    _ moving: [Int], of segment: SparseExamples.Segment, in examples: SparseExamples,
    slopes: [Lane], rate: Float
  ) {
    let decay = options.decay
    // What units do not see moves the outputs alone.
    let outputs = moving.prefix { $0 < HiddenLayer.outputLanes }
    var weights: [Lane] = []
    swap(&weights, &self.weights)
    weights.withUnsafeMutableBufferPointer { weights in
      stepSizes.withUnsafeBufferPointer { stepSizes in
        forEachRow(of: segment, in: examples, fetching: stepSizes.baseAddress) { feature, row in
          let isSeen = isSeenByUnits[feature]
          let strength = strengths[feature]
          for lane in isSeen ? moving[...] : outputs {
            let position = row + lane
            var change = slopes[lane] * strength + weights[position] * decay
            if !isSeen { change.replace(with: 0, where: Self.units[lane]) }
            weights[position] -= change * stepSizes[position] * rate
          }
        }
      }
    }
    swap(&weights, &self.weights)
    guard let start = segment.meaning else { return }
    for dimension in 0..<WordVectors.dimensions {
      let meaning = examples.meanings[start + dimension]
      for lane in moving {
        let position = dimension * Self.lanes + lane
        let change = slopes[lane] * meaning + directions[position] * decay
        directions[position] -= change * directionStepSizes[position] * rate
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
      let taught = examples.taught(example, head)
      guard mask != .max || taught != nil, weight > 0 else { continue }
      let own = HeadNumbers(head.outputs.map { outputs[column: $0] })
      let probabilities = head.logOdds(of: own).softmax()
      var allowed: Float = 0
      for (value, probability) in probabilities.enumerated() where mask >> UInt16(value) & 1 == 1 {
        allowed += probability
      }
      var targets = probabilities.enumerated().map { value, probability in
        mask >> UInt16(value) & 1 == 1 ? probability / max(allowed, 1e-9) : 0
      }
      if let taught {
        let share = mask == .max ? 1 : examples.teacherShare
        targets = zip(targets, taught).map { $0 * (1 - share) + $1 * share }
      }
      for (output, slope) in zip(
        head.outputs, head.slopes(probabilities: probabilities, targets: targets))
      {
        gradient[column: output] = slope * weight
      }
    }
    return gradient
  }
}
