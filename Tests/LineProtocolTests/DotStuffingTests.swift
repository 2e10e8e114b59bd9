import LineProtocol
import Testing

struct DotStuffingTests {
  @Test(arguments: ["", ".", "..", "...", ".a", "a.", "a", " .", "….", ". ."])
  func aLineComesBackAsItWas(line: String) {
    let sent = DotStuffing.stuffLine(line)
    #expect(sent != ".")
    #expect(DotStuffing.unstuffLine(sent) == line)
  }

  @Test(arguments: [
    "", "one", "one\ntwo", "\n", "\n\n", ".", ".\n.", "a\n.\nb", "..\n...\n", "a\n\n.b",
  ])
  func aTextComesBackAsItWas(text: String) {
    let sent = DotStuffing.stuff(text)
    #expect(!sent.contains("."))
    #expect(sent.compactMap(DotStuffing.unstuffLine).joined(separator: "\n") == text)
  }

  @Test func theLoneDotEndsABlock() {
    #expect(DotStuffing.unstuffLine(".") == nil)
  }

  @Test func aLineFeedAlonePartsLines() {
    let text = "a\r\nb\rc\u{2028}d\u{85}e\u{0B}f\n.\u{301}g"
    let sent = DotStuffing.stuff(text)
    #expect(sent == ["a\r", "b\rc\u{2028}d\u{85}e\u{0B}f", "..\u{301}g"])
    let read = sent.compactMap(DotStuffing.unstuffLine).joined(separator: "\n")
    #expect(read.utf8.elementsEqual(text.utf8))
  }
}
