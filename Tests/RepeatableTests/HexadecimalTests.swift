import Repeatable
import Testing

struct HexadecimalTests {
  @Test("A number has two hexadecimal digits for each byte")
  func digits() {
    #expect([0, 0x0A, 0xFF].map { (byte: UInt8) in byte.hexadecimal } == ["00", "0a", "ff"])
    #expect(UInt64(0x1F).hexadecimal == "000000000000001f")
    #expect(UInt64.max.hexadecimal == "ffffffffffffffff")
  }
}
