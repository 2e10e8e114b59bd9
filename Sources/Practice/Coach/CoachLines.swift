/// The ways in which the coach says the same, each right wherever another of its list is.
enum CoachLines {
  // MARK: - Reflections

  static let complex = [
    "You said what lay behind the client's words.",
    "That goes beneath what was said.",
    "You gave them back more than their words.",
    "That says what it means to them, and not only what happened.",
    "They can hear that you saw what this is about.",
    "You reached for what they had not quite said.",
  ]
  static let complexAndOpen = [
    "You said what lay behind the words and then left room.",
    "First what you understood, then an open door.",
    "They can hear that you grasped it, and the question is theirs to answer.",
    "What you heard came first, and gives the question something to stand on.",
  ]
  static let simple = [
    "You said it back faithfully; next, guess at the feeling or the meaning beneath it.",
    "They can hear that you listened; now try what it may mean to them, in one plain sentence.",
    "What happened is said; the next step is what it was like for them.",
    "You stayed with what they told you; try to say, too, why it may matter to them.",
  ]
  /// Where the reply names no feeling.
  static let simpleUnfelt = [
    "You kept to what they said; a word for how it felt would take it a step further."
  ]
  static let nearMeaning = [
    "You said it back, and much of what it means to them with it.",
    "That comes near to what lies beneath their words.",
  ]
  static let partOfMeaning = [
    "You said it back, and some of its meaning may be in it already.",
    "Their words are there, and perhaps more than their words.",
    "You said back what they told you; you may have been close to more.",
  ]
  static let unsureReflection = [
    "You seem to say back what you heard.",
    "This comes close to what they told you.",
    "They can probably hear in this that you followed.",
    "This may well be what they meant; their answer will tell.",
  ]
  static let closedAfterReflection = [
    "The reflection can stand by itself, without the question after it.",
    "You had said it back; the question after it asks for less than they could tell.",
    "They would have gone on from the reflection; the question turns them to a short answer.",
    "What you said back is enough to be answered by itself; the question may draw them off it.",
    "They could have gone on from what you said back; the question settles where they go.",
    "What you heard is an offer to go on; the question beside it asks for a yes, a no or a fact.",
    "You said it back, and that can be enough; wait a moment before you ask anything.",
  ]
  /// Said of the question behind a reflection, right after its words.
  static let closedAfterReflectionQuoted = [
    "can wait: what you said back is enough for them to go on from.",
    "asks for a short answer; what you said back might have got a longer one.",
  ]

  // MARK: - Questions

  /// Of a closed question that has neither of the two words in it.
  static let closedOtherwise = [
    "This can be answered with yes, no or a fact; try a question that starts with 'what' or 'how'."
  ]
  /// Of any closed question; those that ask for what was heard only where it may not be said already.
  static func closed(maySayBack: Bool) -> [String] {
    let lines: [(text: String, asksForIt: Bool)] = [
      (
        "A yes, a no or a fact would do as an answer; ask for the story, or say back what you heard.",
        true
      ),
      (
        "With a question like this the work stays with you; let them tell it in their own way.",
        false
      ),
      ("What made you ask? Say that as what you heard, and leave the question out.", true),
      (
        "They can answer this in a word, and then it is your turn again; leave them more to say.",
        false
      ),
      (
        "This chooses for them what to tell; a sentence of what you heard would leave that to them.",
        true
      ),
      ("Before a question like this, let them hear what you took from what they just said.", true),
      ("They may have been on the way to something; ask about that, or wait for it.", false),
    ]
    return lines.filter { !maySayBack || !$0.asksForIt }.map { $0.text }
  }
  /// Said of a closed question, right after its words.
  static func closedQuoted(maySayBack: Bool) -> [String] {
    let any = "can be answered in a word or two; ask so that there is something to tell."
    let unsaid =
      "may get its answer and no more; say first what you have heard, and they may go on unasked."
    return maySayBack ? [any] : [any, unsaid]
  }
  static let open = [
    "The question leaves room; try saying back what you heard before you ask.",
    "They can answer that freely; before the next question, tell them what you have understood.",
    "An open question; one sentence of what you have heard would give it something to stand on.",
    "They can go where they like with this; next time, let what you heard come first.",
  ]

  // MARK: - Other moves

  static func repair(named: Bool, invites: Bool) -> [String] {
    switch (named, invites) {
    case (true, true):
      [
        "You said what went wrong and made room for the client's view of it; now listen to it.",
        "You owned the miss by its name and asked; take in what comes, without defending.",
      ]
    case (true, false):
      [
        "You said plainly what went wrong; next, ask what it was like for the client, and listen.",
        "You owned the miss by its name; now leave room for how it was for them.",
      ]
    case (false, true):
      [
        "You asked how it was for them; say plainly, too, what it was that you did.",
        "There is room for their view of it; name the miss as well, so that they need not.",
      ]
    case (false, false):
      [
        "You own a miss; say plainly what it was, and ask how it landed.",
        "An apology alone leaves the client to guess for what: name it, and ask how it was for them.",
      ]
    }
  }
  static let collaboration = [
    "You asked what they want before going on; hear the answer out, and follow it.",
    "You made them a partner in it; now let their answer decide.",
  ]
  static let autonomy = [
    "You left the choice with the client; wait for the answer and follow it.",
    "The choice is theirs, and you said so; go where they take it.",
  ]
  static let transparency = [
    "You were open about how this works; ask what it is like for the client to hear that.",
    "You told them plainly how things stand; leave room for what they make of it.",
  ]

  /// Of not knowing, and of asking to be told what they notice.
  static let openness = [
    "You were open with them about your own part; leave room for what they make of it.",
    "You told them plainly where you stand; now hear what that is like for them.",
  ]

  // MARK: - Where nothing was found

  /// Where what the reply states holds several telling words of the client's.
  static let maySayBack = [
    "This may well say back what they told you, though Attune is not sure that it does.",
    "You take up words of theirs; Attune is not sure whether that says back what you heard.",
    "Attune is not sure that this says back what you heard; a word for what it means to them would "
      + "make it plain.",
  ]

  static let particular = [
    "This touches on what they told you; say outright what you took from it.",
    "You are close to what they said; a plain sentence of what it means to them would land.",
    "You have hold of something that they said; say, too, what it is like for them.",
  ]
  static let warm = [
    "Warm words fit any client; add what this one said, or what it seems to mean to them.",
    "The warmth is there; let them hear what of their story it answers.",
  ]
  static let nothing = [
    "Try saying back, in a few words of your own, what the client just told you.",
    "This could follow many things that clients say; let this one hear what you took in.",
    "Say what you heard in this, before anything else.",
    "What did you take from their last line? Say that, in one plain sentence.",
  ]

  // MARK: - Of the trainee's own life

  /// Of a brief word of it that stands alone.
  static let ownLifeAlone =
    "You shared a little of yourself; turn back to what the client told you."
  /// Of one beside something else.
  static let ownLife = [
    "Of your own life, that much is enough; the rest of the time is theirs.",
    "What you tell of yourself can end there; they come first.",
  ]

  // MARK: - Beneath an example

  /// Of one that answers an earlier line, or asks for the rest of the story where nothing was told yet.
  static let exampleOfEarlierLine =
    "This goes back to what they told you earlier, or leaves room for the story."

  // MARK: - What was tried as told

  static let followed = (
    reflect: "This time you said what you heard, and that is what they can go on from.",
    open: "This time the question leaves room for a story.",
    deepen: "This time you went from what was said to what it means."
  )
}
