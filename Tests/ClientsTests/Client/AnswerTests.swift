import Listening
import Scenarios
import Testing

@testable import Clients

@Suite("What a client answers to questions")
struct AnswerTests {
  // MARK: - A client with answers

  static func line(_ text: String, _ depth: Int = 1, asked: Bool = true) -> ClientLine {
    var line = ClientLine()
    (line.text, line.depth, line.meaning) = (text, depth, "Meaning of \(text)")
    (line.feelings, line.example, line.why) = (["sad"], "E \(text)", "W \(text)")
    if asked { line.asked = Asked(text: "Asked: \(text)", example: "AE \(text)") }
    return line
  }

  static let lake = [
    line("We had a boat, when I was small."), line("It leaked, and nobody minded."),
    line("One day she rowed out alone.", 2), line("I was on the jetty with my shoes off.", 3),
    line("I should have swum after her, I was the strong one.", 4),
  ]
  static let sister = [
    line("Ruth has a flat over the baker's."), line("She rings me when it rains.", 2),
    line("I let it ring.", 3), line("I can't be the one who is left.", 4),
  ]
  static let work = [
    line("I drive a van for the laundry."), line("I take the long way round.", 2),
    line("In the van nobody looks at me.", 3), line("I might not be there at all.", 4),
  ]

  static let ada: Vignette = {
    var ada = Vignette()
    ada.id = "ada"
    ada.opening = line("I came early, and then I walked round the block.")
    ada.topics = [
      Topic(id: "lake", title: "L", about: ["lake", "boat", "water", "jetty"], lines: lake),
      Topic(id: "sister", title: "S", about: ["sister", "ruth", "flat", "home"], lines: sister),
      Topic(id: "work", title: "W", about: ["work", "job", "van", "laundry"], lines: work),
    ]
    for kind in Inquiry.allCases {
      let depth = kind == .say ? 3 : kind == .others ? 2 : 1
      ada.answers[kind] = [line("To \(kind.rawValue).", depth, asked: false)]
    }
    ada.answers[.hopes]?.insert(line("To hopes, deep.", 3, asked: false), at: 0)
    for occasion in Reactions.Standing.allCases {
      ada.reactions.standing[occasion] = (1...6).map {
        line("\(occasion.rawValue) \($0)", asked: false)
      }
    }
    for preface in Reactions.Preface.allCases {
      ada.reactions.prefaces[preface] = ["\(preface.rawValue) a.", "\(preface.rawValue) b."]
    }
    ada.reactions.passedOver = ["passed over a.", "passed over b."]
    for closing in Closing.allCases { ada.closings[closing] = ["Bye \(closing.rawValue)."] }
    return ada
  }()

  static let open = grade { $0.question = .open }
  static let closed = grade { $0.question = .closed }
  static let simple = grade { $0.reflection = .simple }
  static let complex = grade { $0.reflection = .complex }

  /// Ada, who has just told the first line of the lake.
  static func atTheLake(_ vignette: Vignette = ada, seed: UInt64 = 1) -> Client {
    var client = Client(vignette, seed: seed)
    client.answer("Tell me about the lake.", grade: open)
    return client
  }

  /// Ada, whose trust carries anything.
  static func trusting(_ vignette: Vignette = ada, seed: UInt64 = 1) -> Client {
    var client = Client(vignette, seed: seed)
    for turn in 1...12 where client.alliance.depth < 4 {
      client.answer("\(turn). That took courage.", grade: SampleReplies.affirmation(turn).grade)
      client.answer("\(turn). Part of you wants it over.", grade: complex)
    }
    return client
  }

  static func said(_ client: Client, _ reply: String, _ grade: Grade = open) -> String {
    var client = client
    client.answer(reply, grade: grade)
    return client.current.text
  }

  // MARK: - Offered to be asked

  @Test("an offer to be asked is no question that they refuse")
  func offeredToBeAsked() {
    let text = Self.said(
      Self.atTheLake(), "Is there anything you want to ask me about the boat?", Self.closed)
    #expect(DefaultLines.nothingToAsk.map(\.text).contains(text), "\(text)")
  }

  // MARK: - What was just said

  @Test(
    "a question about what was just said is answered, without a word in front",
    arguments: [
      "What was that like?", "How was that for you?", "How did you feel?",
      "What did you make of that?", "Tell me more about that.", "Tell me more.",
      "What goes through your mind when you say it?", "What do you mean by that?",
      "What was it like in the boat?", "What's it like to have had a boat, compared to a flat?",
      "What stays with you about the boat?", "Say some more about that.", "How so?",
      "Can you tell me a bit more?", "How was it when you had the boat?", "Where were you in that?",
      "What was it like, when you were small?",
      "You had a boat. What was that like?", "In what way?",
    ])
  func last(question: String) {
    for seed in 1...5 {
      let client = Self.atTheLake(seed: UInt64(seed))
      #expect(Self.said(client, question) == "Asked: \(Self.lake[0].text)")
    }
  }

  @Test(
    "why, what happened, and what it was about are not answered by what it was like",
    arguments: [
      "Why?", "Why did she leave?", "How come?", "How come you had a boat?", "What happened?",
      "What's the story with it?", "What was that about?", "Tell me about the boat.",
      "What boat?", "Who was the boat for?", "What made it so?", "What did you say to him?",
      "What did you tell them?", "What happens when you're not in the boat?", "What else?",
      "What would you like me to know of the boat?",
    ])
  func notLike(question: String) {
    for seed in 1...5 {
      for grade in [Self.open, Self.closed] {
        let text = Self.said(Self.atTheLake(seed: UInt64(seed)), question, grade)
        #expect(!text.contains("Asked: "), "\(text)")
      }
    }
  }

  @Test(
    "where they name nothing else, the story's next line answers them",
    arguments: [
      "Why?", "How come?", "What happened?", "What's the story with it?", "What was that about?",
      "What did you say to him?", "Tell me about the boat.",
    ])
  func goesOn(question: String) {
    for seed in 1...5 {
      let text = Self.said(Self.atTheLake(seed: UInt64(seed)), question)
      #expect(text.hasSuffix(Self.lake[1].text), "\(text)")
    }
  }

  @Test(
    "what something was like that is of another topic alone is not told by the last line",
    arguments: [
      "What was it like to take the long way round in the van?", "What was the laundry like?",
      "What was it like, being a baker?",
    ])
  func ofAnotherTopic(question: String) {
    for seed in 1...5 {
      let text = Self.said(Self.atTheLake(seed: UInt64(seed)), question)
      #expect(text != "Asked: \(Self.lake[0].text)")
    }
  }

  @Test(
    "a sentence that begins with a word that asks and states something asks nothing",
    arguments: [
      ("What goes in the letter is only that you were here.", false),
      ("What you say here is between the two of us.", false),
      ("What happened that night was yours to tell.", false),
      ("What happened when he was small", true), ("What did you think it was", true),
      ("What was that like", true), ("What goes through your mind when you say it?", true),
      ("What goes in the letter is only that?", true),
      ("Which is why you came early.", false), ("I know what was in it.", false),
      ("I should say what goes in it.", false), ("Whose is the letter", true),
      ("Where's the letter", true), ("Sorry, what was in it", true),
    ])
  func stating(reply: String, asks: Bool) {
    #expect(Client.Reply(reply).question.isWorded == asks)
  }

  @Test("so is one about the opening")
  func opening() {
    let client = Client(Self.ada, seed: 1)
    #expect(Self.said(client, "What was that like?") == "Asked: \(Self.ada.opening.text)")
    #expect(Self.said(client, "What were you doing?") != "Asked: \(Self.ada.opening.text)")
  }

  @Test("a few of the client's words with the voice raised are a question for more")
  func echo() {
    #expect(Self.said(Self.atTheLake(), "A boat?", Self.closed) == "Asked: \(Self.lake[0].text)")
    #expect(Self.said(Self.atTheLake(), "Was it long ago?", Self.closed).hasPrefix("closed"))
  }

  @Test("the answer is judged by the line's own meaning, and told once; then the story goes on")
  func once() {
    var client = Self.atTheLake()
    client.answer("What was that like?", grade: Self.open)
    #expect(client.current.line.meaning == Self.lake[0].meaning)
    #expect(client.current.line.feelings == Self.lake[0].feelings)
    #expect(client.current.line.example == "AE \(Self.lake[0].text)")
    let next = Self.said(client, "And how was that for you?")
    #expect(next == Self.lake[1].text)
    #expect(Self.said(client, "It was yours.", Self.simple).hasSuffix(Self.lake[1].text))
  }

  @Test(
    "beside a reflection, only a question about what comes next has words in front that may answer it",
    arguments: [
      ("You had a boat. Was the boat all yours?", true),
      ("You had a boat. And in the boat, was there any room?", true),
      ("You had a boat. Have you told Ruth about it?", false),
      ("A boat of your own. Who paid for it?", false),
      ("You had a boat. Was it leaky, when it leaked?", false),
      ("You had a boat, didn't you?", false), ("How much you liked it. You could float.", false),
    ])
  func sideways(reply: String, isSaid: Bool) {
    let reflected = grade {
      $0.reflection = .simple
      $0.question = reply.contains("?") ? .closed : .none
    }
    // Whether or not the line before had a word in front.
    for hadPreface in [false, true] {
      var client = Self.atTheLake()
      client.lastHadPreface = hadPreface
      let text = Self.said(client, reply, reflected)
      #expect(text.hasSuffix(Self.lake[1].text))
      #expect(DefaultLines.deferringPrefaces.contains { text.hasPrefix($0) } == isSaid)
    }
  }

  @Test("each question that stays open is passed over in words, and none of them comes twice")
  func eachTime() {
    var ada = Self.ada
    ada.answers = [:]
    ada.topics[0].lines = (1...16).map { Self.line("We rowed, the day \($0).", asked: false) }
    let passing =
      DefaultLines.deferringPrefaces.union(DefaultLines.unanswered.map(\.text))
      .union(ada.reactions.passedOver)
    let graded = grade {
      $0.reflection = .simple
      $0.question = .closed
    }
    var client = Self.atTheLake(ada)
    var words: Set<String> = []
    for turn in 1...12 {
      client.answer("It was \(turn). Was the boat all yours?", grade: graded)
      let front = client.current.text.dropLast(client.current.line.text.count + 1)
      #expect(passing.contains(String(front)), "\(client.current.text)")
      #expect(words.insert(String(front)).inserted)
    }
  }

  @Test(
    "a word that promises an answer stands only before a line that is on what was asked",
    arguments: [
      ("What happened?", false), ("Why?", false), ("What's that like on the jetty?", false),
      ("What was it that leaked?", true), ("And then?", true),
      ("What would she do if it leaked?", false),
    ])
  func promised(question: String, isPromised: Bool) {
    var promised = 0
    for seed in UInt64(1)...20 {
      let client = Self.atTheLake(seed: seed)
      guard client.current.text == Self.lake[0].text else { continue }
      var plain = client
      plain.current.line.asked = nil
      plain.told[plain.told.count - 1].asked = nil
      let text = Self.said(plain, question)
      #expect(text.hasSuffix(Self.lake[1].text), "\(text)")
      let promises = DefaultLines.sideways.filter { !DefaultLines.deferringPrefaces.contains($0) }
      if (promises + ["explored"]).contains(where: { text.hasPrefix($0) }) { promised += 1 }
    }
    #expect((promised > 0) == isPromised)
  }

  @Test(
    "one for the course of the story gets the story's next line",
    arguments: [
      "What happened next?", "And then?", "Then what?", "What did she say?",
      "What happened after that?", "What was he like?",
    ])
  func course(question: String) {
    for seed in 1...5 {
      let text = Self.said(Self.atTheLake(seed: UInt64(seed)), question)
      #expect(text == Self.lake[1].text)
    }
  }

  @Test(
    "what came next, and who it was, are put off where the bond does not carry them",
    arguments: [
      "What happened next?", "What does he say to you?", "Who was with you there?",
      "What was he like?", "Who was it?", "What did they say?",
    ])
  func courseWithheld(question: String) {
    var ada = Self.ada
    ada.topics[0].lines = [Self.lake[0], Self.lake[4]]
    for seed in 1...5 {
      let client = Self.atTheLake(ada, seed: UInt64(seed))
      let text = Self.said(client, question)
      #expect(DefaultLines.notYet.map(\.text).contains(text), "\(text)")
      #expect(Self.said(client, "What was that like?") == "Asked: \(Self.lake[0].text)")
    }
  }

  @Test("one that names another topic gets that topic")
  func other() {
    for question in [
      "What about your sister?", "How is it with your sister?", "What was it like in the van?",
      "Tell me about your job.",
    ] {
      let text = Self.said(Self.atTheLake(), question)
      #expect(
        text.hasSuffix(Self.sister[0].text) || text.hasSuffix(Self.work[0].text), "\(question)")
    }
  }

  @Test("what something is compared with carries nobody off")
  func comparison() {
    let text = Self.said(Self.atTheLake(), "What was it like on the lake, compared to home?")
    #expect(text == "Asked: \(Self.lake[0].text)")
  }

  @Test("without answers a client goes on as before")
  func without() {
    var plain = Self.ada
    plain.answers = [:]
    plain.opening.asked = nil
    for topic in plain.topics.indices {
      for line in plain.topics[topic].lines.indices {
        plain.topics[topic].lines[line].asked = nil
      }
    }
    let text = Self.said(Self.atTheLake(plain), "Tell me more about that.")
    #expect(text.hasSuffix(Self.lake[1].text))
    let passes = (1...9).filter { seed in
      Self.said(Self.atTheLake(plain, seed: seed), "What would help?").contains("passed over")
    }
    #expect(!passes.isEmpty)
  }

  // MARK: - After the deepest line

  /// Ada, who has just told the deepest line of the lake.
  static func atTheBottom() -> Client {
    var client = trusting()
    for turn in 1...8 where client.current.line.text != lake[4].text {
      client.answer("\(turn). What about the boat on the lake, the jetty?", grade: open)
      if client.current.line.text != lake[4].text {
        client.answer("\(turn). So it was, there at the jetty on the water.", grade: complex)
      }
    }
    return client
  }

  @Test("after the deepest line nothing carries the client off but a question about another topic")
  func deepest() {
    let client = Self.atTheBottom()
    #expect(client.current.line.text == Self.lake[4].text)
    let both = grade {
      $0.reflection = .complex
      $0.question = .closed
    }
    let pause = DefaultLines.pause.map(\.text)
    #expect(
      pause.contains(
        Self.said(client, "You blame yourself, for the van. Would she see it the same?", both)))
    #expect(pause.contains(Self.said(client, "It's heavy, like the laundry.", Self.complex)))
    #expect(pause.contains(Self.said(client, "Thank you.", SampleReplies.affirmation(1).grade)))
    #expect(Self.said(client, "How is that for you?") == "Asked: \(Self.lake[4].text)")
  }

  @Test("an invitation to come back to something is followed")
  func comesBack() {
    var client = Self.atTheLake()
    client.answer("And what about your job?", grade: Self.open)
    #expect(client.current.line.text == Self.work[0].text)
    for reply in [
      "That last thing you said, about the boat when you were small, I don't want to lose it.",
      "Can we go back to the boat, when you were small?",
    ] {
      #expect(
        Self.said(client, reply, grade { _ in }).hasSuffix("Asked: \(Self.lake[0].text)"),
        "\(reply)")
    }
    #expect(!Self.said(client, "You said it was a small boat.", Self.simple).contains("Asked"))
  }

  // MARK: - The next session

  @Test("what was answered in one session is not said again in the next")
  func remembered() {
    var client = Self.trusting()
    client.answer("What would help?", grade: Self.open)
    #expect(client.current.text == "To needs.")
    let memory = client.memory(after: .ended)
    var next = Client(Self.ada, seed: 2, memory: memory)
    next.answer("What would help?", grade: Self.open)
    #expect(next.current.text != "To needs.")
  }
}
