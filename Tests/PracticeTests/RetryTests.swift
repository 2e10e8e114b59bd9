import LineProtocol
import Practice
import Testing

@Suite("Taking a turn back")
struct RetryTests {
  static let replies = [
    "You sat there, and then you came in.", "Why didn't you just leave?", "",
    "You should talk to them.", "I'm sorry, that was unkind of me. How did it land?",
  ]
  static let questions = ["SUMMARY", "HINT", "EXAMPLE", "WHY"]

  @Test("the client, the summary and the last grade are as they were", arguments: replies)
  func restores(reply: String) throws {
    var desk = try Stage.underWay.desk()
    let before = try Self.questions.map { try desk.send($0) }
    #expect(desk.send(.say(reply)).code == .graded)
    let back = desk.send(.retry)
    #expect(back.code == .takenBack && back.text == "turn 3 taken back")
    #expect(try Self.questions.map { try desk.send($0) } == before)
  }

  @Test("the line that stands again is the one before", arguments: replies)
  func standsAgain(reply: String) throws {
    var desk = try Stage.opened.desk()
    let line = desk.send(.say("You sat there.")).items.last
    _ = desk.send(.say(reply))
    #expect(desk.send(.retry).items.last == line)
  }

  @Test("the same reply again gets the same answer", arguments: replies)
  func again(reply: String) throws {
    var desk = try Stage.underWay.desk()
    let first = desk.send(.say(reply))
    for other in Self.replies {
      #expect(desk.send(.retry).code == .takenBack)
      _ = desk.send(.say(other))
    }
    #expect(desk.send(.retry).code == .takenBack)
    #expect(desk.send(.say(reply)) == first)
  }

  @Test("every turn can be taken back, to the opening and no further")
  func all() throws {
    var desk = try Stage.opened.desk()
    let opening = try Self.questions.dropLast().map { try desk.send($0) }
    for reply in Self.replies { #expect(desk.send(.say(reply)).code == .graded) }
    for _ in Self.replies { #expect(desk.send(.retry).code == .takenBack) }
    #expect(try Self.questions.dropLast().map { try desk.send($0) } == opening)
    #expect(desk.send(.retry).code == .noTurn)
  }

  @Test("a client who has walked out comes back")
  func comesBack() throws {
    var desk = try Stage.left.desk()
    #expect(desk.send(.say("Wait.")).code == .noSession)
    #expect(desk.send(.retry).code == .takenBack)
    #expect(desk.send(.say("I left you alone with that, and I'm sorry.")).code == .graded)
  }
}
