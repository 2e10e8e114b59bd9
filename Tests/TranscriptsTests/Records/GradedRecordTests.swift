import Lines
import Listening
import Repeatable
import TestSupport
import Testing
import Transcripts

@Suite("Graded records, written by hand")
struct GradedRecordTests {
  private func evidence(_ g: inout Seeded) -> Evidence {
    let start = Int.random(in: 0...2000, using: &g)
    return Evidence(
      code: g.any(CodeName.self), value: g.text(),
      span: start..<start + Int.random(in: 0...20, using: &g), confidence: g.share())
  }

  @Test("A line is what the encoder would write, byte for byte", arguments: 1...8)
  func line(seed: UInt64) throws {
    var g = Seeded(seed: seed)
    for _ in 0..<100 {
      let names = CodeName.allCases.filter { _ in Bool.random(using: &g) }
      let grade = Grade(
        codes: .random(&g),
        evidence: (0..<Int.random(in: 0...3, using: &g)).map { _ in evidence(&g) },
        unsure: names, model: g.text())
      let number = Int64.random(in: .min ... .max, using: &g)
      let ids: [RecordID] = [.null, .integer(number), .unsigned(.max), .string(g.text())]
      let record = GradedRecord(
        id: ids.randomElement(using: &g) ?? .null, session: Bool.random(using: &g) ? g.text() : nil,
        grade: grade)
      #expect(record.line == JSONLine.encode(record))
    }
  }

  @Test("A file of them that is to be scored is refused once; records with scores beside are not")
  func scoredAgain() throws {
    let grade = Grade(codes: Codes(), evidence: [], unsure: [], model: "m@1")
    let lines = ["1", "2", "3"].map { id in
      GradedRecord(id: .string(id), session: "a.txt", grade: grade).line
    }
    let reading = try Reading(lines.joined(separator: "\n"))
    #expect(reading.replies.isEmpty)
    #expect(
      reading.complaints == [
        "in:1: error: this is what 'attune score --format ndjson' wrote: scores, without the "
          + "replies; score the transcripts again; nothing of the file is read [scores]"
      ])
    let beside = lines.map { "{\"text\":\"So.\"," + $0.dropFirst() }
    let records = try Reading(beside.joined(separator: "\n"))
    #expect(records.told == ["- > So.", "- > So.", "- > So."] && records.faults.isEmpty)
  }

  @Test("A line of any length is whole", arguments: [0, 500, 1000, 1024, 2000, 100_000])
  func length(count: Int) throws {
    let grade = Grade(codes: Codes(), evidence: [], unsure: [], model: "m@1")
    for letter in ["a", "\u{1F642}", "\n"] {
      let record = GradedRecord(id: .string(String(repeating: letter, count: count)), grade: grade)
      #expect(record.line == JSONLine.encode(record))
    }
  }
}

@Suite("Reply records, read by hand where they are plain")
struct PlainRecordTests {
  private func decoded(_ line: String) -> Result<ReplyRecord, JSONLineError> {
    Result { () throws(JSONLineError) in try JSONLine.decode(ReplyRecord.self, from: line) }
  }

  private func read(_ line: String) -> Result<ReplyRecord, JSONLineError> {
    Result { () throws(JSONLineError) in try ReplyRecord(line: line) }
  }

  @Test(
    "A line is read as the decoder reads it",
    arguments: [
      #"{"id":1,"client":"Hi.","text":"So."}"#, #"{"text":"So."}"#, #"{"text":"So.","id":null}"#,
      #" { "text" : "So." , "id" : -12 , "client" : null } "#, "{}", "{", "", "null", "[]",
      #"{"text":"a","text":"b"}"#, #"{"id":1,"id":2,"text":""}"#, #"{"text":"So.",}"#,
      #"{"text":"So."}}"#, #"{"text":"So."} x"#, #"{"text":7}"#, #"{"text":"So.","client":7}"#,
      #"{"text":"\u0041\u00e9\n\"\\\/\b\f\r\t"}"#, #"{"text":"\ud83d\ude42"}"#,
      #"{"text":"\ud83d"}"#, #"{"text":"\u12"}"#, #"{"text":"\x"}"#, "{\"text\":\"a\tb\"}",
      #"{"id":1.5,"text":""}"#, #"{"id":1e3,"text":""}"#, #"{"id":01,"text":""}"#,
      #"{"id":-0,"text":""}"#, #"{"id":-,"text":""}"#, #"{"id":0,"text":""}"#,
      #"{"id":123456789012345678,"text":""}"#, #"{"id":9223372036854775808,"text":""}"#,
      #"{"id":1234567890123456789,"text":""}"#, #"{"id":true,"text":""}"#,
      #"{"id":truely,"text":""}"#, #"{"id":{"a":[1]},"text":""}"#, #"{"id":[],"text":""}"#,
      #"{"te\u0078t":"So."}"#, #"{"text":"So.","more":{"text":7}}"#, #"{"text":"So.""id":1}"#,
    ])
  func cases(line: String) {
    #expect(read(line) == decoded(line))
  }

  @Test("A record that is damaged anywhere is read as the decoder reads it", arguments: 1...4)
  func damaged(seed: UInt64) throws {
    var g = Seeded(seed: seed)
    let marks = Array(#"{}[]",:\u0n1-. "#.unicodeScalars) + ["\t", "é", "\u{1}"]
    for _ in 0..<300 {
      struct Record: Encodable {
        var id: RecordID
        var client: String?
        var text: String
      }
      let record = Record(
        id: Bool.random(using: &g) ? .string(g.text()) : .integer(.random(in: -99...99, using: &g)),
        client: Bool.random(using: &g) ? g.text() : nil, text: g.text())
      var line = Array(JSONLine.encode(record).unicodeScalars)
      #expect(read(text(line)) == decoded(text(line)))
      let place = Int.random(in: 0..<line.count, using: &g)
      switch Int.random(in: 0...2, using: &g) {
      case 0: line.remove(at: place)
      case 1: line.insert(marks.randomElement(using: &g) ?? "x", at: place)
      default: line[place] = marks.randomElement(using: &g) ?? "x"
      }
      #expect(read(text(line)) == decoded(text(line)), "\(text(line))")
    }
  }

  private func text(_ scalars: [Unicode.Scalar]) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
