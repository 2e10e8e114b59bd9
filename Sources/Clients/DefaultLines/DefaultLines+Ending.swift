import Scenarios

/// Lines for leave that is asked and for the end of a session, which a pack may leave out.
extension DefaultLines {
  /// Said to being asked for leave.
  static let leave = lines(
    why: "They have given you leave; be brief, and hand the talk back.",
    [
      ("Yes. Go ahead.", "Thank you. I'll say it in two sentences, and then I'd like your view."),
      ("You can tell me, yes.", "I will, and you stop me where it doesn't fit."),
      ("All right. I'm listening.", "It isn't long. Afterwards it's your turn again."),
      ("If you like. I'll say if it's too much.", "Do say so. You decide how far it goes."),
    ])

  /// Said to an offer to be asked something.
  static let nothingToAsk = lines(
    why: "They have nothing to ask for now; leave it open, and go back to what they told you.",
    [
      ("Not just now. I'll say if there is.", "Do say, whenever it comes up. I'm listening."),
      (
        "Nothing that I can think of. Thank you.",
        "Then nothing for now. You can ask later as well as now."
      ),
      (
        "I'd have to think what. Not yet.",
        "Not yet, and there's no need to have it ready."
      ),
    ])

  /// Said to an offer to stop, to pause or to speak of something else.
  static let stopOffered = lines(
    why: """
      They have chosen for themselves to go on. Follow their choice; it need not be offered again.
      """,
    [
      (
        "No, I'd like to go on. It helps to be asked.",
        "You'd like to go on, and being asked makes it easier. I'm with you."
      ),
      (
        "I'm all right where I am. Thank you for asking, though.",
        "You're all right here. If that changes, a word is enough."
      ),
      (
        "Not yet. It's good to know that I could.",
        "Not yet, and it stays up to you. I'll go at your pace."
      ),
      (
        "I'll stay with it. I'd say if it got too much.",
        "You'll stay with it, and you'd say. I'm glad I can rely on that."
      ),
      (
        "I thought about it just then. I'll carry on a bit.",
        "You weighed it up, and you're carrying on. I'm listening."
      ),
      (
        "I don't usually get asked that. I'd sooner keep going.",
        "It's new to be asked, and you'd sooner keep going."
      ),
      (
        "It's up to me, is it? Then I'll go on.",
        "It's up to you, and you've chosen. Go on when you're ready."
      ),
      (
        "Do I look as if I need to? I can manage a bit more.",
        "You can manage a bit more. I'd sooner ask than guess."
      ),
    ])

  /// Said to what the trainee had asked for leave to say.
  static let offered = lines(
    why: """
      They let you say it, and this is where it lands. Leave the thought with them, and go on from \
      what they make of it.
      """,
    [
      (
        "I'd not looked at it from there. I'll have to carry it about a bit.",
        "It can come with you or stay here. What stood out, when you heard it?"
      ),
      (
        "Some of that fits. I don't know about the rest.",
        "Some of it, and not the rest. Which part would you keep?"
      ),
      (
        "I can see why you'd say it. I'm not sure it's me.",
        "It may not be you. You know that better than I do."
      ),
      (
        "Thank you for asking first. I'll think about it.",
        "There's no hurry with it, and no harm in leaving it."
      ),
      (
        "I could try it. I'm not promising.",
        "No promise needed. What would make it worth it, or not?"
      ),
      (
        "It sounds simple when you say it.",
        "Simple to say, and you'd be the one to do it. What makes it hard?"
      ),
      ("Part of me wants to argue with that.", "I'd like to hear the part that wants to argue."),
    ])

  /// Said to being told that the trainee knows somebody where they come from.
  static let acquaintance = lines(
    why: """
      A tie of yours touches what they can say here. Stay with what it does to them before anything \
      else, and say plainly what follows from it.
      """,
    [
      (
        "Hang on. You know somebody there?",
        "I do, and it matters what you make of that. Nothing from here goes to them. How is it, hearing it?"
      ),
      (
        "Do they know that I come here?",
        "No, and they won't hear it from me. What did it do, when I said that?"
      ),
      (
        "I'll have to think what I've said already.",
        "You're going back over it all. None of it goes to them from me, and you can stop if you want to."
      ),
      (
        "I went cold, when you said that.",
        "It frightened you, and I'd sooner you knew. What would you need from me now?"
      ),
      (
        "I'm glad you've told me. I'm not glad it's so.",
        "Both of those. What would help you decide whether to go on?"
      ),
    ])

  private static let reasonAtEnd = """
    The time is nearly over: gather up in a few words what mattered, open nothing new, and leave \
    them the last word.
    """

  /// Said to being told that the session is coming to its end, by attachment style.
  static func ending(_ style: Attachment) -> [ClientLine] {
    let own: [(text: String, example: String)] =
      switch style {
      case .secure:
        [
          (
            "All right. I'll leave it there for today.",
            "You've brought a good deal today. What would you like to keep of it?"
          ),
          (
            "That went quicker than I thought it would.",
            "It went quickly, and you were in the middle of something that mattered."
          ),
        ]
      case .anxious:
        [
          (
            "Already? All right. It's good that you say so.",
            "It came sooner than you'd have liked, and it helps to know."
          ),
          (
            "I don't like endings. I'll try and do this one properly.",
            "Endings are hard, and you're staying for this one."
          ),
        ]
      case .avoidant:
        [
          ("Right. I won't start on anything else, then.", "You'd like to close it tidily."),
          (
            "Good. That's enough for one day.", "It was enough, and it was more than you'd planned."
          ),
        ]
      case .fearful:
        [
          (
            "All right. I'd sooner be told than have it just stop.",
            "It's easier when you can see it coming."
          ),
          (
            "I'd like to sit for a moment before I go out there.",
            "Sit as long as we have. Nothing more needs saying."
          ),
        ]
      }
    return lines(
      why: reasonAtEnd,
      own + [
        ("I'll take some of that home with me.", "What is it that goes home with you?"),
        ("I think I've said what I wanted to, for now.", "You said it, and I heard it."),
      ])
  }

  /// Said at the end to being asked about coming again, by a client who would.
  static func nextTime(_ style: Attachment) -> [ClientLine] {
    let own: [(text: String, example: String)] =
      switch style {
      case .secure: [("Yes, I'd like to come again.", "I'd be glad. The time is yours.")]
      case .anxious: [("Yes. If that's still all right with you.", "It is. I'll be here.")]
      case .avoidant: [("I should think so. I'll see.", "See how it is. I'll keep the hour.")]
      case .fearful:
        [("I think I could do that. I'd want to know it's you.", "It will be me, in this room.")]
      }
    return lines(
      why: "They mean to come; say that you will be there, and leave the choice with them.", own)
  }

  /// Said at the end to being asked about coming again, by a client who has told everything.
  static let noNextTime = lines(
    why: "They have told what they came to tell; look back on it with them, and let it be enough.",
    [
      (
        "I think I've said what I came to say. I don't think I need another one.",
        "You've said it, all of it, and you can tell that it's enough."
      ),
      (
        "No. I think this was it. It's a good place to stop.",
        "It's a good place to stop. What would you like to take with you from here?"
      ),
    ])

  /// Said at the end to being asked about coming again, by a client who would not.
  static let unsureOfNextTime = lines(
    why:
      "They doubt whether to come back; don't persuade, and ask what would have to be different.",
    [
      (
        "I'd sooner not say yes just now.",
        "Then don't. I got some things wrong today, and I'd understand."
      ),
      (
        "I'll have to think about whether I want to.",
        "Think about it, and whichever way it goes is all right."
      ),
    ])
}
