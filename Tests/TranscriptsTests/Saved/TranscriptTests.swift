import Listening
import Testing
import Transcripts

@Suite("A session followed from its events")
struct TranscriptTests {
  typealias E = Events

  @Test("Exchanges pair the client's words with the reply and its grade")
  func exchanges() throws {
    let events = E.firstTurn + [E.reply(2, "And then?"), E.grade(2), E.client(2, "Well."), E.end()]
    let transcript = try Transcript(events: events)
    #expect(transcript.exchanges.map(\.turn) == [1, 2])
    #expect(transcript.exchanges.map(\.client) == ["I almost didn't come.", "Yes."])
    #expect(transcript.exchanges.map(\.reply) == ["Part of you stayed away.", "And then?"])
    #expect(transcript.exchanges.map { $0.grade?.turn } == [1, 2])
    #expect(transcript.clientLines.map(\.text) == ["I almost didn't come.", "Yes.", "Well."])
    #expect(transcript.header?.client == "Maya")
    #expect(transcript.end?.text == "Bye, then.")
  }

  @Test(
    "An event that cannot follow is refused with the reason",
    arguments: [
      ([], E.client(0), "the session's header is missing"),
      ([], E.retry(1), "the session's header is missing"),
      ([], E.end(), "the session's header is missing"),
      ([E.header], E.header, "a second session in one file"),
      (E.firstTurn, E.header, "a second session in one file"),
      ([E.header], E.reply(1), "a reply for turn 1 is out of order"),
      ([E.header], E.client(1), "a client line for turn 1 is out of order"),
      ([E.header, E.client(0)], E.client(0), "a client line for turn 0 is out of order"),
      ([E.header, E.client(0)], E.client(1), "a client line for turn 1 is out of order"),
      ([E.header, E.client(0)], E.reply(2), "a reply for turn 2 is out of order"),
      ([E.header, E.client(0)], E.reply(0), "a reply for turn 0 is out of order"),
      ([E.header, E.client(0)], E.grade(0), "a grade for turn 0 is out of order"),
      ([E.header, E.client(0)], E.grade(1), "a grade for turn 1 is out of order"),
      ([E.header, E.client(0)], E.retry(0), "turn 0 cannot be taken back"),
      ([E.header, E.client(0)], E.retry(1), "turn 1 cannot be taken back"),
      ([E.header, E.client(0), E.reply(1)], E.reply(2), "a reply for turn 2 is out of order"),
      (
        [E.header, E.client(0), E.reply(1)], E.client(0), "a client line for turn 0 is out of order"
      ),
      (E.firstTurn, E.client(1), "a client line for turn 1 is out of order"),
      (E.firstTurn, E.reply(1), "a reply for turn 1 is out of order"),
      (E.firstTurn, E.grade(2), "a grade for turn 2 is out of order"),
      (E.firstTurn, E.retry(2), "turn 2 cannot be taken back"),
      (E.firstTurn, E.retry(-1), "turn -1 cannot be taken back"),
      (E.firstTurn + [E.end()], E.reply(2), "the session has already ended"),
      (E.firstTurn + [E.end()], E.end(), "the session has already ended"),
      (E.firstTurn + [E.end()], E.retry(2), "turn 2 cannot be taken back"),
    ])
  func refused(before: [SessionEvent], event: SessionEvent, reason: String) throws {
    var transcript = try Transcript(events: before)
    let kept = transcript
    #expect {
      try transcript.append(event)
    } throws: { error in
      (error as? TranscriptError)?.description == reason
    }
    #expect(transcript == kept, "a refused event leaves no trace")
  }

  @Test("A newer format asks for a newer attune")
  func newer() throws {
    guard case .session(var header) = E.header else { return }
    header.format = 2
    let event = SessionEvent.session(header)
    #expect {
      try Transcript(events: [event])
    } throws: { error in
      (error as? TranscriptError)?.description
        == "transcript format 2 is newer than this attune reads (1); update attune"
    }
  }

  @Test("A turn taken back leaves the session as it was before it")
  func retry() throws {
    let before = try Transcript(events: [E.header, E.client(0, "I almost didn't come.")])
    #expect(try Transcript(events: E.firstTurn + [E.retry(1)]) == before)
    let halfTurn = [E.header, E.client(0, "I almost didn't come."), E.reply(1)]
    #expect(try Transcript(events: halfTurn + [E.retry(1)]) == before)
    #expect(try Transcript(events: halfTurn + [E.grade(1), E.retry(1)]) == before)
  }

  @Test("After a retry the same turn is played anew, as often as one likes")
  func retryAgain() throws {
    let again = [E.retry(1), E.reply(1, "You came."), E.grade(1), E.client(1, "I did.")]
    let transcript = try Transcript(events: E.firstTurn + again + again)
    #expect(transcript.exchanges.map(\.reply) == ["You came."])
    #expect(transcript.clientLines.map(\.text) == ["I almost didn't come.", "I did."])
    #expect(
      try Transcript(events: E.firstTurn + [E.reply(2), E.grade(2), E.client(2), E.retry(2)])
        == Transcript(events: E.firstTurn))
  }

  @Test("Two turns can be taken back one after the other, but not the second twice")
  func retryTwice() throws {
    let events = E.firstTurn + [E.reply(2), E.grade(2), E.client(2), E.retry(2)]
    #expect(try Transcript(events: events + [E.retry(1)]).exchanges.isEmpty)
    #expect(throws: TranscriptError.self) { try Transcript(events: events + [E.retry(2)]) }
  }

  @Test(
    "A client who walked out comes back when the turn is taken back",
    arguments: [SessionEnding.left, .closed, .ended])
  func retryAfterEnd(reason: SessionEnding) throws {
    let opening = [E.header, E.client(0)]
    let walkedOut = opening + [E.reply(1, "Nonsense."), E.grade(1), E.end(reason)]
    #expect(try Transcript(events: walkedOut).end?.reason == reason)
    let back = try Transcript(events: walkedOut + [E.retry(1)])
    #expect(back == (try Transcript(events: opening)))
    let on = try Transcript(events: walkedOut + [E.retry(1), E.reply(1), E.grade(1), E.client(1)])
    #expect(on.end == nil && on.exchanges.count == 1)
  }

  @Test("A reply that has no grade yet is kept without one")
  func ungraded() throws {
    let transcript = try Transcript(events: E.firstTurn + [E.reply(2, "One two three.")])
    #expect(transcript.exchanges.map { $0.grade?.turn } == [1, nil])
  }
}
