import Listening
import Scenarios
import Testing

@testable import Clients

@Suite("A question beside something else")
struct BesideTests {
  private static let reflected = grade {
    $0.reflection = .simple
    $0.question = .closed
  }

  /// Ada's own words for passing a question over, and Attune's.
  private static let passing =
    AnswerTests.ada.reactions.passedOver + DefaultLines.unanswered.map(\.text)

  /// Whether one of Ada's words for passing over precedes what she said.
  private static func passesOver(_ text: String) -> Bool {
    passing.contains { text.hasPrefix($0 + " ") }
  }

  @Test(
    "behind a reflection, one for a fact or for yes or no is not dropped without a word",
    arguments: [
      ("You had a boat. Did it hurt a lot?", true), ("A boat of your own. Who paid for it?", true),
      ("You had a boat. Was your wife angry about it?", true),
      ("You had a boat. Is she frightened?", true),
      ("You had a boat. Was the boat all yours?", false),
      ("You had a boat. Did it leak?", false), ("You had a boat. What did she say?", false),
      ("You had a boat. Does that fit?", false), ("You had a boat. Is that right?", false),
      ("You had a boat. Have I understood you?", false), ("You had a boat, didn't you?", false),
    ])
  func dropped(reply: String, isSaid: Bool) {
    for seed in UInt64(1)...9 {
      let text = AnswerTests.said(AnswerTests.atTheLake(seed: seed), reply, Self.reflected)
      #expect(text.hasSuffix(AnswerTests.lake[1].text), "\(text)")
      #expect(Self.passesOver(text) == isSaid, "\(text)")
    }
  }

  @Test("the word is no answer: none says no, nor that they do not know what they have told")
  func noAnswer() {
    var ada = AnswerTests.ada
    ada.reactions.passedOver = ["No. It doesn't come.", "I couldn't say."]
    let other = AnswerTests.said(
      AnswerTests.atTheLake(ada), "You had a boat. Was your wife angry?", Self.reflected)
    #expect(other.hasPrefix("I couldn't say. "), "\(other)")
    let told = AnswerTests.said(
      AnswerTests.atTheLake(ada), "So it was. When did you sell the boat?", Self.reflected)
    #expect(Self.passesOver(told) && !Words.saysNotKnowing(told), "\(told)")
    // So it is where something else has been told since.
    ada.reactions.passedOver = ["Don't know. It's gone."]
    var later = AnswerTests.atTheLake(ada)
    later.told.append(AnswerTests.work[0])
    later.current.text = AnswerTests.work[0].text
    let earlier = AnswerTests.said(later, "So it was. Is she small?", Self.reflected)
    #expect(Self.passesOver(earlier) && !Words.saysNotKnowing(earlier), "\(earlier)")
  }

  @Test("it moves trust no more and no less than the same reply that is answered")
  func trust() {
    let bonds = ["Did it hurt a lot?", "Was the boat all yours?"].map { question in
      var client = AnswerTests.atTheLake()
      client.answer("You had a boat. \(question)", grade: Self.reflected)
      return client.alliance.bond
    }
    #expect(bonds[0] == bonds[1])
  }

  @Test(
    "understood, a client who opens another topic says so, unless the line is on what was said")
  func turning() {
    var (turns, near) = (0, 0)
    for vignette in ShippedClients.tellers {
      for seed in ClientTests.seeds.prefix(5) {
        var client = Client(vignette, seed: seed)
        for turn in 1...8 {
          let before = client
          client.answer("\(turn). So it was like that.", grade: AnswerTests.simple)
          guard let topic = ClientTests.topic(of: client), before.depth > 0,
            topic.id != before.topic
          else { continue }
          let (text, line) = (client.current.text, client.current.line)
          let said = [before.current.text, before.told.last?.text ?? ""]
          let telling = Words.telling(of: line.text).subtracting(Question.general.map(Words.stem))
          #expect(!DefaultLines.dismissivePrefaces.contains { text.hasPrefix($0) }, "\(text)")
          if said.contains(where: { !telling.isDisjoint(with: Words.telling(of: $0)) }) {
            near += 1
            #expect(!DefaultLines.turningPrefaces.contains { text.hasPrefix($0) }, "\(text)")
          } else {
            turns += 1
            let words = DefaultLines.turningPrefaces + DefaultLines.resumingPrefaces
            #expect(words.contains { text.hasPrefix($0) }, "\(text)")
          }
        }
      }
    }
    #expect(turns > 50 && near > 0)
  }

  @Test("no word says that they turn before a line with a telling word of the reply")
  func onTheReply() {
    for (word, turns) in [("flat", false), ("house", true)] {
      for seed in UInt64(1)...9 {
        var ada = AnswerTests.ada
        ada.topics = [
          Topic(
            id: "lake", title: "L", about: ["lake"], lines: [AnswerTests.line("We swam.")]),
          Topic(
            id: "sister", title: "S", about: ["sister"],
            lines: [AnswerTests.line("There's the flat.")]),
        ]
        let text = AnswerTests.said(
          AnswerTests.atTheLake(ada, seed: seed), "You swam, a long way from the \(word).",
          AnswerTests.simple)
        #expect(text.hasSuffix("There's the flat."))
        #expect(
          DefaultLines.turningPrefaces.contains { text.hasPrefix($0) } == turns, "\(text)")
      }
    }
  }

  // MARK: - Beside openness, and behind advice

  private static let openly = grade {
    $0.transparency = true
    $0.question = .open
  }

  /// Ada, with these lines on an occasion.
  private static func ada(_ occasion: Reactions.Standing, _ lines: [String]) -> Vignette {
    var ada = AnswerTests.ada
    ada.reactions.standing[occasion] = lines.map { AnswerTests.line($0, asked: false) }
    return ada
  }

  @Test("beside openness, what is asked is answered behind a word on that, which asks nothing")
  func openness() {
    let ada = Self.ada(.transparent, ["Do you write it down?", "Good to know."])
    for seed in UInt64(1)...9 {
      let text = AnswerTests.said(
        AnswerTests.atTheLake(ada, seed: seed),
        "It stays here unless a life is at risk. What was it like in the boat?", Self.openly)
      #expect(text == "Good to know. Asked: \(AnswerTests.lake[0].text)")
    }
  }

  @Test(
    "what they make of the openness itself is answered by the word on it",
    arguments: [
      "How does that fit?", "What do you make of that?", "What questions do you have?",
    ])
  func ofOpenness(question: String) {
    let text = AnswerTests.said(
      AnswerTests.atTheLake(Self.ada(.transparent, ["Good to know."])),
      "It stays here unless a life is at risk. \(question)", Self.openly)
    #expect(text == "Good to know.")
  }

  @Test("what they say to advice presumes no topic of which they have told nothing, while it may")
  func advice() {
    let ada = Self.ada(.advised, ["And who would drive the van?", "I could."])
    let advice = SampleReplies.advice(9)
    func answers(_ replies: [String]) -> Set<String> {
      Set(
        (UInt64(1)...20).map { seed in
          var client = AnswerTests.atTheLake(ada, seed: seed)
          for reply in replies { client.answer(reply, grade: AnswerTests.open) }
          return AnswerTests.said(client, advice.reply, advice.grade)
        })
    }
    #expect(answers([]) == ["I could."])
    #expect(answers(["And what about your job?"]).count == 2)
  }
}
