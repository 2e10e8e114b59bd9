import Foundation
import Listening
import Scenarios
import TestSupport
import Testing

import Clients

@Suite("Suicide and self-harm in a trainee's words")
struct CareTests {
  @Test(
    "a trainee's own crisis is heard",
    arguments: [
      "I want to kill myself", "i want to kill myself.", "I WANT TO KILL MYSELF!",
      "I’m going to kill myself", "Honestly I've been thinking of killing myself.",
      "I just want to die", "i wanna die", "I want to be dead.", "I wish I were dead",
      "I wish I was dead.", "I wish I wasn't here.", "I hope I don't wake up tomorrow.",
      "I'm suicidal", "I feel suicidal today", "I've been feeling really suicidal lately.",
      "I keep having suicidal thoughts.", "I have suicidal thoughts",
      "I don't want to live anymore", "I don't want to live any more.", "I do not want to live.",
      "I don't want to be alive.", "I don't want to be here anymore.", "I can't go on.",
      "I cannot go on living", "I've no reason to live", "I see no point in living.",
      "I'd be better off dead.", "I want to end it all", "I thought about killing myself.",
      "Part of me wants to die.",
      "My life isn't worth living.", "I feel like life isn't worth living.",
      "I don't think my life is worth living", "im gonna hurt myself",
      "im thinkin of killin myself",
      "You make me feel like I want to die.", "I feel as if I want to die.",
      "I'm going to end my life.",
      "I'm thinking of ending my own life.", "I took an overdose.", "I've taken too many pills",
      "I keep hurting myself", "I've been cutting myself", "I want to hurt myself",
      "I've got the urge to cut myself.", "I self-harm.", "I'm planning to hang myself.",
      "Sorry, I can't do this exercise. I want to die.",
      "Thank you for trying to help, but I want to kill myself.",
      "Your story is too close: I tried to kill myself too.",
      "What would you say if I told you I want to die?", "I don't care, I want to die.",
      "I don't know. I don't know, I want to die", "I'm not okay I think I want to die",
      "I don't feel well, I'm suicidal", "You wouldn't get it, I want to end it all",
    ])
  func crisis(text: String) {
    #expect(Care.concern(in: text) == .crisis)
  }

  @Test(
    "a crisis is heard whichever character is typed for an apostrophe",
    arguments: [
      "'", "`", "\u{b4}", "\u{2bc}", "\u{2018}", "\u{2019}", "\u{201b}", "\u{2032}", "\u{ff07}",
    ],
    [
      "I'm suicidal", "I don't want to live anymore", "I'd be better off dead", "I can't go on.",
      "I've taken too many pills", "I wish I wasn't here.",
    ])
  func anyApostrophe(apostrophe: String, text: String) {
    #expect(
      Care.concern(in: text.replacingOccurrences(of: "'", with: apostrophe)) == .crisis)
  }

  @Test(
    "a reply that tells the client to harm themselves is heard",
    arguments: [
      "Kill yourself.", "kill yourself", "Just go and kill yourself", "Then hurt yourself!",
      "Well, go kill yourself then.", "You should kill yourself.", "Why don't you kill yourself?",
      "Why not just end your life?", "Go die.", "Go and die", "Drop dead.", "kys",
      "You should just die.", "You deserve to die.", "You'd be better off dead.",
      "Everyone would be better off without you.", "They'd be better off without you.",
      "Nobody would miss you.", "You might as well kill yourself.", "End your life.",
      "If I were you I'd kill myself.", "Do us all a favour and kill yourself.",
      "I hope you die.", "I wish you were dead.", "Go jump off a bridge.",
      "I hear how sad you are. You should kill yourself.", "go kill urself", "u should kill urself",
    ])
  func harm(text: String) {
    #expect(Care.concern(in: text) == .harm)
  }

  @Test(
    "asking about it, or naming it, is neither",
    arguments: [
      "Are you thinking about suicide?", "Are you having thoughts of killing yourself?",
      "Do you ever think about ending your life?", "Have you thought of hurting yourself?",
      "Sometimes people in your place wish they were dead. Is that so for you?",
      "When you say you can't go on, do you mean that you want to die?",
      "Do you sometimes wish you were dead?", "Have you ever tried to take your own life?",
      "Do you ever feel that everyone would be better off without you?",
      "Do you feel you should kill yourself?", "Do you wish you didn't wake up?",
      "You feel they'd be better off without you.", "You think nobody would miss you.",
      "You said you wanted to die.", "You told her 'I want to die'.",
      "You keep hearing a voice that says “kill yourself”.",
      "So part of you doesn't want to be here any more.", "Part of you wants to die.",
      "You've been cutting yourself to get through the nights.",
      "You don't want to live, and you don't quite want to die.",
      "Please don't kill yourself.", "Promise me you'll never hurt yourself.",
      "My brother killed himself last year.", "She took an overdose, and you found her.",
      "I'm worried that you might end your life.", "I'm not going to kill myself, don't worry.",
      "You said, I want to die, and then you laughed.", "I don't think I want to die.",
      "I'm not saying that I want to die.", "It's not that I want to die, it's just a lot.",
      "It sounds as if you are saying I want to die.", "Is there a plan to end it all?",
    ])
  func named(text: String) {
    #expect(Care.concern(in: text) == .named)
  }

  @Test(
    "a child's fall that is told of is told from one that is asked about, meant or not a child's",
    arguments: [
      ("When you was small and hurt yourself, nobody of the people came. Only the dog.", false),
      ("When you were little and hurt yourself, Queenie came.", false),
      ("Whenever you were small and you'd hurt yourself, you ran to the dog.", false),
      ("As a boy you fell. When you were a little boy and you hurt yourself, she came.", false),
      ("You hurt yourself when you were small, and it was Queenie who came.", false),
      ("Did you hurt yourself when you were small?", true),
      ("When you were small and hurt yourself, was that so as not to be here?", true),
      ("You hurt yourself when you were small, and it was on purpose.", true),
      ("When you were little and hurt yourself deliberately, nobody saw.", true),
      ("When you were small and hurt yourself, you wanted it to end.", true),
      ("When you were sixteen and hurt yourself, nobody came.", true),
      ("When you hurt yourself, it was Queenie's job.", true),
      ("When you were small and cut yourself, nobody knew.", true),
      ("You feel small and hurt yourself.", true),
      ("When you were small and hurt yourself, and now again you're thinking of suicide.", true),
    ])
  func childhood(text: String, isNamed: Bool) {
    #expect(Care.concern(in: text) == (isNamed ? .named : nil))
  }

  @Test("a crisis of one's own is heard beside a child's fall")
  func crisisBesideFall() {
    #expect(
      Care.concern(in: "When you were small and hurt yourself, I want to kill myself.") == .crisis)
    #expect(Care.concern(in: "When you were small and I keep hurting myself.") == .crisis)
  }

  @Test(
    "figures of speech and everyday words are nothing of the kind",
    arguments: [
      "", "…", "This is killing me.", "The waiting is killing you.", "I'm dying to know.",
      "You were dying to tell her.", "My phone died.", "Your battery was dead.",
      "You'd like to die of shame.", "You wanted to die of embarrassment.",
      "I could have died of shame.", "I nearly died laughing.", "I could kill myself for asking.",
      "I'd kill for a coffee.", "You could kill him for that.", "He died, and you went on.",
      "Your mother died in March.", "You wanted him to live.", "You live with it every day.",
      "You don't want to live with him.", "I don't want to live in London.",
      "You didn't want to be here today.", "I want to be here with you.",
      "I want to hear how you live.", "You're killing yourself trying to please them.",
      "You've been killing yourself over this job.", "Don't beat yourself up.",
      "I could kick myself.", "Cut yourself some slack.", "You've cut yourself off from them.",
      "You cut yourself short there.", "Jump in whenever you like.", "Just jump in.",
      "Let's end it there for today.", "Why don't you end it with him?", "We can end here.",
      "Take your life one day at a time.", "You're taking your life back.",
      "You can't go on like this.", "I can't go on holiday.", "I'm at a dead end.",
      "A deadline, and dead tired.", "What a deadly silence.", "You overslept.",
      "The relationship is dead.", "You miss her to death.", "You'd die for your children.",
      "A cake to die for.", "Go easy on yourself.", "You hurt yourself lifting that crate.",
      "You should have died the lamp down.", "How are you?", "You wish you had woken up sooner.",
      "Nobody would miss you for an hour.", "He said he'd kill the engine.",
      "I want to dye my hair.", "Part of you wants this over.",
      "You didn't wake up in time.", "It ended, and your life went on.",
    ])
  func nothing(text: String) {
    #expect(Care.concern(in: text) == nil)
  }

  @Test(
    "what is quoted is not the trainee's own, whatever the marks",
    arguments: [
      "'I want to die,' you said.", "'I want to die.' That was on the note?",
      "'I don't want to live any more,' you told her.",
      "‘I don’t want to live any more,’ he wrote.",
      "\"I want to die,\" you said.", "“I want to die,” you said.", "«I want to die», you said.",
      "„I want to die“, you said.", "So it says 'I want to die'.", "('I'm suicidal', was it?)",
    ])
  func quoted(text: String) {
    #expect(Care.concern(in: text) == .named)
  }

  @Test(
    "an apostrophe opens no quotation and ends none",
    arguments: [
      "'Cause I want to die, that's my parents' fault.", "‘Cause it’s over, I want to die.",
      "I'm tired of givin' in 'cause I want to die, an' that's it.",
      "It's my friends' fault 'bout the party. I want to die. My friends' fault.",
      "'They left' and I want to die, that is 'it'.", "'I want to die", "I want to die'",
      "« I want to die", "'Morning. I want to die.' ' '",
      "It's 'off' here. I want to die. It's 'off'.",
    ])
  func apostrophes(text: String) {
    #expect(Care.concern(in: text) == .crisis)
  }

  /// Eight times the longest reply: a way through it that starts over at each mark or phrase would
  /// not end in an hour.
  @Test(
    "a text is gone through once, however many marks and phrases it holds",
    .timeLimit(.minutes(5)),
    arguments: ["«", "“", "\"", "'a ", "‘a ", "dying to ", "you say ", "if you say "])
  func long(part: String) {
    let text = String(repeating: part, count: (1 << 19) / part.utf8.count)
    #expect(Care.concern(in: text + "I am suicidal") != nil)
  }

  @Test("the gravest of a reply's sentences counts")
  func gravest() {
    #expect(Care.concern(in: "Do you want to die? I want to die.") == .crisis)
    #expect(Care.concern(in: "Do you think of suicide? Kill yourself.") == .harm)
    #expect(Care.concern(in: "It rained. Do you think of suicide?") == .named)
  }

  @Test(
    "the client is asked in many forms, with a question mark or without",
    arguments: [
      "I'm wondering if you've had any thoughts of ending your life.",
      "I wonder whether you have thought about suicide.",
      "I want to ask you directly about suicide.", "I need to ask about suicide.",
      "Can I ask whether you have thought of killing yourself", "Could I ask you about suicide?",
      "I'd like to know if you have ever hurt yourself.",
      "Do you sometimes feel life isn't worth living?", "Is life no longer worth living to you?",
      "Sometimes when people are this tired they think about not being here any more. Has that happened to you?",
      "I have to ask something hard. Sometimes people in your situation think of suicide. How about you?",
      "Some people end their lives then. Have you had thoughts like that?",
      "Many who've been through this think of suicide. Do you?",
      "r u thinkin of killing urself", "are u thinkin bout suicide", "do u want to die",
      "have you thought about ending it all", "So have you ever tried to take your own life",
    ])
  func asksInAnyForm(text: String) {
    #expect(Care.concern(in: text) == .named)
    #expect(Care.asksClient(text))
  }

  @Test(
    "what names it, and does not ask the client for thoughts of their own",
    arguments: [
      "I'm wondering what it was like when your brother killed himself.",
      "I want to ask you about your sister's suicide.", "I wonder if he thought of suicide.",
      "My brother killed himself. Has that happened to you?",
      "Some people think of suicide. Would you like a glass of water?",
      "Some people think of suicide. It's raining.", "You wonder if life is not worth living.",
      "You told them that you think of suicide.",
    ])
  func asksForNoThoughts(text: String) {
    #expect(Care.concern(in: text) == .named)
    #expect(!Care.asksClient(text))
  }

  @Test("asking the client is told from talk of others")
  func asking() {
    #expect(Care.asksClient("Are you thinking of killing yourself?"))
    #expect(!Care.asksClient("What was it like when she tried to take her own life?"))
    #expect(!Care.asksClient("Did your father kill himself?"))
    #expect(!Care.asksClient("Did your daughter take an overdose?"))
    #expect(Care.asksClient("Do your thoughts ever go to suicide?"))
    #expect(!Care.asksClient("You have thought of suicide."))
    #expect(!Care.asksClient("How are you?"))
  }

  /// To look for a question to the client behind each clause anew would take minutes.
  @Test("a long reply is gone through once for whom it asks", .timeLimit(.minutes(1)))
  func manyClauses() {
    let others = String(repeating: "Suicide, some? ", count: 1 << 15)
    #expect(!Care.asksClient(others))
    #expect(Care.asksClient(others + "How about you?"))
  }

  @Test(
    "asking after a child's safety, or the client's own at home, is told from other questions",
    arguments: [
      ("Is she safe with him?", true), ("Does he hit the kids?", true),
      ("Has he ever hurt Ellie?", true), ("Are the children all right with him?", true),
      ("Are you safe at home?", true), ("That sounds hard. Are the boys safe?", true),
      ("Is Nina safe with you right now?", true), ("does he ever hit your little girl", true),
      ("Have you ever hurt her?", true), ("Are you afraid you might hurt Nina?", true),
      ("Does your husband hit the children?", true), ("Does he hit you?", true),
      ("Is it safe to say that?", false), ("Did it hurt?", false),
      ("Did you hit him?", false), ("Did your dad hit you?", true),
      ("Did he hit the brakes?", false),
      ("Are you all right with that?", false), ("Is she okay with you being here?", false),
      ("Did that hurt you?", false), ("She is safe with him.", false), ("Where is she now?", false),
    ])
  func safety(text: String, asks: Bool) {
    #expect(Care.asksAboutSafety(text) == asks)
  }

  @Test("it costs no trust, however many closed questions came before", arguments: Style.allCases)
  func safetyIsFree(style: Style) {
    func cost(_ reply: String) -> Double {
      var alliance = Alliance(with: ShippedClients.anyone(style))
      func receive(_ reply: String, _ turn: Int) {
        let appraisal = Appraisal(
          reply: reply, grade: grade { $0.question = .closed }, to: "We live with him.", earlier: []
        )
        alliance.receive(appraisal, turn: turn)
      }
      for turn in 1...3 { receive("Was it number \(turn)?", turn) }
      let before = alliance.bond
      receive(reply, 4)
      return before - alliance.bond
    }
    #expect(cost("Is she safe with him?") == 0)
    #expect(cost("Is she fair with him?") > 0)
  }

  @Test("no example of a shipped vignette and no line of a client's is set aside")
  func shipped() {
    for vignette in ShippedClients.vignettes {
      for line in vignette.clientLines {
        for text in [line.example, line.text] {
          let concern = Care.concern(in: text)
          #expect(concern == nil || concern == .named, "\(vignette.id): \(text)")
        }
      }
    }
  }

  @Test("Documentation/Care.md shows the lists as they are")
  func documented() throws {
    let page = try String(
      contentsOf: Repository.root.appendingPathComponent("Documentation/Care.md"), encoding: .utf8)
    let source = try String(
      contentsOf: Repository.root.appendingPathComponent("Sources/Clients/Care.swift"),
      encoding: .utf8)
    let lists = source.matches(of: /static let (\w+) = Phrase\.list\(\n +"""\n((?:.*\n)*?) +"""/)
    #expect(
      lists.map { String($0.1) } == [
        "idioms", "scrapes", "firstPerson", "urging", "secondPersonHarm", "naming", "asking",
        "safety",
      ])
    for list in lists {
      let phrases = list.2.split(separator: "\n").map { $0.drop { $0 == " " } }
      let block = "```text\n" + phrases.joined(separator: "\n") + "\n```"
      #expect(page.contains(block), "the list '\(list.1)'")
    }
  }
}
