import Foundation
import Listening
import TestSupport
import Testing

@Suite("Grades and their evidence")
struct GradeTests {
  static func evidence(_ span: Range<Int>) -> Evidence {
    Evidence(code: .reflection, value: "complex", span: span, confidence: 0.9)
  }

  @Test("Any grade comes back from JSON as it went", arguments: 0..<3)
  func roundTrip(seed: UInt64) throws {
    var generator = Seeded(seed: seed)
    for _ in 0..<200 {
      let grade = Grade.random(&generator)
      let data = try JSONEncoder().encode(grade)
      #expect(try JSONDecoder().decode(Grade.self, from: data) == grade)
    }
  }

  @Test("Evidence and doubts may be missing from a record")
  func defaults() throws {
    let json = #"{"empathy":70,"openness":50,"nonjudgment":100,"codes":{},"model":"m@1"}"#
    let grade = try JSONDecoder().decode(Grade.self, from: Data(json.utf8))
    #expect(
      grade == Grade(empathy: 70, openness: 50, nonjudgment: 100, codes: Codes(), model: "m@1"))
  }

  @Test(
    "A score outside 0 to 100 is refused, and so is a record without one",
    arguments: [
      #""empathy":101,"openness":50,"nonjudgment":100"#,
      #""empathy":-1,"openness":50,"nonjudgment":100"#,
      #""empathy":50,"openness":1000,"nonjudgment":100"#,
      #""empathy":50,"openness":50,"nonjudgment":-100"#,
      #""empathy":50.5,"openness":50,"nonjudgment":100"#,
      #""openness":50,"nonjudgment":100"#,
    ])
  func badScores(scores: String) {
    let json = "{\(scores),\"codes\":{},\"model\":\"m@1\"}"
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Grade.self, from: Data(json.utf8))
    }
  }

  @Test(
    "A span that is not two ascending offsets is refused",
    arguments: ["[]", "[1]", "[1,2,3]", "[5,2]", "[-1,2]", "\"0-5\"", "[0.5,2]", "null"])
  func badSpans(span: String) {
    let json = #"{"code":"advice","value":"yes","span":\#(span),"confidence":1}"#
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Evidence.self, from: Data(json.utf8))
    }
  }

  @Test("A span is written as two byte offsets")
  func spanForm() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let json = String(decoding: try encoder.encode(Self.evidence(3..<9)), as: UTF8.self)
    #expect(json == #"{"code":"reflection","confidence":0.9,"span":[3,9],"value":"complex"}"#)
  }

  // é is two bytes, … three, the family one character of 25 bytes, the accent alone two.
  @Test(
    "A span counts bytes, whatever the script",
    arguments: [
      ("You feel torn.", 4..<8, "feel"),
      ("Café… so you stayed.", 0..<5, "Café"),
      ("Café… so you stayed.", 5..<8, "…"),
      ("Café… so you stayed.", 9..<11, "so"),
      ("👩‍👩‍👧‍👦 all of you", 0..<25, "👩‍👩‍👧‍👦"),
      ("👩‍👩‍👧‍👦 all of you", 26..<29, "all"),
      ("你很累", 3..<6, "很"),
      ("", 0..<0, ""),
      ("all", 0..<3, "all"),
      ("all", 3..<3, ""),
    ])
  func words(reply: String, span: Range<Int>, words: String) {
    #expect(Self.evidence(span).words(in: reply).map(String.init) == words)
  }

  @Test("A span that splits a character's bytes or passes the end fits no words")
  func wordsThatDoNotFit() {
    #expect(Self.evidence(0..<4).words(in: "Café") == nil)
    #expect(Self.evidence(4..<5).words(in: "Café") == nil)
    #expect(Self.evidence(1..<2).words(in: "你") == nil)
    #expect(Self.evidence(0..<4).words(in: "all") == nil)
    #expect(Self.evidence(-1..<2).words(in: "all") == nil)
    #expect(Self.evidence(0..<1).words(in: "") == nil)
  }

  @Test("Words of any span are a part of the reply, or nothing", arguments: 0..<2)
  func anySpan(seed: UInt64) {
    var generator = Seeded(seed: seed)
    let reply = "Naïve? “Yes” — 你 🙂 e\u{301}"
    for _ in 0..<2_000 {
      let start = Int.random(in: -2...45, using: &generator)
      let span = start..<start + Int.random(in: 0...45, using: &generator)
      guard let words = Self.evidence(span).words(in: reply) else { continue }
      #expect(words.utf8.count == span.count)
      #expect(Array(words.utf8) == Array(reply.utf8.dropFirst(start).prefix(span.count)))
    }
  }

  @Test("A reason comes back from JSON as it went")
  func reason() throws {
    let reason = Reason(code: .question, feature: "the words \"what\"", weight: -1.25)
    let data = try JSONEncoder().encode(reason)
    #expect(try JSONDecoder().decode(Reason.self, from: data) == reason)
  }
}
