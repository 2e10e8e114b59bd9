import Diagnostics
import Lines
import TestSupport
import Testing
import Transcripts

@Suite("A file of one conversation")
struct TranscriptFileTests {
  private static let lines = Events.firstTurn.map { JSONLine.encode($0) }

  private static func read(_ text: String) throws -> TranscriptFile {
    let lines = FileLines(text: text)
    return try TranscriptFile(lines, name: "s", speakers: SpeakerNames())
  }

  @Test("A saved session is read to its last whole turn; what is cut short is told and left out")
  func session() throws {
    let text = Self.lines.joined(separator: "\n")
    let whole = try Self.read(text + "\n\n")
    #expect(try whole.transcript == Transcript(events: Events.firstTurn))
    #expect(whole.faults.isEmpty)
    let noEvent = "s:5: error: not an event of a session: not JSON; left out [event]"
    let notWhole =
      "s:3: error: from this line on no turn is whole, as where a crash cut the file short; "
      + "left out [turn-cut]"
    for (text, faults) in [
      (String(text.dropLast(5)), [noEvent, notWhole]),
      (Self.lines.prefix(4).joined(separator: "\n"), [notWhole]),
      (Self.lines.prefix(3).joined(separator: "\n"), [notWhole]),
    ] {
      let read = try Self.read(text)
      #expect(try read.transcript == Transcript(events: Events.firstTurn.prefix(2)))
      #expect(read.faults.map(\.description) == faults)
    }
  }

  @Test("What cannot be read is told with its place")
  func refused() throws {
    let lines = Self.lines
    for (text, told) in [
      ("\(lines[0])\n{broken\n\(lines[1])\n", "s:2: error: not JSON [event]"),
      ("\(lines[0])\n\(lines[2])\n", "s:2: error: a reply for turn 1 is out of order [event]"),
      (
        "C: Hi.\nT: \u{0}\n",
        "s:2: error: not UTF-8 text; save the file as plain text in UTF-8 [not-text]"
      ),
      (
        "client,text\nHi.,So.\n",
        "s: error: this is csv, and replay reads saved sessions and text with speaker labels alone; "
          + "use 'attune score' [kind]"
      ),
      (
        "{\"id\": 1, \"client\": \"Hi.\", \"text\": \"So.\"}\n",
        "s: error: this is records, and replay reads saved sessions and text with speaker labels "
          + "alone; use 'attune score' [kind]"
      ),
    ] {
      let fault = #expect(throws: Diagnostic.self) { try Self.read(text) }
      #expect(fault?.description == told)
    }
  }
}
