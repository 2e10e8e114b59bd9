import Listening
import Scenarios
import Testing
import Transcripts

@testable import Practice

@Suite("What a trainee who makes amends is told")
struct RepairFeedbackTests {
  @Test(
    "an apology that owns nothing is told what it lacks",
    arguments: [
      ("Sorry.", "Sorry is a beginning"), ("I'm sorry about that.", "Sorry is a beginning"),
      ("Sorry if that was blunt, but it's true.", "A reason beside a sorry"),
      ("I'm sorry, I only meant to help.", "A reason beside a sorry"),
      ("I'm sorry, I said it badly. I only wanted to help.", "You owned it, and the reason"),
    ])
  func apology(reply: String, told: String) throws {
    var line = ClientLine()
    line.text = "You think I'm making it up."
    var harmful = Codes()
    judge(&harmful)
    let harm = GradeTurn(
      turn: 1, grade: Grade(codes: harmful, evidence: [], unsure: [], model: "by-hand@1"), coach: ""
    )
    #expect(try feedback(reply, line: line, earlier: [harm]) { _ in }.coach.hasPrefix(told))
    #expect(try feedback(reply, line: line) { $0.repair = true }.coach.hasPrefix(told))
    let owned = try feedback("I'm sorry, I didn't believe you.", line: line) { $0.repair = true }
    #expect(!owned.coach.contains("sorry"))
    for sympathy in ["I'm so sorry to hear that. I only met her once.", "I'm so sorry."] {
      #expect(try !feedback(sympathy, line: line) { _ in }.coach.contains("sorry"))
    }
  }

  @Test(
    "an apology that says what it is for, before or after, is not told to name it",
    arguments: [
      "You told them clearly, and they wrote in a language that isn't yours. That was our mistake.",
      "I jumped in with an idea you hadn't asked for, sorry. You were so pleased with the napkin.",
    ])
  func namedApology(reply: String) throws {
    var line = ClientLine()
    line.text = "I drew it on a napkin, and a letter came to me in Arabic."
    for turn in 1...4 {
      let coach = try feedback(reply, turn: turn, line: line) { $0.repair = true }.coach
      #expect(!CoachLines.repair(named: false, invites: false).contains { coach.contains($0) })
      #expect(!coach.contains("A reason beside"))
    }
  }

  @Test(
    "what was said or asked of a miss one reply ago is not asked for again",
    arguments: [true, false])
  func goneOn(isNamed: Bool) throws {
    var line = ClientLine()
    line.text = "I thought, that's it now, she's gone off me."
    var codes = Codes()
    (codes.repair, codes.question) = (true, .open)
    let before = GradeTurn(
      turn: 1, grade: Grade(codes: codes, evidence: [], unsure: [], model: "by-hand@1"),
      coach: CoachLines.repair(named: isNamed, invites: true)[0])
    let coach = try feedback(
      "You asked me honestly and I told you off. I'm still here.", turn: 2, line: line,
      earlier: [before]
    ) { $0.repair = true }.coach
    let asking =
      CoachLines.repair(named: true, invites: false)
      + CoachLines.repair(named: false, invites: false)
    #expect(!asking.contains { coach.contains($0) }, "\(coach)")
    let bare = try feedback("Yes. I am sorry for it.", turn: 2, line: line, earlier: [before]) {
      $0.repair = true
    }.coach
    let asksForName = CoachLines.repair(named: false, invites: true)
    #expect(!(isNamed && asksForName.contains { bare.contains($0) }), "\(bare)")
  }

  @Test("who owns a question that missed is shown no other reply to what came of it")
  func ownedQuestion() throws {
    var line = ClientLine()
    (line.text, line.example) = ("Ooh, I'm rubbish at things like that.", "I made a quiz of it.")
    let owned = try feedback("It was a stupid question, it sounded like a test.", line: line) { _ in
    }
    #expect(owned.alternative == nil)
    #expect(try feedback("Come on, try.", line: line) { _ in }.alternative != nil)
    let again = try feedback("It sounded like a test. You must try, though.", line: line) {
      $0.advice = .unsolicited
    }
    #expect(again.alternative != nil)
  }

  @Test("who asks how a miss was, as told, is not sent to say back what they heard")
  func followedUp() throws {
    var (owned, open) = (Codes(), Codes())
    owned.repair = true
    open.question = .open
    func told(_ reply: String, after codes: Codes) throws -> String {
      let before = GradeTurn(
        turn: 1, grade: Grade(codes: codes, evidence: [], unsure: [], model: "by-hand@1"), coach: ""
      )
      return try feedback(reply, to: "It's all right.", earlier: [before]) { $0.question = .open }
        .coach
    }
    for reply in ["How was that for you, me pushing it?", "What was it like when I said that?"] {
      #expect(try told(reply, after: owned).hasPrefix("You asked how it was"))
      #expect(try !told(reply, after: open).hasPrefix("You asked how it was"))
    }
    #expect(try told("How was that for you?", after: owned).hasPrefix("You asked how it was"))
    #expect(try !told("How was school?", after: owned).hasPrefix("You asked how it was"))
  }

  @Test("of a repair the coach asks for what it lacks")
  func repair() throws {
    func coach(_ reply: String) throws -> String {
      try feedback(reply, to: "Well.", unsure: [.repair]) { $0.repair = true }.coach
    }
    #expect(try coach("I'm sorry, Ruth.").contains("ask how it was"))
    let whole = try coach("I spoke out of turn. How did that land with you?")
    #expect(whole.contains("and asked"))
    #expect(try coach("I blamed you for it, and I'm sorry.").contains("now leave room"))
  }

  @Test(
    "room for the client's view is what asks for that, and no question about something else",
    arguments: [
      ("Sorry, I jumped in with a fix there. What's the story with the door?", false),
      ("Sorry, that came out cold. It sounds like a lot of moving. Was it?", false),
      ("Sorry, I rushed you. Can I ask how old he is?", false),
      ("I gave you a verdict there, sorry. What was that like to hear?", true),
      ("I gave you a verdict there, sorry. Was it me?", true),
      ("I gave you a verdict there, sorry. Tell me how that was.", true),
    ])
  func room(reply: String, isThere: Bool) throws {
    let named = (
      asked: CoachLines.repair(named: true, invites: true),
      owned: CoachLines.repair(named: true, invites: false)
    )
    for turn in 1...4 {
      let coach = try feedback(reply, to: "Well.", turn: turn) {
        ($0.repair, $0.question) = (true, .closed)
      }.coach
      #expect((isThere ? named.asked : named.owned).contains { coach.hasPrefix($0) }, "\(coach)")
    }
  }

  @Test(
    "who only puts a question right owns nothing, whatever it is graded",
    arguments: [
      ("Sorry, I meant the row.", "You put right what you meant"),
      ("Sorry. I asked if your wife is home too.", "You put right what you meant"),
      ("In a mirror? I didn't get that, sorry. What do you mean?", "You said that you had not got"),
      ("Sorry, I did not understand. What is a mirror here?", "You said that you had not got"),
      ("Sorry, I didn't understand how hard it was for you.", nil),
      ("Sorry, I judged you there. I meant the row.", nil),
      ("I asked about the night and maybe that was too quick.", nil),
      ("Sorry, I only meant to help.", nil),
    ])
  func putRight(reply: String, told: String?) throws {
    let coach = try feedback(reply, to: "It's a mirror.") { $0.repair = true }.coach
    #expect(told.map { coach.hasPrefix($0) } ?? !coach.contains("You put right"), "\(coach)")
    // Where something had gone wrong, it is a beginning.
    var harmful = Codes()
    judge(&harmful)
    let harm = GradeTurn(
      turn: 1, grade: Grade(codes: harmful, evidence: [], unsure: [], model: "by-hand@1"), coach: ""
    )
    let after = try feedback(reply, to: "It's a mirror.", turn: 2, earlier: [harm]) {
      $0.repair = true
    }.coach
    #expect(!after.contains("You put right") && !after.contains("You said that you had not"))
    let reflected = try feedback(reply, to: "It's a mirror.") {
      ($0.repair, $0.reflection) = (true, .simple)
    }.coach
    #expect(!reflected.contains("owned the miss") || told == nil, "\(reflected)")
  }
}
