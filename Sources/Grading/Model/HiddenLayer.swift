/// What the units of a hidden layer add to the outputs.
///
/// A sum of weights hears each word by itself; whether 'nobody made you' blames depends on the words
/// around it. Each unit is a sum of weights of its own, of which only what is above zero counts (a
/// rectifier), and adds it to all outputs, each with its weight. For one reply the layer is a choice
/// of active units, and so the outputs are still sums over its features, which can be told as reasons.
package struct HiddenLayer: Equatable, Sendable {
  /// Columns in a row of weights: the outputs', then the units'. More units grade talk better, more
  /// rows what is typed; this leaves room for enough of both in 8 MB.
  ///
  /// Inlinable, as `Pooling.lanes` is, so that the learner's loops over lanes have constant bounds.
  @inlinable package static var columns: Int { 112 }
  /// How many units there are: as many as a row has room for beside the outputs.
  @inlinable package static var units: Int { columns - Head.outputCount }

  /// Lanes that hold outputs.
  @inlinable package static var outputLanes: Int { (Head.outputCount + 7) / 8 }

  /// What each unit adds to each output: `outputLanes` lanes for each unit.
  package var weights: [Pooling.Lane]

  /// Units that add nothing.
  package static let none = HiddenLayer(
    weights: Array(repeating: .zero, count: units * outputLanes))

  /// The column of a unit.
  package static func column(of unit: Int) -> Int { Head.outputCount + unit }

  /// Adds what the units are worth to the outputs.
  ///
  /// - Parameter columns: The outputs and the units of a reply, in lanes.
  package func apply(to columns: inout [Pooling.Lane]) {
    // Units that are not active add zero: that costs less than to tell them apart.
    var sums = InlineArray<6, Pooling.Lane>(repeating: .zero)
    columns.withUnsafeBytes { columns in
      weights.withUnsafeBufferPointer { weights in
        let numbers = columns.assumingMemoryBound(to: Float.self)
        for unit in 0..<Self.units {
          let value = max(0, numbers[Self.column(of: unit)])
          for lane in 0..<Self.outputLanes {
            sums[lane] += weights[unit * Self.outputLanes + lane] * value
          }
        }
      }
    }
    for lane in 0..<Self.outputLanes { columns[lane] += sums[lane] }
  }

  /// What something grows by with each column, given what it grows by with each output: an active unit
  /// passes on what it adds to the outputs (backpropagation).
  ///
  /// - Parameters:
  ///   - outputs: What it grows by with each output, in lanes that are zero elsewhere.
  ///   - columns: The outputs and the units of a reply.
  /// - Returns: The same with the units.
  package func growth(by outputs: [Pooling.Lane], in columns: [Pooling.Lane]) -> [Pooling.Lane] {
    var growth = outputs
    for unit in 0..<Self.units {
      let column = Self.column(of: unit)
      guard columns[column: column] > 0 else { continue }
      var sum = Pooling.Lane.zero
      for lane in 0..<Self.outputLanes {
        sum += outputs[lane] * weights[unit * Self.outputLanes + lane]
      }
      growth[column: column] = sum.sum()
    }
    return growth
  }
}

extension [Pooling.Lane] {
  /// The number of a column, in lanes of eight.
  @inlinable @inline(__always)
  package subscript(column column: Int) -> Float {
    get { self[column / 8][column % 8] }
    set { self[column / 8][column % 8] = newValue }
  }
}
