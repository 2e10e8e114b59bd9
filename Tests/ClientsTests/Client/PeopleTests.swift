import Listening
import Scenarios
import Testing

@testable import Clients

@Suite("Whom the trainee knows of by now, and in whose words it is said")
struct PeopleTests {
  @Test(
    "a line introduces whom it names beside what they are to the client",
    arguments: [
      ("Jan's my wife, twenty-four years now.", ["jan"]),
      ("I've one brother, Silas, eight years under me.", ["silas"]),
      ("Our grandson Ollie comes to us Fridays.", ["ollie"]), ("Nell is my wife.", ["nell"]),
      ("My grandad Alf kept bees.", ["alf"]),
      ("My wife rings on Sundays.", []), ("I told my brother. Silas laughed.", []),
      ("Silas stopped believing.", []), ("", []),
    ])
  func introduced(line: String, names: [String]) {
    #expect(Names.introduced(in: line) == Set(names))
  }

  @Test("a name is a word with a capital that does not begin a sentence")
  func names() {
    #expect(Names.all(in: "The bus from Peel's late. Mum says I should wait.") == ["peel"])
  }

  /// Ada, whose first line of a topic introduces Ruth.
  private static let ada: Vignette = {
    var ada = AnswerTests.ada
    ada.topics[1].lines[0].text = "My sister Ruth has a flat over the baker's."
    return ada
  }()

  /// Whether Ada would still introduce Ruth after having spoken of her this often.
  private static func introduces(
    after mentions: Int, asked reply: String, _ grade: Grade = AnswerTests.open
  ) -> Bool {
    var client = Client(ada, seed: 1)
    for _ in 0..<mentions { client.countMentions(in: ["I rowed out with Ruth."]) }
    return AnswerTests.said(client, reply, grade).hasSuffix(ada.topics[1].lines[0].text)
  }

  @Test("somebody who has been spoken of often is not introduced any more")
  func outdated() {
    let often = AllianceParameters.standard.mentionsToKnow
    #expect(Self.introduces(after: often - 1, asked: "What about your sister?"))
    #expect(!Self.introduces(after: often, asked: "What about your sister?"))
  }

  @Test("nor is one whom the trainee asks about for yes or no")
  func asked() {
    let reply = "You had a boat. Does Ruth know about the flat?"
    #expect(!Self.introduces(after: 1, asked: reply, AnswerTests.simple))
    #expect(Self.introduces(after: 1, asked: "Tell me about Ruth and the flat."))
  }

  @Test("from what went deep nothing that they have touched on carries them to small talk")
  func smallTalk() {
    var client = AnswerTests.trusting()
    client.topic = "lake"
    client.told.append(AnswerTests.lake[4])
    let told = AnswerTests.lake.map(\.text) + ["Asked: \(AnswerTests.lake[4].text)"]
    client.said.formUnion(told + [AnswerTests.sister[0].text])
    client.said.subtract([AnswerTests.work[0].text, AnswerTests.sister[1].text])
    let line = AnswerTests.line("I'd the van outside.", 3, asked: false)
    client.current = Client.Utterance(text: line.text, line: line)
    let text = AnswerTests.said(client, "I'm with you.", grade { _ in })
    #expect(text.hasSuffix(AnswerTests.sister[1].text), "\(text)")
  }

  // MARK: - Whom a question is about

  private static func fact(_ asks: [Fact.Ask], of: [String], about: [String], _ text: String)
    -> Fact
  {
    Fact(asks: asks, of: of, about: about, depth: 1, text: text)
  }

  /// A client with a baby and a wife, and a treatment on which her husband has a view.
  private static let facts = [
    fact(
      [.truth], of: ["nina", "baby", "she"], about: ["wake", "night", "sleep"], "At two, at four."),
    fact([.truth], of: ["jo", "wife", "she"], about: ["tired", "sleep"], "She is tired."),
    fact([.name], of: ["jo", "wife", "she"], about: [], "Jo."),
    fact([.thing], of: ["treatment"], about: ["tariq"], "It warms you."),
    fact([.thing], of: ["tariq", "husband"], about: ["treatment"], "Let it alone."),
    fact([.thing], of: ["keith", "brother"], about: ["think", "thinks"], "He says nothing."),
  ]

  @Test(
    "he and she are those whose facts alone hold the rest of the question, whoever was spoken of last",
    arguments: [
      ("Does she wake a lot in the night?", "At two, at four."), ("Is she tired?", "She is tired."),
      // Both may sleep: it is whoever was spoken of last.
      ("Does she sleep?", "She is tired."), ("What's her name?", "Jo."),
      ("And the baby? Does she sleep?", "At two, at four."),
    ])
  func whoseWords(question: String, answer: String) {
    var ada = AnswerTests.ada
    ada.facts = Self.facts
    var client = Client(ada, seed: 1)
    client.answer("Is your wife at home, too?", grade: AnswerTests.closed)
    #expect(AnswerTests.said(client, question, AnswerTests.closed) == answer)
  }

  @Test(
    "what somebody thinks comes before what a thing is",
    arguments: [
      ("What was the treatment to Tariq?", "Let it alone."),
      ("What does Keith think about the treatment?", "He says nothing."),
      ("What do they think about the treatment?", nil), ("What does Keith think about rain?", nil),
    ] as [(String, String?)])
  func views(question: String, answer: String?) {
    var ada = AnswerTests.ada
    ada.facts = Self.facts
    for grade in [AnswerTests.closed, AnswerTests.open] {
      let text = AnswerTests.said(Client(ada, seed: 1), question, grade)
      let isFact = Self.facts.contains { $0.text == text }
      #expect(answer.map { $0 == text } ?? !isFact, "\(text)")
    }
  }

  @Test("what is told beneath an example is of the client's line, and not of the reply before it")
  func notes() {
    let lists: [[ClientLine]] = [
      DefaultLines.unnoticedMiss, DefaultLines.complaintHeard, DefaultLines.judgedOther,
      DefaultLines.bareApology, DefaultLines.openImpact, DefaultLines.mendedImpact,
      DefaultLines.now, DefaultLines.ownQuestion, DefaultLines.answered,
      DefaultLines.standing(isWarm: true), DefaultLines.standing(isWarm: false),
      DefaultLines.nothingToAsk, DefaultLines.stopOffered, DefaultLines.notYet,
      DefaultLines.pause, DefaultLines.unanswered, DefaultLines.confirming,
    ]
    let occasional = Reactions.Occasional.allCases.flatMap { DefaultLines.lines(for: $0, .secure) }
    let notes = Set((lists.flatMap(\.self) + occasional).map(\.why))
      .union([DefaultLines.whyAfterFact, DefaultLines.whyAfterUnanswered])
    for note in notes { #expect(!note.hasPrefix("You "), "\(note)") }
  }

  @Test("each client has their own among Attune's lines, and the others after them")
  func ownLines() {
    let all = DefaultLines.pause.map(\.text)
    let own = ShippedClients.vignettes.map { vignette in
      Client(vignette, seed: 1).own(all, text: \.self)
    }
    #expect(own.allSatisfy { $0[0].count == (all.count + 2) / 3 })
    #expect(own.allSatisfy { Set($0[0] + $0[1]) == Set(all) })
    #expect(Set(own.map { Set($0[0]) }).count > own.count / 2)
    #expect(DefaultLines.sideways.count >= 20 && all.count >= 12)
    // What puts an answer off denies none: the line behind it may be one all the same.
    let deferring = DefaultLines.deferringPrefaces
    #expect(deferring.isSubset(of: DefaultLines.sideways))
    #expect(deferring.allSatisfy { !Words.saysNotKnowing($0) && !$0.contains("don't") })
  }
}
