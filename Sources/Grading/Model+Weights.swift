import Listening

extension Model {
  /// A row where no weight is larger than this, of 127, is left out.
  private static let leastWeight: Int8 = 5

  /// Makes a model of weights by feature and output, the most frequent features first: rounds them to
  /// one byte each and leaves out rows where next to nothing is left.
  /// Rows of the keys in `kept` stay in any case: those of words tell which words are known.
  convenience init(
    name: String, version: String, weights: [(key: UInt32, row: [Float])],
    keeping kept: Set<UInt32>, biases: [Float], mixture: Mixture, calibrations: [Calibration],
    pooling: Pooling, meaning: WordMeaning? = nil
  ) {
    var scales = [Float](repeating: 0, count: Head.outputCount)
    for (_, row) in weights {
      for output in scales.indices { scales[output] = max(scales[output], abs(row[output])) }
    }
    scales = scales.map { max($0, 1e-6) / 127 }
    var rows: [(key: UInt32, weights: [Int8])] = []
    for (key, row) in weights {
      let units = Self.units(of: row, scales: scales)
      if kept.contains(key) || Self.counts(units) { rows.append((key, units)) }
    }
    self.init(
      name: name, version: version, keys: rows.map(\.key),
      rows: WeightRows(rows.flatMap(\.weights)),
      scales: scales, biases: biases, mixture: mixture, calibrations: calibrations,
      pooling: pooling, meaning: meaning)
  }

  /// The model with other weights for some features and other biases. All other rows stay as they
  /// are, but for outputs whose weights outgrow the range that a byte has in this model: these are
  /// rounded anew.
  func replacing(_ weights: [UInt32: [Float]], biases: [Float]) -> Model {
    let scales = self.scales.enumerated().map { output, scale in
      weights.values.reduce(scale) { max($0, abs($1[output]) / 127) }
    }
    let grown = scales.indices.filter { scales[$0] > self.scales[$0] * 1.0001 }
    var rows: [(key: UInt32, weights: [Int8])] = []
    for (number, key) in keys.enumerated() {
      if let row = weights[key] {
        rows.append((key, Self.units(of: row, scales: scales)))
        continue
      }
      var units = scales.indices.map { self.units(row: Int32(number), output: $0) }
      for output in grown {
        let weight = (weight(row: Int32(number), output: output) / scales[output]).rounded()
        units[output] = Int8(max(-127, min(127, weight)))
      }
      rows.append((key, units))
    }
    for (key, row) in weights.sorted(by: { $0.key < $1.key }) where self.row(of: key) == nil {
      let units = Self.units(of: row, scales: scales)
      if Self.counts(units) { rows.append((key, units)) }
    }
    return Model(
      name: name, version: version, keys: rows.map(\.key),
      rows: WeightRows(rows.flatMap(\.weights)),
      scales: scales, biases: biases, mixture: mixture, calibrations: calibrations,
      pooling: pooling, meaning: meaning)
  }

  private static func counts(_ units: [Int8]) -> Bool {
    units.contains { $0 > leastWeight || $0 < -leastWeight }
  }

  private static func units(of row: [Float], scales: [Float]) -> [Int8] {
    zip(row, scales).map { Int8(min(127, max(-127, ($0 / $1).rounded()))) }
  }
}
