import LineProtocol
import Listening
import Practice
import Scenarios
import TestSupport
import Testing
import Transcripts

@Suite("Several sessions with one client")
struct CourseTests {
  static let good = [
    "SAY Part of you was ready to drive off. And you got out and came up.",
    "SAY What you say stays here unless somebody is in danger, and you can ask me why I ask something.",
    "SAY You came with notes, in case your nerve went.",
    "SAY Mostly work, and a little bit wanting to be sure of the way out.",
    "SAY Half of you wants to be believed, and half of you waits for the face.",
  ]
  static let harsh = "SAY That's your own stupid fault, you idiot."

  /// A desk after a session of these lines.
  static func desk(after lines: [String], vignette: String = "maya") throws -> Desk {
    var desk = try Desk()
    _ = try desk.send("BEGIN foundations/\(vignette) SEED 7")
    for line in lines { _ = try desk.send(line) }
    return desk
  }

  static func maya() throws -> Vignette {
    try #require(try Repository.parts.get().library.find("foundations/maya")).vignette
  }

  static func header(_ reply: Reply) -> SessionHeader? {
    for case .event(.session(let header)) in reply.items { return header }
    return nil
  }

  static func opening(_ reply: Reply) -> ClientTurn? {
    for case .event(.client(let turn)) in reply.items { return turn }
    return nil
  }

  static func end(_ desk: Desk, _ id: String) -> SessionEnd? {
    for case .end(let end) in desk.saved[id] ?? [] { return end }
    return nil
  }

  static func lines(_ desk: Desk, _ id: String) -> [String] {
    (desk.saved[id] ?? []).compactMap { if case .client(let turn) = $0 { turn.text } else { nil } }
  }

  @Test("the next session names the one before and takes the next seed")
  func names() throws {
    var desk = try Self.desk(after: Self.good + ["END"])
    let reply = try desk.send("NEXT maya-7")
    #expect(reply.code == .begun && reply.text == "session maya-8")
    let header = try #require(Self.header(reply))
    let events = try #require(desk.saved["maya-7"]).count
    #expect(header.after == .init(session: "maya-7", events: events))
    #expect(header.seed == 8 && header.vignette == "foundations/maya")
    _ = try desk.send("END")
    #expect(Self.header(try desk.send("NEXT maya-7 SEED 3"))?.seed == 3)
  }

  @Test("a course goes on in an upgraded pack, and tells which version is played")
  func upgraded() throws {
    let before = try Self.desk(after: Self.good + ["END"])
    var desk = try Desk { $0.packs[0].version = "99.0.0" }
    desk.saved = before.saved
    let header = try #require(Self.header(try desk.send("NEXT maya-7")))
    #expect(header.pack == "99.0.0")
    #expect(desk.saved["maya-7"] == before.saved["maya-7"])
  }

  @Test("a course is the same bytes each time, and can be resumed anywhere", arguments: 0..<6)
  func deterministic(after: Int) throws {
    let second =
      ["SAY How was the week?", "SAY You kept an eye on the door.", "RETRY"]
      + ["SAY So it followed you home.", "END"]
    var whole = try Self.desk(after: Self.good + ["END"])
    let replies = try (["NEXT maya-7"] + second).map { try whole.send($0).encoded }

    var first = try Self.desk(after: Self.good + ["END"])
    var again = try (["NEXT maya-7"] + second.prefix(after)).map { try first.send($0).encoded }
    var other = try Desk()
    other.saved = first.saved
    #expect(try other.send("RESUME maya-8").code == .resumed)
    again += try second.dropFirst(after).map { try other.send($0).encoded }
    #expect(again == replies)
    #expect(try other.file("maya-8") == whole.file("maya-8"))
  }

  @Test("what the earlier session was given later does not change the next one")
  func prefix() throws {
    var desk = try Self.desk(after: Self.good)
    var other = try Desk()
    other.saved = desk.saved
    _ = try other.send("NEXT maya-7")
    _ = try other.send("SAY How was the week?")
    // The session that was left in the middle goes on after all.
    _ = try desk.send(Self.harsh)
    var third = try Desk()
    third.saved = ["maya-7": desk.saved["maya-7"] ?? [], "maya-8": other.saved["maya-8"] ?? []]
    #expect(try third.send("RESUME maya-8").code == .resumed)
    #expect(third.send(.summary) == other.send(.summary))
  }

  @Test("nothing that was told is told again, over three sessions")
  func noRepetition() throws {
    var desk = try Self.desk(after: Self.good + ["END"])
    for id in ["maya-7", "maya-8"] {
      #expect(try desk.send("NEXT \(id)").code == .begun)
      for line in Self.good.dropFirst(2) { _ = try desk.send(line) }
      _ = try desk.send("END")
    }
    let vignette = try Self.maya()
    let topicLines = vignette.topics.flatMap(\.lines).map(\.text)
    let said = ["maya-7", "maya-8", "maya-9"].flatMap { Self.lines(desk, $0) }
    for line in topicLines {
      #expect(said.count { $0.hasSuffix(line) } <= 1, "\(line)")
    }
    #expect(
      Set(["maya-7", "maya-8", "maya-9"].compactMap { Self.lines(desk, $0).first }).count == 3)
  }

  /// The client's first words in each session of a course, until the client does not come back.
  static func course(_ vignette: String, sessions: Int) throws -> (desk: Desk, last: Reply) {
    let deep = [
      "You came all the same.", "You've carried that alone.", "Part of you is tired of it.",
      "What was that like for you?", "It hurt, and nobody saw it.", "You'd like it to be over.",
      "Tell me more about that.", "You don't want to let anybody down.",
      "Half of you wants to go, and half of you stays.", "What did you make of that?",
    ]
    var desk = try Desk()
    var reply = try desk.send("BEGIN foundations/\(vignette) SEED 7")
    for number in 0..<sessions where reply.code == .begun {
      for line in deep { _ = desk.send(.say(line)) }
      _ = try desk.send("END")
      reply = try desk.send("NEXT \(vignette)-\(7 + number)")
    }
    return (desk, reply)
  }

  @Test("Once everything has been told, the course is over", arguments: ["ruth", "jonas"])
  func over(vignette: String) throws {
    let (desk, last) = try Self.course(vignette, sessions: 12)
    #expect(last.code == .notComingBack)
    #expect(last.text.hasSuffix("everything has been told, and the course is over"))
    let ends = desk.saved.keys.compactMap { Self.end(desk, $0)?.outcome }
    #expect(ends.count { $0.finished == true } == 1)
    #expect(ends.allSatisfy { $0.finished == nil || !$0.returns })
  }

  @Test("No greeting comes twice in a course while others are left", arguments: ["ruth", "jonas"])
  func greetings(vignette: String) throws {
    let (desk, _) = try Self.course(vignette, sessions: 4)
    let firsts = try (7...10).map { try #require(Self.lines(desk, "\(vignette)-\($0)").first) }
    let begun = firsts.map { $0.split(separator: ".").first ?? "" }
    #expect(Set(begun).count == 4, "\(firsts)")
    let all = (7...10).flatMap { Self.lines(desk, "\(vignette)-\($0)") }
    let parts = all.flatMap { $0.split(separator: ". ") }.filter { $0.count > 40 }
    #expect(Set(parts).count == parts.count)
  }

  @Test("trust goes on from where it stood, and a goodbye counts")
  func trust() throws {
    var bonds: [Bool: Double] = [:]
    for isEnded in [true, false] {
      var desk = try Self.desk(after: Self.good + (isEnded ? ["END"] : []))
      if !isEnded {
        var fresh = try Desk()
        fresh.saved = desk.saved
        desk = fresh
      }
      let first = try #require(desk.saved["maya-7"]?.compactMap(Self.bond).first)
      let reply = try desk.send("NEXT maya-7")
      #expect(reply.code == .begun)
      bonds[isEnded] = try #require(Self.opening(reply)).alliance.bond
      #expect(try #require(bonds[isEnded]) > first)
    }
    #expect(try #require(bonds[true]) > #require(bonds[false]))
  }

  static func bond(_ event: SessionEvent) -> Double? {
    if case .client(let turn) = event { turn.alliance.bond } else { nil }
  }

  @Test("the client says how the session before ended")
  func openings() throws {
    func opening(_ lines: [String]) throws -> String {
      var desk = try Desk()
      desk.saved = try Self.desk(after: lines).saved
      let reply = try desk.send("NEXT maya-7")
      #expect(reply.code == .begun, "\(reply.text)")
      return try #require(Self.opening(reply)).text
    }
    let vignette = try Self.maya()
    func begins(_ text: String, _ way: Returning) -> Bool {
      (vignette.returns[way] ?? []).contains { text.hasPrefix($0.text) }
    }
    let sorry = "SAY I'm sorry, that was unfair and unkind of me. How did it land with you?"
    let step = "SAY Would you be willing to notice, before next time, what your shoulders do?"
    #expect(begins(try opening(Self.good + ["END"]), .ended))
    #expect(begins(try opening(Self.good), .brokenOff))
    let mended = Self.good + [Self.harsh, Self.harsh, sorry, "END"]
    #expect(begins(try opening(mended), .repaired))
    #expect(begins(try opening(Self.good + [step] + ["END"]), .undone))
  }

  @Test("a client who does not come back says so, with the reason")
  func absence() throws {
    var cold = try Self.desk(after: [Self.harsh, "END"])
    let reply = try cold.send("NEXT maya-7")
    #expect(reply.code == .notComingBack)
    #expect(reply.text.hasPrefix("Maya does not come back: "))
    #expect(Self.end(cold, "maya-7")?.outcome.returns == false)
    #expect(Self.end(cold, "maya-7")?.outcome.drivers?.first?.what == "judgment")

    var left = try Stage.left.desk()
    #expect(try left.send("NEXT maya-7").text == "Maya does not come back: they walked out")

    var other = try Desk()
    other.saved = try Self.desk(after: ["SAY Hello."]).saved
    let brokenOff = try other.send("NEXT maya-7")
    #expect(brokenOff.code == .notComingBack)
    let reason =
      /Maya does not come back: you left in the middle, which costs trust, and it stood at [0-9]+ \([0-9]+ at the beginning\)/
    #expect(brokenOff.text.wholeMatch(of: reason) != nil, "\(brokenOff.text)")
  }

  @Test("what a session came to follows from the alliance")
  func outcome() throws {
    let good = try #require(Self.end(try Self.desk(after: Self.good + ["END"]), "maya-7")).outcome
    let harsh = try #require(Self.end(try Self.desk(after: [Self.harsh, "END"]), "maya-7")).outcome
    let (calm, upset) = (try #require(good.distress), try #require(harsh.distress))
    #expect(calm.to < calm.from && upset.to > upset.from)
    #expect(good.acts == nil && good.returns)
    #expect(good.drivers?.first?.what == "accurate reflections")
    let bonds = try #require(good.drivers).map { abs($0.bond) }
    #expect(bonds == bonds.sorted(by: >) && !bonds.contains(0))
  }

  @Test("a promise to come back to something is kept or broken", arguments: [true, false])
  func promise(isKept: Bool) throws {
    var desk = try Self.desk(
      after: Self.good + ["SAY Next time we could come back to Bea.", "END"])
    _ = try desk.send("NEXT maya-7")
    let about = isKept ? "SAY What about Bea?" : "SAY How was work?"
    for line in [about] + Self.good.dropFirst(2) { _ = try desk.send(line) }
    _ = try desk.send("END")
    let drivers = try #require(Self.end(desk, "maya-8")?.outcome.drivers)
    let word = drivers.first { $0.what.hasPrefix("your word") }
    #expect((try #require(word).bond > 0) == isKept)
    let reminded = Self.lines(desk, "maya-8").contains { $0.hasPrefix("You said we'd come back") }
    #expect(reminded == !isKept)
  }

  @Test(
    "a course whose beginning is gone cannot go on, and says which session is missing",
    arguments: ["RESUME maya-8", "NEXT maya-8"])
  func gone(command: String) throws {
    var desk = try Self.desk(after: Self.good + ["END"])
    _ = try desk.send("NEXT maya-7")
    _ = try desk.send("END")
    var other = try Desk()
    other.saved["maya-8"] = desk.saved["maya-8"]
    let reply = try other.send(command)
    #expect(reply.code == .cannotResume)
    #expect(reply.text.contains("'maya-8' cannot go on") && reply.text.contains("'maya-7'"))
  }

  @Test(
    "a course is refused one more session where it could not be resumed",
    arguments: [
      ("NEXT", 199, false), ("NEXT", 200, true), ("RESUME", 200, false), ("RESUME", 201, true),
    ])
  func longest(verb: String, sessions: Int, isRefused: Bool) throws {
    var desk = try Self.desk(after: ["END"])
    let events = try #require(desk.saved["maya-7"])
    guard case .session(var header) = events[0] else {
      Issue.record("a session that begins with no header")
      return
    }
    for number in 1...sessions {
      if number > 1 { header.after = .init(session: "s\(number - 1)", events: events.count) }
      desk.saved["s\(number)"] = events
      desk.saved["s\(number)"]?[0] = .session(header)
    }
    let reply = try desk.send("\(verb) s\(sessions)")
    #expect(reply.text.hasSuffix("a course has at most 200 sessions") == isRefused)
    #expect(!isRefused || reply.code == .cannotResume)
  }

  @Test("a session that names itself as the one before is refused")
  func circle() throws {
    var desk = try Self.desk(after: Self.good + ["END"])
    guard case .session(var header) = desk.saved["maya-7"]?[0] else {
      Issue.record("a session that begins with no header")
      return
    }
    header.after = .init(session: "maya-7", events: 99)
    desk.saved["maya-7"]?[0] = .session(header)
    #expect(try desk.send("NEXT maya-7").code == .cannotResume)
  }
}
