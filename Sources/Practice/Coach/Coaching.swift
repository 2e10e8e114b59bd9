import Listening

/// The one thing to try next after a reply, as far as its grade tells.
///
///     Coaching(for: grade).text  // "This tells the client what to do; try asking…"
struct Coaching: Hashable, Sendable {
  /// What there is to try.
  enum Step: CaseIterable, Sendable {
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
  let step: Step
  /// It in one plain sentence. What to build on is another sentence's: here only what worked is told.
  let text: String

  private init(_ step: Step, _ text: String) {
    self.step = step
    self.text = text
  }

  /// What the coach looks at beside the grade.
  struct Circumstances: Sendable {
    /// The reply's number in its session: what is said often is said in several ways, in turn.
    var turn = 0
    /// Whether the words that earned a judgment speak of the client, or find fault with anything.
    var judgesClient = true
    /// Whether the reply takes up what this client said.
    var isParticular = false
    /// Whether it may say back what they told, though it is not graded as that.
    var maySayBack = false
    /// Whether it names a feeling.
    var namesFeeling = false
    /// Whether it says most of what lies beneath the line, though it is graded as saying it back.
    var reachesMeaning = false
    /// Whether it says some of it.
    var touchesMeaning = false
    /// Whether it says which miss it owns.
    var namesMiss = false
    /// Whether it asks for the client's view of that.
    var invites = false
    /// Whether it is open with the client in words that the grader does not take for it.
    var isOpen = false
    /// Whether a question in it has 'what' or 'how' in it.
    var asksWhatOrHow = false
    /// Its last question, where that is to be quoted.
    var question: String?
    /// Whether it is that question alone.
    var asksAlone = false
    /// What was told of the earlier replies of the session.
    var told = CoachTold()
    /// The grade of the reply before.
    var before: Grade?

    /// Nothing known.
    init() {}
  }

  /// Coaching on a grade: the gravest slip first; where there is none, how to go deeper, and where
  /// nothing is missing, what worked. It asks for nothing that the scores count as done, and does not
  /// say in the same words what it has just said.
  ///
  /// - Parameters:
  ///   - grade: The grade.
  ///   - circumstances: What else there is to look at.
  init(for grade: Grade, in circumstances: Circumstances = Circumstances()) {
    let codes = grade.codes
    func isUnsure(_ code: CodeName) -> Bool { grade.unsure.contains(code) }
    func one(_ lines: [String]) -> String {
      circumstances.told.freshest(of: lines, from: circumstances.turn)
    }
    self =
      Self.slip(codes, isUnsure, circumstances) ?? Self.followed(grade, circumstances)
      ?? Self.reflection(codes, isUnsure(.reflection), circumstances, one)
      ?? Self.otherMove(codes, isUnsure, circumstances, one)
      ?? Self.question(codes, circumstances, one)
      ?? Self.nothing(codes, circumstances, one)
  }

  /// One of several ways to say the same.
  private typealias Choice = ([String]) -> String

  // MARK: - What got in the way

  private static func slip(
    _ codes: Codes, _ isUnsure: (CodeName) -> Bool, _ circumstances: Circumstances
  ) -> Coaching? {
    if codes.judgment != .none {
      guard isUnsure(.judgment) else {
        let heard = circumstances.judgesClient ? nil : hearing(of: codes.judgmentKind)
        return Coaching(.undo, heard ?? line(for: codes.judgmentKind))
      }
      // What is said back already is not asked for.
      let isSaidBack =
        codes.reflection != .none && !isUnsure(.reflection) || circumstances.maySayBack
      let next = isSaidBack ? "see how they take it." : "say back what they told you."
      return Coaching(.check, "A client might hear a verdict in this; if you meant none, \(next)")
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

  /// How words may be heard that say nothing of the client; `nil` where the kind needs no word of them:
  /// what is right to do, an order and a warning are heard as what they are.
  private static func hearing(of kind: JudgmentKind?) -> String? {
    let heard: String? =
      switch kind {
      case .blame: "putting the fault with the client"
      case .label: "a name for what the client is"
      case .minimize: "making it smaller than it is for the client"
      case .disbelief: "doubting the client's account"
      case .argue: "arguing with how the client sees it"
      case .moralize, .order, .warn, .sarcasm, nil: nil
      }
    return heard.map {
      "This may be heard as \($0); if you meant no such thing, say plainly what you meant."
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

  private static func reflection(
    _ codes: Codes, _ isUnsure: Bool, _ circumstances: Circumstances, _ one: Choice
  ) -> Coaching? {
    guard !codes.repair else { return nil }
    switch (codes.reflection, codes.question) {
    case (.none, _):
      return nil
    case (_, .closed) where codes.narrows && !isUnsure:
      let isDeep = codes.reflection == .complex
      // A complex reflection is quoted itself, and one that is the question is not told apart from it.
      let isQuoted = !isDeep && !circumstances.asksAlone
      return Coaching(
        isDeep ? .build : .deepen,
        ofQuestion(
          isQuoted ? circumstances.question : nil, CoachLines.closedAfterReflection,
          quoting: CoachLines.closedAfterReflectionQuoted, one))
    case _ where isUnsure:
      return Coaching(.build, one(CoachLines.unsureReflection))
    case (.simple, _) where circumstances.reachesMeaning:
      return Coaching(.build, one(CoachLines.nearMeaning))
    case (.simple, _) where circumstances.touchesMeaning:
      return Coaching(.deepen, one(CoachLines.partOfMeaning))
    case (.simple, _):
      return Coaching(
        .deepen,
        one(CoachLines.simple + (circumstances.namesFeeling ? [] : CoachLines.simpleUnfelt)))
    case (.complex, .open):
      return Coaching(.build, one(CoachLines.complexAndOpen))
    case (.complex, _):
      return Coaching(.build, one(CoachLines.complex))
    }
  }

  /// What to say of a move that is neither reflection nor a mere question.
  private static func otherMove(
    _ codes: Codes, _ isUnsure: (CodeName) -> Bool, _ circumstances: Circumstances, _ one: Choice
  ) -> Coaching? {
    if codes.repair {
      // What was done one reply ago is not asked for again.
      let bothDone = circumstances.told.hasJust(CoachLines.repair(named: true, invites: true))
      let hasInvited =
        bothDone || circumstances.told.hasJust(CoachLines.repair(named: false, invites: true))
      let named = circumstances.namesMiss || bothDone
      let invites = circumstances.invites || codes.collaboration || hasInvited
      return Coaching(.handBack, one(CoachLines.repair(named: named, invites: invites)))
    }
    if codes.collaboration, codes.question != .none {
      return Coaching(.handBack, one(CoachLines.collaboration))
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
    // A choice that may have been left comes behind openness that is there for sure.
    let isLeft =
      codes.autonomy && !isUnsure(.autonomy) || codes.collaboration && !isUnsure(.collaboration)
    let isOpen = codes.transparency && !isUnsure(.transparency)
    if isLeft || !isOpen && (codes.autonomy || codes.collaboration) {
      return Coaching(.handBack, one(CoachLines.autonomy))
    }
    if codes.transparency {
      return Coaching(.handBack, one(CoachLines.transparency))
    }
    return nil
  }

  private static func question(
    _ codes: Codes, _ circumstances: Circumstances, _ one: Choice
  ) -> Coaching? {
    if codes.narrows {
      let lines =
        (circumstances.asksWhatOrHow ? [] : CoachLines.closedOtherwise)
        + CoachLines.closed(maySayBack: circumstances.maySayBack)
      let quoted = CoachLines.closedQuoted(maySayBack: circumstances.maySayBack)
      return Coaching(.open, ofQuestion(circumstances.question, lines, quoting: quoted, one))
    }
    guard codes.question == .open else { return nil }
    return Coaching(
      .reflect, one(circumstances.maySayBack ? CoachLines.maySayBack : CoachLines.open))
  }

  /// One of several ways to say something of a question, of which some stand behind its words, where
  /// these are to be quoted.
  private static func ofQuestion(
    _ question: String?, _ lines: [String], quoting quoted: [String], _ one: Choice
  ) -> String {
    guard let question else { return one(lines) }
    let line = one(lines + quoted)
    return quoted.contains(line) ? "“\(question)” \(line)" : line
  }

  private static func nothing(
    _ codes: Codes, _ circumstances: Circumstances, _ one: Choice
  ) -> Coaching {
    if codes.advice == .permitted {
      return Coaching(
        .handBack, "You asked before advising; afterwards, ask what the client makes of it.")
    }
    if codes.information {
      return Coaching(.handBack, "You gave information; ask what the client makes of it.")
    }
    if codes.selfDisclosure == .brief { return Coaching(.reflect, CoachLines.ownLifeAlone) }
    if circumstances.isOpen { return Coaching(.handBack, one(CoachLines.openness)) }
    if circumstances.maySayBack { return Coaching(.reflect, one(CoachLines.maySayBack)) }
    if circumstances.isParticular { return Coaching(.reflect, one(CoachLines.particular)) }
    if codes.emotionalReaction != .none { return Coaching(.reflect, one(CoachLines.warm)) }
    return Coaching(.reflect, one(CoachLines.nothing))
  }

  // MARK: - What was tried as told

  /// What to say of a reply that does what the reply before was told to try, once a session.
  private static func followed(_ grade: Grade, _ circumstances: Circumstances) -> Coaching? {
    guard let before = circumstances.before else { return nil }
    let (was, codes) = (before.codes, grade.codes)
    let isReflected = codes.reflection != .none && !grade.unsure.contains(.reflection)
    let isAsked = codes.question == .open && !grade.unsure.contains(.question)
    guard !codes.repair, !codes.narrows, was.hindrances.isEmpty, !was.repair else { return nil }
    let isDeeper = isReflected && codes.reflection == .complex
    let line: String? =
      switch was.reflection {
      case .simple where isDeeper && !was.narrows: CoachLines.followed.deepen
      case .none where was.narrows && isAsked && codes.reflection == .none: CoachLines.followed.open
      case .none where isReflected: CoachLines.followed.reflect
      default: nil
      }
    guard let line, !circumstances.told.hasEver(line) else { return nil }
    return Coaching(codes.reflection == .none ? .reflect : .build, line)
  }
}
