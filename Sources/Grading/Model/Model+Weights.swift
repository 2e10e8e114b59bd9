import Listening

extension Model {
  /// A model has at most about so many rows; with words and their vectors its file then stays under
  /// 8 MB.
  private static let rowLimit = 75_000
  /// A new row where no weight is larger than this, of 127, is left out.
  private static let leastWeight = 5

  /// Makes a model of weights by feature and column, the most frequent features first: rounds them
  /// (`WeightRows.swift`), and leaves out the rows that weigh least.
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
    let scales = (0..<HiddenLayer.columns).map { Self.scale(of: $0, in: weights) }
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
      rows: WeightRows(heavy.map(\.weights)),
      scales: scales, biases: biases, hidden: hidden, mixture: mixture,
      calibrations: calibrations, pooling: pooling, meaning: meaning)
  }

  /// The model with other weights for some features and other biases. All other rows stay as they
  /// are, but for columns whose weights outgrow the range that a byte has in this model: these are
  /// rounded anew. Where half a byte is all there is, new weights keep to its range.
  package func replacing(
    _ weights: [UInt32: [Float]], biases: [Float], hidden: HiddenLayer
  ) -> Model {
    let scales = self.scales.enumerated().map { column, scale in
      column < WeightRows.wholeColumns
        ? weights.values.reduce(scale) { max($0, abs($1[column]) / 127) } : scale
    }
    let grown = scales.indices.filter { scales[$0] > self.scales[$0] * 1.0001 }
    var rows: [(key: UInt32, weights: [Int8])] = []
    for (number, key) in keys.enumerated() {
      if let row = weights[key] {
        rows.append((key, Self.units(of: row, scales: scales)))
        continue
      }
      var units = scales.indices.map { self.units(row: Int32(number), column: $0) }
      for column in grown {
        let weight = weight(row: Int32(number), column: column)
        units[column] = Self.units(of: weight, column, scale: scales[column])
      }
      rows.append((key, units))
    }
    for (key, row) in weights.sorted(by: { $0.key < $1.key }) where self.row(of: key) == nil {
      let units = Self.units(of: row, scales: scales)
      if Self.weight(of: units) > Self.leastWeight { rows.append((key, units)) }
    }
    return Model(
      name: name, version: version, keys: rows.map(\.key),
      rows: WeightRows(rows.map(\.weights)),
      scales: scales, biases: biases, hidden: hidden, mixture: mixture,
      calibrations: calibrations, pooling: pooling, meaning: meaning)
  }

  /// How much a row weighs: its largest weight, of 127. What it says to a hidden unit, which is one
  /// voice of many, counts a third.
  private static func weight(of units: [Int8]) -> Int {
    units.enumerated().reduce(0) { most, unit in
      let weight = abs(Int(unit.element)) * 127 / WeightRows.most(unit.offset)
      return max(most, unit.offset < Head.outputCount ? weight : weight / 3)
    }
  }

  private static func units(of row: [Float], scales: [Float]) -> [Int8] {
    row.indices.map { units(of: row[$0], $0, scale: scales[$0]) }
  }

  private static func units(of weight: Float, _ column: Int, scale: Float) -> Int8 {
    let most = Float(WeightRows.most(column))
    return Int8(min(most, max(-most, (weight / scale).rounded())))
  }

  /// What one unit of weight is worth in a column: as much as the largest weight asks for; where a
  /// weight has half a byte, as much as makes for the least squared error over all replies, with the
  /// largest weights cut off.
  private static func scale(
    of column: Int, in weights: [(key: UInt32, row: [Float], count: Int)]
  ) -> Float {
    let largest = weights.reduce(1e-6) { max($0, abs($1.row[column])) }
    let whole = largest / Float(WeightRows.most(column))
    guard column >= WeightRows.wholeColumns else { return whole }
    func error(_ scale: Float) -> Float {
      weights.reduce(0) { error, weights in
        let weight = weights.row[column]
        let rounded = Float(units(of: weight, column, scale: scale)) * scale
        return error + Float(weights.count) * (weight - rounded) * (weight - rounded)
      }
    }
    let scales = (1...20).map { whole * Float($0) / 20 }
    return zip(scales.map(error), scales).min { $0.0 < $1.0 }?.1 ?? whole
  }
}
