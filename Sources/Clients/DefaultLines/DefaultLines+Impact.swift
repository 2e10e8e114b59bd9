/// What a client says of what the trainee's own words did, asked or told of it.
extension DefaultLines {
  /// Said to an apology for what the client had not taken amiss.
  static let unnoticedMiss = lines(
    why: """
      They had held nothing against you, and say so. Leave it there: more of it would make them look \
      after you.
      """,
    [
      (
        "Did you? I hadn't taken it that way. Thank you, though.",
        "It hadn't landed like that. Then I'm with you again; where were you?"
      ),
      (
        "I'd let that one go by, to be honest. It's good of you to look.",
        "You'd let it go by. I wanted to be sure I was hearing you, and not me."
      ),
      (
        "It went past me. I noticed you going back for it.",
        "It matters to me to get you right. What were you in the middle of?"
      ),
      (
        "No harm done, I don't think.",
        "Good. I'd sooner check than carry on over the top of you."
      ),
      ("Not so that I minded.", "You didn't mind. I'd still sooner ask than guess."),
      (
        "I wondered where you were going, that's all.",
        "You lost sight of where I was heading. I'd like to go where you are."
      ),
      ("If it had been too much I'd have said.", "You'd have said. I'm glad to know that."),
      (
        "I'm all right. I can tell that you're looking.",
        "I am looking, and I'm glad you're all right. Take me back to where you were."
      ),
    ])

  /// Said to an apology for what they have complained of, and what others than the trainee had done.
  static let complaintHeard = lines(
    why: """
      They take it that their complaint has been heard. Nothing more need be said of it; let them go on.
      """,
    [
      ("Thank you. It's good to have that said.", "It's said, and it was due to you. Go on."),
      (
        "All right. I'd wondered whether anybody would say it.",
        "You'd waited for somebody to. I'm sorry that it took so long."
      ),
      (
        "I'll take that. It's more than I've had so far.",
        "More than you've had, and less than you were owed."
      ),
      (
        "Good. Then I needn't go on about it.",
        "You needn't, and you may, if there's more of it to say."
      ),
    ])

  /// Said to a judgment of somebody or something of theirs: true, too, where it was meant for them.
  static let judgedOther = lines(
    why: """
      They stand up for what is theirs, on which sides were taken. Take that back, and ask how it is \
      for them.
      """,
    [
      (
        "I can say that. I don't like to hear it.",
        "You can, and I can't. I'd no business with a view of it. How was it to hear?"
      ),
      ("I'd not have put it like that.", "No, that was me. How would you put it?"),
      (
        "You've only had my side of it.",
        "Only yours, and I talked as if I knew the rest. I'm sorry."
      ),
      (
        "It's not as simple as that.",
        "I made it simpler than it is for you. Tell me what I left out."
      ),
      (
        "I wasn't asking you to take against anything.",
        "You weren't. You were telling me, and I took sides. I'm sorry."
      ),
      (
        "Now I feel I've to stick up for it.",
        "I put you there, and you'd only come to tell me about it."
      ),
    ])

  /// Said to an apology that does not say what it is for.
  static let bareApology = lines(
    why: """
      Sorry is a beginning, and they have taken it as one. Say what you are sorry for, and ask how it \
      was for them.
      """,
    [
      (
        "All right. I'll take that.",
        "You've taken it, and I've not said what for. I went past you just then, and it stung."
      ),
      (
        "Okay. Thank you.",
        "That was kind of you. What I said was about me; what was it like to hear?"
      ),
      (
        "Mm. All right, then.",
        "It's only half all right, I think. I'd like to hear the other half."
      ),
      (
        "Thanks. I don't know what to do with it yet.",
        "There's no hurry with it. I got you wrong, and I'd like to hear where."
      ),
      (
        "It's good of you to say it.",
        "I've said it, and that doesn't undo it. How did it land with you?"
      ),
    ])

  /// Said of a hurt that nobody has owned yet.
  static let openImpact = lines(
    why: """
      They have told you what your own words did, which is a risk; take it as it is, own your part, \
      and explain nothing.
      """,
    [
      (
        "It stung, since you ask. I'd sooner say so than sit here with it.",
        "It stung, and you've told me to my face. That was my doing, and I'm sorry."
      ),
      (
        "I went quiet inside. I thought, that's me told.",
        "You'd been told off, where you came to be heard. I did that."
      ),
      (
        "I wondered if I'd said too much.",
        "You'd opened a door, and I made you wish you hadn't. You hadn't said too much."
      ),
      (
        "I wanted my coat, to be honest.",
        "You were half out of the door, and I'd put you there. I'm glad you said."
      ),
      (
        "I thought, well, I've heard that before somewhere.",
        "One more voice saying it, and this time it was mine. I'm sorry."
      ),
    ])

  /// Said of one that has been owned.
  static let mendedImpact = lines(
    why: """
      They let you see where it hurt, and how far it has eased; say what you heard, and let them lead \
      on from there.
      """,
    [
      (
        "It stung. It's gone down a good bit, with you coming back to it.",
        "It left a mark, and it's easing. Thank you for letting me see both."
      ),
      (
        "For a minute I was off, coat on and everything. I'm back now.",
        "You'd gone, in your head, and you came back. I'd like to make that worth it."
      ),
      (
        "I thought, here we go again. And then you stopped, and I didn't know what to do with that.",
        "You were ready for more of the same, and it went another way."
      ),
      (
        "I didn't like it. I like that I can say so.",
        "You didn't like it, and there's room here to say that."
      ),
      (
        "I pulled the shutter down a bit. It's half up again.",
        "Half up, after I gave you reason to pull it down. It can stay where it is."
      ),
    ])
}
