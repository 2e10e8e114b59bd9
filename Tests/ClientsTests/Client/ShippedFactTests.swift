import Listening
import Scenarios
import Testing

@testable import Clients

@Suite("Plain questions to the clients of the packs")
struct ShippedFactTests {
  /// Whom the shipped clients look after, or looked after.
  private static let lookedAfter = [
    ("wes", "Nina"), ("wes", "her"), ("callum", "Sam"), ("callum", "your kids"), ("hazel", "Ollie"),
    ("ruth", "Des"), ("felix", "the baby"), ("corinne", "Theo"), ("emeka", "Juno"),
    ("emeka", "your daughter"), ("solmaz", "your mother"), ("solmaz", "Aydin"),
    ("tirzah", "the boys"),
  ]

  /// What a client answers who is asked something first, and the answers to questions that hold a word.
  private static func answer(
    of name: String, to question: String, about word: String, _ grade: Grade
  ) throws -> (text: String, isFact: Bool) {
    let vignette = try #require(ShippedClients.vignette(name))
    var client = Client(vignette, seed: 1)
    client.answer(question, grade: grade)
    let facts = vignette.facts.filter { $0.asks == [.truth] && $0.about.contains(word) }
    return (client.current.text, facts.map(\.text).contains(client.current.text))
  }

  @Test(
    "whether they have hurt somebody in their care, or might, is answered", arguments: lookedAfter)
  func harm(name: String, whom: String) throws {
    for question in [
      "Have you ever hurt \(whom)?", "Did you ever harm \(whom)?", "Have you ever hit \(whom)?",
      "Are you afraid you might hurt \(whom)?", "Are you worried that you could harm \(whom)?",
      "Were you ever afraid of hurting \(whom)?", "Do you ever feel like hurting \(whom)?",
      "Have you ever thought about hurting \(whom)?",
    ] {
      for graded in [AnswerTests.closed, AnswerTests.open, grade { _ in }] {
        let answer = try Self.answer(of: name, to: question, about: "harm", graded)
        #expect(answer.isFact, "\(question) \(answer.text)")
      }
    }
  }

  @Test(
    "whether somebody in their care is safe is answered",
    arguments: [
      ("wes", "Is Nina safe with you right now?"), ("wes", "Is she safe with you?"),
      ("callum", "Are your kids safe with you?"), ("hazel", "Is Ollie safe with you?"),
      ("felix", "Is the baby safe?"), ("corinne", "Is Theo safe right now?"),
      ("emeka", "Is Juno safe with you?"), ("tirzah", "Are the boys safe?"),
    ])
  func safe(name: String, question: String) throws {
    let answer = try Self.answer(of: name, to: question, about: "safety", AnswerTests.closed)
    #expect(answer.isFact, "\(question) \(answer.text)")
  }

  @Test("to be afraid that something happens, and what something feels like, is another question")
  func otherFears() throws {
    for question in ["Are you afraid of her?", "What does it feel like, holding Nina?"] {
      let answer = try Self.answer(of: "wes", to: question, about: "harm", AnswerTests.closed)
      #expect(!answer.isFact, "\(question) \(answer.text)")
    }
  }

  @Test("every client of the packs can say how old they are and what they do")
  func shipped() {
    for vignette in ShippedClients.vignettes {
      for question in ["How old are you?", "What do you do?", "What should I call you?"] {
        let client = Client(vignette, seed: 1)
        let text = AnswerTests.said(client, question, AnswerTests.closed)
        #expect(vignette.facts.contains { $0.text == text }, "\(vignette.id): \(text)")
      }
    }
  }

  @Test(
    "whom or what the opening speaks of need not be named",
    arguments: [
      ("wes", "How old is she?", "seven months"), ("wes", "What's she called?", "Nina"),
      ("wes", "Who is she?", "Nina"),
      ("wes", "Who's looking after her?", "My mum"), ("hazel", "Was she ill long?", "seven weeks"),
      ("hazel", "Were you neighbours?", "two doors"),
      ("hazel", "Did she live near you?", "two doors"), ("malcolm", "What colour is it?", "Green"),
      ("callum", "How long have you worked for her?", "wenty-four years"),
    ])
  func unnamed(name: String, question: String, answer: String) throws {
    let vignette = try #require(ShippedClients.vignette(name))
    for seed in UInt64(1)...3 {
      let text = AnswerTests.said(
        Client(vignette, seed: seed), question, AnswerTests.closed)
      #expect(text.contains(answer), "\(text)")
    }
  }

  @Test(
    "what the lines of the packs tell is answered when it is asked plainly",
    arguments: [
      ("ramiro", "What was your brother's name?", "Nelson"),
      ("ramiro", "When was the last time you saw Nelson's face?", "funeral"),
      (
        "solmaz",
        "Two names, and nobody asked the one whose names they were. Which one should I use?",
        "Solmaz"
      ),
      ("malcolm", "Craig had your money. Does Jan know that part?", "folder"),
      ("felix", "What did the midwife ask?", "hurt ourselves"),
      ("anwen", "What did she say exactly, the girl? That the pen ran out?", "run out"),
      ("emeka", "What was going on in the house, whilst he measured the rain?", "fish"),
      ("ruth", "Which stop was it?", "Cross Lane"), ("shona", "What was your dad's name?", "Alec"),
      ("jonas", "What was in the bowl?", "Pancakes"), ("wes", "When was Nina born?", "March"),
      ("roz", "How long have you shaken?", "Eight"),
      ("malcolm", "Is Craig older than you?", "forty-five"),
      ("hazel", "Did Etta live near you?", "two doors"),
      ("hazel", "Was Etta ill long?", "seven weeks"), ("hazel", "What does Keith say?", "the hall"),
      ("jonas", "Were you nervous?", "A bit"), ("roz", "Are you scared?", "a bit"),
      ("callum", "Did you throw something?", "slates"), ("callum", "Who's paying?", "Lindsay"),
      ("callum", "How many sessions did she pay for?", "all six"),
      ("perran", "Who drove you home?", "Keith"),
      ("perran", "Who stayed with you that night?", "Nobody"),
      ("malcolm", "Who was the door for?", "my mam"), ("leonie", "Did Ash say why?", "just go"),
    ])
  func told(name: String, question: String, answer: String) throws {
    let vignette = try #require(ShippedClients.vignette(name))
    for grade in [AnswerTests.closed, AnswerTests.open] {
      let text = AnswerTests.said(AnswerTests.trusting(vignette), question, grade)
      #expect(text.contains(answer), "\(text)")
    }
  }
}
