import Listening

extension Model {
  /// A model has at most about so many rows; with words and their vectors its file then stays under
  /// 8 MB.
  private static let rowLimit = 75_000
  /// A new row where no weight is larger than this, of 127, is left out.
  private static let leastWeight = 5

  /// Makes a model of weights by feature and column, the most frequent features first: rounds them to
  /// one byte each, and leaves out the rows that weigh least.
  ///
  /// What a row adds to outputs over all replies has a mean square of about its weight squared times
  /// the number of replies it is in; the rows with the smallest such product go first.
  ///
  /// Rows of the keys in `kept` stay in any case: they tell which words are known.
  package convenience init(
    name: String, version: String, weights: [(key: UInt32, row: [Float], count: Int)],
    keeping kept: Set<UInt32>, biases: [Float], hidden: HiddenLayer, mixture: Mixture,
    calibrations: [Calibration], pooling: Pooling, meaning: WordMeaning? = nil
  ) {
    var scales = [Float](repeating: 0, count: HiddenLayer.columns)
    for (_, row, _) in weights {
      for column in scales.indices { scales[column] = max(scales[column], abs(row[column])) }
    }
    scales = scales.map { max($0, 1e-6) / 127 }
    let rows = weights.map { weights in
      let units = Self.units(of: weights.row, scales: scales)
      let weight = Self.weight(of: units)
      let isKept = kept.contains(weights.key)
      let worth = weight > Self.leastWeight ? weight * weight * max(1, weights.count) : 0
      return (key: weights.key, weights: units, worth: isKept ? .max : worth)
    }
    let least = min(rows.map(\.worth).sorted(by: >).dropFirst(Self.rowLimit).first ?? 0, .max - 1)
    let heavy = rows.filter { $0.worth > least }
    self.init(
      name: name, version: version, keys: heavy.map(\.key),
      rows: WeightRows(heavy.flatMap(\.weights)),
      scales: scales, biases: biases, hidden: hidden, mixture: mixture,
      calibrations: calibrations, pooling: pooling, meaning: meaning)
  }

  /// The model with other weights for some features and other biases. All other rows stay as they
  /// are, but for outputs whose weights outgrow the range that a byte has in this model: these are
  /// rounded anew.
  package func replacing(
    _ weights: [UInt32: [Float]], biases: [Float], hidden: HiddenLayer
  ) -> Model {
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
      if Self.weight(of: units) > Self.leastWeight { rows.append((key, units)) }
    }
    return Model(
      name: name, version: version, keys: rows.map(\.key),
      rows: WeightRows(rows.flatMap(\.weights)),
      scales: scales, biases: biases, hidden: hidden, mixture: mixture,
      calibrations: calibrations, pooling: pooling, meaning: meaning)
  }

  /// How much a row weighs: its largest weight, of 127. What it says to a hidden unit, which is one
  /// voice of many, counts a third.
  private static func weight(of units: [Int8]) -> Int {
    let outputs = units[..<Head.outputCount].reduce(0) { max($0, abs(Int($1))) }
    let hidden = units[Head.outputCount...].reduce(0) { max($0, abs(Int($1))) }
    return max(outputs, hidden / 3)
  }

  private static func units(of row: [Float], scales: [Float]) -> [Int8] {
    zip(row, scales).map { Int8(min(127, max(-127, ($0 / $1).rounded()))) }
  }
}
