/// What the units of a hidden layer add to the outputs.
///
/// A sum of weights hears each word by itself; whether 'nobody made you' blames depends on the words
/// around it. Each unit is a sum of weights of its own, of which only what is above zero counts (a
/// rectifier), and adds it to all outputs, each with its weight. For one reply the layer is a choice
/// of active units, and so the outputs are still sums over its features, which can be told as reasons.
struct HiddenLayer: Equatable, Sendable {
  /// How many units there are. With the outputs they fill a row of 64 bytes: a line of a cache.
  static let units = 23
  /// Columns in a row of weights: the outputs, then the units.
  static let columns = Head.outputCount + units

  /// Lanes that hold outputs.
  static let outputLanes = (Head.outputCount + 7) / 8

  /// What each unit adds to each output: `Pooling.lanes` lanes for each unit.
  var weights: [Pooling.Lane]

  /// Units that add nothing.
  static let none = HiddenLayer(
    weights: Array(repeating: .zero, count: units * Pooling.lanes))

  /// The column of a unit.
  static func column(of unit: Int) -> Int { Head.outputCount + unit }

  /// Adds what the units are worth to the outputs.
  ///
  /// - Parameter columns: The outputs and the units of a reply, in lanes.
  func apply(to columns: inout [Pooling.Lane]) {
    for unit in 0..<Self.units {
      let column = Self.column(of: unit)
      let value = columns[column / 8][column % 8]
      guard value > 0 else { continue }
      for lane in 0..<Self.outputLanes {
        columns[lane] += weights[unit * Pooling.lanes + lane] * value
      }
    }
  }

  /// Adds, for each active unit, what a reply's value grows by with it.
  ///
  /// - Parameters:
  ///   - outputs: The outputs and the units of a reply.
  ///   - columns: What the value grows by with each output, in lanes.
  func addFactors(ofUnitsIn outputs: [Float], to columns: inout [Pooling.Lane]) {
    let ofOutputs = Array(columns[..<Self.outputLanes])
    for unit in 0..<Self.units {
      let column = Self.column(of: unit)
      guard outputs[column] > 0 else { continue }
      var factor = Pooling.Lane.zero
      for lane in 0..<Self.outputLanes {
        factor += ofOutputs[lane] * weights[unit * Pooling.lanes + lane]
      }
      columns[column / 8][column % 8] = factor.sum()
    }
  }
}
