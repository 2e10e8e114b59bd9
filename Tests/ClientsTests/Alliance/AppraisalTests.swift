import Clients
import Foundation
import Listening
import Testing

@Suite("How a reply lands")
struct AppraisalTests {
  static let line = "I sat in the car park until the windows fogged up."

  static func appraisal(
    _ reply: String, earlier: [String] = [], unsure: [CodeName] = [],
    _ set: (inout Codes) -> Void
  ) -> Appraisal {
    var graded = grade(set)
    graded.unsure = unsure
    return Appraisal(reply: reply, grade: graded, to: line, earlier: earlier)
  }

  @Test("a complex reflection understands more than a simple one")
  func reflection() {
    let simple = Self.appraisal("You waited there.") { $0.reflection = .simple }
    let complex = Self.appraisal("Half of you wanted to go.") { $0.reflection = .complex }
    #expect(0 < simple.understood && simple.understood < complex.understood)
    #expect(complex.understood == 1)
  }

  @Test("a question that asks for leave shares power and narrows nothing")
  func leave() {
    let asking = Self.appraisal("Would it help if I told you how this works?") {
      $0.question = .closed
      $0.collaboration = true
    }
    #expect(asking.questioned == 0 && asking.collaborated == 1)
    #expect(Self.appraisal("Did you ring?") { $0.question = .closed }.questioned > 0)
  }

  @Test(
    "a yes to a client who asks for leave respects them, and is no order",
    arguments: [
      ("Can I tell you a different thing instead?", "Yes please.", true),
      ("Can I tell you a different thing instead?", "Sure, go ahead.", true),
      ("There was a row.", "Yes please.", false),
    ])
  func leaveGiven(line: String, reply: String, isGiven: Bool) {
    let given = Appraisal(
      reply: reply, grade: grade { ($0.judgment, $0.judgmentKind) = (.mild, .order) }, to: line,
      earlier: [])
    let harm = given.judged + given.pressured
    #expect((given.respected > 0) == isGiven && (harm == 0) == isGiven)
  }

  @Test(
    "a client's own words handed back tell them nothing",
    arguments: [
      "I sat in the car park until the windows fogged up.",
      "You sat in the car park until the windows fogged up.",
      "SO YOU SAT IN THE CAR PARK UNTIL THE WINDOWS FOGGED UP", "The windows fogged up.",
    ])
  func parrot(reply: String) {
    #expect(Self.appraisal(reply) { $0.reflection = .simple }.understood == 0)
  }

  @Test(
    "an echo of a word or two, or words with something added, is a reflection",
    arguments: [
      "Fogged up.", "You sat there, unsure whether to come in.", "Until you couldn't see out.",
    ])
  func echo(reply: String) {
    #expect(Self.appraisal(reply) { $0.reflection = .simple }.understood > 0)
  }

  @Test("whatever else a judging reply does is not heard")
  func judgmentDrowns() {
    let appraisal = Self.appraisal("You waited, like a coward. How was it?") {
      $0.reflection = .complex
      $0.question = .open
      $0.affirmation = true
      $0.judgment = .mild
    }
    #expect(appraisal.judged == 0.5)
    #expect(appraisal.understood + appraisal.explored + appraisal.respected == 0)
  }

  @Test("what the grader only half believes to be a slip does not drown the rest")
  func slip() {
    let appraisal = Self.appraisal("You waited.", unsure: [.misreading]) {
      $0.reflection = .complex
      $0.misreading = true
    }
    #expect(appraisal.misread > 0 && appraisal.understood == 1)
  }

  @Test(
    "what the grader only half believes to be judgment is none",
    arguments: [Judgment.mild, .strong])
  func slight(strength: Judgment) {
    func appraisal(_ unsure: [CodeName]) -> Appraisal {
      Self.appraisal("You waited.", unsure: unsure) {
        $0.reflection = .complex
        $0.judgment = strength
      }
    }
    #expect(appraisal([.judgment]).judged == 0 && appraisal([.judgment]).understood == 1)
    #expect(appraisal([]).judged > 0 && appraisal([]).understood == 0)
  }

  @Test(
    "mild judgment in a plain answer to what the client asked for yes or no is none",
    arguments: [
      ("Is it only you? I looked at everybody.", "Yes, it's only me who hears this.", true),
      ("Is it only you? I looked at everybody.", "It's just me in here.", true),
      ("Can I tell you a smaller thing instead?", "Of course, a smaller thing is fine.", true),
      ("Could we stop a bit early?", "Yes please.", true),
      ("Is it only you? I looked at everybody.", "No, you're making too much of it.", false),
      ("Is it only you? I looked at everybody.", "Yes, he's a fool.", false),
      ("Is it only you? I looked at everybody.", "It's only a bus.", false),
      ("He asked, 'Is it only you?'", "Yes, it's only me who hears this.", false),
      ("I came by bus.", "Yes, it's only me who hears this.", false),
    ])
  func plainAnswer(line: String, reply: String, isPlain: Bool) {
    for kind in [JudgmentKind.moralize, .order] {
      func appraisal(_ strength: Judgment) -> Appraisal {
        let graded = grade {
          $0.judgment = strength
          $0.judgmentKind = kind
        }
        return Appraisal(reply: reply, grade: graded, to: line, earlier: [])
      }
      let mild = appraisal(.mild)
      #expect((mild.judged == 0 && mild.pressured == 0) == isPlain)
      #expect(appraisal(.strong).judged == 1)
    }
  }

  @Test("harsh words named to take them back are no judgment, where the grader is unsure of one")
  func apology() {
    func appraisal(_ unsure: [CodeName]) -> Appraisal {
      Self.appraisal("That was a cheap thing to say, and I'm sorry.", unsure: unsure) {
        $0.judgment = .strong
        $0.repair = true
      }
    }
    #expect(appraisal([.judgment]).judged == 0 && appraisal([.judgment]).repaired == 1)
    #expect(appraisal([]).judged == 1)
  }

  @Test("orders and warnings press as advice does", arguments: JudgmentKind.allCases)
  func orders(kind: JudgmentKind) {
    let appraisal = Self.appraisal("Go home.") {
      $0.judgment = .strong
      $0.judgmentKind = kind
    }
    #expect((appraisal.pressured > 0) == (kind == .order || kind == .warn))
  }

  @Test(
    "mild judgment that tells what to do presses as advice does, and is not how to be",
    arguments: [
      ("You really ought to tell your mam.", true), ("You should just go and ask him.", true),
      ("You ought to be ashamed.", false), ("You should know better.", false),
    ])
  func urging(reply: String, presses: Bool) {
    let appraisal = Self.appraisal(reply) {
      $0.judgment = .mild
      $0.judgmentKind = .moralize
    }
    #expect((appraisal.pressured > 0) == presses)
    #expect(appraisal.judged == (presses ? 0.4 : 0.5))
  }

  @Test("words that end the hour are no order, whatever they were graded")
  func ending() {
    func appraisal(_ reply: String, verdict: String) -> Appraisal {
      var graded = grade {
        $0.judgment = .strong
        $0.judgmentKind = .order
      }
      let span = 0..<verdict.utf8.count
      graded.evidence = [
        Evidence(code: .judgment, value: "order", span: span, confidence: 0.8)
      ]
      return Appraisal(reply: reply, grade: graded, to: Self.line, earlier: [])
    }
    let end = appraisal("It's time to stop now. Goodbye, Ruth.", verdict: "It's time to stop now.")
    #expect(end.judged == 0 && end.pressured == 0)
    let order = appraisal("Go home now. Goodbye, Ruth.", verdict: "Go home now.")
    #expect(order.judged == 1 && order.pressured > 0)
  }

  @Test("advice with permission is shared work, without it pressure")
  func advice() {
    let asked = Self.appraisal("May I suggest something?") { $0.advice = .permitted }
    let unasked = Self.appraisal("You should walk more.") { $0.advice = .unsolicited }
    #expect(asked.pressured == 0 && asked.collaborated > 0)
    #expect(unasked.pressured > 0 && unasked.collaborated == 0)
  }

  /// Every part of an appraisal.
  static let parts: [KeyPath<Appraisal, Double> & Sendable] = [
    \.understood, \.explored, \.respected, \.collaborated, \.agreed, \.transparent, \.noticed,
    \.repaired, \.pressured, \.judged, \.ignored, \.misread, \.questioned,
  ]

  @Test(
    "where the grader is unsure of a code, the client reacts half as much, and not at all to judgment",
    arguments: CodeName.allCases)
  func unsure(code: CodeName) throws {
    let moves: Set<CodeName> = Set(CodeName.allCases)
      .subtracting([.information, .emotionalReaction, .interpretation, .exploration])
    for value in CodeVariable.code(code).values.dropFirst() {
      let written = value == "yes" ? "true" : Int(value).map(String.init) ?? "\"\(value)\""
      let codes = try JSONDecoder().decode(
        Codes.self, from: Data("{\"\(code.rawValue)\":\(written)}".utf8))
      func amounts(_ reply: String, _ unsure: [CodeName]) -> [Double] {
        let appraisal = Self.appraisal(reply, unsure: unsure) { $0 = codes }
        return Self.parts.map { appraisal[keyPath: $0] }
      }
      let sure = amounts("You were torn.", [])
      #expect(sure.contains { $0 > 0 } == moves.contains(code), "\(code) \(value)")
      #expect(
        amounts("You were torn.", [code]) == sure.map { code == .judgment ? 0 : $0 / 2 },
        "\(code) \(value)")
    }
  }

  @Test("a question of which the grader is unsure settles half as much of what the work is for")
  func unsureAgreement() {
    func appraisal(_ unsure: [CodeName]) -> Appraisal {
      Self.appraisal("What would you like to get out of this?", unsure: unsure) {
        $0.question = .open
      }
    }
    #expect(appraisal([]).agreed == 1)
    #expect(appraisal([.question]).agreed == 0.5)
  }

  @Test("a code that is sure counts in full beside one that is not")
  func sureBeside() {
    let appraisal = Self.appraisal("You were torn.", unsure: [.affirmation, .falseReassurance]) {
      $0.affirmation = true
      $0.autonomy = true
      $0.falseReassurance = true
      $0.selfDisclosure = .takeover
    }
    #expect(appraisal.respected == 0.8 && appraisal.ignored == 1)
  }

  @Test("no words are silence", arguments: ["", "   ", "…", "?!", "\n"])
  func silence(reply: String) {
    #expect(Self.appraisal(reply) { _ in }.ignored == 1)
  }

  @Test("the same reply again gives nothing, whatever its grade")
  func again() {
    let reply = "Part of you wanted to drive away, and part of you came up."
    let fresh = Self.appraisal(reply) { $0.reflection = .complex }
    #expect(fresh.understood == 1 && fresh.ignored == 0)
    for earlier in [[reply], [reply.uppercased(), "Mm."], [reply, "Mm.", "And then?"]] {
      let again = Self.appraisal(reply, earlier: earlier) { $0.reflection = .complex }
      #expect(again.understood == 0 && again.ignored == 1)
    }
  }

  @Test("a short question may be asked again later, but not at once")
  func shortAgain() {
    let reply = "How was that for you?"
    #expect(Self.appraisal(reply, earlier: [reply, "Mm."]) { $0.question = .open }.explored == 1)
    #expect(Self.appraisal(reply, earlier: ["Mm.", reply]) { $0.question = .open }.ignored == 1)
  }

  @Test("the helper's own story ignores the client; a brief word of it does not")
  func disclosure() {
    #expect(Self.appraisal("Let me tell you mine.") { $0.selfDisclosure = .takeover }.ignored == 1)
    #expect(Self.appraisal("I get that too.") { $0.selfDisclosure = .brief }.ignored == 0)
    #expect(Self.appraisal("It'll be fine.") { $0.falseReassurance = true }.ignored == 0.5)
  }
}
