import Listening
import Scenarios
import Testing

@testable import Clients

@Suite("Offered to stop, to pause or to speak of something else")
struct OfferTests {
  private static let answers = DefaultLines.stopOffered.map(\.text)

  @Test(
    "the offer is told by its wording",
    arguments: [
      "Would you rather stop for today?", "Do you want to stop here, Robyn? You needn't jump.",
      "Hi Felix. Would you like to stop already?", "Would you like to stop now?",
      "Shall we leave it there?", "Would you like a break?", "We can stop here if you like.",
      "Do you want to talk about something else?", "Would you rather we stopped there?",
      "Do you need a minute?", "Would you prefer to pause for a moment?", "Shall we stop?",
      "Would you like to stop, or carry on?", "Would you rather not talk about it?",
      "Shall we move on to something else?", "Do you want to leave that for another day?",
      "Would you like to change the subject?", "Would it help to take a break?",
      "Is it okay to stop here?", "Maybe you'd like to stop there?",
      "You can stop there, if you like.", "We can stop here. How is that for you?",
      "Is that enough for today?",
      "Shall we stop, or go on?", "We can stop.", "We could end for today.",
      "We can always stop if it's too much.", "You could stop here, if that's easier.",
      "Would it be better to stop?", "You might prefer to stop here.", "Or shall we carry on?",
      "Would you like to stop talking about it?", "Do you want to stop talking?",
      "Do you want to leave it?", "Would you like to keep that until you're ready?",
      "We can leave it at that.", "Would you rather not say?", "Perhaps you'd rather not go there.",
      "Would you like to take a minute before we go on?", "Shall we take a moment?",
      "We can take a break.", "Would it help if we took a break?", "How about a breather?",
      "Would a pause help?", "Maybe you'd like a short break.",
      "Shall we talk about something lighter?", "We could talk about something else.",
      "Shall we drop the subject?", "We can leave the subject.", "Shall we move on?",
      "Would you like to move on to something else?",
    ])
  func told(reply: String) {
    #expect(Client.Reply(reply).offersStop)
  }

  @Test(
    "what only sounds like it is another thing, and so is an offer with a question behind it",
    arguments: [
      "Do you want to stop drinking?", "Would you like to stop feeling this way?",
      "Did you stop the car there?", "What made you stop there?", "You wanted it to stop.",
      "You can stop any time you like, and you can ask me why I ask.", "Do you want to leave him?",
      "Would you like to talk about her?", "Would you like to leave that house?",
      "Do you keep going until it stops?", "Do you need a rest from him?", "Can we stop him?",
      "Would you like to hear more, or shall we leave it?", "Shall we stay with that?",
      "We can stop here if you like. How old is he?",
      "We can leave it there. What happened at six?",
      "You can stop.", "Would you like to keep it?", "Do you want to move on?",
      "Is it easier not to talk about it?", "We could not talk about that.",
      "Would you like to take a moment to tell me about her?", "Would it help to leave him?",
      "We can leave it at that. It was the time in between, the waiting.",
    ])
  func notTold(reply: String) {
    #expect(!Client.Reply(reply).offersStop)
  }

  /// What a grader may make of an offer.
  private static let grades: [Grade] = {
    let sets: [(inout Codes) -> Void] = [
      { $0.question = .closed }, { $0.question = .open }, { $0.autonomy = true }, { _ in },
      {
        $0.question = .closed
        $0.collaboration = true
      },
    ]
    return sets.flatMap { set in
      [[], [CodeName.question, .collaboration, .autonomy]].map { unsure in
        var graded = grade(set)
        graded.unsure = unsure
        return graded
      }
    }
  }()

  @Test(
    "a client answers the offer first and tells nothing for it; then the story goes on",
    arguments: ShippedClients.names)
  func answered(name: String) throws {
    let before = try FrameTests.client(name, 3, good: 2, [])
    for reply in ["Would you rather stop for today?", "Do you want to talk about something else?"] {
      for graded in Self.grades {
        var client = before
        client.answer(reply, grade: graded)
        #expect(Self.answers.contains(client.current.text), "\(client.current.text)")
        #expect(!client.current.line.example.isEmpty && !client.current.line.why.isEmpty)
        #expect(client.depth == before.depth && client.told == before.told)
        #expect(client.alliance.bond >= before.alliance.bond)
        client.answer("So you stay, and it isn't easy.", grade: AnswerTests.complex)
        #expect(client.told.count > before.told.count)
      }
    }
  }

  @Test("silence after that costs nothing, and they do go on", arguments: ShippedClients.names)
  func goesOn(name: String) throws {
    var client = try FrameTests.client(name, 3, good: 2, [])
    client.answer("Would you rather stop for today?", grade: AnswerTests.closed)
    #expect(client.occasion == .goingOn)
    let before = client
    client.answer("", grade: grade { _ in })
    #expect(client.alliance.bond >= before.alliance.bond)
    #expect(client.told.count > before.told.count)
  }

  @Test("what was it like is asked of the line before it")
  func lineBefore() {
    var client = AnswerTests.atTheLake()
    client.answer("Would you like to stop now?", grade: AnswerTests.closed)
    #expect(Self.answers.contains(client.current.text))
    #expect(AnswerTests.said(client, "What was that like?") == "Asked: \(AnswerTests.lake[0].text)")
  }

  @Test(
    "who has asked for a moment is given it by the offer of one", arguments: ShippedClients.names)
  func moment(name: String) throws {
    let pausing = try FrameTests.pausing(name)
    var after = pausing
    after.answer("Would you like to take a minute?", grade: AnswerTests.closed)
    #expect(after.alliance.bond >= pausing.alliance.bond)
    #expect(!Self.answers.contains(after.current.text))
  }

  @Test("who has asked to leave something alone, and who is going, need not say that they go on")
  func elsewhere() throws {
    var later = Client(AnswerTests.ada, seed: 1)
    later.answer("What would you say to her?", grade: AnswerTests.open)
    #expect(later.occasion == .later)
    let text = AnswerTests.said(later, "Do you want to talk about something else?")
    #expect(!Self.answers.contains(text), "\(text)")
    let offer = GradedReply(reply: "Would you like to stop here?", grade: AnswerTests.closed)
    let going = try FrameTests.client(
      "maya", 3, [FrameTests.nothing("We have five minutes left."), offer])
    #expect(!Self.answers.contains(going.current.text))
  }
}
