import Foundation
import Listening

/// The weights of the grader: for each feature a row with one weight per output.
///
/// A model is read from the bytes of a model file and never changes:
///
///     let model = try Model(bytes: bytes)
///     model.name  // "attune"
public struct Model: Sendable {
  /// Sixteen weights at a time.
  typealias Lane = SIMD16<Int8>
  /// Lanes in a row.
  static let lanes = (Head.outputCount + 15) / 16

  /// The model's name.
  public var name: String
  /// The model's version.
  public var version: String
  /// The key of each row, ascending.
  let keys: [UInt32]
  /// Weights by row and lane, in units of `scales`.
  let rows: [Lane]
  /// What one unit of weight is worth, by output.
  let scales: [Float]
  /// The outputs of a reply without features.
  let biases: [Float]
  /// How outputs become decisions, by head.
  let calibrations: [Calibration]
  /// How sentences add up to a reply.
  let pooling: Pooling
  /// What words mean, where the model was trained with word vectors. The grade does not need it: in
  /// the weights it is accounted for.
  public let meaning: WordMeaning?
  /// Row numbers by slot of an open-addressing table; -1 where a slot is free.
  private let slots: [Int32]

  init(
    name: String, version: String, keys: [UInt32], rows: [Lane], scales: [Float], biases: [Float],
    calibrations: [Calibration], pooling: Pooling, meaning: WordMeaning? = nil
  ) {
    self.name = name
    self.version = version
    self.keys = keys
    self.rows = rows
    self.scales = scales
    self.biases = biases
    self.calibrations = calibrations
    self.pooling = pooling
    self.meaning = meaning
    slots = Self.slots(for: keys)
  }

  /// The model with some decisions leaning further, its version marked as local. Leans of a head are
  /// those of the code as a whole: in transcribed speech it leans as far.
  func local(leans: [Head: [Float]]) -> Model {
    var calibrations = calibrations
    for head in Head.allCases {
      for (index, lean) in (leans[head.typed] ?? []).enumerated() {
        calibrations[head.rawValue].leans[index] += lean
      }
    }
    return Model(
      name: name, version: version.hasSuffix("-local") ? version : version + "-local", keys: keys,
      rows: rows, scales: scales, biases: biases, calibrations: calibrations, pooling: pooling,
      meaning: meaning)
  }

  /// The row of a feature, or `nil` where the model has no weights for it.
  func row(of key: UInt32) -> Int? {
    let mask = slots.count - 1
    var slot = Int(key) & mask
    while slots[slot] >= 0 {
      let row = Int(slots[slot])
      if keys[row] == key { return row }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The outputs of a reply, and by how much each grows with the weights of each segment.
  func read(_ features: ReplyFeatures) -> (outputs: [Float], slopes: [Pooling.Lane]) {
    let sums = features.segments.flatMap { weights(of: features.all[$0]) }
    let scales = pooling.scales(segments: features.segments)
    let biases = (0..<Pooling.lanes).map { Self.lane($0, of: self.biases) }
    let lanes = pooling.outputs(sums: sums, scales: scales, biases: biases)
    return (
      (0..<Head.outputCount).map { lanes[$0 / 8][$0 % 8] },
      pooling.slopes(sums: sums, scales: scales)
    )
  }

  private func weights(of features: ArraySlice<Feature>) -> [Pooling.Lane] {
    var sums = [SIMD16<Int32>](repeating: .zero, count: Self.lanes)
    for feature in features {
      guard let row = row(of: feature.key) else { continue }
      for lane in 0..<Self.lanes {
        sums[lane] &+= SIMD16<Int32>(truncatingIfNeeded: rows[row * Self.lanes + lane])
      }
    }
    let numbers = (0..<Head.outputCount).map { Float(sums[$0 / 16][$0 % 16]) * scales[$0] }
    return (0..<Pooling.lanes).map { Self.lane($0, of: numbers) }
  }

  private static func lane(_ lane: Int, of numbers: [Float]) -> Pooling.Lane {
    var result = Pooling.Lane.zero
    for index in 0..<8 where lane * 8 + index < numbers.count {
      result[index] = numbers[lane * 8 + index]
    }
    return result
  }

  /// The weight of a row for an output, in log-odds before length scaling.
  func weight(row: Int, output: Int) -> Float {
    Float(rows[row * Self.lanes + output / 16][output % 16]) * scales[output]
  }

  private static func slots(for keys: [UInt32]) -> [Int32] {
    var capacity = 16
    while capacity < keys.count * 2 + 2 { capacity *= 2 }
    var slots = [Int32](repeating: -1, count: capacity)
    for (row, key) in keys.enumerated() {
      var slot = Int(key) & (capacity - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = Int32(row)
    }
    return slots
  }
}
