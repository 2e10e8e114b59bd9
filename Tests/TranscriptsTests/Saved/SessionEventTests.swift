import Lines
import Listening
import Repeatable
import TestSupport
import Testing
import Transcripts

@Suite("A session's events as lines of JSON")
struct SessionEventTests {
  @Test("Any event of any kind comes back as it went", arguments: SessionEvent.Kind.allCases)
  func roundTrip(kind: SessionEvent.Kind) throws {
    var generator = Seeded(seed: 1)
    for _ in 0..<200 {
      let event = generator.event(kind)
      let line = JSONLine.encode(event)
      #expect(!line.utf8.contains(0x0A), "an event takes one line")
      let decoded = try JSONLine.decode(SessionEvent.self, from: line)
      #expect(decoded == event)
      #expect(JSONLine.encode(decoded) == line)
    }
  }

  @Test(
    "The form of each kind",
    arguments: [
      (
        Events.header,
        #"{"client":"Maya","fingerprint":"00","format":1,"model":"m@1","pack":"1.0.0","seed":7,"#
          + #""type":"session","vignette":"foundations/maya"}"#
      ),
      (
        Events.client(0, "I'm here/there."),
        #"{"alliance":{"bond":0.2,"goal":0.3,"task":0.3},"rupture":"none","#
          + #""text":"I'm here/there.","turn":0,"type":"client"}"#
      ),
      (Events.reply(1, "So."), #"{"text":"So.","turn":1,"type":"reply"}"#),
      (Events.retry(3), #"{"turn":3,"type":"retry"}"#),
    ])
  func form(event: SessionEvent, line: String) throws {
    #expect(JSONLine.encode(event) == line)
    #expect(try JSONLine.decode(SessionEvent.self, from: line) == event)
  }

  @Test(
    "A line that is no event says what is wrong with it",
    arguments: [
      ("", "not JSON"), ("{", "not JSON"), ("[]", "the line is not an object"),
      ("7", "the line is not an object"), ("{}", "the key 'type' is missing"),
      (#"{"type":7}"#, "'type' is not a string"), (#"{"type":null}"#, "'type' is null"),
      (#"{"type":"song"}"#, "'type' holds a value that is not allowed"),
      (#"{"type":"reply","turn":1}"#, "the key 'text' is missing"),
      (#"{"type":"reply","turn":"one","text":""}"#, "'turn' is not a whole number"),
      (#"{"type":"retry","turn":1.5}"#, "a number is not whole, or too large"),
      (
        #"{"type":"grade","turn":1,"coach":"","empathy":1,"openness":0,"nonjudgment":0,"codes":[]}"#,
        "'codes' is not an object"
      ),
      (
        #"{"type":"grade","turn":1,"coach":"","empathy":1,"openness":0,"nonjudgment":0,"codes":{},"evidence":{}}"#,
        "'evidence' is not a list"
      ),
      (
        #"{"type":"client","turn":0,"text":"","rupture":"big","#
          + #""alliance":{"bond":0,"task":0,"goal":0}}"#,
        "'rupture' holds a value that is not allowed"
      ),
      (
        #"{"type":"client","turn":0,"text":"","rupture":"none","alliance":{"bond":"x"}}"#,
        "'alliance.bond' is not a number"
      ),
      (
        #"{"type":"grade","turn":1,"coach":"","empathy":101,"openness":0,"nonjudgment":0,"#
          + #""codes":{},"model":""}"#,
        "'empathy' holds a value that is not allowed"
      ),
    ])
  func refused(line: String, message: String) {
    #expect {
      try JSONLine.decode(SessionEvent.self, from: line)
    } throws: { error in
      (error as? JSONLineError)?.description == message
    }
  }

  @Test("A session cannot go on from fewer events than none", arguments: [-1, Int.min])
  func predecessor(events: Int) throws {
    func line(_ events: Int) throws -> String {
      var header = try JSONLine.decode(SessionHeader.self, from: JSONLine.encode(Events.header))
      header.after = .init(session: "maya-6", events: events)
      return JSONLine.encode(SessionEvent.session(header))
    }
    #expect(throws: Never.self) { try JSONLine.decode(SessionEvent.self, from: line(0)) }
    #expect(throws: JSONLineError.self) {
      try JSONLine.decode(SessionEvent.self, from: line(events))
    }
  }

  @Test(
    "An end tells counts from 0 to two billion",
    arguments: ["ruptures", "repairs", "replies", "client_words"])
  func counts(key: String) throws {
    let plain = JSONLine.encode(Events.end())
    #expect(plain.contains("\"\(key)\":0"))
    func line(_ count: Int) -> String {
      plain.replacing("\"\(key)\":0", with: "\"\(key)\":\(count)")
    }
    for count in [0, 2_000_000_000] {
      let event = try JSONLine.decode(SessionEvent.self, from: line(count))
      #expect(JSONLine.encode(event) == line(count))
    }
    for count in [-1, 2_000_000_001, Int.max] {
      #expect(throws: JSONLineError.self) {
        try JSONLine.decode(SessionEvent.self, from: line(count))
      }
    }
  }

  @Test("A grade's own keys stand beside the turn's")
  func gradeForm() throws {
    let line = JSONLine.encode(Events.grade(2))
    let value = try JSONLine.decode(JSONValue.self, from: line)
    guard case .object(let keys) = value else {
      Issue.record("not an object: \(line)")
      return
    }
    #expect(
      keys.keys.sorted() == [
        "coach", "codes", "empathy", "evidence", "model", "nonjudgment", "openness", "turn", "type",
        "unsure",
      ])
    #expect(keys["turn"] == .integer(2))
  }
}
