import Lines
import Testing
import Transcripts

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

  @Test(
    "A line that is no event says what is wrong with it",
    arguments: [
      ("", "not JSON"), ("{", "not JSON"), ("[]", "the line is not an object"),
      ("7", "the line is not an object"), ("{}", "the key 'type' is missing"),
      (#"{"type":7}"#, "'type' is not a string"), (#"{"type":null}"#, "'type' is null"),
      (#"{"type":"song"}"#, "'type' holds a value that is not allowed"),
      (#"{"type":"reply","turn":1}"#, "the key 'text' is missing"),
      (#"{"type":"reply","turn":"one","text":""}"#, "'turn' is not a whole number"),
      (#"{"type":"retry","turn":1.5}"#, "a number is not whole, or too large"),
      (
        #"{"type":"grade","turn":1,"coach":"","empathy":1,"openness":0,"nonjudgment":0,"codes":[]}"#,
        "'codes' is not an object"
      ),
      (
        #"{"type":"grade","turn":1,"coach":"","empathy":1,"openness":0,"nonjudgment":0,"codes":{},"evidence":{}}"#,
        "'evidence' is not a list"
      ),
      (
        #"{"type":"client","turn":0,"text":"","rupture":"big","#
          + #""alliance":{"bond":0,"task":0,"goal":0}}"#,
        "'rupture' holds a value that is not allowed"
      ),
      (
        #"{"type":"client","turn":0,"text":"","rupture":"none","alliance":{"bond":"x"}}"#,
        "'alliance.bond' is not a number"
      ),
      (
        #"{"type":"grade","turn":1,"coach":"","empathy":101,"openness":0,"nonjudgment":0,"#
          + #""codes":{},"model":""}"#,
        "'empathy' holds a value that is not allowed"
      ),
    ])
  func refused(line: String, message: String) {
    #expect {
      try JSONLine.decode(SessionEvent.self, from: line)
    } throws: { error in
      (error as? JSONLineError)?.description == message
    }
  }

  @Test("A number that JSON cannot hold is written as a string")
  func notFinite() {
    #expect(JSONLine.encode([Double.infinity, -.infinity]) == #"["Infinity","-Infinity"]"#)
    #expect(JSONLine.encode(JSONValue.number(.nan)) == #""NaN""#)
  }
}
