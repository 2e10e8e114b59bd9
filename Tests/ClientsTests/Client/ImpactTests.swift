import Clients
import Foundation
import Listening
import Scenarios
import Testing

@testable import Clients

@Suite("Asked what the trainee's own words did")
struct ImpactTests {
  static let question = FrameTests.nothing("What was it like when I said that?")

  private static func texts(_ lines: [ClientLine]) -> [String] { lines.map(\.text) }

  @Test(
    "the question is told by its wording",
    arguments: [
      "What was it like when I said that?", "What was that like for you, when I said it?",
      "How was it for you to hear that from me?", "What was it like hearing that from me?",
      "How did that feel when I said it?", "How did that land with you?",
      "How did what I said come across?", "What did my words do to you?", "What did I do to you?",
      "What did you feel when I said that?", "What did you make of what I said?",
      "What happened in you when I asked that?", "When I said that, what went on in you?",
      "Did I upset you?", "Did I hurt you just then?", "Did that hurt?", "Have I offended you?",
      "Where did I lose you?", "Did I come too near?", "Have I gone too fast?",
      "Was that too quick?", "Was that too much?", "Was that too much, my question?",
      "Did I push you?", "How was that for you, me pushing it?",
      "What was that like for you, my not answering?",
    ])
  func asked(reply: String) {
    #expect(Wording(reply).asksImpact)
  }

  @Test(
    "a question about the client's own story is another",
    arguments: [
      "What was it like when she said that?", "How did you feel when he left?",
      "What was that like?", "How was it to hear that from your mother?", "What did he do to you?",
      "What happened when you told her?", "Did she upset you?", "Did it hurt when he left?",
      "Did what she said hurt?", "Where did you lose it?",
      "How did that come about?", "What did you make of it?", "What do you feel when you say that?",
      "Did it help?", "Did he come too near?", "Was that too much, looking after him?",
      "Did they push you?", "How was that for you?", "What was it like for you, not asking?",
    ])
  func notAsked(reply: String) {
    #expect(!Wording(reply).asksImpact)
  }

  @Test("before it is owned, a client says that it hurt", arguments: ShippedClients.names)
  func open(name: String) throws {
    var hurt = 0
    for seed in FrameTests.seeds {
      let client = try FrameTests.client(
        name, seed, [SampleReplies.judgment(9, .mild), Self.question])
      guard client.alliance.rupture == .none else { continue }
      hurt += 1
      #expect(Self.texts(DefaultLines.openImpact).contains(client.current.text))
      #expect(!client.current.line.example.isEmpty && !client.current.line.why.isEmpty)
    }
    #expect(hurt > 0)
  }

  @Test("once it is owned, a client says how it is by now", arguments: ShippedClients.names)
  func mended(name: String) throws {
    for seed in FrameTests.seeds {
      let client = try FrameTests.client(
        name, seed,
        [SampleReplies.judgment(9, .mild), SampleReplies.repair(10), Self.question])
      #expect(client.alliance.rupture == .none)
      #expect(Self.texts(DefaultLines.mendedImpact).contains(client.current.text))
    }
  }

  @Test(
    "right behind amends, how that was for them is about what was amended",
    arguments: ShippedClients.names)
  func bare(name: String) throws {
    let harm = SampleReplies.judgment(9, .mild)
    let question = GradedReply(
      reply: "Thanks. And how was that for you?", grade: grade { $0.question = .open })
    let own = Self.texts(DefaultLines.mendedImpact)
    for seed in FrameTests.seeds {
      let client = try FrameTests.client(name, seed, [harm, SampleReplies.repair(10), question])
      #expect(own.contains(client.current.text))
      let later = try FrameTests.client(
        name, seed, [harm, SampleReplies.repair(10), SampleReplies.complex(11), question])
      #expect(!own.contains(later.current.text))
    }
  }

  @Test(
    "words that are taken back are not walked past where they had not been taken amiss",
    arguments: ShippedClients.names)
  func unnoticed(name: String) throws {
    let amends = GradedReply(
      reply: "That came out wrong. I put a label on you, and you were telling me about yourself.",
      grade: grade { $0.repair = true })
    for seed in FrameTests.seeds {
      let client = try FrameTests.client(name, seed, [amends])
      #expect(Self.texts(DefaultLines.unnoticedMiss).contains(client.current.text))
      let harmed = try FrameTests.client(name, seed, [SampleReplies.judgment(9, .mild), amends])
      #expect(ClientTests.texts(harmed, .repaired).contains(harmed.current.text))
    }
  }

  @Test(
    "a miss owned by its name is received in a word, though it cost nothing",
    arguments: [
      "Sorry, that was a clumsy way to ask. I went too fast.",
      "I called it a meltdown, and that's other people talking. I'm sorry.",
      "Sorry, I think I went too fast there. You told me about her hand and I asked for more.",
    ])
  func named(reply: String) throws {
    let own = Self.texts(DefaultLines.unnoticedMiss)
    for name in ShippedClients.names {
      func said(_ set: (inout Codes) -> Void) throws -> String {
        try FrameTests.client(name, 3, [GradedReply(reply: reply, grade: grade(set))]).current.text
      }
      #expect(own.contains(try said { $0.repair = true }))
      // What is said back beside it is what they go on from.
      let reflected = try said {
        $0.repair = true
        $0.reflection = .complex
      }
      #expect(!own.contains(reflected))
    }
  }

  @Test(
    "a sorry before a question for a fact leaves the fact to be told, where nothing was owed",
    arguments: [
      ("Sorry, how old is Ruth?", "Forty."), ("Sorry. I asked how old Ruth is.", "Forty."),
      ("Sorry. I asked if your sister knows you're here.", "She knows."),
      ("I mean how old is Ruth, sorry, I should have listened.", "Forty."),
    ])
  func courtesy(reply: String, fact: String) {
    var ada = AnswerTests.ada
    ada.facts = [
      Fact(asks: [.age], of: ["sister", "ruth", "she"], about: [], depth: 1, text: "Forty."),
      Fact(
        asks: [.truth], of: ["sister", "ruth", "she"], about: ["know", "knows", "here"], depth: 1,
        text: "She knows."),
    ]
    let amends = grade { $0.repair = true }
    var client = AnswerTests.atTheLake(ada)
    #expect(AnswerTests.said(client, reply, amends) == fact)
    client.answer("You've brought this on yourself.", grade: SampleReplies.judgment(1, .mild).grade)
    #expect(AnswerTests.said(client, reply, amends) != fact)
  }

  @Test("who asks after a hurt what they did is not taken to say nothing, whatever is found in it")
  func askedWithNothingFound() {
    var client = AnswerTests.atTheLake()
    client.answer("You've brought this on yourself.", grade: SampleReplies.judgment(1, .mild).grade)
    client.answer("Okay, I see.", grade: grade { _ in })
    let hurt = client.alliance.bond
    client.answer(
      "Sorry, was that too close? You don't have to go there.", grade: grade { _ in })
    #expect(client.alliance.bond >= hurt)
  }

  @Test("amends for what they have complained of are taken, and not said to be for nothing")
  func complaint() {
    var client = AnswerTests.atTheLake()
    client.current.text = "You all wrote me a letter in the wrong language."
    let letter = "I'm sorry for this letter. It was our mistake, and we did not listen."
    func said(_ reply: String) -> String {
      AnswerTests.said(client, reply, grade { $0.repair = true })
    }
    #expect(Self.texts(DefaultLines.complaintHeard).contains(said(letter)))
    #expect(
      Self.texts(DefaultLines.unnoticedMiss).contains(said("Sorry, I asked about that too fast.")))
    client.current.text = "My brother sang."
    #expect(!Self.texts(DefaultLines.complaintHeard).contains(said(letter)))
  }

  @Test(
    "however the service's mistake is owned, and whatever was found in it, they take that",
    arguments: [
      "That was our mistake. I'm sorry.", "That was our mistake.",
      "We wrote to you in the wrong language. I am sorry for that letter.",
      "I'm sorry about that letter, it was our mistake.",
      "Sorry about the letter. That shouldn't have happened.",
    ])
  func serviceOwned(reply: String) {
    let heard = Self.texts(DefaultLines.complaintHeard)
    for graded in [grade { _ in }, grade { $0.repair = true }] {
      var client = AnswerTests.atTheLake()
      client.current.text = "I told your office, and then a letter came in the wrong language."
      let before = client.alliance.bond
      #expect(heard.contains(AnswerTests.said(client, reply, graded)))
      client.current.text = "My brother sang."
      #expect(!heard.contains(AnswerTests.said(client, reply, graded)))
      client.answer(reply, grade: graded)
      #expect(client.alliance.bond == before)
    }
  }

  @Test(
    "asked whether the trainee came too near, where nothing was amiss, they say so",
    arguments: ShippedClients.names)
  func tooNear(name: String) throws {
    let question = "I followed you there, and you went on to the platform. Did I come too near?"
    let codes: [(inout Codes) -> Void] = [
      {
        $0.repair = true
        $0.reflection = .complex
        $0.question = .closed
      },
      { $0.question = .closed },
    ]
    for set in codes {
      let client = try FrameTests.client(
        name, 3, [GradedReply(reply: question, grade: grade(set))])
      #expect(Self.texts(DefaultLines.unnoticedMiss).contains(client.current.text))
    }
  }

  @Test(
    "so they do whatever is said back beside it, where the trainee's own part stands before it",
    arguments: [
      ("You went to Idris there, and I'd asked about us. Was that too much?", true),
      ("You went quiet. Did I lose you there?", true), ("Was that too much?", true),
      ("You worked two shifts a day. Was that too much?", false),
    ])
  func besideReflection(reply: String, isOwn: Bool) throws {
    let codes: [(inout Codes) -> Void] = [
      {
        $0.reflection = .simple
        $0.question = .closed
      },
      {
        $0.reflection = .simple
        $0.question = .closed
        $0.repair = true
      },
    ]
    for name in ["shona", "felix", "maya"] {
      for set in codes.prefix(isOwn ? 2 : 1) {
        var doubtful = grade(set)
        doubtful.unsure = [.reflection]
        for graded in [grade(set), doubtful] {
          let client = try FrameTests.client(name, 3, [GradedReply(reply: reply, grade: graded)])
          let isAnswered = Self.texts(DefaultLines.unnoticedMiss).contains(client.current.text)
          #expect(isAnswered == isOwn, "\(client.current.text)")
        }
      }
    }
  }

  @Test("an apology for nothing is not thanked for", arguments: ShippedClients.names)
  func nothingOwed(name: String) throws {
    for seed in FrameTests.seeds {
      let before = try FrameTests.client(name, seed, [])
      let client = try FrameTests.client(
        name, seed,
        [GradedReply(reply: "I said that too short.", grade: grade { $0.repair = true })])
      #expect(client.alliance.bond == before.alliance.bond)
      let thanks = client.vignette.reactions.prefaces[.respected] ?? []
      #expect(!thanks.contains { client.current.text.hasPrefix($0) }, "\(client.current.text)")
    }
  }

  @Test("a verdict on somebody of theirs is not answered as one on them")
  func judgedOther() throws {
    func said(_ verdict: String, in reply: String) throws -> String {
      var codes = Codes()
      codes.judgment = .mild
      codes.judgmentKind = .label
      let start = try #require(reply.range(of: verdict)).lowerBound
      let from = reply.utf8.distance(from: reply.startIndex, to: start)
      let evidence = Evidence(
        code: .judgment, value: "mild", span: from..<from + verdict.utf8.count, confidence: 0.9)
      let graded = Grade(codes: codes, evidence: [evidence], unsure: [], model: "by-hand@1")
      return try FrameTests.client("shona", 1, good: 1, [GradedReply(reply: reply, grade: graded)])
        .current.text
    }
    let own = Self.texts(DefaultLines.judgedOther)
    let list = "I think it is a bit nasty, to be honest"
    #expect(own.contains(try said(list, in: "You think it isn't a nasty list. \(list).")))
    #expect(own.contains(try said("He's a bully", in: "He's a bully.")))
    #expect(!own.contains(try said("You're childish", in: "You're childish.")))
    #expect(!own.contains(try said("That was naive", in: "That was naive.")))
  }

  @Test("nobody who was not harmed says that they were", arguments: ShippedClients.names)
  func unharmed(name: String) throws {
    let lines = Self.texts(DefaultLines.openImpact + DefaultLines.mendedImpact)
    for seed in FrameTests.seeds {
      let fresh = try FrameTests.client(name, seed, [Self.question])
      #expect(!lines.contains(fresh.current.text))
      let later = (10..<10 + AllianceParameters.standard.repliesToAskOfHarm).map {
        SampleReplies.complex($0)
      }
      let long = try FrameTests.client(
        name, seed,
        [SampleReplies.judgment(9, .mild), SampleReplies.repair(10)] + later + [Self.question])
      #expect(!lines.contains(long.current.text))
    }
  }
}
