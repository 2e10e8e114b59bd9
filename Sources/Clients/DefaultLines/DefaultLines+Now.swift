import Scenarios

/// What a client says of the moment and of the two who sit there, where no author has written it.
extension DefaultLines {
  /// Said to being asked how it is between the two, where the author's answers are not to be had; warm
  /// where trust has grown.
  static func standing(isWarm: Bool) -> [ClientLine] { isWarm ? warm : guarded }

  /// Said to being asked what it is like just now, where that has been answered before.
  static let now = lines(
    why: """
      They have looked at this very minute. Say back what they found, however small it is, and leave \
      it room.
      """,
    [
      (
        "I don't know that I've a word for it. I'm all right to go on.",
        "There isn't a word for it yet, and you're willing to go on without one."
      ),
      (
        "I can hear my own voice, that's mostly what I notice.",
        "You're hearing yourself say it, and it sounds different out loud."
      ),
      (
        "Tired, and not in a bad way.",
        "It takes something out of you, and it's not a bad sort of tired."
      ),
      (
        "It's still going round. I haven't caught up with it.",
        "It's moving faster than you can look at it. We can wait for it."
      ),
      (
        "A bit odd. I'm not used to stopping there.",
        "You'd usually be past that by now. You stopped, and it's odd."
      ),
      (
        "I'm here. That's about as much as I can say.",
        "You're here, and that's something to have said."
      ),
      ("My heart's going a bit. It's not bad.", "It's going, and it's not bad. You can let it."),
      (
        "Lighter than a minute ago. I don't know why.",
        "Something has got lighter, and it needn't have a reason yet."
      ),
      (
        "I keep waiting to feel something, and nothing comes.",
        "You're listening for it, and it's not there yet. It can take its time."
      ),
    ])

  /// Said to being handed back the question that they had put to the trainee.
  static let ownQuestion = lines(
    why: """
      They have looked at what was in their own question. Say what you heard, and leave the rest open.
      """,
    [
      (
        "I hadn't got as far as that. I only knew I had to ask it.",
        "The asking was as far as it went. Something in it needed saying out loud."
      ),
      (
        "I don't know. I think I wanted to see what you'd say first.",
        "You wanted to see where I stood before you chose, and that makes sense."
      ),
      (
        "I'd have to see, when it comes to it. It helps that it's up to me.",
        "It can wait until it comes, and the deciding stays with you."
      ),
      (
        "Nobody asks it back, as a rule. I haven't an answer ready.",
        "It's strange to be asked what you'd want, and you needn't have it ready."
      ),
    ])

  /// Said to the trainee's answer to what they had asked.
  static let answered = lines(
    why: """
      They had asked something of you, and they take what you told them. Leave room for what they make of \
      it, and go back with them to where they were.
      """,
    [
      ("All right. I asked, and you told me.", "You asked, and that can't have been nothing."),
      (
        "Okay. I'd sooner know that than guess.",
        "You'd sooner know. There may have been a lot of guessing, elsewhere."
      ),
      (
        "Right. I wasn't sure I'd get an answer.",
        "You weren't sure of one, and you asked all the same."
      ),
      (
        "That's good to have heard. I'd have gone on turning it over.",
        "It would have gone round and round. What else is going round?"
      ),
      ("Mm. I can do something with that.", "There's something in it that you can use."),
      (
        "I'll remember you said that.",
        "It's one to hold me to. What made it matter to ask?"
      ),
    ])

  private static let warm = lines(
    why: """
      They have told you how it is between the two of you, which few people are ever asked. Take it as \
      it is, without thanking it away.
      """,
    [
      (
        "All right, I think. I keep expecting you to hurry me, and you don't.",
        "You've been waiting to be hurried, and it hasn't come."
      ),
      (
        "Better than I thought it would be. I've stopped looking at the clock.",
        "Something here has let you stop watching the time."
      ),
      (
        "Odd, being asked. Not a bad odd. I don't get asked that.",
        "It's a new question for you, how it is with somebody."
      ),
      (
        "I'm more here than when I sat down. That's as near as I can get.",
        "You've come further in since you sat down."
      ),
      (
        "You're still with me. I keep checking, and you are.",
        "You look round now and then to see if I'm still there."
      ),
    ])

  private static let guarded = lines(
    why: """
      They have not made it prettier than it is between the two of you. Hear it, own what is yours, and \
      defend nothing.
      """,
    [
      (
        "I'm being careful, if you want to know. I haven't made up my mind about you.",
        "You're keeping an eye on me, and you've every right to. It needn't be settled today."
      ),
      (
        "Polite, I'd call it. I can do polite.",
        "Polite gets you through a lot, and it isn't the same as being met."
      ),
      (
        "I'm mostly waiting to see what you do with it all.",
        "You've put something in my hands, and you're watching how I hold it."
      ),
      (
        "A bit far off, just now. I couldn't say whose doing that is.",
        "There's a distance between us, and some of it may be my doing."
      ),
      (
        "I don't know yet. Ask me again before I go.",
        "It's too early to say, and you'd like to be asked again. I will."
      ),
    ])
}
