import Clients
import Listening
import Scenarios
import Testing
import Transcripts

@testable import Practice

@Suite("What is told of an offer to stop")
struct QuestionFeedbackTests {
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
    let paused = try feedback(reply, occasion: .time) { $0.question = .closed }
    #expect(paused.coach.contains("left it to them"))
  }
}
