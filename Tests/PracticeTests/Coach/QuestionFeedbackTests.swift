import Clients
import Listening
import Scenarios
import Testing
import Transcripts

@testable import Practice

@Suite("What is told of closed questions, of an offer to stop and of a goodbye")
struct QuestionFeedbackTests {
  /// What the coach says of the same reply turn after turn.
  private func coaches(of reply: String, count: Int, _ change: (inout Codes) -> Void) throws
    -> [String]
  {
    var codes = Codes()
    change(&codes)
    let grade = Grade(codes: codes, evidence: [], unsure: [], model: "by-hand@1")
    var earlier: [GradeTurn] = []
    for turn in 1...count {
      let coach = try feedback(
        reply, to: "It was a long road.", turn: turn, earlier: earlier, change
      ).coach
      earlier.append(GradeTurn(turn: turn, grade: grade, coach: coach))
    }
    return earlier.map(\.coach)
  }

  @Test("a closed question is told of in many ways, at times in its own words")
  func closed() throws {
    let told = try coaches(of: "Did he ring you?", count: 12) { $0.question = .closed }
    #expect(Set(told).count >= 8)
    for (number, coach) in told.enumerated() {
      #expect(!told[..<number].suffix(6).contains(coach), "\(coach)")
    }
    #expect(told.contains { $0.hasPrefix("“Did he ring you?” ") })
    let long = try coaches(
      of: "Did he ring you, or write, or did you hear of it from somebody else in the road?",
      count: 12
    ) { $0.question = .closed }
    #expect(long.allSatisfy { !$0.contains("“Did") })
  }

  @Test(
    "a question with 'what' or 'how' in it is not sent to look for one",
    arguments: [
      ("How long ago was it?", true), ("And what office was that?", true),
      ("I won't dig. I mean, how old was he?", true), ("Did he ring you?", false),
    ])
  func whatOrHow(reply: String, hasOne: Bool) throws {
    let told = try coaches(of: reply, count: 12) { $0.question = .closed }
    #expect(told.contains { $0.contains("'what' or 'how'") } == !hasOne)
  }

  @Test("so is one behind a reflection, which is quoted where the reflection is not")
  func behindReflection() throws {
    let reply = "You walked it alone. Was it far?"
    for depth in [Reflection.simple, .complex] {
      let told = try coaches(of: reply, count: 12) {
        ($0.reflection, $0.question) = (depth, .closed)
      }
      #expect(Set(told).count >= 7)
      #expect(told.contains { $0.contains("“Was it far?”") } == (depth == .simple))
    }
    let alone = try coaches(of: "You walked it alone?", count: 12) {
      ($0.reflection, $0.question) = (.simple, .closed)
    }
    #expect(alone.allSatisfy { !$0.contains("“You walked") })
  }

  @Test(
    "words of the client's own are not quoted as what goes deeper",
    arguments: [
      ("You've brought something from home", false), ("because you were told to be", false),
      ("as proof that nobody is starving", true), ("you were afraid to ask", true),
    ])
  func quoted(words: String, isQuoted: Bool) throws {
    let client = "I've brought you cress from home, in case you were told that we've none."
    let coach = try feedback(
      "So \(words). It's a fair way to carry a bag like that one in your hand.", to: client,
      quoting: words
    ) { $0.reflection = .complex }.coach
    #expect(coach.contains("“\(words)”") == isQuoted, "\(coach)")
  }

  @Test(
    "an offer to stop is not told off as a closed question",
    arguments: [
      "Would you rather stop for today?", "Shall we leave it there?", "Would you like a break?",
      "Do you want to talk about something else?",
    ])
  func offer(reply: String) throws {
    var line = ClientLine()
    (line.text, line.example, line.depth) = ("It was a long road.", "Long, and alone.", 2)
    let changes: [(inout Codes) -> Void] = [
      { $0.question = .closed }, { ($0.question, $0.autonomy) = (.closed, true) },
      { ($0.question, $0.collaboration) = (.closed, true) },
      { ($0.question, $0.reflection) = (.closed, .simple) }, { _ in },
    ]
    for change in changes {
      let told = try feedback(reply, line: line, change)
      var codes = Codes()
      change(&codes)
      #expect(told.coach.hasPrefix("You asked whether to go on"), "\(told.coach)")
      #expect(told.alternative == nil)
      #expect((told.remark == "closed, but it leaves the choice to them") == codes.narrows)
    }
    let pressing = try feedback(reply, line: line) {
      ($0.question, $0.advice) = (.closed, .unsolicited)
    }
    #expect(pressing.remark == nil && !pressing.coach.hasPrefix("You asked whether"))
    let paused = try feedback(reply, to: "I need a minute.", occasion: .time) {
      $0.question = .closed
    }
    #expect(paused.coach.contains("left it to them"))
  }

  @Test(
    "asking what they would like is not told off as a closed question",
    arguments: [
      "Do you want to tell me about your mum?", "Is there anything you want to ask me?",
      "I'd like to come back to her hand, if that's okay with you?",
    ])
  func wish(reply: String) throws {
    var line = ClientLine()
    (line.text, line.example, line.depth) = ("It was a long road.", "Long, and alone.", 2)
    let told = try feedback(reply, line: line) { $0.question = .closed }
    #expect(CoachLines.collaboration.contains(told.coach), "\(told.coach)")
    #expect(told.alternative == nil && told.remark == "closed, but it asks what they want")
    let plain = try feedback("Do you want to tell her?", line: line) { $0.question = .closed }
    #expect(!CoachLines.collaboration.contains(plain.coach) && plain.remark == nil)
  }

  @Test(
    "asking after suicide, or after safety, is right, whatever the grader finds or half finds in it",
    arguments: [
      "I'm wondering if you've had any thoughts of ending your life.",
      "I wonder whether you have thought about suicide.", "Are you thinking of killing yourself?",
      "Is she safe with him?", "Does he hit the kids?", "Are you safe at home?",
    ], [Question.none, .closed, .open])
  func suicide(reply: String, question: Question) throws {
    let told = try feedback(reply, unsure: [.judgment]) { $0.question = question }
    #expect(told.coach.hasPrefix("You asked plainly"))
    #expect(told.remark == (question == .closed ? "closed, but right to ask" : "right to ask"))
    #expect(told.alternative == nil)
  }

  @Test("once both have said goodbye the trainee hears how to close the session, and once")
  func goodbye() throws {
    for reply in ["Bye, then.", "See you next week.", "Goodbye, Wes."] {
      let first = try feedback(reply, occasion: .farewell) { _ in }.coach
      #expect(first.contains("/end"))
      let told = GradeTurn(
        turn: 1, grade: Grade(codes: Codes(), evidence: [], unsure: [], model: "by-hand@1"),
        coach: first)
      let again = try feedback(reply, turn: 2, occasion: .farewell, earlier: [told]) { _ in }
      #expect(!again.coach.contains("/end"))
      let early = try feedback(reply) { _ in }
      #expect(!early.coach.contains("/end"))
    }
    let warm = try feedback("You came a long way.", occasion: .farewell) { _ in }
    #expect(!warm.coach.contains("/end"))
  }
}
