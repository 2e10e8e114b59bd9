import Repeatable
import TestSupport
import Testing

import Packs

@Suite("Compression within limits")
struct GzipTests {
  @Test("What is compressed expands to what it was", arguments: [0, 1, 511, 65_536, 300_000])
  func roundTrip(count: Int) throws {
    var generator = Seeded(seed: UInt64(count))
    let bytes = (0..<count).map { _ in UInt8(generator.next() % 7) }
    let packed = Gzip.compress(bytes)
    #expect(try Gzip.expand(packed, most: count) == bytes)
    #expect(Gzip.compress(bytes) == packed)
  }

  @Test("Nothing in the header tells who, when or where")
  func header() {
    #expect(Array(Gzip.compress([1, 2, 3]).prefix(10)) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255])
  }

  @Test("What would expand too far is refused, however small it is")
  func bomb() {
    let packed = Gzip.compress([UInt8](repeating: 0, count: 20_000_000))
    #expect(packed.count < 25_000)
    #expect(throws: Gzip.Fault.tooLarge) { try Gzip.expand(packed, most: 1 << 20) }
    #expect(throws: Gzip.Fault.tooLarge) { try Gzip.expand(packed, most: 19_999_999) }
    #expect(throws: Never.self) { try Gzip.expand(packed, most: 20_000_000) }
  }

  @Test("Cut short anywhere, or changed at its end, it is damaged")
  func damaged() {
    let packed = Gzip.compress(Array("a pack of vignettes, a pack of vignettes".utf8))
    for count in 0..<packed.count {
      #expect(throws: Gzip.Fault.damaged) { try Gzip.expand(Array(packed[..<count]), most: 100) }
    }
    for index in packed.indices.suffix(8) {
      var changed = packed
      changed[index] ^= 1
      #expect(throws: Gzip.Fault.damaged) { try Gzip.expand(changed, most: 100) }
    }
    #expect(throws: Gzip.Fault.damaged) { try Gzip.expand(Array("format: 1\n".utf8), most: 100) }
    #expect(throws: Gzip.Fault.damaged) { try Gzip.expand(packed + [1, 2, 3], most: 100) }
  }
}
