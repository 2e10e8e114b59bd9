import Repeatable

/// How what the sentences of a reply are worth adds up to what the reply is worth.
///
/// One sentence may carry a code that the others dilute: a kind word before the blame. So each output
/// is a mixture of the plain sum over the reply and of the mean of the sentences' odds, which the
/// strongest sentence dominates. For a reply of one sentence both are the same.
package struct Pooling: Equatable, Sendable {
  /// Eight outputs at a time.
  package typealias Lane = SIMD8<Float>
  /// Lanes that hold the outputs of all heads and the hidden units.
  @inlinable package static var lanes: Int { HiddenLayer.columns / 8 }

  /// How much the sentences' odds count beside the plain sum, 0 to 1.
  package var share: Float
  /// See `scale(features:)`.
  package var lengthExponent: Float

  /// Pooling with these two numbers.
  package init(share: Float, lengthExponent: Float) {
    self.share = share
    self.lengthExponent = lengthExponent
  }

  /// What a sum of weights is multiplied by, so that long replies are no surer than short ones.
  func scale(features: Int) -> Float {
    10 / Elementary.exp(lengthExponent * Elementary.log(Float(max(features, 30))))
  }

  /// Appends the multipliers of the segments: each sentence's with the whole reply's features, then
  /// that of the whole reply.
  ///
  /// - Parameters:
  ///   - sentences: How many features each sentence has.
  ///   - whole: How many features the reply has as a whole.
  ///   - scales: Where the multipliers go.
  package func addScales(sentences: some Sequence<Int>, whole: Int, to scales: inout [Float]) {
    var all = whole
    for count in sentences {
      scales.append(scale(features: count + whole))
      all += count
    }
    scales.append(scale(features: all))
  }

  /// Eight outputs of a reply.
  ///
  /// - Parameters:
  ///   - lane: Which eight.
  ///   - sums: The summed weights, segment by segment: the sentences, then the whole reply.
  ///   - scales: See `addScales(sentences:whole:to:)`.
  ///   - bias: The outputs of a reply without features.
  /// - Returns: The outputs.
  package func output(ofLane lane: Int, sums: [Lane], scales: [Float], bias: Lane) -> Lane {
    let sentences = scales.count - 1
    let scale = scales[sentences]
    let whole = sums[sentences * Self.lanes + lane]
    guard sentences > 1 else {
      let only = sentences == 1 ? sums[lane] : .zero
      return bias + (whole + only) * scale
    }
    var plain = Lane.zero
    var odds = Lane.zero
    for sentence in 0..<sentences {
      let sum = sums[sentence * Self.lanes + lane]
      plain += sum
      odds += Self.exp(sum * scales[sentence])
    }
    let pooled = Self.log(odds / Float(sentences))
    return bias + whole * scale + plain * (scale * (1 - share)) + pooled * share
  }

  /// Calls `body` with each segment and by how much an output grows with the segment's sum.
  @inline(__always)
  func forEachSlope(
    ofOutput output: Int, sums: [Lane], scales: [Float], _ body: (Int, Float) -> Void
  ) {
    let sentences = scales.count - 1
    let scale = scales[sentences]
    func odds(_ sentence: Int) -> Float {
      let sum = sums[sentence * Self.lanes + output / 8][output % 8]
      return Elementary.exp(Self.bounded(sum * scales[sentence]))
    }
    var all: Float = 0
    if sentences > 1 { for sentence in 0..<sentences { all += odds(sentence) } }
    for sentence in 0..<sentences {
      let slope =
        sentences > 1
        ? odds(sentence) / all * (scales[sentence] * share) + scale * (1 - share) : scale
      body(sentence, slope)
    }
    body(sentences, scale)
  }

  /// The slopes of eight outputs at once: one lane for each segment.
  package func slopes(ofLane lane: Int, sums: [Lane], scales: [Float]) -> [Lane] {
    var slopes = [Lane](repeating: .zero, count: scales.count)
    for index in 0..<Lane.scalarCount {
      forEachSlope(ofOutput: lane * Lane.scalarCount + index, sums: sums, scales: scales) {
        slopes[$0][index] = $1
      }
    }
    return slopes
  }

  private static func bounded(_ number: Float) -> Float { min(30, max(-30, number)) }

  private static func exp(_ lane: Lane) -> Lane {
    // Not `clamped`, which takes numbers one by one.
    var bounded = lane.replacing(with: -30, where: lane .< -30)
    bounded.replace(with: 30, where: bounded .> 30)
    return Lane(
      lowHalf: Elementary.exp(bounded.lowHalf), highHalf: Elementary.exp(bounded.highHalf))
  }

  private static func log(_ lane: Lane) -> Lane {
    Lane(lowHalf: Elementary.log(lane.lowHalf), highHalf: Elementary.log(lane.highHalf))
  }
}
