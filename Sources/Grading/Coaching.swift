import Listening

/// The one thing to try next after a reply.
public enum Coaching {
  /// One plain sentence for a grade: the gravest slip first; where there is none, how to go deeper,
  /// and where nothing is missing, what worked.
  ///
  ///     Coaching.line(for: grade)  // "Try it without 'should': say what you think it is like…"
  ///
  /// - Parameters:
  ///   - grade: The grade.
  ///   - turn: The reply's number in its session: what is said most often is said in several ways, in
  ///     turn.
  /// - Returns: The sentence.
  public static func line(for grade: Grade, turn: Int = 0) -> String {
    let codes = grade.codes
    if codes.judgment != .none {
      return grade.unsure.contains(.judgment)
        ? "A client might hear a verdict in this; if you meant none, say back what they told you."
        : line(for: codes.judgmentKind)
    }
    // What may not be there at all is neither held against the trainee nor praised; a question that
    // may be the other kind is a question.
    let sure = codes.keeping(
      CodeName.allCases.filter { $0 == .question || !grade.unsure.contains($0) })
    let lines =
      slip(sure).map { [$0] } ?? guess(codes).map { [$0] }
      ?? unclearReflection(codes, isUnsure: grade.unsure.contains(.reflection))
      ?? closedOrEmpty(sure) ?? goodReply(sure)
    return lines[turn % lines.count]
  }

  private static func line(for kind: JudgmentKind?) -> String {
    switch kind {
    case .blame:
      "This puts the fault with the client; try saying what it has been like for them instead."
    case .label:
      "This names what the client is; try naming what they did or felt, in their own words."
    case .moralize:
      "This says what is right to do; try saying back what pulls the client each way."
    case .minimize:
      "This makes it smaller than it is for the client; try staying with how big it feels to them."
    case .disbelief:
      "This doubts the client's account; try taking it as told and asking what happened next."
    case .order:
      "This tells the client what to do; try asking what they would want to happen."
    case .warn:
      "This warns of what may follow; try asking what the client fears or hopes will follow."
    case .argue:
      "This argues with how the client sees it; try saying their view back first, in full."
    case .sarcasm:
      "This could sound mocking; try saying plainly what you take the client to mean."
    case nil:
      "A client could feel judged by this; try saying back what they told you, with no verdict."
    }
  }

  private static func slip(_ codes: Codes) -> String? {
    if codes.misreading {
      return "This goes past what the client showed; go back to their last words and start there."
    }
    if codes.selfDisclosure == .takeover {
      return "Your own story takes the client's place here; keep it to a line and hand it back."
    }
    if codes.advice == .unsolicited {
      return
        "Before offering a way out, say back what you heard, or ask whether a thought is welcome."
    }
    if codes.falseReassurance {
      return "Nobody can promise this; try naming the fear that makes the client need to hear it."
    }
    return nil
  }

  /// What to say of a guess at the client that may not fit them.
  private static func guess(_ codes: Codes) -> String? {
    guard codes.misreading else { return nil }
    return "Check this against what they said; where it is your guess, ask whether it fits."
  }

  /// What to say of a reflection that may be none: the scores count it, so it is not asked for.
  private static func unclearReflection(_ codes: Codes, isUnsure: Bool) -> [String]? {
    guard isUnsure, codes.reflection != .none else { return nil }
    return codes.question == .none
      ? [
        "You seem to say back what you heard; a plainer word for it would leave no doubt.",
        "This comes close to what they told you; say the feeling, or what it means to them, outright.",
      ]
      : ["You seem to say back what you heard; let that stand a moment before you ask."]
  }

  private static func closedOrEmpty(_ codes: Codes) -> [String]? {
    if codes.narrows && codes.reflection == .none {
      return [
        "This can be answered with yes, no or a fact; try a question that starts with 'what' or 'how'.",
        "A yes, a no or a fact would do as an answer; ask for the story, or say back what you heard.",
      ]
    }
    if isOwnMove(codes) || codes.question == .open { return nil }
    if codes.reflection == .none, codes.emotionalReaction != .none {
      return [
        "Warm words fit any client; add what this one said, or what it seems to mean to them."
      ]
    }
    if codes.reflection == .none, codes.main == .reflection {
      return [
        "If this says back what you heard, make it plainer: their feeling, or what it means to them."
      ]
    }
    return nil
  }

  private static func isOwnMove(_ codes: Codes) -> Bool {
    codes.repair || codes.affirmation || codes.collaboration || codes.autonomy
      || codes.transparency
  }

  private static func goodReply(_ codes: Codes) -> [String] {
    if codes.repair {
      return [
        codes.question == .none && !codes.collaboration
          ? "You owned the miss; next, ask what it was like for the client, and listen."
          : "You owned the miss and made room for the client's view of it; now listen to it."
      ]
    }
    if codes.collaboration, codes.question != .none {
      return [
        "You asked what they want before going on; wait for the answer, and follow it.",
        "They have a say in what happens next; hear it out, whichever way it goes.",
      ]
    }
    switch (codes.reflection, codes.question) {
    case (.complex, .open):
      return [
        "You said what lay behind the words and then left room; let the client take it from there.",
        "First what you understood, then an open door; now follow wherever they go.",
        "They can hear that you grasped it, and the question is theirs to answer; now listen.",
      ]
    case (.complex, .closed):
      return ["The reflection went deep; it can stand by itself, without the question after it."]
    case (.complex, .none):
      return [
        "You said what lay behind the client's words; wait, and let them go on from there.",
        "You put into words what they had only shown; leave it at that, and let them answer it.",
        "That goes beneath what was said; give them time to find out whether it fits.",
      ]
    case (.simple, .closed):
      return ["You said it back; now try an open question, or say what it may mean to the client."]
    case (.simple, _):
      return [
        "You said it back faithfully; next, guess at the feeling or the meaning beneath it.",
        "They can hear that you listened; now try what it may mean to them, in one plain sentence.",
        "You kept to what they said; a word for how it felt would take it a step further.",
      ]
    case (.none, .open):
      return [
        "The question leaves room; try saying back what you heard before you ask.",
        "They can answer that freely; before the next question, tell them what you have understood.",
      ]
    case (.none, _):
      return [withoutReflection(codes)]
    }
  }

  private static func withoutReflection(_ codes: Codes) -> String {
    if codes.affirmation {
      return "You named a real strength; next, say back what it costs the client or means to them."
    }
    if codes.autonomy || codes.collaboration {
      return "You left the choice with the client; wait for the answer and follow it."
    }
    if codes.transparency {
      return "You were open about how this works; ask what it is like for the client to hear that."
    }
    if codes.advice == .permitted {
      return "You asked before advising; afterwards, ask what the client makes of it."
    }
    if codes.information {
      return "You gave information; ask what the client makes of it."
    }
    if codes.selfDisclosure == .brief {
      return "You shared a little of yourself; turn back to what the client told you."
    }
    return "Try saying back, in a few words of your own, what the client just told you."
  }
}
