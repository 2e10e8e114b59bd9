import Clients
import Listening
import Scenarios
import Testing

@testable import Practice

@Suite("What is told of a reply to a client who asks the trainee something")
struct AnswerFeedbackTests {
  private static let asking = "So if somebody from the General were to ring you up, you'd say what?"

  private func asked(_ example: String = "I'd say I can't tell them.") -> ClientLine {
    var line = ClientLine()
    (line.text, line.example) = (Self.asking, example)
    return line
  }

  @Test(
    "an answer to what they asked is said to be one, whatever was found in it",
    arguments: [
      "I'd say nothing, not even whether I'd heard of you. If they rang, I'd tell you that they had.",
      "Nothing but that I can't talk about anybody.",
    ], [false, true])
  func answered(reply: String, isTransparent: Bool) throws {
    let told = try feedback(reply, line: asked()) { $0.transparency = isTransparent }
    #expect(told.coach.contains("you answered it"), "\(told.coach)")
    #expect(told.alternative == nil)
    #expect(told.remark == "it answers what they asked")
    let elsewhere = try feedback(reply, to: "They know me there.") { _ in }
    #expect(!elsewhere.coach.contains("answered it") && elsewhere.remark == nil)
    #expect(try !feedback(reply, line: asked(), judge).coach.contains("answered it"))
  }

  @Test("an apology answers nothing", arguments: ["My bad.", "I'm sorry, I went too fast there."])
  func apology(reply: String) throws {
    let told = try feedback(reply, line: asked()) { _ in }
    #expect(!told.coach.contains("answered it"), "\(told.coach)")
  }

  @Test("what may be taken for a verdict in a plain yes or no to them is not told of as one")
  func plainAnswer() throws {
    let (line, reply) = ("Is it only you?", "Yes, it's only me who hears this.")
    for unsure in [[], [CodeName.judgment]] {
      func coach(_ line: String) throws -> String {
        try feedback(reply, to: line, unsure: unsure) {
          ($0.judgment, $0.judgmentKind) = (.mild, .minimize)
        }.coach
      }
      #expect(try coach(line).contains("you answered it"))
      #expect(try !coach("I came by bus.").contains("you answered it"))
    }
  }

  @Test(
    "a yes to what they asked the trainee to do is said to be one",
    arguments: [
      "If you could tell me when it's nearly time, before it is. Like ten minutes.",
      "Don't go still on me. I can't work with that.", "Stop me when I'm being charming.",
      "I'd like you to say so.",
    ],
    ["Yes, I can do that.", "I'll give you ten minutes' warning.", "Yes.", "Of course I will."])
  func undertaken(request: String, reply: String) throws {
    var line = ClientLine()
    (line.text, line.example) = (request, "No bedside manner, and nobody shouting.")
    let told = try feedback(reply, line: line) { _ in }
    #expect(told.coach.contains("you said that you would"), "\(told.coach)")
    #expect(told.alternative == nil && told.remark == "it answers what they asked")
    line.text = "If you go quiet, he sits there till he's nearly done."
    #expect(try !feedback(reply, line: line) { _ in }.coach.contains("you said that you would"))
    line.text = request
    #expect(
      try !feedback("I can see how that is. I'm sorry.", line: line) { _ in }.coach
        .contains("you said that you would"))
  }

  @Test(
    "a yes to a client who asks for leave is said to be one, whatever it was graded",
    arguments: [
      ("Can I tell you a different thing instead?", "Yes please.", true),
      ("Can I tell you a different thing instead?", "Yes, of course, tell me that.", true),
      ("If I say it wrong, can I have another shot?", "Sure, go ahead.", true),
      ("Is it all right if I stand?", "Of course.", true),
      ("Can I tell you a different thing instead?", "Yes, but be quick.", false),
      ("Can I tell you a different thing instead?", "Tell me this one first.", false),
      ("She said, can I help you?", "Yes please.", false),
      ("There was a row.", "Yes please.", false),
    ])
  func leaveGiven(words: String, reply: String, isGiven: Bool) throws {
    var line = ClientLine()
    (line.text, line.example) = (words, "Something nearer the top.")
    let told = try feedback(reply, unsure: [.judgment], line: line) {
      ($0.judgment, $0.judgmentKind) = (.mild, .order)
    }
    #expect(told.coach.contains("you said yes") == isGiven, "\(told.coach)")
    #expect((told.alternative == nil) == isGiven)
  }

  @Test(
    "openness that the grader does not see is told of, and nothing else is held out",
    arguments: [
      "There is no button. I don't know if it works for you.",
      "If you ever see that face on me, I'd want you to say so.",
    ])
  func open(reply: String) throws {
    var line = ClientLine()
    (line.text, line.example) = ("They said there'd be a button.", "I can't promise you one.")
    let told = try feedback(reply, line: line) { _ in }
    #expect(CoachLines.openness.contains { told.coach.contains($0) }, "\(told.coach)")
    #expect(told.alternative == nil && told.remark == "it is open with them")
  }

  @Test(
    "a question that is left is told of, unless the author's example leaves it, too",
    arguments: [Reflection.none, .simple, .complex])
  func left(reflection: Reflection) throws {
    func coach(_ line: ClientLine) throws -> String {
      try feedback("It sounds as though being known has become dangerous.", line: line) {
        $0.reflection = reflection
      }.coach
    }
    #expect(try coach(asked()).hasSuffix("still wait to hear: “\(Self.asking)”"))
    #expect(try !coach(asked("You've learnt to look twice.")).contains("still wait"))
  }

  @Test(
    "what asks the trainee is told from offers, requests, tags and other people's questions",
    arguments: [
      ("Right. What do you write down first?", true), ("Who'd see it, if I said?", true),
      ("If I tell you, do you write it down?", true), ("Are you even on my side?", true),
      ("So if I said something about work, would you tell me before you told anyone?", true),
      ("How long are you here for? In this job. You needn't do the face. It's a plain one.", true),
      ("Would you like a mint?", false), ("Do you know what he did?", false),
      ("Could you say that again?", false), ("You like a question, do you?", false),
      ("He said, do you play the piano?", false), ("Mam goes, 'Are you in?'", false),
      ("Why did she go?", false), ("You asked me that.", false),
    ])
  func asks(line: String, asks: Bool) {
    #expect((Client.askedOfTrainee(in: line) != nil) == asks)
  }
}
