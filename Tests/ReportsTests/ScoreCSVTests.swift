import Foundation
import Listening
import Reports
import TestSupport
import Testing
import Transcripts

@Suite("Scores as comma-separated values")
struct ScoreCSVTests {
  static let heading =
    "session,id,empathy,openness,nonjudgment,main,reflection,question,judgment,advice,information,"
    + "affirmation,collaboration,autonomy,transparency,self_disclosure,repair,false_reassurance,"
    + "misreading,emotional_reaction,interpretation,exploration,judgment_kind,unsure,model,text,"
    + "client\r\n"

  static func row(_ reply: ScoredReply) -> String {
    String(report(.csv, [reply]).unicodeScalars.dropFirst(heading.unicodeScalars.count))
  }

  @Test(
    "The page about scores has the names of the columns in their order",
    arguments: ScoreUnit.allCases)
  func documented(unit: ScoreUnit) throws {
    let page = try String(
      contentsOf: Repository.root.appendingPathComponent("Documentation/Scores.md"),
      encoding: .utf8)
    let heading =
      switch unit {
      case .reply: "## Replies"
      case .session: "## Sessions"
      case .trainee: "## Trainees"
      }
    let section = try #require(page.components(separatedBy: heading).last)
      .components(separatedBy: "\n## ")[0].components(separatedBy: "\n### ")[0]
    let names = section.split(separator: "\n").filter { $0.hasPrefix("| `") }.flatMap { row in
      row.split(separator: "|")[0].matches(of: /`([a-z_]+)`/).map { String($0.1) }
    }
    let columns = report(.csv, per: unit, []).split(separator: "\r\n")[0].split(separator: ",")
    #expect(names == columns.map(String.init))
  }

  @Test("Without replies there are the names of the columns")
  func empty() {
    #expect(report(.csv, []) == Self.heading)
  }

  @Test("A reply is a row, and what is absent is empty")
  func rows() {
    #expect(Self.row(scored("Mm.")) == ",,25,50,100,other,,,,,,,,,,,,,,0,0,0,,,attune@1,Mm.,\r\n")
    let full = scored(
      "So", session: "a", id: .integer(7), client: "Well, so.", unsure: [.advice, .repair]
    ) {
      $0.main = .reflection
      $0.reflection = .complex
      $0.judgment = .mild
      $0.judgmentKind = .blame
      $0.selfDisclosure = .brief
      $0.transparency = true
      $0.interpretation = .strong
    }
    #expect(
      Self.row(full)
        == "a,7,50,45,55,reflection,complex,,mild,,,,,,yes,brief,,,,0,2,0,blame,advice repair,"
        + "attune@1,So,\"Well, so.\"\r\n")
  }

  @Test(
    "A field is quoted where RFC 4180 asks for it, and only there",
    arguments: [
      ("plain words", "plain words"), ("", ""), ("it's; so", "it's; so"), ("a,b", "\"a,b\""),
      ("say \"so\"", "\"say \"\"so\"\"\""), ("\"", "\"\"\"\""), ("one\ntwo", "\"one\ntwo\""),
      ("one\r\ntwo", "\"one\r\ntwo\""), ("a\rb", "\"a\rb\""), (" padded ", " padded "),
      ("é🙂", "é🙂"),
      // A quotation mark with an accent upon it is one still.
      ("a\"\u{301}b", "\"a\"\"\u{301}b\""),
    ])
  func quoting(text: String, field: String) {
    let row = Self.row(scored(text)).unicodeScalars
    #expect(
      Array(row)
        == Array(",,25,50,100,other,,,,,,,,,,,,,,0,0,0,,,attune@1,\(field),\r\n".unicodeScalars))
  }

  @Test("Text that a spreadsheet would work out is guarded; scores and numbers are not")
  func formulas() {
    let reply = scored("=HYPERLINK(\"x\")", session: "@a", turn: 1, id: .string("+b"), client: "-c")
    #expect(
      Self.row(reply) == "'@a,'+b,25,50,100,other,,,,,,,,,,,,,,0,0,0,,,attune@1,"
        + "\"'=HYPERLINK(\"\"x\"\")\",'-c\r\n")
    #expect(
      report(.csv, per: .session, [reply]).split(separator: "\r\n").last?.hasPrefix("'@a,1,")
        == true)
  }

  @Test(
    "An id is written as it came, text without its quotation marks",
    arguments: [
      (RecordID.null, ""), (.string("a/b"), "a/b"), (.string("a,b"), "\"a,b\""),
      (.integer(-3), "-3"),
      (.unsigned(.max), "18446744073709551615"),
    ])
  func ids(id: RecordID, field: String) {
    #expect(
      Self.row(scored("Mm.", id: id))
        == ",\(field),25,50,100,other,,,,,,,,,,,,,,0,0,0,,,attune@1,Mm.,\r\n")
  }

  @Test("Whatever is written can be read back field by field", arguments: 0..<3)
  func readBack(seed: UInt64) {
    var g = Seeded(seed: seed)
    let parts = ["\"", ",", "\n", "\r\n", "a", "é", "\u{301}", " ", "\"\""]
    for _ in 0..<200 {
      let texts = (0..<2).map { _ in
        (0..<6).map { _ in parts.randomElement(using: &g) ?? "" }.joined()
      }
      let rows = Self.parse(report(.csv, [scored("So.", session: texts[1], client: texts[0])]))
      #expect(rows.count == 2 && rows.allSatisfy { $0.count == 27 })
      for (field, text) in zip([rows.last?.last, rows.last?.first], texts) {
        let text = FormulaGuard.guarded(text)
        #expect(Array((field ?? "").unicodeScalars) == Array(text.unicodeScalars))
      }
    }
  }

  /// Reads RFC 4180, scalar by scalar.
  static func parse(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = String.UnicodeScalarView()
    var quoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      if quoted {
        if scalar != "\"" {
          field.append(scalar)
        } else if scalars.first == "\"" {
          field.append(scalar)
          scalars.removeFirst()
        } else {
          quoted = false
        }
      } else if scalar == "\"" {
        quoted = true
      } else if scalar == "," {
        row.append(String(field))
        field = .init()
      } else if scalar == "\r", scalars.first == "\n" {
        scalars.removeFirst()
        rows.append(row + [String(field)])
        row = []
        field = .init()
      } else {
        field.append(scalar)
      }
    }
    return rows
  }
}
