import Listening
import Scenarios
import Testing

@testable import Clients

@Suite("Questions about what was just said, however they are put")
struct AskedTests {
  /// Ada, who has just told this line.
  private static func after(_ line: ClientLine) -> Client {
    var ada = AnswerTests.ada
    ada.topics[0].lines.insert(line, at: 0)
    return AnswerTests.atTheLake(ada)
  }

  private static let photo = AnswerTests.line("She sent me a photo of the boat, in a frame.")

  @Test(
    "how it was to do something is asked of what was told, whatever was done",
    arguments: [
      "How was it, opening that?", "How was it opening it?", "How was opening the photo?",
      "How was it, unwrapping the frame?", "What was it like, seeing that?",
      "How is it, holding that now?", "How were you, when you opened it?", "How were you then?",
    ])
  func howWasIt(question: String) {
    let client = Self.after(Self.photo)
    #expect(client.current.text.hasSuffix(Self.photo.text))
    #expect(AnswerTests.said(client, question) == "Asked: \(Self.photo.text)")
  }

  @Test("what is asked is the wording's, though another topic has the word")
  func wording() {
    var line = Self.photo
    line.text = "I had my ear to the wall."
    var ada = AnswerTests.ada
    ada.topics[1].about.append("listening")
    ada.topics[0].lines.insert(line, at: 0)
    let client = AnswerTests.atTheLake(ada)
    let text = AnswerTests.said(client, "What were you listening for?")
    #expect(text.hasSuffix(AnswerTests.lake[0].text), "\(text)")
  }

  @Test(
    "who, what for and what words mean are not told by what it was like",
    arguments: [
      "Who sent you the photo?", "What would the photo say?", "The photo for what?",
      "How did you come by the frame?", "What were you looking for?",
    ])
  func notWhatItWasLike(question: String) {
    var ada = AnswerTests.ada
    ada.topics[0].lines = [Self.photo]
    for grade in [AnswerTests.open, AnswerTests.closed] {
      let text = AnswerTests.said(AnswerTests.atTheLake(ada), question, grade)
      #expect(!text.contains("Asked: "), "\(text)")
    }
  }

  @Test("what they mean is asked of what they said last, be it a word beside the story")
  func meaning() {
    var client = Self.after(Self.photo)
    #expect(AnswerTests.said(client, "What does that mean?") == "Asked: \(Self.photo.text)")
    client.answer("Did you own a dog?", grade: AnswerTests.closed)
    #expect(client.current.text.hasPrefix("closed"))
    #expect(!AnswerTests.said(client, "What does that mean?").contains("Asked: "))
    #expect(AnswerTests.said(client, "What was that like?") == "Asked: \(Self.photo.text)")
  }

  @Test("what it was like is not told of the last line where an earlier one is asked about")
  func likeOfEarlier() {
    var client = Self.after(Self.photo)
    let question = "What was the worst of the photo?"
    client.answer(question, grade: AnswerTests.open)
    #expect(client.current.text == "Asked: \(Self.photo.text)")
    client.answer("It rained on the lake.", grade: AnswerTests.complex)
    let text = AnswerTests.said(client, question)
    #expect(!text.contains("Asked: "), "\(text)")
  }

  @Test("what they have just told they do not say that they don't know")
  func notKnowing() {
    var ada = AnswerTests.ada
    ada.reactions.standing[.closed] = ["I couldn't honestly say.", "Maybe.", "Dunno."].map {
      AnswerTests.line($0, asked: false)
    }
    for seed in UInt64(1)...9 {
      let client = AnswerTests.atTheLake(ada, seed: seed)
      let told = AnswerTests.said(client, "Did the boat belong to her?", AnswerTests.closed)
      #expect(told == "Maybe.")
      let fact = AnswerTests.said(client, "How big was the boat?", AnswerTests.closed)
      #expect(!["I couldn't honestly say.", "Dunno."].contains(fact))
    }
    #expect(Words.saysNotKnowing("Now that, I couldn't tell you to save my life."))
    #expect(Words.saysNotKnowing("Don't know. I've put it somewhere."))
    #expect(!Words.saysNotKnowing("You could say that."))
    #expect(!Words.saysNotKnowing("I wouldn't tell my boss that. It's gone flat."))
  }

  @Test("a plain question in a word of what was just said is gone on from, if it can be")
  func takesUpLast() {
    let question = "What colour was the sail?"
    let sail = AnswerTests.line("We had a boat, with a sail.")
    var ada = AnswerTests.ada
    ada.topics[0].lines = [sail] + AnswerTests.lake.dropFirst()
    let next = AnswerTests.said(AnswerTests.atTheLake(ada), question, AnswerTests.closed)
    #expect(next.hasSuffix(AnswerTests.lake[1].text), "\(next)")
    ada.topics[0].lines = [sail, AnswerTests.lake[4]]
    for grade in [AnswerTests.closed, AnswerTests.open] {
      let text = AnswerTests.said(AnswerTests.atTheLake(ada), question, grade)
      #expect(!text.contains("Asked: "), "\(text)")
    }
    let other = AnswerTests.said(
      AnswerTests.atTheLake(ada), "What colour was the car?", AnswerTests.closed)
    #expect(other.hasPrefix("closed"), "\(other)")
  }

  @Test("what puts a question off answers how long something was as well as whether it was")
  func refusal() {
    var ada = AnswerTests.ada
    ada.reactions.standing[.closed] = [AnswerTests.line("Not today, that one.", asked: false)]
    for question in ["How long did they own a dog?", "Did they own a dog?"] {
      let text = AnswerTests.said(AnswerTests.atTheLake(ada), question, AnswerTests.closed)
      #expect(text == "Not today, that one.")
    }
  }

  @Test(
    "how things go is no question of how it was",
    arguments: [
      "How is it going?", "How is everything?", "How was the laundry?", "How are things?",
    ])
  func howItGoes(question: String) {
    #expect(!Wording(question).asksFeeling)
  }

  @Test(
    "a detail of what was told is told neither by what it was like nor by what came next",
    arguments: [
      "When did she send the photo?", "Where was the photo taken?", "Whose frame was it?",
      "And which frame was that?", "How long did you have the photo?",
      "It came in a frame. When did it stop being only a photo?",
      "What did you do with the photo?", "What did you think the frame was for?",
    ])
  func detail(question: String) {
    for grade in [AnswerTests.open, AnswerTests.closed] {
      let text = AnswerTests.said(Self.after(Self.photo), question, grade)
      #expect(text.hasPrefix("closed"), "\(text)")
    }
  }

  @Test("what it was like may be asked of what was told before, in a word of that alone")
  func earlier() {
    var client = Self.after(Self.photo)
    client.answer("It rained on the lake.", grade: AnswerTests.complex)
    #expect(client.current.line != Self.photo)
    let back = AnswerTests.said(client, "How was it, seeing that photo in its frame?")
    #expect(back.hasSuffix("Asked: \(Self.photo.text)"), "\(back)")
    let once = AnswerTests.said(client, "How was it, seeing the van?")
    #expect(!once.hasSuffix("Asked: \(Self.photo.text)"), "\(once)")
  }

  @Test(
    "a detail of nothing that was said, and what came next, are for the story to tell",
    arguments: ["When did it leak?", "What did she say then?", "Who sent the photo?"])
  func notOfLast(question: String) {
    #expect(!AnswerTests.said(Self.after(Self.photo), question).contains("Asked: She"))
  }

  @Test(
    "what happened, yes or no, and what names other things are the story's to answer",
    arguments: [
      "What happened with the photo?", "What happened when she sent it?",
      "Did she send the photo herself?", "How did the photo survive the fire?",
    ])
  func ofTheStory(question: String) {
    for seed in UInt64(1)...5 {
      var ada = AnswerTests.ada
      ada.topics[0].lines.insert(Self.photo, at: 0)
      let text = AnswerTests.said(AnswerTests.atTheLake(ada, seed: seed), question)
      #expect(text.hasSuffix(AnswerTests.lake[0].text), "\(text)")
    }
  }

  @Test("asked for a detail once more, they go on with the story, and turn nowhere else")
  func onceMore() {
    var client = Self.after(Self.photo)
    client.answer("How was it, opening that?", grade: AnswerTests.open)
    // 'Baker' is in the lines of another topic alone.
    client.answer("Whose frame is that, at the baker's?", grade: AnswerTests.open)
    #expect(client.current.text.hasPrefix("closed"), "\(client.current.text)")
    let text = AnswerTests.said(client, "So whose frame was the one at the baker's?")
    #expect(text.hasSuffix(AnswerTests.lake[0].text), "\(text)")
  }

  // MARK: - Their own question

  /// Ada, who has just asked the trainee something.
  private static func asking(_ words: String) -> Client {
    var line = AnswerTests.line(words, asked: false)
    line.depth = 0
    var ada = AnswerTests.ada
    ada.reactions.standing[.transparent] = [line]
    var client = AnswerTests.atTheLake(ada)
    client.answer("I'd tell nobody.", grade: SampleReplies.transparency(1).grade)
    return client
  }

  @Test(
    "their own question, handed back, is no part of the story that they keep back",
    arguments: [
      "I'd leave that with you. How would you like it to be?", "How would you want that to go?",
      "What would feel right to you?", "What would you like me to do?",
      "What do you think I'd do?",
    ])
  func handedBack(question: String) {
    let client = Self.asking("What if we met in the street? Would you say hello?")
    let text = AnswerTests.said(client, question)
    #expect(DefaultLines.ownQuestion.map(\.text).contains(text), "\(text)")
  }

  @Test("where they have asked nothing of the trainee, it is a question like any other")
  func notHandedBack() {
    let own = DefaultLines.ownQuestion.map(\.text)
    let question = "How would you like it to be?"
    for words in [
      "We met in the street.", "He said, 'Would you say hello?'", "What else is there?",
    ] {
      #expect(!own.contains(AnswerTests.said(Self.asking(words), question)), "\(words)")
    }
    let client = Self.asking("Would you say hello?")
    for other in ["How would you like it to be with Ruth?", "What would help right now?"] {
      #expect(!own.contains(AnswerTests.said(client, other)), "\(other)")
    }
  }

  @Test(
    "an answer to their own question is taken; one about who hears of it gets the author's line",
    arguments: [
      ("Would you say hello?", "I wouldn't say hello first. If you say hi, I'll say hi.", true),
      ("Would you say hello?", "I'd say hello, and tell nobody how I know you.", false),
      ("Do you write it down?", "I do, a few words, and you may read them.", false),
    ])
  func answered(asked: String, reply: String, isTaken: Bool) {
    var ada = AnswerTests.ada
    let levelled = AnswerTests.line("Good. I like to know.", asked: false)
    ada.reactions.standing[.transparent] = [levelled]
    var client = AnswerTests.atTheLake(ada)
    let own = DefaultLines.answered.map(\.text)
    let open = SampleReplies.transparency(1).grade
    // Where they have asked nothing, it is openness like any other.
    #expect(AnswerTests.said(client, reply, open) == levelled.text)
    client.current.text = asked
    client.current.line.text = asked
    let text = AnswerTests.said(client, reply, open)
    #expect(isTaken ? own.contains(text) : text == levelled.text, "\(text)")
    #expect(own.contains(AnswerTests.said(client, reply, grade { _ in })) == isTaken)
  }

  // MARK: - What is not so

  @Test(
    "what it is like when something is not so is not told by what it is like when it is",
    arguments: [
      ("What is it like when the boat doesn't come?", false),
      ("No, I meant when the boat is gone. What is that like?", false),
      ("What was it like if there was nothing?", false),
      ("What is it like when the boat comes?", true),
    ])
  func absence(reply: String, isAsked: Bool) {
    for seed in UInt64(1)...5 {
      var client = AnswerTests.atTheLake(seed: seed)
      let asked = "Asked: \(AnswerTests.lake[0].text)"
      let text = AnswerTests.said(client, reply)
      #expect((text == asked) == isAsked, "\(text)")
      #expect(!AnswerTests.lake.map(\.text).contains(text), "\(text)")
      // Where the line tells of it, it is.
      client.current.text = "The boat wasn't there."
      #expect(AnswerTests.said(client, reply) == asked)
    }
  }

  @Test("who it was, and which, is not told by what it was like, whatever is left")
  func whom() {
    var ada = AnswerTests.ada
    ada.topics[0].lines = [AnswerTests.lake[0]]
    for question in ["Who gave you the boat?", "Which boat did you have?"] {
      let text = AnswerTests.said(AnswerTests.atTheLake(ada), question, AnswerTests.closed)
      #expect(!text.contains("Asked: "), "\(text)")
    }
  }

  // MARK: - After a miss

  @Test(
    "asked what would have been better than a reply that missed, they say what they need",
    arguments: [
      "What would have been worth hearing instead?", "What would have helped?",
      "What should I have said?", "What would you rather have heard?",
      "What were you needing from me?", "What would be better?",
    ])
  func better(question: String) {
    var client = AnswerTests.atTheLake()
    client.answer("You should take up swimming.", grade: SampleReplies.advice(2).grade)
    #expect(client.current.text.hasPrefix("advised"))
    #expect(AnswerTests.said(client, question) == "To needs.")
  }

  @Test("where nothing was missed it is a question about their story")
  func nothingMissed() {
    let text = AnswerTests.said(AnswerTests.atTheLake(), "What would have helped?")
    #expect(text != "To needs.")
  }
}
