import Lines
import Listening
import Testing
import Transcripts

@Suite("Reply records")
struct ReplyRecordTests {
  @Test("Whatever else a record holds is ignored, and an id may be missing")
  func read() throws {
    let line = #"{"text":"So.","id":"n","client":"Hm.","more":{"text":7}}"#
    let record = try JSONLine.decode(ReplyRecord.self, from: line)
    #expect(record == ReplyRecord(id: .string("n"), client: "Hm.", text: "So."))
    let bare = try JSONLine.decode(ReplyRecord.self, from: #"{"text":"","client":null}"#)
    #expect(bare == ReplyRecord(id: .null, client: nil, text: ""))
  }

  @Test(
    "An id comes back as it came",
    arguments: [
      "null", "0", "-1", "9007199254740993", "-9223372036854775808", "18446744073709551615",
      #""0.10""#, #""a\"b 🙂""#,
    ])
  func ids(id: String) throws {
    let record = try ReplyRecord(line: #"{"id":\#(id),"text":"So."}"#)
    let grade = Grade(
      empathy: 1, openness: 2, nonjudgment: 3, codes: Codes(), unsure: [], model: "m@1")
    let line = GradedRecord(id: record.id, grade: grade).line
    #expect(line.contains(#""id":\#(id),"#))
    #expect(try JSONLine.decode(GradedRecord.self, from: line).id == record.id)
  }

  @Test(
    "What could not come back as it came is no id",
    arguments: ["0.10", "-0.5", "12345678901234567890123", "1e400", "true", "[1]", "{}"])
  func noIDs(id: String) {
    #expect(
      throws: JSONLineError(
        message: "'id' is neither a string nor a whole number of 64 bits", mend: "put it in quotes")
    ) { try ReplyRecord(line: #"{"id":\#(id),"text":"So."}"#) }
  }

  @Test("A speaker's name as long as a file is nobody's who is known")
  func longName() {
    let name = "a" + String(repeating: "()", count: 85_000)
    let error = #expect(throws: JSONLineError.self) {
      try ReplyRecord(line: #"{"speaker":"\#(name)","text":"So."}"#)
    }
    #expect(error?.message.hasPrefix("a record is a reply of the therapist's, and 'a()") == true)
  }

  @Test("A graded record is the id and the grade side by side")
  func graded() throws {
    let grade = Grade(
      empathy: 1, openness: 2, nonjudgment: 3, codes: Codes(), unsure: [.advice], model: "m@1")
    let line = JSONLine.encode(GradedRecord(id: .string("a/b"), grade: grade))
    #expect(line.contains(#""id":"a/b""#) && line.contains(#""unsure":["advice"]"#))
    #expect(try JSONLine.decode(Grade.self, from: line) == grade)
  }
}
