import Listening
import Scenarios
import Testing

@testable import Clients

@Suite("Plain questions about a client's life")
struct FactTests {
  private static func fact(
    _ asks: [Fact.Ask], of: [String] = [], about: [String] = [], _ text: String, depth: Int = 1
  ) -> Fact {
    Fact(asks: asks, of: of, about: about, depth: depth, text: text)
  }

  private static let ada: Vignette = {
    var ada = AnswerTests.ada
    ada.name = "Ada"
    ada.facts = [
      fact([.name], "Ada."), fact([.age], "Fifty."), fact([.work], "I drive a van."),
      fact([.place], about: ["live", "home", "from"], "Over the baker's."),
      fact([.truth, .amount], about: ["children", "kids"], "None."),
      fact([.name, .person], of: ["sister", "ruth", "she"], "Ruth, my sister."),
      fact([.age], of: ["sister", "ruth", "she"], "Forty."),
      fact([.truth], of: ["sister", "ruth", "she"], about: ["know", "told"], "She knows."),
      fact([.thing], of: ["ruth"], about: ["say", "said"], "She said, stay."),
      fact([.thing], of: ["ruth", "you"], about: ["say", "said"], "I said, go."),
      fact([.thing], of: ["sister", "ruth"], about: ["happened", "ill"], "Her lungs."),
      fact([.time, .duration], of: ["father", "he"], about: ["die", "died"], "In March."),
      fact([.name], of: ["father", "he"], "John."), fact([.age], of: ["father", "he"], "Eighty."),
      fact([.name], of: ["girlfriend"], "Ines."), fact([.name], of: ["son"], "Finn."),
      fact([.age], of: ["boat", "you"], about: ["old"], "Seven."),
      fact([.choice, .thing], of: ["name", "one"], about: ["use", "prefer"], "Ada, please."),
      fact([.time], about: ["worst", "hardest"], "At dawn."),
      fact([.duration], of: ["shake"], "Nine years."),
      fact([.truth, .manner], about: ["sleep", "sleeping"], "In bits."),
      fact([.amount, .thing], of: ["blood", "limit"], "Point one."),
    ]
    return ada
  }()

  /// What Ada answers to a reply right after a line.
  private static func said(
    _ reply: String, after words: String = "I came early.", _ grade: Grade = AnswerTests.closed
  ) -> String {
    var client = Client(ada, seed: 1)
    client.current.text = words
    return AnswerTests.said(client, reply, grade)
  }

  @Test(
    "a plain question gets its fact, however it is put and graded",
    arguments: [
      ("What's your name?", "Ada."), ("What should I call you?", "Ada."),
      ("Should I call you Ada?", "Ada."),
      ("How old are you, Ada?", "Fifty."), ("What do you do for a living?", "I drive a van."),
      ("What do you do?", "I drive a van."), ("What's your job?", "I drive a van."),
      ("Where do you live?", "Over the baker's."),
      ("Can you tell me where you're from?", "Over the baker's."),
      ("Do you have any children?", "None."), ("Any kids?", "None."),
      ("What is your sister's name?", "Ruth, my sister."),
      ("How is she called, your sister?", "Ruth, my sister."),
      ("Your sister's name?", "Ruth, my sister."),
      ("Tell me the name of your sister.", "Ruth, my sister."),
      ("I wonder how old Ruth is.", "Forty."), ("Does Ruth know?", "She knows."),
      ("Have you told your sister?", "She knows."), ("What did Ruth say?", "She said, stay."),
      ("Would you tell me what Ruth said?", "She said, stay."),
      ("What did you say to Ruth?", "I said, go."), ("When did your father die?", "In March."),
      ("How long ago did your father die?", "In March."),
      ("How old was your father when he died?", "Eighty."),
      ("Two names, and nobody asked whose they were. Which one should I use?", "Ada, please."),
      ("You came early. And what's your sister's name?", "Ruth, my sister."),
      ("When is it worst?", "At dawn."), ("And when is it hardest?", "At dawn."),
      ("How long have you shaken?", "Nine years."), ("Is Ruth older than you?", "Forty."),
      ("Are you younger than me, Ada?", "Fifty."), ("Are you sleeping?", "In bits."),
      ("Are you sleeping since Ash left?", "In bits."),
      ("What was your blood alcohol that day?", "Point one."),
      ("How much over the limit were you?", "Point one."),
    ])
  func answered(question: String, answer: String) {
    for grade in [AnswerTests.closed, AnswerTests.open, AnswerTests.simple, AnswerTests.complex] {
      #expect(Self.said(question, grade) == answer)
    }
  }

  @Test(
    "a question that names something else, or asks what it was like, is not taken for one",
    arguments: [
      "What was the name of your sister's boat?", "How old were you?",
      "How old were you when it leaked?",
      "What did you do?", "What do you think I'd do?", "What do you do then?",
      "What does your name mean to you?", "What was your sister like?",
      "What was it like since Ruth said that?", "How did your sister feel?",
      "What's it like, being asked by her?", "And what about your job?", "Does that make sense?",
      "When did your father leave?", "Where does that come from?", "What do you call it?",
      "Who looks after you?", "You're fifty, then.", "What was the call about?",
      "What happened with your sister?", "What time did you leave for work?", "Why does Ruth know?",
      "What did you want to say to Ruth?", "Did you sleep since Ash left?",
      "What did the blood prove?", "What was the blood proving?", "How long is it since Ash left?",
      "What was your sister's blood alcohol?", "What did Ruth say when that happened?",
    ])
  func notAsked(question: String) {
    let facts = Self.ada.facts.map(\.text)
    #expect(!facts.contains(Self.said(question, AnswerTests.open)), "\(question)")
  }

  @Test(
    "who works alone need not live alone, and a question that names nothing asks after no work",
    arguments: [
      ("Do you live alone?", "By myself."), ("Do you live on your own?", "By myself."),
      ("Do you work alone?", nil), ("Do you work on your own or with somebody?", nil),
      ("Do you work?", "I drive a van."), ("What do you do?", "I drive a van."),
      ("And now?", nil), ("And just now, with me?", nil),
    ] as [(String, String?)])
  func work(question: String, answer: String?) {
    var ada = Self.ada
    ada.facts = [
      Self.fact([.work, .truth], "I drive a van."),
      Self.fact([.truth, .person], about: ["live", "alone", "own"], "By myself."),
    ]
    let text = AnswerTests.said(Client(ada, seed: 1), question, AnswerTests.closed)
    let isFact = ada.facts.contains { $0.text == text }
    #expect(isFact == (answer != nil) && (answer == nil || text == answer), "\(text)")
    let withRuth = Self.fact([.truth, .person], about: ["work", "alone", "own"], "With Ruth.")
    ada.facts.append(withRuth)
    let told = AnswerTests.said(Client(ada, seed: 1), question, AnswerTests.closed)
    #expect((told == withRuth.text) == question.hasPrefix("Do you work"), "\(told)")
  }

  @Test(
    "how long they have been doing something is told whatever the verb, and not how they stand to it",
    arguments: [
      ("How long have you been mending vans?", true), ("How long have you been driving?", false),
      ("How long have you been mending boats?", false),
      ("How long have you been avoiding the van?", false),
      ("How long have you been mending the van's radio?", false),
    ])
  func doing(question: String, isTold: Bool) {
    var ada = Self.ada
    ada.facts = [Self.fact([.duration], about: ["van", "work", "doing"], "Ten years.")]
    let text = AnswerTests.said(Client(ada, seed: 1), question, AnswerTests.closed)
    #expect((text == "Ten years.") == isTold, "\(text)")
  }

  @Test("a pronoun stands for whoever was spoken of last")
  func pronouns() {
    #expect(Self.said("What's her name?", after: "My sister rang.") == "Ruth, my sister.")
    #expect(Self.said("What was his name?", after: "My father rowed.") == "John.")
    #expect(Self.said("How old is she?", after: "My father rowed, and Ruth sang.") == "Forty.")
    #expect(Self.said("How old were you?", after: "We had a boat.") == "Seven.")
    #expect(Self.said("How old are you?", after: "We had a boat.") == "Fifty.")
    // Who she is does not tell who Ada was to her.
    #expect(Self.said("Who is she?", after: "My sister rang.") == "Ruth, my sister.")
    #expect(Self.said("Who were you with her?", after: "My sister rang.") == "To self.")
    // Whom the story speaks of most is meant where nobody is named before the pronoun.
    #expect(Self.said("How old is she?", after: "She's with my father.") == "Forty.")
    #expect(Self.said("How old is she?", after: "She rang.") == "Forty.")
    #expect(Self.said("How old is he?", after: "I came, and she's at home.").hasPrefix("closed"))
    // Nobody has been spoken of.
    #expect(Self.said("What was his name?").hasPrefix("closed"))
  }

  @Test("a pronoun stands for whom the last question or fact was about, though nobody names them")
  func pronounsOfFacts() {
    var client = Client(Self.ada, seed: 1)
    client.answer("How old was your father?", grade: AnswerTests.closed)
    #expect(client.current.text == "Eighty.")
    #expect(AnswerTests.said(client, "When did he die?", AnswerTests.closed) == "In March.")
    client = Client(Self.ada, seed: 1)
    client.answer("Was your father a tall man?", grade: AnswerTests.closed)
    client.answer("Were you with him?", grade: AnswerTests.closed)
    #expect(AnswerTests.said(client, "How old was he?", AnswerTests.closed) == "Eighty.")
    // Ruth may be in the answer: it is still the father who was asked after.
    #expect(AnswerTests.said(client, "And how old is Ruth?", AnswerTests.closed) == "Forty.")
  }

  /// To go through the whole reply for each of its questions would take several times as long.
  @Test(
    "a reply is gone through once, however many of its questions hold a pronoun",
    .timeLimit(.minutes(2)))
  func manyPronouns() {
    let question = " What was he?"
    let rest = String(repeating: question, count: (1 << 19) / question.utf8.count)
    #expect(Self.said("What's your name?" + rest) == "Ada.")
  }

  @Test("who is another's is not the client's")
  func ofAnother() {
    let asked = "What's your father's name?"
    let answers = ["Forty.", "Ruth, my sister.", "Ines.", "Finn."]
    for (question, isAnswered) in [
      ("How old is his sister?", false), ("How old is your sister?", true),
      ("What's her sister called?", false), ("What's his sister's name?", false),
      ("What's his girlfriend's name?", false), ("What's your girlfriend's name?", true),
      ("What's his son's name?", false), ("What's your son's name?", true),
    ] {
      var client = Client(Self.ada, seed: 1)
      client.answer(asked, grade: AnswerTests.closed)
      let text = AnswerTests.said(client, question, AnswerTests.closed)
      #expect(answers.contains(text) == isAnswered, "\(question) \(text)")
    }
  }

  @Test("what trust allows is said before what it does not")
  func nearest() {
    var ada = Self.ada
    ada.facts = [
      Self.fact(
        [.truth], of: ["ruth", "sister"], about: ["know", "here"], "All of it.", depth: 4),
      Self.fact([.truth], of: ["ruth"], about: ["know"], "She knows."),
    ]
    let client = Client(ada, seed: 1)
    #expect(
      AnswerTests.said(client, "Does Ruth know you're here?", AnswerTests.closed) != "All of it.")
    #expect(AnswerTests.said(client, "Does Ruth know?", AnswerTests.closed) == "She knows.")
  }

  @Test(
    "a question whose mark is left out is one",
    arguments: [
      ("How old are you", "Fifty."), ("So how old are you", "Fifty."),
      ("Do you have children", "None."), ("How many children do you have", "None."),
      ("Does your sister know", "She knows."), ("How long ago did your father die", "In March."),
    ])
  func unmarked(question: String, answer: String) {
    #expect(Self.said(question) == answer)
  }

  @Test(
    "words in the order of a question that state something are none",
    arguments: [
      "Had you any children, that would be harder.", "How much children ask.",
      "How old you must feel.", "Do have children in mind.",
    ])
  func stating(reply: String) {
    #expect(Question(Clause.all(of: reply)).isWorded == false, "\(reply)")
  }

  @Test("who told the client something is asked for as plainly as whom they told")
  func whoTold() {
    var ada = Self.ada
    ada.facts = [Self.fact([.person], about: ["told", "heard"], "Ruth told me.")]
    let client = Client(ada, seed: 1)
    #expect(AnswerTests.said(client, "Who told you?", AnswerTests.closed) == "Ruth told me.")
  }

  @Test("a fact is said once, and the story waits for it")
  func once() {
    var client = AnswerTests.atTheLake(Self.ada)
    let line = client.told.last
    client.answer("What's your sister's name?", grade: AnswerTests.closed)
    #expect(client.current.text == "Ruth, my sister.")
    #expect(client.told.last == line && client.topic == "lake")
    #expect(client.current.line.example == line?.example && !client.current.line.why.isEmpty)
    #expect(AnswerTests.said(client, "What was that like?") == "Asked: \(AnswerTests.lake[0].text)")
    client.answer("What was your sister called?", grade: AnswerTests.closed)
    #expect(client.current.text != "Ruth, my sister.")
  }

  @Test(
    "what was just told is confirmed where it is asked for yes or no, and nothing is that it denies",
    arguments: [
      ("Are you awake for it?", true), ("You're awake then. Are you awake?", true),
      ("Is there any cutting?", false), ("Was she awake for it?", false),
      ("Are you not awake for it?", false), ("Are you hurt by it?", false),
    ])
  func confirmed(question: String, isConfirmed: Bool) {
    var ada = Self.ada
    let text = "They go in with no cutting, and you're awake all through it."
    ada.facts = [Self.fact([.manner], of: ["operation"], about: ["work"], text)]
    var client = Client(ada, seed: 1)
    client.answer("How does the operation work?", grade: AnswerTests.closed)
    #expect(client.current.text == text)
    let said = AnswerTests.said(client, question, AnswerTests.closed)
    #expect(DefaultLines.confirming.map(\.text).contains(said) == isConfirmed, "\(said)")
  }

  @Test("what was at the time of the last line is told by what has something of that line in it")
  func atThatTime() {
    let question = "What did Ruth say when that happened?"
    var ada = Self.ada
    ada.facts = [Self.fact([.thing], of: ["ruth"], about: ["say", "said"], "She said, swim.")]
    for (line, isTold) in [("I nearly drowned.", false), ("I couldn't swim.", true)] {
      var client = Client(ada, seed: 1)
      client.current.text = line
      let text = AnswerTests.said(client, question, AnswerTests.closed)
      #expect((text == "She said, swim.") == isTold, "\(text)")
    }
  }

  @Test(
    "of what they have several, 'which' asks for as 'what' does",
    arguments: [
      "Which boats are yours?", "What boats do you have?", "Which boats have you got?",
    ])
  func several(question: String) {
    var ada = Self.ada
    ada.facts = [Self.fact([.amount, .thing], of: ["boat", "boats"], "Two, and a raft.")]
    let text = AnswerTests.said(Client(ada, seed: 1), question, AnswerTests.closed)
    #expect(text == "Two, and a raft.")
  }

  @Test("it can be asked for again in the next session")
  func nextSession() {
    var client = Client(Self.ada, seed: 1)
    client.answer("How old are you?", grade: AnswerTests.closed)
    client.answer("You came all the same.", grade: AnswerTests.complex)
    var next = Client(Self.ada, seed: 2, memory: client.memory(after: .ended))
    next.answer("How old are you?", grade: AnswerTests.closed)
    #expect(next.current.text == "Fifty.")
  }

  @Test("no deeper than trust allows; where it does not, the client says so")
  func withheld() {
    var ada = Self.ada
    ada.facts = [Self.fact([.name], of: ["baby"], "Joan.", depth: 3)]
    let question = "What was the baby's name?"
    let early = AnswerTests.said(Client(ada, seed: 1), question, AnswerTests.closed)
    #expect(DefaultLines.notYet.map(\.text).contains(early))
    #expect(AnswerTests.said(AnswerTests.trusting(ada), question, AnswerTests.closed) == "Joan.")
  }
}
