import Clients
import Listening
import Scenarios
import Testing

@testable import Clients

@Suite("Asked how it is here and now")
struct BetweenTests {
  private static func open(_ reply: String) -> GradedReply {
    GradedReply(reply: reply, grade: grade { $0.question = .open })
  }

  private static func texts(_ lines: [ClientLine]) -> [String] { lines.map(\.text) }

  @Test(
    "the question is told by its wording",
    arguments: [
      "How are we doing, you and I?", "How are we getting on so far?",
      "What's happening between us just now?", "What are you noticing between us right now?",
      "What is going on between us?", "How are things between us?",
      "What's it like for you, me noticing that?", "And what is it like, me asking you that?",
      "How does it feel, my saying so?",
    ])
  func told(reply: String) {
    #expect(Client.Reply(reply).question.inquiries.contains { $0.kind == .you })
  }

  @Test(
    "a question about others, or about the story, is another",
    arguments: [
      "How are you doing?", "How are things between you and your sister?",
      "What happened between them?", "What's it like, being asked by her?",
      "What was it like for you when he said it?", "How are they getting on?",
    ])
  func notTold(reply: String) {
    #expect(!Client.Reply(reply).question.inquiries.contains { $0.kind == .you })
  }

  @Test("a client says how it is, in the author's words or by how far they trust")
  func answered() throws {
    let questions = (0..<4).map { Self.open("How are we doing, you and I? \($0)") }
    for name in ["callum", "hazel", "maya"] {
      for seed in FrameTests.seeds {
        let early = try FrameTests.client(name, seed, good: 0, questions)
        #expect(Self.texts(DefaultLines.standing(isWarm: false)).contains(early.current.text))
        let later = try FrameTests.client(name, seed, good: 8, questions)
        #expect(Self.texts(DefaultLines.standing(isWarm: true)).contains(later.current.text))
        #expect(!later.current.line.example.isEmpty && !later.current.line.why.isEmpty)
        let vignette = try #require(ShippedClients.vignette(name))
        var client = Client(vignette, seed: seed)
        for answer in (1...8).map({ SampleReplies.complex($0) }) + questions.prefix(1) {
          client.answer(answer.reply, grade: answer.grade)
        }
        #expect(vignette.answers[.you]?.contains(client.current.line) == true)
      }
    }
  }

  @Test(
    "asked whether it is so with the trainee, or what they thought of them, they say how the two stand",
    arguments: [
      "You'd a face on for her. Are you doing that face with me too?",
      "You go quiet with him. Is that happening here with me?", "Do you do it with me as well?",
      "Did you think I'd go official with you? What does that look like?",
      "Were you afraid that I would laugh?", "It's the forehead. Are you watching mine now?",
      "You look up each time. Are you still looking at me?",
      "You went to Idris there, and I'd asked about us.",
    ])
  func ofTrainee(reply: String) throws {
    for name in ["shona", "leonie", "maya"] {
      let vignette = try #require(ShippedClients.vignette(name))
      let lines =
        Self.texts(vignette.answers[.you] ?? [])
        + Self.texts(DefaultLines.standing(isWarm: true) + DefaultLines.standing(isWarm: false))
      for isOpen in [false, true] {
        var client = Client(vignette, seed: 2)
        client.answer("So that hurt.", grade: SampleReplies.simple(1).grade)
        let graded = grade {
          $0.reflection = .simple
          if reply.contains("?") { $0.question = isOpen ? .open : .closed }
        }
        client.answer(reply, grade: graded)
        #expect(lines.contains(client.current.text), "\(client.current.text)")
      }
    }
  }

  @Test(
    "asked the same of others, or of the story, they do not",
    arguments: [
      "Are you doing that face with him too?", "Do you think she'd go official with you?",
      "Would you like to talk about that with me too?", "Are you watching him now?",
      "Are you reading my letter?",
    ])
  func ofOthers(reply: String) {
    #expect(!Client.Reply(reply).question.asksOfTrainee)
  }

  @Test("asked again and again what it is like now, a client has something to say")
  func now() throws {
    let question = "What are you feeling right now?"
    for seed in FrameTests.seeds {
      let client = try FrameTests.client(
        "maya", seed, (0..<4).map { Self.open("\(question) \($0)") })
      #expect(Self.texts(DefaultLines.now).contains(client.current.text))
    }
  }

  @Test("'What did that do to you?' behind a reflection is about what was reflected")
  func reflected() throws {
    let harm = SampleReplies.judgment(9, .mild)
    let text = "You'd never seen her cry before. What did that do to you?"
    let both = grade {
      $0.reflection = .complex
      $0.question = .open
    }
    let lines = Self.texts(DefaultLines.openImpact)
    for name in ["callum", "maya"] {
      for seed in FrameTests.seeds {
        let reflected = try FrameTests.client(
          name, seed, [harm, GradedReply(reply: text, grade: both)])
        #expect(!lines.contains(reflected.current.text))
        let bare = try FrameTests.client(name, seed, [harm, Self.open("What did that do to you?")])
        #expect(bare.alliance.rupture != .none || lines.contains(bare.current.text))
      }
    }
  }
}
