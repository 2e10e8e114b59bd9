import Listening
import Scenarios
import Testing
import Transcripts

@testable import Practice

@Suite("What is told of a reply that may say back what was heard")
struct SaidBackTests {
  private static let told =
    "I drove up here in the rain. I nearly went home again, I was so ashamed."

  /// What is told of the same reply turn after turn.
  private func coaches(_ reply: String, _ change: (inout Codes) -> Void) throws -> [String] {
    try (1...12).map { try feedback(reply, to: Self.told, turn: $0, change).coach }
  }

  @Test(
    "one that holds several telling words of the client's is not sent to say back what was heard",
    arguments: [
      ("You drove in the rain, and nearly home again.", true),
      ("You drove up here, ashamed. What was that like?", true),
      ("That is a long way to come.", false),
      ("What made you drive home in the rain?", false),
    ])
  func saysBack(reply: String, may: Bool) throws {
    let changes: [(inout Codes) -> Void] = [
      { $0.emotionalReaction = .weak }, { $0.question = .open }, { _ in },
    ]
    for change in changes {
      for coach in try coaches(reply, change) {
        #expect(CoachLines.maySayBack.contains { coach.contains($0) } == may, "\(coach)")
      }
    }
    let closed = try coaches(reply) { $0.question = .closed }
    let asks = closed.contains { $0.contains("you heard") || $0.contains("you have heard") }
    #expect(asks != may, "\(closed)")
  }

  @Test("no example is held out of which the reply states most")
  func example() throws {
    var line = ClientLine()
    (line.text, line.example) = (Self.told, "You drove through rain, and nearly home again.")
    func offered(_ reply: String, _ change: (inout Codes) -> Void) throws -> String? {
      try feedback(reply, to: Self.told, line: line, change).alternative?.text
    }
    let back = "You drove in the rain, and you nearly went home."
    #expect(try offered(back) { _ in } == nil)
    #expect(try offered(back) { $0.question = .closed } == nil)
    #expect(try offered(back, judge) == line.example)
    #expect(try offered("Did you nearly drive home in the rain?") { $0.question = .closed } != nil)
    #expect(try offered("That is a long way.") { _ in } == line.example)
  }
}
