import LineProtocol
import Listening
import Practice
import Testing
import Transcripts

@Suite("Stepping aside")
struct AsideTests {
  static func asides(_ items: [Item]) -> [Aside] {
    items.compactMap { if case .event(.aside(let aside)) = $0 { aside } else { nil } }
  }

  @Test(
    "a trainee's crisis and a harmful reply are no turn: the client waits, and it can go on",
    arguments: [
      ("I want to kill myself.", CareConcern.crisis), ("Go kill yourself.", .harm),
    ])
  func setAside(text: String, reason: CareConcern) throws {
    var (desk, plain) = (try Stage.underWay.desk(), try Stage.underWay.desk())
    let reply = desk.send(.say(text))
    #expect(reply.code == .setAside)
    let aside = try #require(Self.asides(reply.items).first)
    #expect(aside.reason == reason && aside.turn == 2)
    #expect(aside.text.contains("findahelpline.com"))
    #expect(!(try desk.file("maya-7")).contains(text), "the words are not kept")
    #expect(desk.saved["maya-7"]?.last == .aside(aside))
    #expect(desk.send(.summary) == plain.send(.summary))
    let next = Command.say("Part of you wanted to go.")
    #expect(desk.send(next) == plain.send(next))
    #expect(desk.send(.retry) == plain.send(.retry))
  }

  @Test("what is scored is no reply in practice: it is graded, and nothing is set aside")
  func scored() throws {
    var desk = try Desk()
    #expect(desk.send(.score(#"{"text":"I want to kill myself."}"#)).code == .scored)
  }

  @Test("asking about suicide goes on, with a note once")
  func named() throws {
    var desk = try Stage.underWay.desk()
    let first = desk.send(.say("Are you thinking of killing yourself?"))
    #expect(first.code == .graded && first.text == "turn 3")
    #expect(Self.asides(first.items).map(\.reason) == [.named])
    let second = desk.send(.say("Have you ever thought of ending your life?"))
    #expect(second.text == "turn 4" && Self.asides(second.items).isEmpty)
    #expect(desk.send(.retry).code == .takenBack)
  }

  @Test("the client answers the question, and the coach does not fault it", arguments: 1...20)
  func answered(seed: UInt64) throws {
    var desk = try Desk()
    _ = desk.send(.begin(vignette: "foundations/ruth", seed: seed))
    let reply = desk.send(.say("Are you having thoughts of killing yourself?"))
    let clients: [ClientTurn] = reply.items.compactMap {
      if case .event(.client(let turn)) = $0 { turn } else { nil }
    }
    let answer = try #require(clients.first).text
    #expect(answer.hasPrefix("No") || answer.contains("hasn't come to that"))
    let grades: [GradeTurn] = reply.items.compactMap {
      if case .event(.grade(let turn)) = $0 { turn } else { nil }
    }
    let turn = try #require(grades.first)
    #expect(turn.coach.hasPrefix("You asked plainly"))
    #expect(turn.grade.codes.question == .closed && turn.grade.openness < 50)
    #expect(turn.remark != nil)
    #expect(turn.alternative == nil)
  }

  @Test("a session with asides resumes as it was, and the note is not given again")
  func resumed() throws {
    var desk = try Stage.underWay.desk()
    _ = desk.send(.say("I want to die."))
    _ = desk.send(.say("Are you thinking of killing yourself?"))
    var other = try Desk()
    other.saved = desk.saved
    #expect(other.send(.resume("maya-7")).items == desk.saved["maya-7"]?.map { .event($0) })
    let again = other.send(.say("Do you think of suicide?"))
    #expect(again.text == "turn 4" && Self.asides(again.items).isEmpty)
  }

  @Test("what cannot be kept has not happened")
  func lost() throws {
    var desk = try Stage.underWay.desk()
    desk.fails = true
    #expect(desk.send(.say("I want to die.")).code == .notSaved)
    desk.fails = false
    #expect(Self.asides(desk.send(.say("I want to die.")).items).count == 1)
  }
}
