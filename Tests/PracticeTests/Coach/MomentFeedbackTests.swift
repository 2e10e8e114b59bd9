import Clients
import Listening
import Scenarios
import Testing

@Suite("What is told of a reply to somebody who stops for a moment")
struct MomentFeedbackTests {
  @Test(
    "only of a line that asks for time is it said that they asked",
    arguments: [
      ("It sounds odd, out here in the room.", false), ("Well. That's out now.", false),
      ("Is it all right if I just sit a second?", true),
    ])
  func askedForTime(line: String, asks: Bool) throws {
    func coach(_ reply: String, _ change: (inout Codes) -> Void = { _ in }) throws -> String {
      try feedback(reply, to: line, occasion: .time, change).coach
    }
    for coach in [
      try coach(""), try coach("Of course, take your time."),
      try coach("Thank you for telling me, it took courage.") { $0.affirmation = true },
      try coach("How is it, saying that?") { $0.question = .open },
    ] {
      #expect(coach.contains("asked for time") == asks, "\(coach)")
    }
    #expect(try coach("").contains("you gave it") == asks)
  }

  @Test("a client who goes on after an offer to stop is left room to, by silence")
  func goingOn() throws {
    var line = ClientLine()
    (line.text, line.example) = ("It's up to me, is it? Then I'll go on.", "Go on, then.")
    let silent = try feedback("", line: line, occasion: .goingOn) { _ in }
    #expect(silent.coach == "They said that they would go on, and you left them room to.")
    #expect(silent.alternative == nil && silent.remark != nil)
  }

  @Test("who does as the client has just asked is told that they did, and shown nothing better")
  func yielded() throws {
    var line = ClientLine()
    (line.text, line.example) = ("Go steady. I'm slow, and don't be too kind.", "Steady it is.")
    let told = try feedback("I won't be too kind, then. You go slow, I can wait.", line: line) {
      _ in
    }
    #expect(told.coach.hasPrefix("You go at their pace"), "\(told.coach)")
    #expect(told.alternative == nil && told.remark == "it leaves it with them")
    let asked = try feedback("I'll leave the work. Who's at home with you?", line: line) {
      $0.question = .closed
    }
    #expect(!asked.coach.hasPrefix("You go at their pace") && asked.alternative == nil)
    #expect(try feedback("You were slow.", line: line) { _ in }.alternative != nil)
  }

  @Test("who asks one that has drawn back whether they came too near is not told to ask just that")
  func askedOfWithdrawal() throws {
    var line = ClientLine()
    (line.text, line.example) = ("Sure. Makes sense.", "You've gone quiet.")
    let asked = try feedback(
      "Sorry, was that too close? You don't have to go there.", line: line, occasion: .withdrawal
    ) { _ in }
    #expect(asked.coach.hasPrefix("You asked how it was for them"), "\(asked.coach)")
    #expect(asked.alternative == nil)
    let other = try feedback("It was a long day.", line: line, occasion: .withdrawal) { _ in }
    #expect(other.coach.contains("They have drawn back"))
  }

  @Test("what was asked to be left is not said to be, where something else is asked about")
  func askedOn() throws {
    func coach(_ reply: String, _ change: (inout Codes) -> Void) throws -> String {
      try feedback(reply, to: "I'd sooner not. Not yet.", occasion: .later, change).coach
    }
    func share(_ codes: inout Codes) { (codes.question, codes.collaboration) = (.open, true) }
    let left = "They asked you to leave it for now, and you did."
    #expect(try coach("We could go slowly. What was your reading that day?", share) != left)
    for reply in ["What would you like to talk about instead?", "Shall we stay with Greg?"] {
      #expect(try coach(reply, share) == left, "\(reply)")
    }
    #expect(try coach("You don't have to go there, and I'm glad you said so.") { _ in } == left)
  }

  @Test("a reply that gives the time asked for is said to, beside its scores")
  func timeRemarked() throws {
    func remark(_ reply: String, _ occasion: Client.Occasion) throws -> String? {
      try feedback(reply, to: "I need a minute.", occasion: occasion) { _ in }.remark
    }
    for reply in ["", "Of course, take your time."] {
      #expect(try remark(reply, .time) == "it gives them time")
      #expect(try remark(reply, .talk) == nil)
    }
  }
}
