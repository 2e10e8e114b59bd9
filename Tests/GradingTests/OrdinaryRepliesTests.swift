import Listening
import Testing

import Grading

/// What beginners say most, as any course would code it: none of this is unusual, so none of it may go
/// wrong. The words are the tests' own; no training sees them.
@Suite("Ordinary replies, as a course would code them")
struct OrdinaryRepliesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var client: String
    var reply: String
    var testDescription: String { reply }
  }

  static let wedding =
    "My sister's getting married in June and I haven't been asked to be a bridesmaid."
  static let desk = "My manager moved my desk next to the toilets. After eleven years."
  static let phone = "I freeze every time the phone rings at work now."
  static let revision = "idk why i bother revising. i just end up on my phone"
  static let son = "My son told me he hates me. He's nine."

  static let reflections = [
    Case(client: wedding, reply: "It sounds like you're really hurt that she didn't ask you."),
    Case(client: wedding, reply: "So your sister's getting married and you're not a bridesmaid."),
    Case(
      client: wedding, reply: "It must be painful to watch other people stand where you hoped to."),
    Case(client: desk, reply: "It sounds like you feel you've been pushed aside."),
    Case(client: desk, reply: "So what you're saying is that you don't feel valued any more."),
    Case(client: phone, reply: "You feel anxious whenever the phone goes."),
    Case(client: phone, reply: "It sounds like you're scared of what the next call might be."),
    Case(client: revision, reply: "it sounds like you're frustrated with yourself"),
    Case(client: son, reply: "You feel rejected by him."),
    Case(client: son, reply: "You're worried about what's going on for him."),
  ]

  static let empty = [
    Case(client: wedding, reply: "I hear what you're saying."),
    Case(client: wedding, reply: "I understand how you feel."),
    Case(client: desk, reply: "I'm sorry to hear that. That must be really hard."),
    Case(client: phone, reply: "It sounds like you're going through a lot."),
    Case(client: son, reply: "Thank you for sharing that with me."),
  ]

  /// Feelings at random, of which the client had named none.
  static let strung = [
    Case(client: wedding, reply: "Hurt, anger, shame, fear."),
    Case(client: desk, reply: "You're lonely, scared, angry and exhausted."),
    Case(client: phone, reply: "So sad, and so frightened, and so ashamed, and so tired."),
    Case(client: son, reply: "You feel sad, hurt, lonely, ashamed and afraid."),
  ]

  static let questions = [
    Case(client: wedding, reply: "How does that make you feel?"),
    Case(
      client: wedding, reply: "Can you tell me a bit more about your relationship with your sister?"
    ),
    Case(client: desk, reply: "Tell me more about what happened."),
    Case(client: revision, reply: "What is it like when you realise another hour has gone?"),
    Case(client: son, reply: "What was going through your mind when he said it?"),
  ]

  static let advice = [
    Case(client: wedding, reply: "I think you should tell her how much it hurt you."),
    Case(client: wedding, reply: "Maybe you could offer to help with the planning instead."),
    Case(client: desk, reply: "I would speak to HR if I were you."),
    Case(client: desk, reply: "You could ask to be moved back."),
    Case(client: revision, reply: "Put your phone in another room while you study."),
  ]

  static let judgments = [
    Case(client: wedding, reply: "It's only a wedding, you'll get over it."),
    Case(client: desk, reply: "You always take things personally, don't you?"),
    Case(client: revision, reply: "you're just lazy mate"),
    Case(client: son, reply: "Well, what did you expect? You're never there for him."),
  ]

  private func codes(_ item: Case) throws -> Codes {
    try TestModel.grader().grade(item.reply, client: item.client).codes
  }

  @Test(arguments: reflections) func aPlainReflectionIsOne(item: Case) throws {
    let codes = try codes(item)
    withKnownIssue("the grader takes it for talk about the son alone") {
      #expect(codes.reflection != .none)
    } when: {
      item.reply == "You're worried about what's going on for him."
    }
    #expect(codes.judgment == .none && !codes.misreading)
  }

  @Test(arguments: empty) func stockWordsAreNone(item: Case) throws {
    let codes = try codes(item)
    #expect(codes.reflection == .none && codes.judgment == .none && codes.question == .none)
  }

  @Test(arguments: strung) func feelingsStrungTogetherAreNone(item: Case) throws {
    let codes = try codes(item)
    #expect(codes.reflection == .none && codes.main != .reflection)
  }

  @Test(
    "as many feelings are a reflection where the client named them, or where one is told of",
    arguments: [
      Case(
        client: "I'm sad and angry and scared and ashamed, all in one day.",
        reply: "You're sad, and angry, and scared, and ashamed."),
      Case(
        client: desk,
        reply: "Angry about the desk, hurt that he never asked, and scared and sad to be next."),
    ])
  func feelingsWithGroundsAreAReflection(item: Case) throws {
    #expect(try codes(item).reflection != .none)
  }

  @Test(
    "what hurts may be called by any name that hurts, and by none that is good to have",
    arguments: [wedding, desk, phone, revision, son])
  func barePain(client: String) throws {
    for feeling in ["sad", "hurt", "anxious", "ashamed", "lonely"] {
      #expect(try !codes(Case(client: client, reply: "You feel \(feeling) about this.")).misreading)
    }
    #expect(try codes(Case(client: client, reply: "You feel delighted about this.")).misreading)
  }

  @Test(arguments: questions) func aQuestionForTheStoryIsOpen(item: Case) throws {
    let codes = try codes(item)
    #expect(codes.question == .open && codes.judgment == .none && codes.reflection == .none)
  }

  @Test(arguments: advice) func plainAdviceJudgesNobody(item: Case) throws {
    let codes = try codes(item)
    #expect(codes.advice == .unsolicited && codes.judgment == .none)
  }

  @Test(arguments: judgments) func plainJudgmentIsFound(item: Case) throws {
    #expect(try codes(item).judgment != .none)
  }
}
