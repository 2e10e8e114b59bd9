import Repeatable
import TestSupport
import Testing
import Transcripts

@Suite("Rows of comma-separated values")
struct RowDecoderTests {
  static func rows(_ text: String, _ delimiter: Unicode.Scalar = ",") -> [RowDecoder.Step] {
    var decoder = RowDecoder(delimiter: delimiter)
    var steps: [RowDecoder.Step] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      steps += decoder.take(String(line), at: index + 1)
    }
    return steps + decoder.finish()
  }

  @Test(
    "Fields are parted and unquoted after RFC 4180",
    arguments: [
      ("a,b,c", ["a", "b", "c"]), ("", [""]), (",", ["", ""]), ("a,,c", ["a", "", "c"]),
      ("\"a\",\"b\"", ["a", "b"]), ("\"a,b\",c", ["a,b", "c"]), ("\"\"", [""]),
      ("\"say \"\"so\"\"\",x", ["say \"so\"", "x"]), ("\"\"\"\"", ["\""]),
      (" a , b ", [" a ", " b "]), ("é,🙂,你", ["é", "🙂", "你"]),
      // A quotation mark inside an unquoted field stands for itself, even under an accent.
      ("a\"b,5\" x", ["a\"b", "5\" x"]), ("a\"\u{301},b", ["a\"\u{301}", "b"]),
    ])
  func fields(text: String, fields: [String]) {
    #expect(Self.rows(text) == [.row(fields, line: 1)])
  }

  @Test("A quoted field may go over several lines, and the row is known by its first")
  func severalLines() {
    #expect(
      Self.rows("a,\"b\n\nc\",d\ne,f")
        == [.row(["a", "b\n\nc", "d"], line: 1), .row(["e", "f"], line: 4)])
  }

  @Test("Tabs and semicolons part fields as commas do")
  func delimiters() {
    #expect(Self.rows("a\tb,c", "\t") == [.row(["a", "b,c"], line: 1)])
    #expect(Self.rows("a;\"b;c\"", ";") == [.row(["a", "b;c"], line: 1)])
  }

  @Test("An apostrophe that guards a field from spreadsheets is taken away")
  func guarded() {
    #expect(
      Self.rows("'=1,\"'-x, y\",'Tis,''+1") == [.row(["=1", "-x, y", "'Tis", "'+1"], line: 1)])
  }

  @Test("What cannot be read has the line where its row began, and the next row is read")
  func faults() {
    #expect(
      Self.rows("x,\"a\"b,c\nd") == [
        .fault(
          "something stands between a closing quotation mark and the end of its field", line: 1),
        .row(["d"], line: 2),
      ])
    #expect(
      Self.rows("a\nb,\"c\nd") == [
        .row(["a"], line: 1), .fault("a quoted field is never closed", line: 2),
        .row(["d"], line: 3),
      ])
  }

  @Test("A quotation mark that is never closed swallows no more than a row may have")
  func unclosed() {
    var decoder = RowDecoder(delimiter: ",", limit: 100)
    #expect(decoder.take("a,\"b", at: 7) == [])
    let words = String(repeating: "x", count: 45)
    for number in 8...9 { #expect(decoder.take(words, at: number) == []) }
    #expect(
      decoder.take("and on", at: 10) == [
        .fault("a quoted field is never closed, or longer than 100 bytes", line: 7),
        .row([words], line: 8), .row([words], line: 9), .row(["and on"], line: 10),
      ])
    #expect(decoder.take("a,b", at: 11) == [.row(["a", "b"], line: 11)])
  }

  @Test("A stray quotation mark costs its own row, and those behind it are read")
  func stray() {
    let reason = "something stands between a closing quotation mark and the end of its field"
    #expect(
      Self.rows("a,\"oh, well\nb,c\nd,\"e\nf\"\ng,h") == [
        .fault(reason, line: 1), .row(["b", "c"], line: 2), .row(["d", "e\nf"], line: 3),
        .row(["g", "h"], line: 5),
      ])
    // One that the next mark seems to close costs the row of that one, too, if that goes on.
    #expect(
      Self.rows("a,\"b\nc,\"\"\nd,\"e,\"f\ng\"\nh") == [
        .fault(reason, line: 1), .row(["c", ""], line: 2), .fault(reason, line: 3),
        .row(["g\""], line: 4), .row(["h"], line: 5),
      ])
  }

  @Test("However quotation marks stand, every line is some row's, and none is read for ever")
  func marks() {
    var random = Seeded(seed: 3)
    for _ in 0..<300 {
      let lines = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        (0..<Int.random(in: 0...5, using: &random)).map { _ in
          ["\"", ",", "a", "\"\""].randomElement(using: &random) ?? ""
        }.joined()
      }
      let numbers = Self.rows(lines.joined(separator: "\n")).map { step in
        switch step {
        case .row(_, let line), .fault(_, let line): line
        case .lost: 0
        }
      }
      #expect(numbers == Array(Set(numbers)).sorted() && numbers.first == 1, "\(lines)")
    }
    let many = Array(repeating: "x\",\"y", count: 20_000).joined(separator: "\n")
    #expect(Self.rows(many).count == 20_000)
  }

  @Test(
    "Whatever fields are written after RFC 4180 are read back", arguments: 0..<5 as Range<UInt64>)
  func roundTrip(seed: UInt64) {
    var random = Seeded(seed: seed)
    let parts = ["\"", ",", "\n", "a", "é", "\u{301}", " ", "\"\"", "\t", ";"]
    for _ in 0..<200 {
      let fields = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        (0..<Int.random(in: 0...6, using: &random)).map { _ in
          parts.randomElement(using: &random) ?? ""
        }.joined()
      }
      let quoted = fields.map { field in
        "\"" + field.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
      }
      #expect(Self.rows(quoted.joined(separator: ",")) == [.row(fields, line: 1)])
    }
  }
}
