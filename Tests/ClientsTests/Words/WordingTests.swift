import Clients
import Listening
import Scenarios
import Testing

@testable import Clients

@Suite("Moves in the relationship that no code stands for")
struct WordingTests {
  /// A kind of move, what shows it and what looks like it and is none.
  struct Kind: Sendable, CustomTestStringConvertible {
    var name: String
    var rule: @Sendable (String) -> Bool
    var shown: [String]
    var near: [String]
    var testDescription: String { name }
  }

  static let kinds = [
    Kind(
      name: "an honest 'I don't know'", rule: { Wording($0).admitsNotKnowing },
      shown: [
        "I don't know.", "I honestly don't know what that is like.", "I'm not sure yet.",
        "I don’t have an answer to that.", "I can't imagine what that year was like.",
        "I don't know how to say this well.",
        "There is no button. I don't know if it works for you.",
        "I honestly don't know whether this will help.",
      ],
      near: [
        "You don't know.", "I don't know if that's sad.", "I don't know whether he came.",
        "I don't know why you stay with him.", "Do you know?",
        "I know what you should do.", "You're not sure yet.",
      ]),
    Kind(
      name: "agreeing on goals", rule: { Wording($0).agreesOnGoals },
      shown: [
        "What would you like to get out of this?", "What are you hoping for?",
        "What would make this hour worthwhile?", "What matters most to you here?",
        "Could we agree on a goal together?", "What shall we work on today?",
        "How would you know it had helped?",
      ],
      near: ["What was it like?", "You should aim higher, you know.", "What do you do?"]),
    Kind(
      name: "asking permission", rule: { Wording($0).asksPermission },
      shown: [
        "May I ask about him?", "Would it be all right if I said what I noticed?",
        "Do you mind if I check something?", "Could I share a thought?", "Shall we stay with that?",
        "Is it okay to talk about her?",
      ],
      near: ["You may be right.", "Mind the step.", "It's all right.", "It would be a pity."]),
    Kind(
      name: "keeping a boundary", rule: { Wording($0).keepsBoundary },
      shown: [
        "I can't meet outside the sessions.", "I won't text you between sessions.",
        "Between sessions I don't read messages.", "I can't promise you that.",
        "That's not something I can decide.",
      ],
      near: ["You can't meet her.", "What happens between sessions of yours at the gym?"]),
    Kind(
      name: "noticing a rupture", rule: { Wording($0).noticesRupture },
      shown: [
        "I notice something shifted just now.", "I wonder if I've upset you.",
        "You've gone quiet since I said that.", "Something has come between us.",
        "Did I hurt you?", "I think I'm losing you.", "You seem cross with me.",
      ],
      near: [
        "I wonder if you are lonely.", "You seem cross with him.", "He went quiet.",
        "Did he hurt you?", "I notice how you say her name.",
      ]),
    Kind(
      name: "asking to be told what they notice in the trainee", rule: { Wording($0).asksToBeTold },
      shown: [
        "If you ever see something on my face, I'd want you to tell me.",
        "If you ever see that face on me, I'd want you to say so.",
        "I might get it wrong, and I'd like you to tell me if I look like I'm judging you.",
      ],
      near: [
        "I'd like you to tell me when you feel it.", "I'd want you to tell her if I went.",
        "If you see him, tell him.", "Tell me if I've got that wrong.",
        "I'd like you to say more about it.",
      ]),
    Kind(
      name: "asking what they would like to say or ask", rule: { Wording($0).asksWish },
      shown: [
        "Do you want to tell me about your mum?", "Would you like to say more about it?",
        "Is there anything you want to ask me about the letter?",
        "I'd like to come back to her hand, if that's okay with you.",
      ],
      near: [
        "Do you want to tell her?", "Did you want to tell me?", "Is there anything you want?",
        "It's all right with her.", "Can you tell me where?",
      ]),
    Kind(
      name: "going at the client's pace", rule: { Wording($0).yields },
      shown: [
        "Okay, the lid is on. I will not lift it.", "I'll leave the buses.", "I won't push.",
        "I won't be too kind, then. You go slow, I can wait.",
        "Take it at whatever pace suits you.",
        "He stays where he is, until you want to mention him.",
      ],
      near: [
        "You won't push her.", "I will push you on that.", "You can't leave the house.",
        "You were slow.", "You had to wait until you were wanted.",
      ]),
    Kind(
      name: "owning a mistake", rule: { Wording($0).ownsMistake },
      shown: [
        "I was unfair.", "I was harsh.", "I was careless with that.", "I was unkind to you.",
        "I was too quick.", "That came out wrong, it isn't a fair word.",
        "That was unfair, what I said.", "I know I was clumsy about Ash.",
        "Fair enough. I'm telling you stuff you know.", "I was telling you what you already knew.",
      ],
      near: [
        "It came out wrong, and he laughed.", "That was unfair, what he said.", "You were unfair.",
        "You were tired, and I was too.", "I was too tired.", "You're telling me what you know.",
      ]),
    Kind(
      name: "an apology with an excuse in it", rule: { Wording($0).excusesItself },
      shown: [
        "I'm sorry, but you have to see it my way.", "I'm sorry if you felt judged.",
        "Sorry, I was only trying to help.", "I apologise, though it was true.",
        "Sorry, that's not what I meant.", "I'm sorry you feel that way.",
        "Sorry if that was blunt, but it's true.", "I'm sorry, but somebody had to say it.",
        "I stand by it, sorry.", "Sorry, I didn't mean it like that.",
        "I'm sorry for your loss, but you did ask.", "I'm sorry, I've had a bad week.",
      ],
      near: [
        "I'm sorry. I got that wrong.", "I'm sorry, that was unfair of me. How did it land?",
        "You were only trying to help.", "That's not what he meant.",
        "I'm sorry. It was hard, but you did it.", "I'm sorry, that's a lot, but you have gone on.",
        "I had no business with that idea, sorry. You were so pleased with the napkin.",
        "I'm sorry you had a bad week.", "I'm sorry that you are going through this.",
      ]),
    Kind(
      name: "the end told in time", rule: { Wording($0).announcesEnd },
      shown: [
        "We have ten minutes left.", "Our time is nearly up.",
        "We're coming to the end of our hour.",
        "Let's stop there for today.", "Before we finish, what was this like?",
        "We'll have to stop soon.", "Time's nearly up, can we go on from there next week?",
        "Time's up for today.",
      ],
      near: [
        "You left him ten minutes later.", "It has to end.", "You had to stop driving.",
        "At the end of the street.", "Three times up the stairs.",
        "I can do that: halfway, and ten minutes to go.",
        "I'll tell you when there's ten minutes left.",
        "We're not finishing, we have plenty of time before we finish.",
      ]),
    Kind(
      name: "a step until next time", rule: { Wording($0).proposesStep },
      shown: [
        "Would you be willing to notice that before next week?",
        "Could you try one evening of it before we meet again?",
        "What if you wrote it down, between now and next time, and kept it?",
      ],
      near: ["What did you do last week?", "Before he left, you tried.", "Try harder."]),
    Kind(
      name: "a promise to come back to something", rule: { Wording($0).promisedReturn != nil },
      shown: [
        "Next time we could come back to Bea.", "Let's start with that next week.",
        "We can pick that up when we meet again.",
        "In our next session I'd like to hear more about it.",
      ],
      near: ["Will he come back?", "What will you do next time?", "You went back to him."]),
  ]

  @Test("is found where it is said, and not in what looks like it", arguments: kinds)
  func found(kind: Kind) {
    for text in kind.shown { #expect(kind.rule(text), "\(text)") }
    for text in kind.near { #expect(!kind.rule(text), "\(text)") }
  }

  /// How a reply lands that a grader found these codes in.
  static func appraisal(_ reply: String, _ set: (inout Codes) -> Void = { _ in }) -> Appraisal {
    Appraisal(reply: reply, grade: grade(set), to: "I don't know.", earlier: [])
  }

  @Test("each counts for what it is")
  func counts() {
    #expect(Self.appraisal("I don't know what that is like.").transparent == 0.5)
    #expect(Self.appraisal("I can't meet outside the sessions.").transparent == 1)
    #expect(Self.appraisal("May I ask about him?").collaborated == 0.5)
    #expect(Self.appraisal("What are you hoping for?") { $0.question = .open }.agreed == 1)
    #expect(Self.appraisal("I wonder if I've upset you.").noticed == 1)
    #expect(Self.appraisal("You go slow, I can wait.").respected == 0.4)
    #expect(Self.appraisal("If you see it on me, I'd want you to say so.").transparent == 1)
    #expect(Self.appraisal("I don't know if this will help.").transparent == 0.5)
    #expect(
      Self.appraisal("I'll leave the van. Who drove?") { $0.question = .closed }.respected == 0)
    #expect(
      Self.appraisal("That happened to me once. And you?") { $0.selfDisclosure = .brief }.respected
        == 0.4)
    #expect(Self.appraisal("Let me tell you.") { $0.selfDisclosure = .takeover }.ignored == 1)
  }

  @Test("none of them is heard in a reply that judges", arguments: kinds)
  func drowned(kind: Kind) {
    for text in kind.shown {
      let landed = Self.appraisal(text) { $0.judgment = .strong }
      #expect(landed.transparent + landed.collaborated + landed.agreed + landed.respected == 0)
    }
  }

  @Test(
    "an apology without an excuse mends, one with an excuse only softens", arguments: Style.allCases
  )
  func excuse(style: Style) {
    let rupture = AllianceTests.ruptured(AllianceTests.someone(style))
    func after(_ reply: String) -> Alliance {
      var alliance = rupture
      alliance.receive(Self.appraisal(reply) { $0.repair = true }, turn: 9)
      return alliance
    }
    let plain = after("I got that wrong, and I'm sorry. How did it strike you?")
    let excused = after("I'm sorry, but I was only trying to help.")
    #expect(plain.rupture == .none && plain.bond > rupture.bond)
    #expect(excused.rupture != .none && excused.bond == rupture.bond)
  }

  @Test(
    "what the coach calls an excuse is one to the client, and nothing else is",
    arguments: [
      ("I blamed you for it and that was wrong of me. I'm sorry you had a bad week.", false),
      ("I blamed you for it and that was wrong of me. I'm sorry you've had a bad week.", false),
      ("I'm sorry to hear you had a rough night. I was too quick with you.", false),
      ("I'm sorry I rushed you when you'd had a bad week.", false),
      ("I'm sorry for what I said, and so sorry for your loss.", false),
      ("I'm sorry you are going through this.", false),
      ("I'm sorry that you're going through this.", false),
      ("I'm sorry, I've had a bad week.", true), ("I'm sorry you feel that way.", true),
      ("I'm sorry you were upset, but it's true.", true),
      ("I'm sorry for your loss, but you did ask.", true),
      ("I'm so sorry to hear that. I only meant to help.", true),
    ])
  func agreement(reply: String, isExcuse: Bool) {
    #expect(Client.Reply(reply).wording.excusesItself == isExcuse)
    #expect((Self.appraisal(reply).noticed > 0) == isExcuse)
    var alliance = AllianceTests.ruptured(AllianceTests.someone(.secure))
    alliance.receive(Self.appraisal(reply) { $0.repair = true }, turn: 9)
    #expect((alliance.rupture == .none) == !isExcuse)
  }

  @Test(
    "a reason beside a miss owned in plain words halves the amends, and does not cancel them",
    arguments: [
      "I'm sorry, I said it badly. I only wanted to ask how you sleep.",
      "I am sorry, I said it bad. I only wanted to ask how is your sleep. I did not want to blame you.",
      "Sorry, that was unfair of me. I've had a long day.",
    ], Style.allCases)
  func reasonBesideAmends(reply: String, style: Style) {
    let rupture = AllianceTests.ruptured(AllianceTests.someone(style))
    func after(_ reply: String) -> Alliance {
      var alliance = rupture
      alliance.receive(Self.appraisal(reply) { $0.repair = true }, turn: 9)
      return alliance
    }
    let half = after(reply)
    #expect(half.rupture == .none && half.bond > rupture.bond)
    #expect(half.bond < after("I'm sorry, I said it badly and blamed you.").bond)
    let excused = after("\(reply) But you did ask.")
    #expect(excused.rupture != .none && excused.bond == rupture.bond)
  }

  @Test("noticing a rupture wears it down where a nod does not", arguments: Style.allCases)
  func noticed(style: Style) {
    func lasts(_ reply: (Int) -> String) -> Int {
      var alliance = AllianceTests.ruptured(AllianceTests.someone(style))
      for turn in 9..<15 where alliance.rupture != .none && !alliance.isLost {
        alliance.receive(Self.appraisal(reply(turn)), turn: turn)
      }
      return alliance.rupture == .none ? 1 : 0
    }
    #expect(lasts { "\($0). I wonder if I've upset you." } == 1)
    #expect(lasts { "\($0). Okay, I see." } == 0)
  }

  @Test("asking what it is for moves the goal and not the bond")
  func goal() {
    var asked = AllianceTests.someone(.secure)
    var plain = asked
    asked.receive(Self.appraisal("What are you hoping for?") { $0.question = .open }, turn: 3)
    plain.receive(Self.appraisal("What was it like?") { $0.question = .open }, turn: 3)
    #expect(asked.goal > plain.goal && asked.bond == plain.bond)
  }

  @Test("an end told in time counts across sessions")
  func ending() throws {
    func next(_ last: String) throws -> Double {
      var client = Client(try #require(ShippedClients.vignette("wes")), seed: 1)
      client.answer("Part of you is tired.", grade: SampleReplies.complex(1).grade)
      client.answer(last, grade: grade { _ in })
      return client.memory(after: .ended).alliance.bond
    }
    #expect(try next("We have five minutes left.") > next("Okay, I see then."))
  }
}
