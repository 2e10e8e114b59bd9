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
}
