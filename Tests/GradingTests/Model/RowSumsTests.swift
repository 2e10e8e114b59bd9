import Repeatable
import TestSupport
import Testing

@testable import Grading

@Suite struct RowSumsTests {
  /// Random rows, with the smallest and the largest weights among them.
  private func rows(_ count: Int, _ random: inout Seeded) -> [[Int8]] {
    (0..<count).map { number in
      (0..<HiddenLayer.columns).map { column in
        let most = Int8(WeightRows.most(column))
        switch number {
        case 0: return most
        case 1: return -most
        default: return .random(in: -most...most, using: &random)
        }
      }
    }
  }

  @Test func lanesHoldAllColumns() {
    #expect(RowSums.zero.lanes.count == Pooling.lanes)
    #expect(Pooling.lanes * 8 == HiddenLayer.columns)
    #expect(
      WeightRows.wholeColumns + (WeightRows.width - WeightRows.wholeColumns) * 2
        == HiddenLayer.columns)
  }

  @Test func aWeightIsReadAsItWasWritten() {
    var random = Seeded(seed: 1)
    let rows = rows(20, &random)
    let packed = WeightRows(rows)
    #expect(packed.weights.count == rows.count * WeightRows.width)
    packed.withLookup { lookup in
      for (number, row) in rows.enumerated() {
        for (column, weight) in row.enumerated() {
          #expect(lookup.weight(row: Int32(number), WeightRows.Place(column)) == weight)
        }
      }
    }
  }

  /// As many rows as fit into 16 bits, also where all weights are the largest or the smallest.
  @Test(arguments: [0, 1, 2, 16, 17, 18, 34, 100, 258])
  func sumsAreThoseOfTheWeights(count: Int) {
    var random = Seeded(seed: UInt64(count))
    let rows = rows(30, &random)
    let packed = WeightRows(rows)
    let random30 = (0..<count).map { _ in Int32.random(in: 0..<30, using: &random) }
    for chosen in [random30, Array(repeating: 0, count: count), Array(repeating: 1, count: count)] {
      let found = chosen.map { FoundFeature(row: $0, index: 0) }
      let sums = packed.withLookup { RowSums(found[...], in: $0) }
      var numbers = RowSums.Numbers(repeating: .init(repeating: 1))
      sums.add(to: &numbers)
      for column in 0..<HiddenLayer.columns {
        let expected = chosen.reduce(0) { $0 + Int(rows[Int($1)][column]) }
        #expect(Int(sums.lanes[column / 8][column % 8]) == expected)
        #expect(numbers[column / 8][column % 8] == Float(expected + 1))
      }
    }
    #expect(count <= RowSums.mostRows)
  }
}
