import Scenarios

/// Generic lines for occasions that a pack may leave out.
enum DefaultLines {
  /// Said on an occasion for which the author has written nothing.
  static func lines(for occasion: Reactions.Occasional, _ style: Attachment) -> [ClientLine] {
    switch occasion {
    case .safety: safety
    case .leave: leave
    case .ending: ending(style)
    case .nextTime: nextTime(style)
    case .offered: offered
    case .acquaintance: acquaintance
    }
  }

  /// Said to being asked about thoughts of suicide. They answer no; a pack that needs another
  /// answer has to write it.
  static let safety = lines(
    why: """
      They have answered straight, and nothing is too heavy for this room; take the answer as it \
      stands, and stay near it for a moment.
      """,
    [
      (
        "No. Nothing like that. You can ask, though.",
        "I can ask. Then I will again, when I need to know."
      ),
      (
        "No, I'm not thinking of that. It's heavy. But not that.",
        "Heavy, and you're carrying it. Where does it weigh most?"
      ),
      (
        "No. It's all right to ask. I haven't thought of hurting myself.",
        "I'm glad you could say so plainly, and that it's all right to be asked."
      ),
      (
        "It hasn't come to that. I'd tell you if it did.",
        "You'd tell me. That counts for something, after so few have asked."
      ),
      (
        "No. Not then, and not now.",
        "Neither then nor now. And it's been bad enough that I wanted to be sure."
      ),
    ])

  /// Said if the trainee asks for what the bond does not allow yet.
  static let notYet = lines(
    why: """
      They have shown you where the edge is. Say that you see it, leave it with them, and stay near.
      """,
    [
      ("I'd sooner not. Not yet.", "Not yet. You'll say when, if you want to."),
      ("Can we leave that one for a bit?", "We can leave it. It'll keep until you want it."),
      ("I'm not ready for that part.", "That part can wait. You know best how far to go."),
      (
        "That's further than I want to go today.",
        "That's the edge, for today. Thank you for saying so."
      ),
      ("I can't say that yet. I don't know why.", "It won't come yet, and you're not sure why."),
      ("Ask me that another time.", "Another time, then, and only if you'd like to."),
      (
        "There's more to it. I don't want to get into it just now.",
        "There's more, and it stays with you for now. That's all right."
      ),
      ("I know what you're asking. Not today.", "Not today. You know it's there, and so do I."),
      ("Not that one. Maybe later on.", "Later on, or not at all. You choose."),
      (
        "I'd have to know you better first.",
        "You'd want to know who you're telling. That seems right to me."
      ),
      (
        "I can feel myself backing off from that.",
        "You're backing off, and you noticed. We needn't go there."
      ),
      (
        "That's a door I'm keeping shut for the minute.",
        "It can stay shut. You've got the handle."
      ),
      ("I'd rather walk round that, if it's all right.", "It's all right. We'll walk round it."),
      (
        "You're near something there. I'll leave it be.",
        "We'll leave it be, then. It doesn't have to come today."
      ),
      (
        "If I start on that I don't know that I'd stop.",
        "It's big, and you know it. It can wait for a day with more room."
      ),
      ("Let me keep that one back a while.", "It's yours to keep back. Thank you for saying."),
    ])

  /// Said once the deepest line of a topic has been heard, before anything else comes up.
  static let pause = lines(
    why: """
      Something heavy has just been said and heard. Nothing needs adding: stay with it, in a few \
      words, and let them go on when they want to.
      """,
    [
      ("Give me a second with that.", "It took something out of you, saying that. I'll wait."),
      (
        "I didn't know I was going to say that.",
        "It surprised you, how it came out. As if it had been waiting."
      ),
      ("I need a minute.", "That was a heavy thing to put down. Take the minute."),
      (
        "It sounds odd, out here in the room.",
        "You've had it inside so long that it sounds strange out loud."
      ),
      (
        "That's about as far down as it goes, I think.",
        "You went all the way down to it. We can stay here a little."
      ),
      ("I'll just sit with that a second.", "There's room to sit with it. I'm here."),
      ("I've nothing after that.", "Nothing has to come after it. We can let it stand."),
      ("I've run out of words for a moment.", "There's no need for any. I'm here."),
      ("Can we stop there a minute?", "We can. There's nothing that has to come next."),
      ("Well. That's out now.", "It's out, and it took some doing. I'm with you."),
      ("I'd like to breathe before I say any more.", "Breathe. It'll keep, and so will I."),
      (
        "I've never got that far with it before.",
        "Further than you've ever gone with it. Stay as long as you like."
      ),
      ("That took more than I thought.", "It cost you something. There's no hurry now."),
      ("I'll have to let that settle.", "Let it settle. Nothing needs doing with it."),
      (
        "I can hear it now I've said it.",
        "You're hearing it from outside. It can hang in the air a while."
      ),
    ])

  /// Why a reply to what the client told before would land after a fact that was asked for.
  static let whyAfterFact = """
    They have told you a fact, and no more. Go back to what they had told you before it, or leave room \
    for the story.
    """

  /// What would land after a fact, where nothing of the story has been told in the session.
  static let exampleAfterFact = "Thank you. I'd like to hear the rest the way you'd tell it."

  /// Said to a question whose answer is a yes that they have just given with something else.
  static let confirming = lines(
    why: """
      They had said so already. Take it as said, and go back to what they told you before it.
      """,
    [
      ("Yes. It's as I said.", "As you said. I'd like to hear what it is for you."),
      ("Yes, that's it.", "That's it, then. Go on from where you were, if you like."),
      ("That's right, yes.", "I have it now. Tell me on, as you'd tell it."),
      ("Yes. That was the short of it.", "That was the short of it, and there may be a long one."),
    ])

  /// Said of the last topic at the beginning of a further session.
  static let recall = "What I told you last time has been going round in my head."

  /// Said if the client changes the subject.
  static let turningPrefaces = [
    "Anyway.", "There's something else.", "It's not only that.", "Another thing.",
    "And then there's the rest of life.", "Something else.", "I'll leave that there.",
    "While I think of it.", "On another note.", "That's not all, though.",
    "There's the other thing.", "I'll tell you what else.",
  ]
  /// Those of them that go on from something told.
  static let furtherPrefaces: Set<String> = [
    "I'll leave that there.", "I'll tell you what else.", "It's not only that.",
    "That's not all, though.",
  ]

  /// Those of them that make little of what was said before; none follows having been understood.
  static let dismissivePrefaces: Set<String> = [
    "And then there's the rest of life.", "Anyway.", "On another note.",
  ]

  /// Said to a question to which they have no answer, where no author has written it.
  static let unanswered = lines(
    why: """
      They looked, and there is nothing to say yet. Leave the question where it is, and go back to what \
      they have told you.
      """,
    [
      ("I don't know that yet.", "You don't know yet, and you needn't. We can leave it open."),
      ("I couldn't say.", "There's nothing to say to that so far. I'll leave it with you."),
      ("I've no answer to that one.", "Then there isn't one, for now. Tell me what there is."),
      ("I'd have to think.", "It wants thinking about. There's no need to have it ready."),
      ("I've nothing to say to that one.", "Nothing to that one. I'll stay where you are."),
      ("I can't find that just now.", "It won't be found just now. Let it be, if you like."),
      ("That one I can't reach.", "It's out of reach today. What you did tell me is here."),
      ("It doesn't come.", "It doesn't come, and we needn't fetch it."),
      ("I'd be making it up.", "You'd sooner say nothing than make it up. I trust that."),
      ("I'll have to leave that open.", "Let's leave it open. You've told me a good deal already."),
    ])

  /// Why a reply to what they told before would land after a question that they could not answer.
  static let whyAfterUnanswered = """
    They have no answer to that, and said so. Go back to what they told you before it.
    """

  /// Said before a line of what was asked about that may or may not be the answer: true of either.
  static let sideways = [
    "What comes to mind is this.", "Let me come at it from here.", "I can tell you this much.",
    "The first thing I think of is this.", "I'd like to say this first.",
    "That one's hard to answer straight.", "It's this that comes up.",
    "I'll start with what I've got.", "Not straight away. This first.",
    "Give me this first, then.", "I'd have to go round by another way.",
    "Here's what came up when you asked.", "Let me think. There's this.",
    "Let me begin a bit before that.", "It makes me think of something.",
    "I'll have to come to that sideways.", "What I can tell you is this.", "That takes me to this.",
    "Let me say what I do know.", "I've got this much.", "This comes before that, for me.",
    "I'll begin with this.", "I heard the question. This is what came.",
    "It's easier if I say this first.", "I'll get at it from the side.",
    "I need to say something before that.", "Where my mind goes is this.",
    "I'll tell you what I see when you ask that.", "Maybe this belongs to it.",
    "I don't know if it's an answer. It's what I've got.",
  ]

  /// Those of them that put the answer off, and promise none.
  static let deferringPrefaces: Set<String> = [
    "Let me begin a bit before that.", "I need to say something before that.",
    "I'd like to say this first.", "Give me this first, then.",
    "It's easier if I say this first.", "Let me think. There's this.",
    "Not straight away. This first.", "This comes before that, for me.",
    "That one's hard to answer straight.",
  ]

  /// Said before what they have told in part already, a fact behind the story or the story behind a fact.
  static let toldPrefaces = [
    "You've had some of this.", "I've said some of this.", "You've heard the start of this.",
    "I told you the half of it.", "Part of this you know.", "I may have said this.",
    "I've told a piece of this.", "You know some of it.", "I'd made a start on this.",
    "Some of it I've told you.", "I'd begun on this.", "You'll have gathered some of it.",
  ]

  /// Said if the trainee has left the time that was asked for.
  static let resumingPrefaces = [
    "Thank you. That's better.", "There. I can go on now.", "Thanks for waiting.",
    "Right. I'm all right now.", "That helped. I'll go on.", "Thank you for letting me stop.",
    "I've got my breath.",
  ]

  /// Said if the trainee has left alone what the client would not speak of.
  static let sparedPrefaces = [
    "Thanks for not pushing.", "Thank you. Something else, then.", "Good. There's this, though.",
    "Thank you for leaving it.", "I'm glad you let that be. There's this.",
    "That's kind. I can tell you another thing.",
  ]

  /// Said if the trainee goes back to an earlier topic.
  static let returnPrefaces = [
    "There's more to that, yes.", "I thought you'd let that go.", "That. I'd left it, hadn't I?",
    "Back to that, then.", "I wondered if you'd come back to that.", "You kept hold of that.",
    "Yes, there was more to it.", "You remembered that.", "That again. All right.",
    "I'd thought we were done with that.",
  ]

  /// Said if the trainee has not kept a promise to come back to something.
  static let reminder = "You said we'd come back to something, last time. I'd been waiting for it."

  /// Said at the beginning of a further session.
  static func returning(_ way: Returning) -> [ClientLine] {
    switch way {
    case .ended:
      lines(
        why: "Coming back is a statement; hear what it took before you ask for news.",
        [
          ("So. Here I am again.", "You came back. I'm glad, and I wonder what it took."),
          (
            "I wasn't sure all week, and then I was at the door.",
            "Not sure all week, and your feet brought you anyway."
          ),
        ])
    case .brokenOff:
      lines(
        why: "You left in the middle; say so yourself, without an excuse, and ask how it was.",
        [
          (
            "Last time you just went. I was still talking.",
            "You were in the middle of it, and I went. I'm sorry. How was it, being left there?"
          ),
          (
            "We stopped halfway. I didn't know whether to come.",
            "I left you halfway. That was my doing, and still you came."
          ),
        ])
    case .repaired:
      lines(
        why: "The two of you came through something; it may be said out loud, briefly.",
        [
          (
            "I thought about last time. How you took it back. I don't get that a lot.",
            "It mattered that it was put right, and it surprised you."
          ),
          (
            "After last time I thought, if we can have that and still talk, I'll come again.",
            "We came through it, and that tells you something about here."
          ),
        ])
    case .hurt:
      lines(
        why: "What went wrong last time is still in the room; own your part before anything else.",
        [
          (
            "I nearly didn't come. After last time.",
            "I hurt you last time and left it there. I'm sorry. What was it like afterwards?"
          ),
          (
            "I'm here. I don't know that I've much to say.",
            "After last time I wouldn't blame you. I got it wrong, and I'd like to hear how."
          ),
        ])
    case .done:
      lines(
        why: "The trying counts before the result; reflect what it took.",
        [
          ("I did it. What we said I'd try.", "You went and did it. What was it like?"),
          (
            "I tried what we talked about. It was odd. But I tried it.",
            "Odd, and you tried it all the same. Tell me about the odd part."
          ),
        ])
    case .undone:
      lines(
        why: "Not doing it says something too; be curious, and let nothing sound like a mark.",
        [
          (
            "I didn't do it. What we agreed. I'm sorry.",
            "You came and told me straight. It wasn't the right thing, perhaps, or not the week."
          ),
          (
            "I had that thing to do, and I didn't. Every day I didn't.",
            "It stood there every day. What was in the way of it?"
          ),
        ])
    }
  }

  static func lines(why: String, _ pairs: [(text: String, example: String)])
    -> [ClientLine]
  {
    pairs.map { pair in
      var line = ClientLine()
      (line.text, line.example, line.why) = (pair.text, pair.example, why)
      return line
    }
  }
}
