import Listening
import Scenarios
import Testing

@testable import Clients

@Suite("What a client answers to questions of a general kind")
struct GeneralQuestionTests {
  @Test("a general question gets the answer of its kind, and once", arguments: Inquiry.allCases)
  func general(kind: Inquiry) throws {
    let wordings = try #require(InquiryTests.wordings.first { $0.kind == kind })
    let client = AnswerTests.trusting()
    for question in wordings.questions.prefix(5) {
      for grade in [AnswerTests.open, AnswerTests.closed] {
        #expect(AnswerTests.said(client, question, grade) == "To \(kind.rawValue).", "\(question)")
      }
    }
    var asked = client
    asked.answer(wordings.questions[0], grade: AnswerTests.open)
    asked.answer(wordings.questions[1], grade: AnswerTests.open)
    #expect(asked.current.text != "To \(kind.rawValue).")
  }

  @Test(
    "what they hoped of somebody else is no question for what they hope for here",
    arguments: ["What were you hoping he'd do?", "What did you expect her to say?"])
  func hopesOfOthers(question: String) {
    #expect(!AnswerTests.said(AnswerTests.trusting(), question).hasPrefix("To "))
  }

  @Test("no deeper than trust allows; where it does not, the client says so")
  func withheld() {
    let client = Client(AnswerTests.ada, seed: 1)
    #expect(client.alliance.depth < 3)
    let text = AnswerTests.said(client, "What would you say to her?")
    #expect(DefaultLines.notYet.map(\.text).contains(text))
    #expect(AnswerTests.said(client, "What are you hoping for?") == "To hopes.")
  }

  @Test("somebody who has just understood what lay beneath gets one step more")
  func deeper() {
    var client = Client(AnswerTests.ada, seed: 1)
    for turn in 1...12 where client.alliance.depth < 2 {
      client.answer("\(turn). Part of you wants it over.", grade: AnswerTests.complex)
    }
    let grade = grade {
      $0.reflection = .complex
      $0.question = .open
    }
    #expect(client.alliance.depth == 2)
    #expect(AnswerTests.said(client, "What would you say to her?") != "To say.")
    #expect(
      AnswerTests.said(client, "You're still there. What would you say to her?", grade) == "To say."
    )
  }

  @Test("one that names a topic is about the topic")
  func named() {
    let text = AnswerTests.said(AnswerTests.trusting(), "How do you manage at work?")
    #expect(AnswerTests.work.contains { text.hasSuffix($0.text) } || text.hasSuffix("Asked: work"))
  }

  @Test(
    "one that says in which of the hours here is as general, whatever topic has that word",
    arguments: [
      "What would you want to get done in the twelve sessions?",
      "What would you like from the sessions?", "What are you hoping for from our sessions?",
    ])
  func hours(question: String) {
    var ada = AnswerTests.ada
    ada.topics[2].about.append("sessions")
    #expect(AnswerTests.said(AnswerTests.trusting(ada), question) == "To hopes.")
  }

  @Test("where no answer is left for what they hope, they say what they need, and the reverse")
  func nearest() {
    var ada = AnswerTests.ada
    ada.answers[.needs] = nil
    #expect(AnswerTests.said(Client(ada, seed: 1), "What do you need from me?") == "To hopes.")
  }

  @Test("what is asked within a judgment, a rupture or an apology waits")
  func waits() {
    var client = AnswerTests.atTheLake()
    client.answer("You've brought this on yourself.", grade: SampleReplies.judgment(1, .mild).grade)
    let sorry = "I'm sorry, that was unfair of me. What do you need from me?"
    #expect(AnswerTests.said(client, sorry, grade { $0.repair = true }).hasPrefix("repaired"))
    for turn in 1...3 {
      client.answer("\(turn) It's your fault.", grade: SampleReplies.judgment(turn, .strong).grade)
    }
    #expect(client.alliance.rupture != .none)
    let text = AnswerTests.said(client, "What was that like for you?")
    #expect(text.hasPrefix("withdrawal") || text.hasPrefix("confrontation"))
  }

  @Test("a slip that was let pass is answered in words, once it is owned")
  func smallHurt() {
    var client = AnswerTests.trusting()
    var doubtful = SampleReplies.judgment(1, .mild).grade
    doubtful.unsure = [.judgment]
    client.answer("You do like to moan.", grade: doubtful)
    #expect(!client.alliance.isHurt)
    let text = AnswerTests.said(client, "That was clumsy of me.", grade { $0.repair = true })
    #expect(text.hasPrefix("repaired"))
  }
}
