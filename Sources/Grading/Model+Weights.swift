extension Model {
  /// Makes a model of weights by feature and output: rounds them to one byte each and leaves out
  /// rows where nothing is left.
  init(
    name: String, version: String, weights: [UInt32: [Float]], biases: [Float],
    calibrations: [Calibration], pooling: Pooling
  ) {
    var scales = [Float](repeating: 0, count: Head.outputCount)
    for row in weights.values {
      for output in scales.indices { scales[output] = max(scales[output], abs(row[output])) }
    }
    scales = scales.map { max($0, 1e-6) / 127 }
    var rows: [(key: UInt32, lanes: [Lane])] = []
    for (key, row) in weights {
      var lanes = [Lane](repeating: .zero, count: Self.lanes)
      for output in scales.indices {
        lanes[output / 16][output % 16] = Int8((row[output] / scales[output]).rounded())
      }
      if lanes.contains(where: { $0 != .zero }) { rows.append((key, lanes)) }
    }
    rows.sort { $0.key < $1.key }
    self.init(
      name: name, version: version, keys: rows.map(\.key), rows: rows.flatMap(\.lanes),
      scales: scales, biases: biases, calibrations: calibrations, pooling: pooling)
  }

  /// Weights by feature and output.
  var weights: [UInt32: [Float]] {
    Dictionary(
      uniqueKeysWithValues: keys.enumerated().map { row, key in
        (key, (0..<Head.outputCount).map { weight(row: row, output: $0) })
      })
  }
}
