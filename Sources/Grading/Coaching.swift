import Listening

/// The one thing to try next after a reply, as far as its grade tells.
///
///     Coaching(for: grade).text  // "This tells the client what to do; try asking…"
public struct Coaching: Hashable, Sendable {
  /// What there is to try.
  public enum Step: CaseIterable, Sendable {
    /// To say it without what got in the client's way.
    case undo
    /// To see whether it fits, or came across as meant.
    case check
    /// To say back what was heard.
    case reflect
    /// To ask so that there is a story to tell.
    case open
    /// To say what lies beneath the client's words.
    case deepen
    /// To hear what the client makes of it.
    case handBack
    /// To go on in the same way, with what the client's line still holds.
    case build
  }

  /// What there is to try.
  public let step: Step
  /// It in one plain sentence. What to build on is another sentence's: here only what worked is told.
  public let text: String

  private init(_ step: Step, _ text: String) {
    self.step = step
    self.text = text
  }

  /// Coaching on a grade: the gravest slip first; where there is none, how to go deeper, and where
  /// nothing is missing, what worked. It asks for nothing that the scores count as done.
  ///
  /// - Parameters:
  ///   - grade: The grade.
  ///   - turn: The reply's number in its session: what is said often is said in several ways, in turn.
  ///   - isParticular: Whether the reply takes up what this client said.
  public init(for grade: Grade, turn: Int = 0, isParticular: Bool = false) {
    let codes = grade.codes
    func isUnsure(_ code: CodeName) -> Bool { grade.unsure.contains(code) }
    func one(_ lines: String...) -> String { lines[turn % lines.count] }
    self =
      Self.slip(codes, isUnsure) ?? Self.reflection(codes, isUnsure(.reflection), one)
      ?? Self.otherMove(codes, isUnsure) ?? Self.question(codes, one)
      ?? Self.nothing(codes, isParticular, one)
  }

  /// One of several ways to say the same.
  private typealias Choice = (String...) -> String

  // MARK: - What got in the way

  private static func slip(_ codes: Codes, _ isUnsure: (CodeName) -> Bool) -> Coaching? {
    if codes.judgment != .none {
      return isUnsure(.judgment)
        ? Coaching(
          .check,
          "A client might hear a verdict in this; if you meant none, say back what they told you.")
        : Coaching(.undo, line(for: codes.judgmentKind))
    }
    // One that is there for sure comes before one that may be.
    guard let code = codes.hindrances.first(where: { !isUnsure($0) }) ?? codes.hindrances.first,
      let lines = lines(for: code)
    else { return nil }
    return isUnsure(code) ? Coaching(.check, lines.unsure) : Coaching(.undo, lines.sure)
  }

  /// What to say of a slip other than judgment, where it is there for sure and where it may be.
  private static func lines(for slip: CodeName) -> (sure: String, unsure: String)? {
    switch slip {
    case .misreading:
      (
        "This goes past what the client showed; go back to their last words and start there.",
        "Check this against what they said; where it is your guess, ask whether it fits."
      )
    case .selfDisclosure:
      (
        "Your own story takes the client's place here; keep it to a line and hand it back.",
        "Your own story may take up much room here; see that the client gets it back."
      )
    case .advice:
      (
        "Before offering a way out, say back what you heard, or ask whether a thought is welcome.",
        "This may come across as advice; if it is, ask first whether a thought is welcome."
      )
    case .falseReassurance:
      (
        "Nobody can promise this; try naming the fear that makes the client need to hear it.",
        "This may sound like a promise; see that it says no more than you can know."
      )
    default: nil
    }
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

  // MARK: - What was done

  private static func reflection(_ codes: Codes, _ isUnsure: Bool, _ one: Choice) -> Coaching? {
    guard !codes.repair else { return nil }
    switch (codes.reflection, codes.question) {
    case (.none, _):
      return nil
    case (_, .closed) where codes.narrows && !isUnsure:
      return Coaching(
        codes.reflection == .complex ? .build : .deepen,
        one(
          "The reflection can stand by itself, without the question after it.",
          "You had said it back; the question after it asks for less than they could tell."))
    case _ where isUnsure:
      return Coaching(
        .build,
        one(
          "You seem to say back what you heard.", "This comes close to what they told you.",
          "They can probably hear in this that you followed."))
    case (.simple, _):
      return Coaching(
        .deepen,
        one(
          "You said it back faithfully; next, guess at the feeling or the meaning beneath it.",
          "They can hear that you listened; now try what it may mean to them, in one plain sentence.",
          "You kept to what they said; a word for how it felt would take it a step further."))
    case (.complex, .open):
      return Coaching(
        .build,
        one(
          "You said what lay behind the words and then left room.",
          "First what you understood, then an open door.",
          "They can hear that you grasped it, and the question is theirs to answer."))
    case (.complex, _):
      return Coaching(
        .build,
        one(
          "You said what lay behind the client's words.",
          "You put into words what they had only shown.",
          "That goes beneath what was said."))
    }
  }

  /// What to say of a move that is neither reflection nor a mere question.
  private static func otherMove(_ codes: Codes, _ isUnsure: (CodeName) -> Bool) -> Coaching? {
    if codes.repair {
      guard !isUnsure(.repair) else {
        return Coaching(
          .handBack, "You seem to own a miss; say plainly what it was, and ask how it landed.")
      }
      return Coaching(
        .handBack,
        codes.question == .none && !codes.collaboration
          ? "You owned the miss; next, ask what it was like for the client, and listen."
          : "You owned the miss and made room for the client's view of it; now listen to it.")
    }
    if codes.collaboration, codes.question != .none {
      return Coaching(
        .handBack, "You asked what they want before going on; hear the answer out, and follow it.")
    }
    if codes.transparency, codes.question == .open {
      return Coaching(
        .handBack, "You were open about how this works, and asked; now hear what they make of it.")
    }
    // A question beside it is what the client will answer.
    if codes.question != .none { return nil }
    if codes.affirmation {
      return Coaching(
        .reflect,
        isUnsure(.affirmation)
          ? "This may be heard as praise; say back what it cost the client or means to them, too."
          : "You named a real strength; next, say back what it costs the client or means to them.")
    }
    if codes.autonomy || codes.collaboration {
      return Coaching(
        .handBack, "You left the choice with the client; wait for the answer and follow it.")
    }
    if codes.transparency {
      return Coaching(
        .handBack,
        "You were open about how this works; ask what it is like for the client to hear that.")
    }
    return nil
  }

  private static func question(_ codes: Codes, _ one: Choice) -> Coaching? {
    if codes.narrows {
      return Coaching(
        .open,
        one(
          "This can be answered with yes, no or a fact; try a question that starts with 'what' or 'how'.",
          "A yes, a no or a fact would do as an answer; ask for the story, or say back what you heard."
        ))
    }
    guard codes.question == .open else { return nil }
    return Coaching(
      .reflect,
      one(
        "The question leaves room; try saying back what you heard before you ask.",
        "They can answer that freely; before the next question, tell them what you have understood.",
        "An open question; one sentence of what you have heard would give it something to stand on."
      ))
  }

  private static func nothing(_ codes: Codes, _ isParticular: Bool, _ one: Choice) -> Coaching {
    if codes.advice == .permitted {
      return Coaching(
        .handBack, "You asked before advising; afterwards, ask what the client makes of it.")
    }
    if codes.information {
      return Coaching(.handBack, "You gave information; ask what the client makes of it.")
    }
    if codes.selfDisclosure == .brief {
      return Coaching(
        .reflect, "You shared a little of yourself; turn back to what the client told you.")
    }
    if isParticular {
      return Coaching(
        .reflect,
        one(
          "This touches on what they told you; say outright what you took from it.",
          "You are close to what they said; a plain sentence of what it means to them would land."))
    }
    if codes.emotionalReaction != .none {
      return Coaching(
        .reflect,
        "Warm words fit any client; add what this one said, or what it seems to mean to them.")
    }
    return Coaching(
      .reflect,
      one(
        "Try saying back, in a few words of your own, what the client just told you.",
        "This could follow many things that clients say; let this one hear what you took in.",
        "Say what you heard in this, before anything else."))
  }
}

extension Codes {
  /// What of the reply got in the client's way, the most serious first.
  public var hindrances: [CodeName] {
    let hindrances: [(isPresent: Bool, code: CodeName)] = [
      (judgment != .none, .judgment), (misreading, .misreading),
      (selfDisclosure == .takeover, .selfDisclosure), (advice == .unsolicited, .advice),
      (falseReassurance, .falseReassurance),
    ]
    return hindrances.filter(\.isPresent).map(\.code)
  }
}
