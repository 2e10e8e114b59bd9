import Foundation
import Lines
import Listening
import TestSupport
import Testing
import Transcripts

@Suite("What is to be scored, from saved sessions")
struct SavedSessionInputTests {
  @Test("A session's replies are known by their turns, and a turn taken back does not count")
  func session() throws {
    let events =
      Events.firstTurn + [Events.reply(2, "Wrong."), Events.retry(2), Events.reply(2, "Right.")]
    let text = events.map { JSONLine.encode($0) + "\n" }.joined(separator: "\n")
    let (replies, faults) = try ScoreInputTests.read(text)
    #expect(
      replies == [
        ReplyToScore(
          session: "in", file: "in", turn: 1, id: .string("in#1"),
          client: "I almost didn't come.", text: "Part of you stayed away.",
          graded: Grade(codes: Codes(), evidence: [], unsure: [], model: "m@1")),
        ReplyToScore(
          session: "in", file: "in", turn: 2, id: .string("in#2"), client: "Yes.", text: "Right.",
          saved: SavedSession(
            vignette: "foundations/maya", seed: 7, bond: 0.2, ruptures: 0, retries: 1)),
      ])
    #expect(faults.isEmpty)
  }

  @Test("A session without its end tells as many ruptures as with it, and no outcome")
  func withoutEnd() throws {
    let folder = Repository.root.appendingPathComponent("Transcripts")
    var counts: Set<Int> = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      let ended = try #require(try ScoreInputTests.read(text).replies.last?.saved)
      let events = text.split(separator: "\n").filter { !$0.contains("\"type\":\"end\"") }
      let open = try #require(
        try ScoreInputTests.read(events.joined(separator: "\n")).replies.last?.saved)
      #expect(open.outcome == nil)
      #expect(open.ruptures == ended.outcome?.ruptures && open.bond == ended.bond, "\(file)")
      counts.insert(open.ruptures)
    }
    #expect(counts == [0, 1])
  }

  @Test("A rupture that the client came with, or that was taken back with its turn, is not counted")
  func ruptures() throws {
    func client(_ turn: Int, _ rupture: Rupture) -> SessionEvent {
      let alliance = AllianceReading(bond: 0.2, task: 0.3, goal: 0.3)
      return .client(ClientTurn(turn: turn, text: "Hm.", alliance: alliance, rupture: rupture))
    }
    let events = [
      Events.header, client(0, .withdrawal), Events.reply(1), client(1, .withdrawal),
      Events.reply(2), client(2, .none), Events.reply(3), client(3, .confrontation),
      Events.reply(4), client(4, .none), Events.reply(5), client(5, .withdrawal), Events.retry(5),
    ]
    let text = events.map { JSONLine.encode($0) + "\n" }.joined()
    #expect(try ScoreInputTests.read(text).replies.last?.saved?.ruptures == 1)
  }

  @Test("An end that has another bond than the client's last line is told, and read as it stands")
  func unlikeEnd() throws {
    func lines(_ bond: String) -> String {
      (Events.firstTurn + [Events.end()]).map { event in
        let line = JSONLine.encode(event)
        return line.contains("\"type\":\"end\"")
          ? line.replacing("\"bond\":0.2", with: "\"bond\":\(bond)") : line
      }.joined(separator: "\n")
    }
    #expect(try ScoreInputTests.read(lines("0.2")).faults.isEmpty)
    let (replies, faults) = try ScoreInputTests.read(lines("0.99"))
    #expect(replies.last?.saved?.bond == 0.99)
    #expect(
      faults == [
        "in:6: warning: the session's end tells trust 99, and the client's last line 20; the file "
          + "was changed; what it says of the session is given as the end has it [end-differs]"
      ])
  }

  @Test("Grades that are gone from a saved session are told once, at the first reply without one")
  func lostGrades() throws {
    let events = Events.firstTurn + [Events.reply(2), Events.grade(2), Events.client(2)]
    func faults(_ lines: [String]) throws -> [String] {
      let (replies, faults) = try ScoreInputTests.read(lines.joined(separator: "\n"))
      #expect(replies.count == 2)
      return faults
    }
    let lines = events.map { JSONLine.encode($0) }
    #expect(try faults(lines).isEmpty)
    // Cut off within the last turn, which was not written whole.
    #expect(try faults(Array(lines.prefix(6))).isEmpty)
    let mend = "the file was changed; what is written is graded anew, and trust and depth are the "
    #expect(
      try faults(lines.filter { !$0.contains("\"type\":\"grade\"") }) == [
        "in:3: warning: the client has answered this reply, and it has no grade, and so it is with "
          + "1 more; \(mend)file's [grade-missing]"
      ])
    // Of a line that cannot be read it is told already.
    var damaged = lines
    damaged[3] = "{"
    #expect(try faults(damaged).count == 1)
  }

  @Test("An event that is no event, or out of order, is reported and passed over")
  func badEvents() throws {
    var lines = Events.firstTurn.map { JSONLine.encode($0) }
    lines.insert("{\"type\":\"song\"}", at: 2)
    lines.insert(JSONLine.encode(Events.reply(7)), at: 4)
    lines += ["", "{"]
    let (replies, faults) = try ScoreInputTests.read(lines.joined(separator: "\n"))
    #expect(replies.map(\.text) == ["Part of you stayed away."])
    #expect(
      faults == [
        "in:3: error: not an event of a session: 'type' holds a value that is not allowed; "
          + "passed over [event]",
        "in:9: error: not an event of a session: not JSON; passed over [event]",
        "in:5: error: not an event of a session: a reply for turn 7 is out of order; "
          + "passed over [event]",
      ])
  }

  @Test("What follows a lost line of a session is told once, and its end tells no outcome")
  func lostLine() throws {
    let text = try String(
      contentsOf: Repository.root.appendingPathComponent("Transcripts/maya-skilled.ndjson"),
      encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let cut = (lines[..<4] + lines[5...]).joined(separator: "\n")
    let (replies, faults) = try ScoreInputTests.read(cut)
    #expect(!replies.isEmpty && replies.last?.saved?.outcome == nil)
    #expect(faults.count == 1)
    #expect(faults.first?.hasPrefix("in:5: error: not an event of a session: a ") == true)
    #expect(
      faults.first?.contains(
        /is out of order, as where a line is lost, and so it is with [0-9]+ more;/) == true)
  }
}
