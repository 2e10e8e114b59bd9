import Clients
import Listening
import Repeatable
import Scenarios
import Testing

@testable import Clients

@Suite("Leave, time, secrecy and the end of a session")
struct FrameTests {
  static let seeds: [UInt64] = Array(0..<10)

  static func nothing(_ reply: String) -> GradedReply {
    GradedReply(reply: reply, grade: grade { _ in })
  }

  /// A client after some good replies and then these.
  static func client(_ name: String, _ seed: UInt64, good: Int = 4, _ answers: [GradedReply])
    throws -> Client
  {
    let listening = (1...max(good, 1)).prefix(good).map { SampleReplies.complex($0) }
    return try ClientTests.line(name, seed, listening + answers)
  }

  static func texts(_ client: Client, _ occasion: Reactions.Occasional) -> [String] {
    client.vignette.lines(for: occasion).map(\.text)
  }

  // MARK: - The end

  @Test(
    "told that the time is nearly over, a client begins nothing new, and says goodbye in the end",
    arguments: ShippedClients.names,
    [
      "We have five minutes left.", "We need to stop there for today.",
      "And so it was. Goodbye for today.",
    ])
  func ending(name: String, words: String) throws {
    for seed in Self.seeds {
      var client = try Self.client(name, seed, [Self.nothing(words)])
      #expect(Self.texts(client, .ending).contains(client.current.text))
      let depth = client.depth
      for turn in 6...20 where client.ending == nil {
        let reply = [SampleReplies.complex, SampleReplies.open, SampleReplies.closed][turn % 3](
          turn)
        client.answer(reply.reply, grade: reply.grade)
        #expect(ClientTests.topic(of: client) == nil, "\(client.current.text)")
        if client.ending == nil {
          #expect(!client.current.line.example.isEmpty && !client.current.line.why.isEmpty)
        }
      }
      #expect(client.ending == .closed && client.depth == depth)
    }
  }

  @Test("goodbyes that go to and fro cost nothing", arguments: ShippedClients.names)
  func goodbyes(name: String) throws {
    for seed in Self.seeds {
      var client = try Self.client(name, seed, [Self.nothing("We need to stop there for today.")])
      let bond = client.alliance.bond
      for words in ["Goodbye, and thank you for coming.", "See you next week.", "Bye, then."]
      where client.ending == nil {
        client.answer(words, grade: grade { _ in })
      }
      #expect(client.alliance.bond >= bond)
    }
  }

  @Test("who asks for a moment on the way out is given it by silence")
  func momentAtEnd() throws {
    var maya = try #require(ShippedClients.teller("maya"))
    maya.reactions.occasional[.ending] = [
      AnswerTests.line("I'll start on nothing else. I'll just sit here for a minute.", asked: false)
    ]
    var client = Client(maya, seed: 1)
    client.answer("We have five minutes left.", grade: grade { _ in })
    #expect(client.occasion == .time)
    var silent = client
    silent.answer("", grade: grade { _ in })
    #expect(silent.alliance.bond >= client.alliance.bond)
  }

  @Test(
    "a goodbye ends the hour, and a word about one does not",
    arguments: [
      ("And you turned the sign. Goodbye for today, Ramiro.", true), ("Bye then.", true),
      ("Well, goodbye, Felix.", true), ("Thank you. Goodbye until Monday.", true),
      ("Take care.", true), ("It's time to stop now. Goodbye, Ruth.", true),
      ("It is time to stop drinking.", false), ("You never said goodbye.", false),
      ("Goodbye was never said.", false), ("Goodbye is a hard word to say.", false),
      ("It was a long goodbye.", false),
    ])
  func goodbye(reply: String, ends: Bool) {
    #expect(Wording(reply).announcesEnd == ends)
  }

  @Test("asked about next time, a client answers as they would do", arguments: ShippedClients.names)
  func nextTime(name: String) throws {
    let end = Self.nothing("We have to stop here. Would you like to come again next week?")
    var unsure = 0
    for seed in Self.seeds {
      let warm = try Self.client(name, seed, [end])
      #expect(warm.returns && Self.texts(warm, .nextTime).contains(warm.current.text))
      let cool = try Self.client(name, seed, good: 0, [SampleReplies.judgment(1, .mild), end])
      guard !cool.returns, cool.alliance.rupture == .none else { continue }
      unsure += 1
      #expect(DefaultLines.unsureOfNextTime.map(\.text).contains(cool.current.text))
    }
    #expect(unsure > 0)
  }

  @Test("one who has told everything is on their way out, too", arguments: ShippedClients.names)
  func toldEverything(name: String) throws {
    var client = try Self.client(name, 1, good: 8, [])
    client.said.formUnion(client.vignette.topics.flatMap(\.lines).map(\.text))
    try #require(client.isFinished)
    client.answer("That's our time for today. Shall we meet next week?", grade: grade { _ in })
    #expect(DefaultLines.noNextTime.contains { client.current.text.hasSuffix($0.text) })
    #expect(client.occasion == .farewell)
  }

  @Test("harm and amends are answered at the end as ever", arguments: ShippedClients.names)
  func harmAtEnd(name: String) throws {
    let end = Self.nothing("We have five minutes left.")
    let judged = try Self.client(name, 1, [end, SampleReplies.judgment(9, .mild)])
    #expect(ClientTests.texts(judged, .judged).contains(judged.current.text))
    let owned = try Self.client(
      name, 1, [end, SampleReplies.judgment(9, .mild), SampleReplies.repair(10)])
    #expect(ClientTests.texts(owned, .repaired).contains(owned.current.text))
  }

  // MARK: - Leave

  @Test("asked for leave, a client gives it", arguments: ShippedClients.names)
  func leave(name: String) throws {
    let ask = GradedReply(
      reply: "Would it be OK if I explained how the sessions work?",
      grade: grade {
        $0.question = .closed
        $0.collaboration = true
      })
    let asked = try Self.client(name, 3, good: 1, [ask])
    #expect(Self.texts(asked, .leave).contains(asked.current.text))
    // What follows is not pressed on them, and information is answered.
    let advice = GradedReply(
      reply: "Some people write it down.", grade: grade { $0.advice = .unsolicited })
    let advised = try Self.client(name, 3, good: 1, [ask, advice])
    #expect(advised.alliance.bond >= asked.alliance.bond)
    let told = try Self.client(
      name, 3, good: 1,
      [ask, GradedReply(reply: "There are six.", grade: grade { $0.information = true })])
    #expect(ClientTests.texts(told, .transparent).contains(told.current.text))
  }

  @Test(
    "asked for leave again, a client gives it again; and what they allowed they answer",
    arguments: ShippedClients.names)
  func leaveTwice(name: String) throws {
    func ask(_ reply: String) -> GradedReply {
      GradedReply(
        reply: reply,
        grade: grade {
          $0.question = .closed
          $0.collaboration = true
        })
    }
    let first = ask("Would you like to hear something that helped other people?")
    let second = ask("Shall I tell you, or leave it?")
    let asked = try Self.client(name, 3, good: 1, [first, second])
    let leave = Self.texts(asked, .leave) + DefaultLines.leave.map(\.text)
    #expect(leave.contains(asked.current.text) && asked.occasion == .leave)
    let idea = GradedReply(
      reply: "Maybe you could write it down first. What do you think of that?",
      grade: grade { $0.question = .open })
    let told = try Self.client(name, 3, good: 1, [first, idea])
    #expect(
      (Self.texts(told, .offered) + DefaultLines.offered.map(\.text)).contains(told.current.text))
    // Nobody has given leave for it.
    let unasked = try Self.client(name, 3, good: 1, [idea])
    #expect(!Self.texts(unasked, .offered).contains(unasked.current.text))
  }

  @Test("told that the trainee knows somebody where they come from, a client takes that up")
  func acquaintance() throws {
    func told(_ reply: String) throws -> Client {
      try Self.client(
        "robyn", 3, good: 1, [GradedReply(reply: reply, grade: grade { $0.transparency = true })])
    }
    for reply in [
      "I should tell you that I work with someone from Peel, so that you know.",
      "Before you go on, my sister lives in Peel.", "I actually know someone from Peel.",
      "I knew your grandmother, from Peel.", "My neighbour comes from Peel.",
    ] {
      let client = try told(reply)
      let lines = Self.texts(client, .acquaintance) + DefaultLines.acquaintance.map(\.text)
      #expect(lines.contains(client.current.text), "\(reply)")
    }
    for reply in [
      "My sister lives in Lisbon.", "I work with a supervisor, who hears no names.",
      "I know how small Peel is.", "I know someone who lost a friend like that.",
    ] {
      let client = try told(reply)
      #expect(!Self.texts(client, .acquaintance).contains(client.current.text), "\(reply)")
    }
  }

  @Test("a question in the form of leave is no asking for leave")
  func questions() {
    for reply in [
      "Can I ask what happened?", "May I ask about him?", "Could you tell me more?",
      "Would you like to tell me about her?", "I can tell it hurts.",
      "Would you like to hear from her?", "Should I be worried?",
    ] {
      #expect(!Wording(reply).asksLeave, "\(reply)")
    }
    for reply in [
      "Would it help if I told you how confidentiality works here?",
      "Would it be alright if I said what I think might be going on?",
      "Would you like me to explain that?", "Could I share a thought?", "May I ask you something?",
      "Would you like to hear something that helped other people?",
      "You did not say if you'd like it. Shall I tell you, or leave it?", "Do you want my opinion?",
    ] {
      #expect(Wording(reply).asksLeave, "\(reply)")
    }
  }

  // MARK: - Time

  /// A client who has just asked for a moment.
  static func pausing(_ name: String) throws -> Client {
    for seed in UInt64(0)..<50 {
      var client = try ClientTests.client(name, seed)
      for turn in 1...30 where client.ending == nil {
        let reply = SampleReplies.complex(turn)
        client.answer("\(turn). So it is, and so it was.", grade: reply.grade)
        if client.current.occasion == .time { return client }
      }
    }
    throw NeverPauses()
  }

  struct NeverPauses: Error {}

  @Test("what was left alone is not gone back to as if it had only been waited for")
  func leftAlone() {
    var met = 0
    for vignette in ShippedClients.vignettes {
      for seed in Self.seeds {
        var client = Client(vignette, seed: seed)
        client.answer(
          "What would you have liked to say to them?", grade: grade { $0.question = .open })
        guard client.current.occasion == .later else { continue }
        met += 1
        #expect(client.occasion == .later)
        client.answer("There's no hurry.", grade: grade { _ in })
        let text = client.current.text
        #expect(!DefaultLines.resumingPrefaces.contains { text.hasPrefix($0) })
        #expect(client.alliance.rupture == .none)
      }
    }
    #expect(met > 0)
  }

  @Test(
    "silence that was asked for costs nothing, nor do few words that leave time",
    arguments: ShippedClients.names,
    [
      "", "I'm here.", "Of course.", "As long as you like.", "In your own time.", "I'm still here.",
      "Take it. There's no hurry.", "Take all the time you need.",
      "Neither did I. Stay there a moment, if you like.",
      "You can stay with that as long as you like.",
    ])
  func timeLeft(name: String, reply: String) throws {
    let pausing = try Self.pausing(name)
    var after = pausing
    after.answer(reply, grade: grade { _ in })
    #expect(after.alliance.bond >= pausing.alliance.bond)
    #expect(!ClientTests.texts(after, .ignored).contains(after.current.text))
    // Even where the grader takes it for an order.
    var ordered = pausing
    ordered.answer("Take your time.", grade: grade { $0.advice = .unsolicited })
    #expect(ordered.alliance.bond >= pausing.alliance.bond)
    // Speaking at length is no silence, and asking is no waiting.
    var asked = pausing
    asked.answer("Why is that?", grade: grade { $0.question = .closed })
    #expect(asked.alliance.bond <= after.alliance.bond)
  }

  @Test("nobody remarks on a silence that was none", arguments: ShippedClients.names)
  func noSilence(name: String) throws {
    for seed in Self.seeds {
      let client = try Self.client(
        name, seed, good: 1, [Self.nothing("Mm."), Self.nothing("Oh no."), Self.nothing("Yes.")])
      #expect(!Words.namesSilence(client.current.text), "\(client.current.text)")
    }
  }

  // MARK: - Secrecy and sorrow

  @Test("a promise of secrecy earns trust only with its limits")
  func secrecy() {
    func transparent(_ reply: String) -> Double {
      WordingTests.appraisal(reply) { $0.transparency = true }.transparent
    }
    for reply in [
      "Of course, this stays between us!", "Nothing you say leaves this room.",
      "I won't tell anyone.", "It's all completely confidential.", "Nobody will ever know.",
      "Who hears it? Nobody but me.", "I'll not tell him a thing.",
    ] {
      #expect(transparent(reply) == 0, "\(reply)")
    }
    for reply in [
      "This stays between us, unless I thought somebody was in danger.",
      "It's confidential, with one exception, and that is harm.",
      "I have a supervisor who hears about my cases without names.",
      "We have six sessions, and you decide what we do with them.",
    ] {
      #expect(transparent(reply) == 1, "\(reply)")
    }
  }

  @Test(
    "no example holds out a promise of secrecy that cannot be kept", arguments: ShippedClients.names
  )
  func examplesOfSecrecy(name: String) throws {
    for line in try #require(ShippedClients.vignette(name)).clientLines {
      let appraisal = WordingTests.appraisal(line.example) { $0.transparency = true }
      #expect(appraisal.transparent > 0, "\(line.example)")
    }
  }

  @Test(
    "after a hurt, an apology in other words counts although the grader finds none",
    arguments: [
      "I'm sorry, that wasn't fair.", "I had no business saying that.",
      "Sorry, my English is not good, I did not want to attack you.",
      "I blamed you for it and that was wrong of me. I'm sorry you had a bad week.",
    ])
  func apologies(reply: String) throws {
    let attack = SampleReplies.judgment(1, .strong)
    for name in ShippedClients.names {
      let hurt = try ClientTests.line(name, 1, [attack])
      let owned = try ClientTests.line(name, 1, [attack, Self.nothing(reply)])
      #expect(owned.alliance.bond > hurt.alliance.bond)
      #expect(ClientTests.texts(owned, .repaired).contains(owned.current.text))
    }
  }

  @Test(
    "an apology that does not say what it is for gives back less", arguments: ShippedClients.names)
  func bareApology(name: String) throws {
    let attack = SampleReplies.judgment(1, .strong)
    func owned(_ reply: String) throws -> Client {
      try ClientTests.line(name, 1, [attack, Self.nothing(reply)])
    }
    let hurt = try ClientTests.line(name, 1, [attack])
    let full = try owned("I'm sorry, I called you selfish.")
    for reply in [
      "Sorry.", "I apologise for any inconvenience caused.", "Sorry about that, anyway.",
    ] {
      let bare = try owned(reply)
      #expect(bare.alliance.bond > hurt.alliance.bond && bare.alliance.bond < full.alliance.bond)
      #expect(!ClientTests.texts(bare, .repaired).contains(bare.current.text))
    }
    for reply in [
      "Sorry if that was blunt, but it's true.", "I'm sorry, but somebody had to say it.",
      "I'm sorry, I didn't mean it like that, I've had a long day.",
    ] {
      #expect(try owned(reply).alliance.bond == hurt.alliance.bond, "\(reply)")
    }
  }

  @Test("sorrow for somebody, and an excuse, own nothing")
  func sympathy() throws {
    let attack = SampleReplies.judgment(1, .strong)
    for reply in [
      "I'm sorry for your loss.", "I'm sorry that happened to you.", "I'm so sorry to hear that.",
      "I'm sorry, but you have to see it my way.", "I'm sorry you're going through this.",
    ] {
      let hurt = try ClientTests.line("maya", 1, [attack])
      let after = try ClientTests.line("maya", 1, [attack, Self.nothing(reply)])
      #expect(after.alliance.bond <= hurt.alliance.bond, "\(reply)")
    }
  }
}
