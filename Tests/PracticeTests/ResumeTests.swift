import LineProtocol
import Practice
import Scenarios
import Testing
import Transcripts

@Suite("Going on with a saved session")
struct ResumeTests {
  /// A session with turns taken back.
  static let commands: [Command] = [
    .say("You sat there, and then you came in."), .say("Why didn't you just leave?"), .retry,
    .say("What was the car like?"), .say(""), .say("You must have seen some signs."),
    .say("That was unkind, and I'm sorry. How did it land?"), .retry, .retry,
    .say("It's a long time to carry this alone."), .end,
  ]

  @Test(
    "a session broken off anywhere equals one that was not, byte for byte",
    arguments: ["callum", "jonas", "maya", "ruth"], 0..<11)
  func brokenOff(vignette: String, after: Int) throws {
    let begin = Command.begin(vignette: "foundations/\(vignette)", seed: 7)
    var whole = try Desk()
    let expected = ([begin] + Self.commands).map { whole.send($0).encoded }

    var first = try Desk()
    var replies = ([begin] + Self.commands.prefix(after)).map { first.send($0).encoded }
    var second = try Desk()
    second.saved = first.saved
    let id = "\(vignette)-7"
    #expect(second.send(.resume(id)).code == .resumed)
    replies += Self.commands.dropFirst(after).map { second.send($0).encoded }
    #expect(replies == expected)
    #expect(try second.file(id) == whole.file(id))
  }

  @Test("what comes back is what was saved")
  func events() throws {
    let desk = try Stage.underWay.desk()
    var other = try Desk()
    other.saved = desk.saved
    let reply = other.send(.resume("maya-7"))
    #expect(reply.text == "session maya-7 turn 2")
    #expect(reply.items == desk.saved["maya-7"]?.map { .event($0) })
  }

  @Test("a session that has ended can be looked at, and is over", arguments: [Stage.ended, .left])
  func ended(stage: Stage) throws {
    var desk = try stage.desk()
    let summary = desk.send(.summary)
    var other = try Desk()
    other.saved = desk.saved
    #expect(other.send(.resume("maya-7")).code == .resumed)
    #expect(other.send(.summary) == summary)
    #expect(other.send(.say("Hello?")).code == .noSession)
  }

  @Test("a walking out that was cut off before its end was kept is still one")
  func cutBeforeEnd() throws {
    let desk = try Stage.left.desk()
    var other = try Desk()
    other.saved["maya-7"] = desk.saved["maya-7"].map { Array($0.dropLast()) }
    #expect(other.send(.resume("maya-7")).items == desk.saved["maya-7"]?.map { .event($0) })
    #expect(try other.file("maya-7") == desk.file("maya-7"))
    #expect(other.send(.say("Hello?")).code == .noSession)
    #expect(other.send(.retry).code == .takenBack)
  }

  @Test(
    "a session that cannot be played again is refused, with the reason",
    arguments: ["changed", "gone", "headless", "rewritten", "remodelled", "newer"])
  func refused(fault: String) throws {
    let desk = try Stage.underWay.desk()
    var events = try #require(desk.saved["maya-7"])
    var other = try Desk { library in
      for (pack, vignette) in [(0, "maya")] {
        let index = library.packs[pack].vignettes.firstIndex { $0.id == vignette } ?? 0
        if fault == "changed" { library.packs[pack].vignettes[index].fingerprint = "0" }
        if fault == "gone" { library.packs[pack].vignettes.remove(at: index) }
      }
    }
    switch fault {
    case "headless": events.removeFirst()
    case "rewritten", "remodelled":
      guard case .session(var header) = events[0], case .client(var line) = events[1] else { break }
      if fault == "remodelled" { header.model = "other@2" }
      events[0] = .session(header)
      line.text = "I never said that."
      events[1] = .client(line)
    case "newer":
      guard case .session(var header) = events[0] else { break }
      header.format += 1
      events[0] = .session(header)
    default: break
    }
    let reasons = [
      "changed": "its vignette 'foundations/maya' has changed since",
      "gone": "is not here; install its pack, or name the pack's folder with --pack",
      "headless": "header is missing",
      "rewritten": "another version of attune",
      "remodelled": "with the model other@2, and this is attune@1; name it with --model",
      "newer": "update attune",
    ]
    other.saved["maya-7"] = events
    let reply = other.send(.resume("maya-7"))
    #expect(reply.code == .cannotResume)
    #expect(reply.text.contains(try #require(reasons[fault])), "\(reply.text)")
    #expect(other.send(.say("Hello?")).code == .noSession)
  }
}
