import Lines
import Testing

@Suite("One JSON object on a line")
struct JSONLineTests {
  @Test(
    "A line that ends within what it began is told from one with a slip",
    arguments: [
      ("{", true), (#"{"id":1,"#, true), (#"{"text":"a"#, true), (#"{"a":[1,2"#, true),
      (#"{"text":"a\"}"#, true), (#"{"text":"{"}"#, false), (#"{"id":1,,"text":""}"#, false),
      ("nonsense", false), ("", false), (#"{"text":"\\"}"#, false),
    ])
  func cutShort(line: String, isCut: Bool) {
    #expect(JSONLine.isCutShort(line) == isCut)
  }

  @Test("A number that JSON cannot hold is written as a string")
  func notFinite() {
    #expect(JSONLine.encode([Double.infinity, -.infinity]) == #"["Infinity","-Infinity"]"#)
    #expect(JSONLine.encode(JSONValue.number(.nan)) == #""NaN""#)
  }
}
