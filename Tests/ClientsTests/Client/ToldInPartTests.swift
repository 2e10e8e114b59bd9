import Listening
import Repeatable
import Scenarios
import Testing

@testable import Clients

@Suite("What was told in part already")
struct ToldInPartTests {
  /// Ada, with one fact about the boat.
  private static func ada(fact text: String) -> Vignette {
    var ada = AnswerTests.ada
    ada.facts = [Fact(asks: [.choice], of: ["boat"], about: [], depth: 1, text: text)]
    return ada
  }

  private static let question = "What kind of boat was it?"

  private static func hasWord(_ text: String) -> Bool {
    DefaultLines.toldPrefaces.contains { text.hasPrefix($0) }
  }

  @Test("a fact that a line has told for the most part comes behind a word that says so")
  func factAfterStory() {
    let fact = "A boat that leaked. Nobody minded."
    var client = AnswerTests.atTheLake(Self.ada(fact: fact))
    #expect(AnswerTests.said(client, Self.question, AnswerTests.closed) == fact)
    client.told.append(AnswerTests.lake[1])
    let text = AnswerTests.said(client, Self.question, AnswerTests.closed)
    #expect(Self.hasWord(text) && text.hasSuffix(fact), "\(text)")
  }

  @Test(
    "so does a line of the story whose beginning was told as a fact",
    arguments: [("A boat, when I was small.", true), ("A boat with a red sail.", false)])
  func storyAfterFact(fact: String, isTold: Bool) {
    var client = Client(Self.ada(fact: fact), seed: 1)
    client.answer(Self.question, grade: AnswerTests.closed)
    #expect(client.current.text == fact)
    client.answer("Tell me about the lake.", grade: AnswerTests.open)
    let text = client.current.text
    #expect(Self.hasWord(text) == isTold && text.hasSuffix(AnswerTests.lake[0].text), "\(text)")
  }

  @Test(
    "a name or a number is told, though it is one word",
    arguments: [
      (Fact.Ask.name, "She was called Nelly.", true), (.name, "Nelly leaked.", false),
      (.amount, "We had three boats.", true), (.amount, "I had three aunts.", false),
    ])
  func nameOrNumber(ask: Fact.Ask, opening: String, isTold: Bool) {
    let (question, fact) =
      ask == .name
      ? ("What was the boat called?", "Nelly, for an aunt.")
      : ("How many boats?", "Three, of wood.")
    var ada = AnswerTests.ada
    ada.facts = [Fact(asks: [ask], of: ["boat", "boats"], about: [], depth: 1, text: fact)]
    ada.topics[0].lines[0].text = "\(opening) Nobody minded."
    var client = Client(ada, seed: 1)
    client.answer(question, grade: AnswerTests.closed)
    #expect(client.current.text == fact)
    client.answer("Tell me about the lake.", grade: AnswerTests.open)
    let text = client.current.text
    #expect(text.hasSuffix("\(opening) Nobody minded.") && Self.hasWord(text) == isTold, "\(text)")
  }

  @Test("most of a text is told by two telling words of it or more, and more than half")
  func most() {
    let line = "We had a boat, when I was small, and nobody minded."
    let texts = [
      ("A small boat.", true), ("A boat.", false), ("A boat, when he was happy and small.", true),
      ("Small boats with red sails, on the canal.", false), ("", false),
    ]
    for (text, isTold) in texts {
      #expect(Words.tells(line, mostOf: text) == isTold, "\(text)")
    }
  }

  @Test(
    "no line of the packs that begins with a fact is told after it as if it were new",
    arguments: ShippedClients.names)
  func packs(name: String) throws {
    let vignette = try #require(ShippedClients.vignette(name))
    for fact in vignette.facts {
      var client = Client(vignette, seed: 1)
      client.say(client.line(of: fact))
      var rng = SplitMix64(seed: 1)
      for turn in 1...12 where client.ending == nil {
        let before = client
        let answer = Policies.skilled(client, turn, &rng)
        client.answer(answer.reply, grade: answer.grade)
        // The word for time that was given is said first.
        guard client.told.count > before.told.count, !before.occasion.awaitsTrainee,
          client.beginsWithFact(client.current.line)
        else { continue }
        #expect(Self.hasWord(client.current.text), "\(fact.text) \(client.current.text)")
      }
    }
  }

  /// How a fact of each kind is asked for.
  private static let askers: [Fact.Ask: String] = [
    .time: "When", .place: "Where", .thing: "What", .manner: "How", .person: "Who",
    .choice: "Which", .duration: "How long", .amount: "How many", .age: "How old",
  ]

  @Test(
    "no fact of the packs that the story has told for the most part is given as if it were new",
    arguments: ShippedClients.names)
  func factsOfPacks(name: String) throws {
    let vignette = try #require(ShippedClients.vignette(name))
    let played = Played(vignette, seed: 1, turns: 12, policy: Policies.skilled).end
    var asked = 0
    for fact in vignette.facts {
      guard let asker = fact.asks.compactMap({ Self.askers[$0] }).first else { continue }
      var client = played
      let words = [asker, fact.about.first, fact.of.first ?? "you"].compactMap(\.self)
      client.answer(words.joined(separator: " ") + "?", grade: AnswerTests.closed)
      guard let told = client.factJustTold, !played.said.contains(told.text) else { continue }
      asked += 1
      let text = client.current.text
      #expect(Self.hasWord(text) == played.hasTold(told), "\(text)")
    }
    #expect(asked > 0)
  }
}
