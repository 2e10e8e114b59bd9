import Repeatable
import TestSupport
import Testing
import Transcripts

@Suite("Text that stands in JSON as it is")
struct PlainJSONTests {
  /// Byte by byte, as the rule is told.
  private func end(_ bytes: [UInt8], from start: Int) -> Int {
    bytes[start...].firstIndex { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C } ?? bytes.count
  }

  @Test("ends where a look at each byte says, wherever that lies", arguments: 1...20)
  func ends(seed: UInt64) {
    var random = Seeded(seed: seed)
    // What ends it, and its neighbours in value.
    let marks: [UInt8] = [
      0x00, 0x1F, 0x20, 0x21, 0x22, 0x23, 0x5B, 0x5C, 0x5D, 0x7F, 0x80, 0xA2, 0xFF,
    ]
    for length in 0...40 {
      var bytes = (0..<length).map { _ in UInt8.random(in: 0x61...0x7A, using: &random) }
      for place in bytes.indices where UInt8.random(in: 0..<8, using: &random) == 0 {
        bytes[place] = marks.randomElement(using: &random) ?? 0x22
      }
      for start in 0...length {
        #expect(
          bytes.withUnsafeBufferPointer { $0.endOfPlainJSON(from: start) }
            == end(bytes, from: start))
      }
    }
  }
}
