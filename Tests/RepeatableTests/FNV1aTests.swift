import Repeatable
import Testing

struct FNV1aTests {
  @Test(
    "It gives the published hashes",
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
    ] as [(String, UInt64)])
  func reference(text: String, hash: UInt64) {
    #expect(FNV1a.hash(text.utf8) == hash)
  }

  @Test("A hash goes on from where it was")
  func goesOn() {
    #expect(FNV1a.hash("bar".utf8, from: FNV1a.hash("foo".utf8)) == FNV1a.hash("foobar".utf8))
    #expect(FNV1a.add(0x61, to: FNV1a.start) == FNV1a.hash("a".utf8))
  }

  @Test("Of several texts it counts where each ends")
  func parts() {
    let divided = [["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["", "abc"]]
    let hashes = divided.map { texts in
      texts.reduce(FNV1a.start) { FNV1a.hash(part: $1, from: $0) }
    }
    #expect(Set(hashes).count == divided.count)
    #expect(hashes[2] == FNV1a.add(0xFF, to: FNV1a.hash("abc".utf8)))
  }
}
