import Repeatable
import TestSupport
import Testing

@testable import Grading

@Suite struct RowIndexTests {
  /// Keys of few bits crowd into few places, up to the end of the table and round to its beginning.
  @Test(arguments: [0, 1, 31, 500, 5000], [UInt32.max, 0xFFFF_0007, 0x0000_1FFF, 0xFFFF_FFC0])
  func aKeyIsFoundWhereverItLiesAndNoOther(count: Int, bits: UInt32) {
    var random = Seeded(seed: UInt64(count) &+ UInt64(bits))
    var rows: [UInt32: Int32] = [:]
    var keys: [UInt32] = []
    for _ in 0..<count {
      let key = UInt32(truncatingIfNeeded: random.next()) & bits
      guard rows[key] == nil else { continue }
      rows[key] = Int32(keys.count)
      keys.append(key)
    }
    let index = RowIndex(keys: keys)
    #expect(index.isUnique)
    index.withLookup(in: keys) { lookup in
      let others = (0..<2000).map { _ in UInt32(truncatingIfNeeded: random.next()) & bits }
      for key in keys + others {
        lookup.prefetch(key)
        #expect(lookup.row(of: key) == rows[key] ?? -1)
      }
    }
  }

  @Test func aKeyThatOccursTwiceIsNoticed() {
    #expect(!RowIndex(keys: [7, 64 + 7, 7]).isUnique)
  }

  @Test(.timeLimit(.minutes(1))) func aKeyThatOccursEverywhereIsNoticedSoon() {
    #expect(!RowIndex(keys: Array(repeating: 7, count: 1 << 20)).isUnique)
  }
}
