import Listening

extension Model {
  /// A row where no weight is larger than this, of 127, is left out.
  private static let leastWeight: Int8 = 2

  /// Makes a model of weights by feature and output, the most frequent features first: rounds them to
  /// one byte each and leaves out rows where next to nothing is left.
  convenience init(
    name: String, version: String, weights: [(key: UInt32, row: [Float])], biases: [Float],
    mixture: Mixture, calibrations: [Calibration], pooling: Pooling, meaning: WordMeaning? = nil
  ) {
    var scales = [Float](repeating: 0, count: Head.outputCount)
    for (_, row) in weights {
      for output in scales.indices { scales[output] = max(scales[output], abs(row[output])) }
    }
    scales = scales.map { max($0, 1e-6) / 127 }
    var rows: [(key: UInt32, lanes: [Lane])] = []
    for (key, row) in weights {
      let lanes = Self.lanes(of: row, scales: scales)
      if Self.counts(lanes) { rows.append((key, lanes)) }
    }
    self.init(
      name: name, version: version, keys: rows.map(\.key), rows: rows.flatMap(\.lanes),
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
    var rows: [(key: UInt32, lanes: [Lane])] = []
    for (number, key) in keys.enumerated() {
      var lanes = Array(self.rows[number * Self.lanes..<(number + 1) * Self.lanes])
      if let row = weights[key] {
        lanes = Self.lanes(of: row, scales: scales)
      } else {
        for output in grown {
          let units = (weight(row: number, output: output) / scales[output]).rounded()
          lanes[output / 16][output % 16] = Int8(max(-127, min(127, units)))
        }
      }
      rows.append((key, lanes))
    }
    for (key, row) in weights.sorted(by: { $0.key < $1.key }) where self.row(of: key) == nil {
      let lanes = Self.lanes(of: row, scales: scales)
      if Self.counts(lanes) { rows.append((key, lanes)) }
    }
    return Model(
      name: name, version: version, keys: rows.map(\.key), rows: rows.flatMap(\.lanes),
      scales: scales, biases: biases, mixture: mixture, calibrations: calibrations,
      pooling: pooling, meaning: meaning)
  }

  private static func counts(_ lanes: [Lane]) -> Bool {
    lanes.contains { $0.max() > leastWeight || $0.min() < -leastWeight }
  }

  private static func lanes(of row: [Float], scales: [Float]) -> [Lane] {
    var lanes = [Lane](repeating: .zero, count: Self.lanes)
    for output in scales.indices {
      let units = (row[output] / scales[output]).rounded()
      lanes[output / 16][output % 16] = Int8(min(127, max(-127, units)))
    }
    return lanes
  }
}
