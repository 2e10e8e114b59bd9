import Scenarios
import Testing

@testable import Clients

@Suite("The kinds of general questions, told by their wordings")
struct InquiryTests {
  static func kind(_ reply: String) -> Inquiry? {
    Client.Reply(reply).question.inquiries.first?.kind
  }

  @Test("each kind is told", arguments: wordings)
  func told(kind: Inquiry, questions: [String]) {
    #expect(questions.count >= 12)
    for question in questions { #expect(Self.kind(question) == kind, "\(question)") }
  }

  @Test("every kind has its wordings here")
  func all() { #expect(Set(Self.wordings.map(\.kind)) == Set(Inquiry.allCases)) }

  @Test("a question about somebody else, or about what was told, is of no kind", arguments: misses)
  func near(question: String) { #expect(Self.kind(question) == nil) }

  @Test("where two are asked, the last is answered first")
  func last() {
    let asked = Client.Reply("How did it start? And who else knows?").question.inquiries
    #expect(asked.map(\.kind) == [.others, .begin])
  }

  @Test("what is said around a question is none")
  func around() {
    #expect(Self.kind("What would help is rest.") == nil)
    #expect(Self.kind("You told me what keeps you going. That was the bin, then?") == nil)
    #expect(Self.kind("So that's what brought you here.") == nil)
    #expect(Self.kind("Nobody asks who looks after you.") == nil)
  }

  static let wordings: [(kind: Inquiry, questions: [String])] = [
    (
      .hopes,
      [
        "How can I help?", "What would make today worth the journey for you?",
        "What would you like us to talk about?", "What would you want to use the hour for?",
        "What would you want this hour to be for, Ramiro?", "Where would you like to start?",
        "What are you hoping for?", "What do you hope to get out of this?",
        "What would be any use to you today, Wes?", "How could I be of help?",
        "What would have to happen in here for it not to be a waste of yours?",
        "What would you like to use the rest of the time for?", "What shall we look at first?",
        "What do you want from counselling?", "What would make this a good hour?",
        "What would you like to do with the time we have?",
        "You don't have to say yes. What would you like to say?", "What would you like to do?",
        "What would be good to talk about today?", "What would be most useful to start with?",
      ]
    ),
    (
      .needs,
      [
        "What do you need from me?", "What would help right now?", "What do you need?",
        "What do you need, before you go out of here today?", "What would help you most today?",
        "What might help?", "What would be most helpful right now?",
        "What do you need from me so that it doesn't go that way?",
        "How would you like me to do it?", "How can I be here for you?",
        "What can I do differently?", "What would you like from me?",
        "Is there anything you need just now?", "What do you need to hear?",
        "I wonder what you need right now", "What do you need, then?",
      ]
    ),
    (
      .now,
      [
        "What's happening for you just now?", "What's it like to say that out loud?",
        "How did that land?", "What was happening for you just then?",
        "What's going on inside you right now?", "How are you feeling right now?",
        "How are you doing?", "What comes up as you say that?",
        "What is it like, saying this out loud?",
        "How was it for you to tell me that?", "What are you noticing just now?",
        "What happens in you when you say that?", "How did what I said strike you?",
        "How does it feel to hear that?", "What just happened there?",
        "What was it like for you when I asked that?", "What was it like to say that?",
        "What do you notice happening in you as you tell me this?",
      ]
    ),
    (
      .others,
      [
        "Who do you talk to about this?", "Who looks after you?", "Who else knows?",
        "How do the people around you take it?", "Who knows about it?",
        "Who is there for you?", "Who's there for you?", "Does anyone know?",
        "Have you told anyone?", "Who can you turn to?", "Who do you have?",
        "Is there anybody you can lean on?", "What do people around you say?",
        "Who takes care of you?", "Who is there to look after you?", "Who listens to you?",
        "Who is with you in all this?",
      ]
    ),
    (
      .coping,
      [
        "How do you get through the days?", "What helps?", "What keeps you going?",
        "How do you cope?", "How do you manage?", "How have you been coping with all this?",
        "How do you keep going?", "What gets you through the night?", "What gives you strength?",
        "How do you look after yourself?", "How do you get by?", "What do you do to cope?",
        "What makes it bearable?", "How do you live with that?", "Does anything help?",
      ]
    ),
    (
      .begin,
      [
        "When did it start?", "What made you come now?", "What brought you here?",
        "When did you first start listening for doors?",
        "How did it all begin?", "What brings you here today?", "Why now?",
        "What made you decide to come?", "How long has this been going on?",
        "What led you to counselling?", "When did this begin for you?",
        "Tell me what brought you here.", "What made you pick up the phone? Why now?",
        "How did you end up here?", "What's brought you in today?",
        "When did things start to go wrong?", "So what does bring you here then?",
        "What did bring you in?", "What's the reason you came?", "What are you here for, then?",
      ]
    ),
    (
      .change,
      [
        "What would you like to be different?", "How would it look if it were better?",
        "What do you wish for?", "What would you like to change?",
        "If you could change one thing, what would it be?", "What would be different?",
        "What would a good day look like?", "What do you want for yourself?",
        "How would you know things were better?", "What needs to change?",
        "What would better look like?", "Where would you like to be in a year?",
        "What do you long for?", "If you had a magic wand, what then?",
      ]
    ),
    (
      .say,
      [
        "What would you say to him?", "What do you wish you'd said?",
        "What would you like to say to her?", "What would you tell them?",
        "If he was here now, what would you say?", "What would you want him to know?",
        "What have you never said?", "What would you ask him?",
        "What do you wish you had told her?", "What's left unsaid?",
        "What would you say to them if you could?", "What do you most want to say to her?",
        "What would you have liked to tell him?", "What did you never get to say?",
      ]
    ),
    (
      .you,
      [
        "What do you make of me?", "What's it like, being here?", "How are you finding this?",
        "What did you make of me, in the second and a half?",
        "What have you made of me so far?", "How is this going for you?",
        "How are you finding this so far?", "What do you think of me?",
        "What is it like for you to be here?", "How am I doing?",
        "What's it like sitting here with me?", "How does it feel to be here?",
        "How do I come across?", "How do you find talking to me?", "What did you expect from me?",
        "How is this going?", "How's today been?",
      ]
    ),
    (
      .themselves,
      [
        "What does that mean to you?", "What does it say about you?",
        "How do you see yourself in all this?", "Why does it matter so much?",
        "What does this say about you?", "How do you see yourself?",
        "What do you think of yourself?", "Who are you without it?", "Who were you with her?",
        "What does all that mean for you?", "Why is that so important to you?",
        "How do you make sense of it?", "What does it make you think about yourself?",
        "Where does that leave you?", "What do you tell yourself?",
      ]
    ),
  ]

  static let misses = [
    "What was that like for you?", "How did you feel?", "Tell me more about that.",
    "What would you have wanted him to say instead?", "When did you feel that small before?",
    "What do you make of him?", "What do you make of that?", "What would help him?",
    "How do you get through to her?", "When did it rain?", "When did he start school?",
    "What did you say to him?", "What would he say to you?", "What do you need the hammer for?",
    "What happened next?", "What was she like?", "Who was that with?", "Who told you first?",
    "What made you laugh?", "What made you think of the door?", "How did she get through?",
    "What does he do all day?", "Why did he leave?", "How does she see it?",
    "What did they bring?", "What's the story with it?", "How was it when you opened the letter?",
    "What did you write?", "What kept him there?", "You need a rest.", "That must matter to you.",
    "What stopped you changing the sign?", "Who cooks at home?", "What goes into the oven?",
    "Who is with you in the afternoons?", "What did you need then?", "What does bring him home?",
    "What's the reason he came?",
  ]
}
