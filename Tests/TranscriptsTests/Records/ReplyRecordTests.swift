import Lines
import Listening
import Repeatable
import TestSupport
import Testing
import Transcripts

@Suite("Any JSON value, kept as it came")
struct JSONValueTests {
  @Test(
    "A value is written as it was read",
    arguments: [
      "null", "true", "false", "0", "-1", "9223372036854775807", "9223372036854775808",
      "18446744073709551615", "-9223372036854775808", "0.5",
      "-1.25", "\"\"", #""a\"b\\c\nd""#, "[]", "[1,[2,[3]],null]", "{}",
      #"{"a":{"b":[true,"x",0.25]},"é":null}"#, #""🙂 “you” / é""#,
    ])
  func roundTrip(json: String) throws {
    let value = try JSONLine.decode(JSONValue.self, from: json)
    #expect(JSONLine.encode(value) == json)
  }

  @Test("Kinds are told apart")
  func kinds() throws {
    let json = #"[null, true, 1, 1.5, "1", [], {}]"#
    #expect(
      try JSONLine.decode(JSONValue.self, from: json)
        == .array([
          .null, .bool(true), .integer(1), .number(1.5), .string("1"), .array([]), .object([:]),
        ]))
  }

  @Test("Any value built at random comes back as it went", arguments: 0..<3)
  func random(seed: UInt64) throws {
    func value(_ g: inout Seeded, depth: Int) -> JSONValue {
      switch Int.random(in: 0..<(depth > 3 ? 5 : 7), using: &g) {
      case 0: return .null
      case 1: return .bool(Bool.random(using: &g))
      case 2: return .integer(Int64.random(in: .min ... .max, using: &g))
      case 3: return .number(Double(Int.random(in: -999...999, using: &g)) + 0.5)
      case 4: return .string(g.text())
      case 5:
        return .array(
          (0..<Int.random(in: 0...3, using: &g)).map { _ in value(&g, depth: depth + 1) })
      default:
        let pairs = (0..<Int.random(in: 0...3, using: &g)).map {
          ("k\($0)", value(&g, depth: depth + 1))
        }
        return .object(Dictionary(uniqueKeysWithValues: pairs))
      }
    }
    var generator = Seeded(seed: seed)
    for _ in 0..<200 {
      let original = value(&generator, depth: 0)
      let line = JSONLine.encode(original)
      #expect(try JSONLine.decode(JSONValue.self, from: line) == original)
    }
  }
}

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
