import Repeatable
import Testing

import Grading

@Suite("What hidden units add to the outputs") struct HiddenLayerTests {
  private static func lanes(using random: inout SplitMix64) -> [Pooling.Lane] {
    var lanes: [Pooling.Lane] = []
    for _ in 0..<Pooling.lanes { lanes.append(.random(in: -1...1, using: &random)) }
    return lanes
  }

  /// A layer whose units add to outputs alone, and columns of a reply.
  private static func sample(_ seed: UInt64) -> (layer: HiddenLayer, columns: [Pooling.Lane]) {
    var random = SplitMix64(seed: seed)
    var layer = HiddenLayer.none
    for unit in 0..<HiddenLayer.units {
      for output in 0..<Head.outputCount {
        layer.weights[unit * HiddenLayer.outputLanes + output / 8][output % 8] =
          Float.random(in: -1...1, using: &random)
      }
    }
    return (layer, lanes(using: &random))
  }

  private static func outputs(_ columns: [Pooling.Lane], _ layer: HiddenLayer) -> [Float] {
    var columns = columns
    layer.apply(to: &columns)
    return columns.flatMap { lane in lane.indices.map { lane[$0] } }
  }

  @Test func outputsAreThoseOfAllHeads() {
    #expect(Head.allCases.flatMap(\.outputs) == Array(0..<Head.outputCount))
    #expect(HiddenLayer.outputLanes * 8 >= Head.outputCount)
  }

  @Test func withoutWeightsNothingChanges() {
    let (_, columns) = Self.sample(1)
    var after = columns
    HiddenLayer.none.apply(to: &after)
    #expect(after == columns)
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>) func aUnitBelowZeroAddsNothing(seed: UInt64) {
    var (layer, columns) = Self.sample(seed)
    for unit in 0..<HiddenLayer.units {
      let column = HiddenLayer.column(of: unit)
      columns[column: column] = -abs(columns[column: column])
    }
    #expect(Self.outputs(columns, layer) == Self.outputs(columns, .none))
    // The same units above zero do add.
    let column = HiddenLayer.column(of: 0)
    columns[column: column] = 1
    let plain = Self.outputs(columns, .none)[0]
    #expect(abs(Self.outputs(columns, layer)[0] - plain - layer.weights[0][0]) < 1e-5)
    layer.weights[0] = .zero
    #expect(abs(Self.outputs(columns, layer)[0] - plain) < 1e-6)
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func factorsAreWhatAnOutputGrowsByWithEachUnit(seed: UInt64) {
    let (layer, columns) = Self.sample(seed)
    let output = Int(seed) * 7
    var factors = [Pooling.Lane](repeating: .zero, count: Pooling.lanes)
    factors[column: output] = 1
    let before = Self.outputs(columns, layer)
    let expected = layer.growth(by: factors, in: columns)
    for unit in 0..<HiddenLayer.units {
      let column = HiddenLayer.column(of: unit)
      var moved = columns
      // So small a step leaves each unit on its side of zero.
      moved[column: column] *= 1 + 1e-2
      let step = moved[column: column] - columns[column: column]
      let growth = (Self.outputs(moved, layer)[output] - before[output]) / step
      #expect(abs(growth - expected[column: column]) < 1e-2)
    }
  }
}
