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
  /// How heads are mixed.
  let mixture: Mixture
  /// How mixed outputs become decisions, by head.
  let calibrations: [Calibration]
  /// How sentences add up to a reply.
  let pooling: Pooling
  /// What words mean, where the model was trained with word vectors. The grade does not need it: in
  /// the weights it is accounted for.
  public let meaning: WordMeaning?
  /// `scales` and `biases`, eight at a time.
  private let scaleLanes: [Pooling.Lane]
  private let biasLanes: [Pooling.Lane]
  /// An open-addressing table by key: the key in the upper half of a slot and the row in the lower,
  /// side by side, so that one look at the memory tells both; `free` where there is nothing.
  private let slots: [UInt64]
  private static let free = UInt64.max

  init(
    name: String, version: String, keys: [UInt32], rows: [Lane], scales: [Float], biases: [Float],
    mixture: Mixture, calibrations: [Calibration], pooling: Pooling, meaning: WordMeaning? = nil
  ) {
    self.name = name
    self.version = version
    self.keys = keys
    self.rows = rows
    self.scales = scales
    self.biases = biases
    self.mixture = mixture
    self.calibrations = calibrations
    self.pooling = pooling
    scaleLanes = Self.lanes(of: scales)
    biasLanes = Self.lanes(of: biases)
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
      rows: rows, scales: scales, biases: biases, mixture: mixture, calibrations: calibrations,
      pooling: pooling, meaning: meaning)
  }

  /// The row of a feature, or `nil` where the model has no weights for it.
  func row(of key: UInt32) -> Int? {
    let row = slots.withUnsafeBufferPointer { Self.row(of: key, in: $0) }
    return row < 0 ? nil : Int(row)
  }

  /// The row of each feature, or -1 where the model has no weights for it.
  func rows(of features: [Feature]) -> [Int32] {
    slots.withUnsafeBufferPointer { slots in features.map { Self.row(of: $0.key, in: slots) } }
  }

  private static func row(of key: UInt32, in slots: UnsafeBufferPointer<UInt64>) -> Int32 {
    let mask = slots.count - 1
    var slot = Int(key) & mask
    while slots[slot] != free {
      if UInt32(slots[slot] >> 32) == key { return Int32(truncatingIfNeeded: slots[slot]) }
      slot = (slot + 1) & mask
    }
    return -1
  }

  /// The summed weights of a reply's features, segment by segment, from their rows.
  func sums(of rows: [Int32], segments: [Range<Int>]) -> [Pooling.Lane] {
    var result: [Pooling.Lane] = []
    result.reserveCapacity(segments.count * Pooling.lanes)
    withUnsafeTemporaryAllocation(of: SIMD16<Int32>.self, capacity: Self.lanes) { sums in
      for segment in segments {
        sums.initialize(repeating: .zero)
        for row in rows[segment] where row >= 0 {
          for lane in 0..<Self.lanes {
            let weights = self.rows[Int(row) * Self.lanes + lane]
            sums[lane] &+= SIMD16<Int32>(truncatingIfNeeded: weights)
          }
        }
        for lane in 0..<Pooling.lanes {
          let sum = lane % 2 == 0 ? sums[lane / 2].lowHalf : sums[lane / 2].highHalf
          result.append(Pooling.Lane(sum) * scaleLanes[lane])
        }
      }
    }
    return result
  }

  /// The outputs of a reply, mixed.
  func outputs(sums: [Pooling.Lane], scales: [Float]) -> [Float] {
    let lanes = pooling.outputs(sums: sums, scales: scales, biases: biasLanes)
    return mixture.mixed((0..<Head.outputCount).map { lanes[$0 / 8][$0 % 8] })
  }

  private static func lanes(of numbers: [Float]) -> [Pooling.Lane] {
    (0..<Pooling.lanes).map { lane in
      var result = Pooling.Lane.zero
      for index in 0..<8 where lane * 8 + index < numbers.count {
        result[index] = numbers[lane * 8 + index]
      }
      return result
    }
  }

  /// The weight of a row for an output, in log-odds before length scaling.
  func weight(row: Int, output: Int) -> Float {
    // Lanes lie one after the other, so the row's weights do too.
    let weight = rows.withUnsafeBytes { $0[row * Self.lanes * Lane.scalarCount + output] }
    return Float(Int8(bitPattern: weight)) * scales[output]
  }

  private static func slots(for keys: [UInt32]) -> [UInt64] {
    var capacity = 16
    while capacity < keys.count * 2 + 2 { capacity *= 2 }
    var slots = [UInt64](repeating: free, count: capacity)
    for (row, key) in keys.enumerated() {
      var slot = Int(key) & (capacity - 1)
      while slots[slot] != free { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = UInt64(key) << 32 | UInt64(row)
    }
    return slots
  }
}
