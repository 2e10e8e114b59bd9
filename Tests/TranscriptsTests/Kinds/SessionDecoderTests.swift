import Lines
import Testing

import Transcripts

@Suite("Saved sessions that are not whole")
struct SessionDecoderTests {
  private let lines = (Events.firstTurn + [Events.reply(2), Events.end()]).map {
    JSONLine.encode($0)
  }

  @Test("A session without its header is told once, and nothing of it is graded", arguments: 1...4)
  func headless(lost: Int) throws {
    let rest = Array(lines.dropFirst(lost))
    let reading = try Reading(rest.joined(separator: "\n"))
    #expect(reading.replies.isEmpty)
    #expect(
      reading.complaints == [
        "in:1: error: this line is of a saved session whose first line, the header, is missing, and "
          + "so are \(rest.count - 1) more; put the header back, or score another copy of the "
          + "session; passed over [header-missing]"
      ])
    // A session that follows is read.
    let two = try Reading((rest + lines).joined(separator: "\n"))
    #expect(
      two.told == [
        "I almost didn't come. > Part of you stayed away.", "Yes. > So.", ">> Bye, then.",
      ])
    #expect(two.faults.map(\.rule) == ["header-missing"])
  }

  @Test("A header that was cut short makes no single replies of what follows it")
  func damagedHeader() throws {
    let damaged = [String(lines[0].prefix(40))] + lines.dropFirst()
    let reading = try Reading(damaged.joined(separator: "\n"))
    #expect(reading.replies.isEmpty)
    #expect(
      reading.complaints.first
        == "in:1: error: not an event of a session: not JSON; passed over [event]")
    #expect(reading.faults.map(\.rule) == ["event", "header-missing"])
  }

  @Test("A header that another version of Attune wrote is told, and not that there is none")
  func newerFormat() throws {
    let newer = lines[0].replacing("\"format\":1", with: "\"format\":9")
    let reading = try Reading(([newer] + lines.dropFirst()).joined(separator: "\n"))
    #expect(reading.replies.isEmpty && reading.faults.map(\.rule) == ["event"])
    #expect(reading.complaints[0].contains("format 9 is newer than this attune reads"))
  }

  @Test("What is lost before a header takes nothing from the session that it begins")
  func sessionBehind() throws {
    // The client answers a reply that has no grade, which is told of this session.
    let whole = (Events.firstTurn.filter { $0 != Events.grade(1) } + [Events.end()]).map {
      JSONLine.encode($0)
    }
    let alone = try Reading(whole.joined(separator: "\n"))
    #expect(alone.replies.last?.saved?.ending == .ended)
    #expect(alone.faults.map(\.rule) == ["grade-missing"])
    let newer = lines[0].replacing("\"format\":1", with: "\"format\":9")
    let damaged = String(lines[0].prefix(40))
    let cases: [(before: [String], session: String, rules: [String])] = [
      ([newer], "in#2", ["event"]),
      ([newer] + lines.dropFirst(), "in#2", ["event"]),
      ([damaged] + lines.dropFirst(), "in", ["event", "header-missing"]),
      (Array(lines.dropFirst()), "in", ["header-missing"]),
    ]
    for (before, session, rules) in cases {
      let reading = try Reading((before + whole).joined(separator: "\n"))
      #expect(reading.replies.map(\.session) == [session])
      #expect(reading.replies.last?.saved == alone.replies.last?.saved)
      #expect(reading.faults.map(\.rule) == rules + alone.faults.map(\.rule))
    }
  }
}
