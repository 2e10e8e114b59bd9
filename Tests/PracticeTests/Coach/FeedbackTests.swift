import Clients
import Foundation
import Grading
import LineProtocol
import Listening
import Scenarios
import TestSupport
import Testing
import Transcripts

@testable import Practice

@Suite("What a trainee is told besides the grade")
struct FeedbackTests {
  /// The feedback on a reply to the opening of a vignette.
  private func turn(
    _ vignette: String, _ reply: String,
    changing change: (inout Library) -> Void = { _ in }
  ) throws -> GradeTurn {
    var desk = try Desk(change)
    _ = desk.send(.begin(vignette: "foundations/\(vignette)", seed: 1))
    let answer = desk.send(.say(reply))
    return try #require(
      answer.items.compactMap { item in
        if case .event(.grade(let turn)) = item { turn } else { nil }
      }.first)
  }

  @Test("no example of the packs is taken to name a feeling that was not shown")
  func examplesFit() throws {
    let lines = try Repository.parts.get().library.packs.flatMap(\.vignettes)
      .flatMap { $0.storyLines + $0.askedLines + $0.answerLines }
    #expect(lines.count > 500)
    for line in lines {
      let feeling = Uptake.misnamedFeeling(
        in: line.example, to: line.text, telling: line.feelings)
      #expect(feeling == nil, "\(feeling ?? ""): \(line.example) \(line.feelings)")
    }
  }

  @Test("every feeling of the packs is known as pleasant, painful or neither")
  func feelingsKnown() throws {
    let vignettes = try Repository.parts.get().library.packs.flatMap(\.vignettes)
    let lines = vignettes.flatMap { $0.storyLines + $0.askedLines + $0.answerLines }
    let unknown = Set(lines.flatMap(\.feelings)).filter { !Uptake.knowsFeeling($0) }
    #expect(unknown == [])
  }

  @Test("another reply is offered where one falls short, and never the trainee's own")
  func alternative() throws {
    for vignette in ["maya", "ruth", "jonas", "callum"] {
      let short = try turn(vignette, "Okay, whatever.")
      #expect(short.alternative != nil)
      // An example that falls short itself, so that only its being the same keeps it back.
      func change(_ library: inout Library) {
        for pack in library.packs.indices {
          for index in library.packs[pack].vignettes.indices {
            library.packs[pack].vignettes[index].opening.example = "Okay, whatever."
          }
        }
      }
      #expect(try turn(vignette, "okay - WHATEVER", changing: change).alternative == nil)
      #expect(try turn(vignette, "Okay, then.", changing: change).alternative != nil)
    }
  }

  @Test("no example is held out that the grader takes for harm")
  func harmfulExample() throws {
    func change(_ library: inout Library) {
      for pack in library.packs.indices {
        for index in library.packs[pack].vignettes.indices {
          library.packs[pack].vignettes[index].opening.example = "It's your own fault, you know."
        }
      }
    }
    #expect(try turn("maya", "Okay, whatever.", changing: change).alternative == nil)
  }

  @Test("what there is to hear names every feeling that the reply left out")
  func cue() throws {
    let coach = try turn("maya", "Did you come by bus?").coach
    #expect(coach.contains("What to hear in this line: "))
    let parts = try Repository.parts.get()
    let line = try #require(
      parts.library.packs.flatMap(\.vignettes).first { $0.id == "maya" }?.opening)
    #expect(!line.feelings.isEmpty)
    for feeling in line.feelings { #expect(coach.contains(feeling), "\(coach)") }
  }

  @Test(
    "a reflection of a feeling that was not shown is asked about, whatever its depth",
    arguments: [Reflection.simple, .complex])
  func misnamedFeeling(depth: Reflection) throws {
    var line = ClientLine()
    (line.text, line.feelings) = ("They read it out and I went to the car.", ["ashamed", "lonely"])
    func coach(_ feeling: String) throws -> String {
      try feedback("You felt \(feeling), out there.", line: line) { $0.reflection = depth }
        .coach
    }
    let amiss = try coach("cheerful")
    #expect(amiss.contains("“cheerful”"))
    #expect(amiss.contains("ashamed, lonely"))
    #expect(try !coach("ashamed").contains("“ashamed”"))
  }

  @Test(
    "a feeling with a slip of typing in it is heard as the grader reads it",
    arguments: ["ruth", "roz", "hazel"])
  func slipOfTyping(vignette: String) throws {
    let right = try turn(vignette, "You felt ashamed out there.")
    let slip = try turn(vignette, "You felt ashmaed out there.")
    #expect(right.misnamedFeeling == "ashamed")
    #expect(slip.misnamedFeeling == "ashamed")
    #expect(slip.coach == right.coach)
  }

  @Test("what is answered in words of the trainee's own is not called unanswered")
  func answeredFreely() throws {
    var line = ClientLine()
    line.text = "I used to sleep on the hall floor, with my feet against the door."
    (line.depth, line.meaning) = (3, "The child kept watch alone.")
    let reply = "You made yourself a doorstop, so that nobody could go again."
    let affirmed = try feedback(reply, to: line.text, line: line) { $0.affirmation = true }
    #expect(!affirmed.coach.contains("Not yet answered"))
    let watched = try feedback("So you kept watch.", to: line.text, line: line) { _ in }
    #expect(!watched.coach.contains("Not yet answered"))
    #expect(try feedback("I see.", to: line.text, line: line) { _ in }.coach.contains("Not yet"))
  }

  @Test(
    "a moment that is left to the client in more than a few words is left to them, too",
    arguments: [
      "Neither did I. Stay there a moment, if you like.",
      "You can stay with that as long as you like.",
    ])
  func momentLeft(reply: String) throws {
    let coach = try feedback(reply, to: "I need a minute.", occasion: .time) { _ in }.coach
    #expect(coach == "They asked for time, and you left it to them.")
  }

  @Test("feelings strung together are told to be too many")
  func strungFeelings() throws {
    var line = ClientLine()
    (line.text, line.feelings) = ("They read it out and I went to the car.", ["ashamed", "lonely"])
    func coach(_ reply: String) throws -> String { try feedback(reply, line: line) { _ in }.coach }
    let strung = try coach("You're sad, hurt, angry and afraid.")
    #expect(strung.hasPrefix("So many feelings at once") && strung.contains("ashamed, lonely"))
    #expect(try !coach("You're ashamed, out there.").hasPrefix("So many feelings"))
  }

  @Test(
    "no other reply is offered where the moment asked for no more",
    arguments: [
      ("", Client.Occasion.time, true), ("Take your time.", .time, true), ("I see.", .talk, false),
      ("How many were there?", .time, false), ("See you next Thursday, then.", .talk, true),
      ("That's our time for today.", .talk, true), ("That was our time at school.", .talk, false),
    ])
  func suitsMoment(reply: String, occasion: Client.Occasion, suits: Bool) throws {
    var line = ClientLine()
    (line.text, line.example) = ("Give me a minute.", "It's a lot to find words for.")
    let asks = reply.hasSuffix("?")
    func alternative(_ change: (inout Codes) -> Void) throws -> String? {
      try feedback(reply, line: line, occasion: occasion, change).alternative?.text
    }
    #expect(try (alternative { $0.question = asks ? .closed : .none } == nil) == suits)
    #expect(try alternative(judge) != nil)
  }

  @Test(
    "the coach quotes what it speaks of, where that is a part of the reply",
    arguments: [
      (
        "The post came. You lost your temper, and that's on you alone, mate.", "that's on you alone"
      ),
      ("Sounds like excuses to me.", "Sounds like excuses to me."),
    ])
  func quotes(reply: String, words: String) throws {
    let coach = try feedback(reply, quoting: words, for: .judgment, judge).coach
    #expect(coach.contains("“\(words)”") == (words != reply))
  }

  @Test("what went beneath the client's words is quoted, unless it is unsure or a miss is owned")
  func namesTheReflection() throws {
    let reply = "Right. The knee is what you've told them, and your hands are what you know."
    let words = "your hands are what you know"
    func coach(_ unsure: [CodeName] = [], _ change: (inout Codes) -> Void) throws -> String {
      try feedback(reply, quoting: words, unsure: unsure, change).coach
    }
    #expect(try coach { $0.reflection = .complex }.contains("“\(words)”"))
    #expect(try !coach([.reflection]) { $0.reflection = .complex }.contains(words))
    #expect(try !coach { ($0.reflection, $0.repair) = (.complex, true) }.contains(words))
  }

  private static let told =
    "I drove up here in the rain. I nearly went home again, I was so ashamed."

  @Test("a reply that answers nothing of the client's words hears which, unless there was nothing")
  func unanswered() throws {
    let changes: [(inout Codes) -> Void] = [
      judge, { $0.question = .closed }, { $0.question = .open }, { $0.emotionalReaction = .weak },
      { $0.advice = .unsolicited }, { _ in },
    ]
    let words = "“I nearly went home again, I was so ashamed”"
    for change in changes {
      let coach = try feedback("Hm, and now then.", to: Self.told, change).coach
      #expect(coach.contains(words), "\(coach)")
      let other = try feedback("Home again, and ashamed.", to: Self.told, change).coach
      #expect(!other.contains("“I nearly"), "\(other)")
      for occasion in [Client.Occasion.time, .withdrawal, .farewell] {
        let coach = try feedback("Hm, and now then.", to: Self.told, occasion: occasion, change)
          .coach
        #expect(!coach.contains(words), "\(coach)")
      }
    }
    var small = ClientLine()
    (small.text, small.depth) = (Self.told, 1)
    #expect(try !feedback("Hm, well.", to: Self.told, line: small) { _ in }.coach.contains(words))
    small.depth = 2
    #expect(try feedback("Hm, well.", to: Self.told, line: small) { _ in }.coach.contains(words))
  }

  @Test("what precedes a line is not quoted as the client's")
  func preface() throws {
    var line = ClientLine()
    (line.text, line.depth) = ("They sold the boat at the sale.", 2)
    let client = "Sorry, I was so ashamed a second ago. " + line.text
    let coach = try feedback("Hm, well.", to: client, line: line) { _ in }.coach
    #expect(coach.contains("“They sold the boat") && !coach.contains("ashamed"))
  }

  @Test("a simple reflection hears what lies beneath the line")
  func beneath() throws {
    var line = ClientLine()
    (line.feelings, line.meaning) = (["ashamed"], "He fears to be seen.")
    let coach = try feedback("You drove.", to: Self.told, line: line) { $0.reflection = .simple }
      .coach
    #expect(coach.contains("He fears to be seen."))
  }

  @Test("a simple reflection that says what lies beneath does not hear it as missing")
  func reachesBeneath() throws {
    var line = ClientLine()
    line.meaning = "He fears to be seen at the gate."
    let coach = try feedback("You feared to be seen at the gate.", to: Self.told, line: line) {
      $0.reflection = .simple
    }.coach
    #expect(!coach.contains("What may lie beneath"))
    let part = try feedback("You feared it.", to: Self.told, line: line) { $0.reflection = .simple }
    #expect(CoachLines.partOfMeaning.contains { part.coach.hasPrefix($0) })
  }

  /// What the coach says of the same reply turn after turn.
  private func coaches(
    of reply: String, count: Int, line: ClientLine, _ change: (inout Codes) -> Void
  ) throws -> [String] {
    var earlier: [GradeTurn] = []
    for turn in 1...count {
      let feedback = try feedback(
        reply, to: Self.told, turn: turn, line: line, earlier: earlier, change)
      var codes = Codes()
      change(&codes)
      earlier.append(
        GradeTurn(
          turn: turn, grade: Grade(codes: codes, evidence: [], unsure: [], model: "by-hand@1"),
          coach: feedback.coach))
    }
    return earlier.map(\.coach)
  }

  @Test("after a reply that met the client the coach has another thing to try from turn to turn")
  func further() throws {
    var line = ClientLine()
    (line.text, line.feelings) = (Self.told, ["ashamed"])
    let coaches = try coaches(of: "Rain.", count: 12, line: line) { $0.reflection = .complex }
    for (number, coach) in coaches.enumerated() {
      #expect(!coaches[..<number].suffix(3).contains(coach), "\(coach)")
    }
    #expect(coaches.contains { $0.hasSuffix(": ashamed.") })
    #expect(coaches.contains { $0.contains("“I nearly went home again, I was so ashamed”") })
    #expect(coaches.count { $0.contains("Now give them time") } < 3)
  }

  @Test("a client who has just been asked something is not given time besides")
  func noWaitingAfterAQuestion() throws {
    let coaches = try coaches(of: "Rain. And then?", count: 12, line: ClientLine()) {
      ($0.reflection, $0.question) = (.complex, .open)
    }
    for coach in coaches {
      #expect(!coach.contains("give them time") && !coach.contains("before you add"))
    }
  }

  @Test("a client who asked for time is given it, by silence or by few words")
  func time() throws {
    func coach(_ reply: String, _ change: (inout Codes) -> Void = { _ in }) throws -> String {
      try feedback(reply, to: "I need a minute.", occasion: .time, change).coach
    }
    #expect(try coach("") == "They asked for time, and you gave it.")
    #expect(try coach("Take all the time you need.").contains("left it to them"))
    #expect(try coach("What is it?") { $0.question = .open }.contains("few words, or none"))
    #expect(try coach("You rushed there.", judge).contains("fault"))
  }

  @Test("a client who has drawn back is not met by silence")
  func withdrawal() throws {
    let coach = try feedback("", to: "Okay. That's great, thanks.", occasion: .withdrawal) { _ in }
      .coach
    #expect(coach.contains("drawn back") && !coach.contains("Not yet answered"))
  }

  @Test("three questions in one reply are told of, two are not")
  func pile() throws {
    let three = "How long have you managed like that? Does he know? Have you told Amina?"
    let coach = try feedback(three, to: Self.told) { $0.question = .closed }.coach
    #expect(coach.hasPrefix("Three questions in one reply"))
    let two = try feedback("Does he know? Have you told Amina??", to: Self.told) {
      $0.question = .closed
    }.coach
    #expect(!two.contains("questions in one reply"))
  }

  @Test(
    "a tag that tells the client what they do is told of",
    arguments: [
      ("You're avoiding people, aren't you?", "aren't you"),
      ("So you don't talk to her, do you?", "do you"),
      ("It was late. You drove, didn’t you?", "didn’t you"), ("It rained, didn't it?", nil),
      ("Are you tired?", nil), ("What did you do?", nil),
    ])
  func tags(reply: String, tag: String?) throws {
    let coach = try feedback(reply, to: Self.told) { $0.question = .closed }.coach
    #expect(coach.contains("asks them to agree") == (tag != nil))
    if let tag { #expect(coach.hasPrefix("“\(tag)?”")) }
  }

  @Test("of a long reply the coach says so, unless the client spoke longer or there is a slip")
  func long() throws {
    let reply = "You turned round. " + String(repeating: "And so on it went. ", count: 12)
    let longer = String(repeating: "I went on. ", count: 30)
    func coach(_ client: String, _ change: (inout Codes) -> Void) throws -> String {
      try feedback(reply, to: client, quoting: "You turned round", change).coach
    }
    let told = try coach(Self.told) { $0.reflection = .complex }
    #expect(told.contains("63 words to their 16") && told.contains("“You turned round”"))
    #expect(try !coach(longer) { $0.reflection = .complex }.contains("63 words"))
    #expect(try !coach(Self.told, judge).contains("63 words"))
  }

  @Test("silence is told of as silence, and otherwise after what goes deep")
  func silence() throws {
    var line = ClientLine()
    let shallow = try feedback("", to: Self.told, line: line) { _ in }.coach
    line.depth = 4
    let deep = try feedback("", to: Self.told, line: line) { _ in }.coach
    #expect(shallow != deep)
    for coach in [shallow, deep] { #expect(coach.hasPrefix("Silence")) }
  }

  @Test(
    "a question for leave is not told off as a closed one",
    arguments: [
      "May I share a thought with you?", "Would it be all right if I said what I noticed?",
      "Would you mind if I told you how this works?",
      "Would it help if I said what I heard so far?",
    ])
  func leave(reply: String) throws {
    let asked = try feedback(reply) { $0.question = .closed }
    #expect(asked.remark == "closed, but it asks for leave")
    #expect(asked.coach.hasPrefix("You asked for leave first"))
    #expect(asked.alternative == nil)
    // One that presses besides is told of that; and so is a plain closed question.
    let pressing = try feedback(reply) { ($0.question, $0.advice) = (.closed, .unsolicited) }
    #expect(pressing.remark == nil && !pressing.coach.hasPrefix("You asked for leave"))
    let plain = try feedback("Did you come by bus?") { $0.question = .closed }
    #expect(plain.remark == nil && !plain.coach.hasPrefix("You asked for leave"))
  }

  @Test("what was told before is not gone through anew for each reply", .timeLimit(.minutes(1)))
  func longSession() {
    let told = Array(repeating: "Say back what you heard before you ask.", count: 1 << 21)
    let grade = Grade(codes: Codes(), evidence: [], unsure: [], model: "by-hand@1")
    for turn in 1...20_000 {
      #expect(Feedback(reply: "Mm.", turn: turn, grade: grade, told: told).turn == turn)
    }
  }

  @Test("a closed question about suicide is remarked on beside its score, and another is not")
  func remark() throws {
    func remark(_ reply: String) throws -> String? {
      try feedback(reply) { $0.question = .closed }.remark
    }
    #expect(try remark("Are you thinking of killing yourself?") != nil)
    #expect(try remark("Did you come by bus?") == nil)
  }
}
