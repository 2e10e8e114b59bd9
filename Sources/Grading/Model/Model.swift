import Listening

/// The weights of the grader: for each feature a row with one weight per output.
///
/// A model is read from the bytes of a model file and never changes:
///
///     let model = try Model(bytes)
///     model.name  // "attune"
///
/// It is a class, so that the many who hold it share it.
public final class Model: Sendable {
  /// The model's name.
  public let name: String
  /// The model's version.
  public let version: String
  /// The key of each row. Rows of frequent features come first, so that these lie close together in
  /// memory.
  let keys: [UInt32]
  /// Weights by row, in units of `scales`.
  let rows: WeightRows
  /// What one unit of weight is worth, by column.
  let scales: [Float]
  /// The outputs of a reply without features.
  package let biases: [Float]
  /// What the hidden units add to the outputs.
  package let hidden: HiddenLayer
  /// How heads are mixed.
  package let mixture: Mixture
  /// How mixed outputs become decisions, by head.
  package let calibrations: [Calibration]
  /// Which codes are not worth a decision.
  package let screen: AbsenceScreen
  /// How sentences add up to a reply.
  package let pooling: Pooling
  /// What words mean, where the model was trained with word vectors. The grade does not need it: in
  /// the weights it is accounted for.
  public let meaning: WordMeaning?
  /// `scales` and `biases`, eight at a time.
  let scaleLanes: [Pooling.Lane]
  private let biasLanes: [Pooling.Lane]
  let index: RowIndex
  /// How slips of typing are put right; `nil` where the model does not know what words mean. Words
  /// that it has weights for are known.
  package let spelling: Spelling?

  init(
    name: String, version: String, keys: [UInt32], rows: WeightRows, scales: [Float],
    biases: [Float], hidden: HiddenLayer,
    mixture: Mixture, calibrations: [Calibration], pooling: Pooling, meaning: WordMeaning? = nil
  ) {
    self.name = name
    self.version = version
    self.keys = keys
    self.rows = rows
    self.scales = scales
    self.biases = biases
    self.hidden = hidden
    self.mixture = mixture
    self.calibrations = calibrations
    screen = AbsenceScreen(calibrations)
    self.pooling = pooling
    scaleLanes = Self.lanes(of: scales)
    biasLanes = Self.lanes(of: biases)
    self.meaning = meaning
    let index = RowIndex(keys: keys)
    self.index = index
    spelling = meaning.map { meaning in
      Spelling(meaning: meaning) { word in
        index.withLookup(in: keys) { $0.row(of: Feature.key(.word, word)) >= 0 }
      }
    }
  }

  /// What stands in the version of a model that was calibrated.
  private static let localMark = "-local"

  /// Whether some decisions were made to lean further, by coded replies of somebody's own.
  public var isCalibrated: Bool { version.contains(Self.localMark + "-") }

  /// The model with some decisions leaning further, its version marked as local.
  package func local(leans: [Head: [Float]]) -> Model {
    with(
      version: version.prefix { $0 != "-" } + Self.localMark,
      calibrations: calibrations.leaning(further: leans)
    ).marked()
  }

  /// The model with a mark of what it holds behind its version, by which it can be told from others of
  /// its name.
  public func marked() -> Model {
    let mark = String(Checksum.of(serialized()), radix: 16)
    return with(version: "\(version)-\(mark.prefix(8))", calibrations: calibrations)
  }

  private func with(version: String, calibrations: [Calibration]) -> Model {
    Model(
      name: name, version: version, keys: keys, rows: rows, scales: scales, biases: biases,
      hidden: hidden, mixture: mixture, calibrations: calibrations, pooling: pooling,
      meaning: meaning)
  }

  /// The row of a feature, or `nil` where the model has no weights for it.
  package func row(of key: UInt32) -> Int32? {
    index.withLookup(in: keys) { lookup in
      let row = lookup.row(of: key)
      return row < 0 ? nil : row
    }
  }

  /// How many features ahead the index is fetched from memory: more than are looked up in the time
  /// that takes.
  private static var lead: Int { 48 }

  /// Finds the features that the model has weights for, and has the weights fetched.
  func find(
    _ features: [Feature], by rows: WeightRows.Lookup, into found: inout [FoundFeature]
  ) {
    found = [FoundFeature](unsafeUninitializedCapacity: features.count) { found, count in
      index.withLookup(in: keys) { lookup in
        features.withUnsafeBufferPointer { features in
          for feature in features.prefix(Self.lead) { lookup.prefetch(feature.key) }
          let last = features.count &- 1
          var total = 0
          for place in features.indices {
            lookup.prefetch(features[min(place &+ Self.lead, last)].key)
            let row = lookup.row(of: features[place].key)
            rows.prefetch(row)
            // Written in any case, and counted by the sign: nothing to guess here either.
            found[total] = FoundFeature(row: row, index: Int32(truncatingIfNeeded: place))
            total &+= Int(1 &+ row &>> 31)
          }
          count = total
        }
      }
    }
  }

  /// The outputs of a reply, mixed.
  ///
  /// - Parameters:
  ///   - sums: See `Pooling.output(ofLane:sums:scales:bias:)`.
  ///   - scales: See `Pooling.addScales(sentences:whole:to:)`.
  ///   - columns: `Pooling.lanes` lanes, for the outputs before they are mixed and the hidden units.
  ///   - outputs: Where they go.
  func outputs(
    sums: [Pooling.Lane], scales: [Float], columns: inout [Pooling.Lane],
    into outputs: inout [Float]
  ) {
    columns.withUnsafeMutableBufferPointer { columns in
      for lane in columns.indices {
        columns[lane] = pooling.output(
          ofLane: lane, sums: sums, scales: scales, bias: biasLanes[lane])
      }
    }
    hidden.apply(to: &columns)
    columns.withUnsafeBytes { columns in
      let numbers = columns.bindMemory(to: Float.self)
      outputs.withUnsafeMutableBufferPointer { outputs in
        for column in outputs.indices { outputs[column] = numbers[column] }
      }
    }
    mixture.mix(&outputs)
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

  /// The weight of a row in a column, in log-odds before length scaling.
  package func weight(row: Int32, column: Int) -> Float {
    Float(units(row: row, column: column)) * scales[column]
  }

  /// The weights of a row, each multiplied by its column's factor, added up.
  func product(of row: Int32, with factors: [Pooling.Lane]) -> Float {
    let weights = rows.withLookup { RowSums([FoundFeature(row: row, index: 0)], in: $0) }
    var numbers = RowSums.Numbers(repeating: .zero)
    weights.add(to: &numbers)
    var sum = Pooling.Lane.zero
    for lane in numbers.indices { sum += numbers[lane] * factors[lane] }
    return sum.sum()
  }

  /// The weight of a row in a column, in units of `scales`.
  func units(row: Int32, column: Int) -> Int8 {
    rows.withLookup { $0.weight(row: row, WeightRows.Place(column)) }
  }
}
