import Clients
import Listening
import Scenarios
import Testing

import Practice

@Suite("What the coach leaves alone, and what it says of comfort")
struct OpenFeelingTests {
  /// What the coach says of a reply to some words, over several turns.
  private func coaches(
    _ reply: String, to words: String = "It was a long road.", feeling feelings: [String] = [],
    _ change: (inout Codes) -> Void
  ) -> [String] {
    var codes = Codes()
    change(&codes)
    var line = ClientLine()
    (line.text, line.feelings) = (words, feelings)
    let grade = Grade(codes: codes, evidence: [], unsure: [], model: "by-hand@1")
    return (1...6).map {
      Feedback(reply: reply, turn: $0, grade: grade, client: words, line: line).coach
    }
  }

  @Test(
    "a feeling that was only asked about is not still open, nor one from which they went on",
    arguments: [
      ("The boat had gone. I had the answer to was I ever sad.", false),
      ("The boat had gone. He asked me whether I felt ashamed of it.", false),
      ("I nearly ran home again, I was so ashamed. They sold the boat at Easter, there.", false),
      ("They sold the boat at Easter, there. I nearly ran home again, I was so ashamed.", true),
      ("They sold the boat at Easter, there. I go home by the harbour, less ashamed.", false),
    ])
  func open(words: String, isOpen: Bool) {
    let coaches = coaches("The boat was sold at Easter.", to: words) {
      $0.reflection = .complex
    }
    #expect(coaches.contains { $0.contains("Still open") } == isOpen, "\(coaches)")
  }

  @Test("what may be said with what lies beneath is not still open")
  func beneath() {
    var line = ClientLine()
    line.text = "They sold the boat at Easter, there. I nearly ran home again, I was so ashamed."
    var codes = Codes()
    codes.reflection = .complex
    let grade = Grade(codes: codes, evidence: [], unsure: [], model: "by-hand@1")
    func isOpen(_ meaning: String?) -> Bool {
      line.meaning = meaning
      return (1...6).contains { turn in
        Feedback(
          reply: "The boat was sold, and your secret with it.", turn: turn, grade: grade,
          client: line.text, line: line
        ).coach.contains("Still open")
      }
    }
    #expect(isOpen(nil))
    #expect(isOpen("Nobody knows that she went."))
    #expect(!isOpen("Her secret is out."))
  }

  @Test("a pleasant feeling is not asked for after a word for what is hard")
  func hardship() {
    func names(_ reply: String) -> Bool {
      coaches(reply, feeling: ["proud", "calm"]) { $0.reflection = .complex }
        .contains { $0.contains("proud") }
    }
    #expect(names("A long way on that road."))
    #expect(!names("It must be hard, that road."))
    #expect(!names("You've lost the road, and it hurts."))
  }

  @Test(
    "comfort that closes the subject is named",
    arguments: [
      "It does not make you a bad person.",
      "You're not a bad person.", "I've done that too. You aren't selfish at all.",
      "You did nothing wrong.", "Honestly, you’ve nothing to be ashamed of.",
      "You are not a terrible mother.",
    ])
  func comfort(reply: String) {
    for coach in coaches(reply, { $0.selfDisclosure = .brief }) {
      #expect(coach.contains("closes the subject"), "\(coach)")
    }
    // Said back, it is theirs; and what got in their way comes first.
    #expect(coaches(reply) { $0.reflection = .simple }.allSatisfy { !$0.contains("closes") })
    #expect(coaches(reply) { $0.advice = .unsolicited }.allSatisfy { !$0.contains("closes") })
  }

  @Test(
    "what only looks like it is not",
    arguments: ["You're not alone with it.", "You're not badly placed.", "Nothing went wrong."])
  func noComfort(reply: String) {
    #expect(coaches(reply) { _ in }.allSatisfy { !$0.contains("closes the subject") })
  }
}
