import Listening

/// How a reply lands with the client: each part from 0 to 1.
///
/// It rests on the grade's codes and on what the client can notice without any code: silence,
/// their own words handed back, the same sentence twice.
public struct Appraisal: Hashable, Sendable {
  /// Accurately reflected.
  public var understood = 0.0
  /// Asked with room to answer.
  public var explored = 0.0
  /// Affirmed, or left the choice.
  public var respected = 0.0
  /// Made a partner in the work.
  public var collaborated = 0.0
  /// What the work is for, asked or settled.
  public var agreed = 0.0
  /// Spoken to openly: about how this works, about a boundary, about not knowing.
  public var levelled = 0.0
  /// Something between the two noticed and said, without owning it.
  public var noticed = 0.0
  /// A miss owned.
  public var repaired = 0.0
  /// Told what to do.
  public var pressured = 0.0
  /// Judged.
  public var judged = 0.0
  /// Met with nothing, with empty words or with the helper's own story.
  public var ignored = 0.0
  /// Credited with what is not there.
  public var misread = 0.0
  /// Asked for a fact or a yes or no.
  public var questioned = 0.0
  /// The codes of which the grader was not sure, and that nothing in the words bears out.
  private var doubtful: Set<CodeName> = []

  /// Appraises a reply.
  ///
  /// - Parameters:
  ///   - reply: The trainee's words.
  ///   - grade: Their grade.
  ///   - line: What the client had just said.
  ///   - earlier: The trainee's earlier replies, to notice repetition.
  public init(reply: String, grade: Grade, to line: String, earlier: [String]) {
    let codes = grade.codes
    let wording = Wording(reply)
    // Where the grader could not decide, the client reacts half as much.
    func weight(_ code: CodeName, where isThere: Bool = true) -> Double {
      !isThere ? 0 : grade.unsure.contains(code) ? 0.5 : 1
    }

    doubtful = Set(grade.unsure)
    if reply.contains("?") { doubtful.remove(.question) }
    if wording.advises { doubtful.remove(.advice) }
    if wording.apologises || wording.owns { doubtful.remove(.repair) }
    judged = codes.judgment == .strong ? 1 : codes.judgment == .mild ? 0.5 : 0
    // Who was perhaps not judged does not take it so.
    if grade.unsure.contains(.judgment) { judged = 0 }
    misread = weight(.misreading, where: codes.misreading)
    pressured = 0.7 * weight(.advice, where: codes.advice == .unsolicited)
    if codes.judgmentKind == .order || codes.judgmentKind == .warn {
      pressured = max(pressured, 0.5 * weight(.judgment))
      // What presses without a harsh word is answered as advice is.
      judged = codes.judgment == .mild ? min(judged, 0.4) : judged
    }
    repaired = weight(.repair, where: codes.repair)
    if wording.owns { repaired = max(repaired, 0.5) }
    if wording.noticesRupture { noticed = 1 }
    // An apology with an excuse in it shows that something was noticed, and owns nothing.
    if wording.excusesItself { (repaired, noticed) = (0, 1) }

    if !isJudging, !isMisreading {
      understood =
        (codes.reflection == .complex ? 1 : codes.reflection == .simple ? 0.6 : 0)
        * weight(.reflection)
      // Their own words handed back tell a client nothing.
      if Words.parrots(reply, line) { understood = 0 }
      explored = weight(.question, where: codes.question == .open)
      respected = max(
        weight(.affirmation, where: codes.affirmation),
        0.8 * weight(.autonomy, where: codes.autonomy))
      // A word of the helper's own that gives the talk back meets the client as one person another.
      respected = max(
        respected, 0.4 * weight(.selfDisclosure, where: codes.selfDisclosure == .brief))
      collaborated = max(
        weight(.collaboration, where: codes.collaboration),
        0.5 * weight(.advice, where: codes.advice == .permitted))
      if wording.asksLeave { collaborated = max(collaborated, 0.5) }
      levelled = wording.keepsBoundary ? 1 : weight(.transparency, where: codes.transparency)
      if wording.notKnows { levelled = max(levelled, 0.5) }
      if wording.agreesOnGoals {
        agreed = max(
          weight(.question, where: codes.question != .none),
          weight(.collaboration, where: codes.collaboration))
      }
    }
    questioned = weight(.question, where: codes.question == .closed)
    if Care.asksClient(reply) {
      // Asking about thoughts of suicide is care, and plain because it has to be.
      if codes.judgment == .mild { judged = 0 }
      if !isJudging, !isMisreading { (explored, questioned, pressured) = (1, 0, 0) }
    }

    ignored = max(
      weight(.selfDisclosure, where: codes.selfDisclosure == .takeover),
      0.5 * weight(.falseReassurance, where: codes.falseReassurance))
    if Words.all(of: reply).isEmpty { ignored = 1 }
    if Words.repeats(reply, earlier) {
      (understood, explored, respected, collaborated, levelled) = (0, 0, 0, 0, 0)
      (agreed, noticed) = (0, 0)
      ignored = 1
    }
  }

  /// Whether it asks something.
  var asks: Bool { explored > 0 || questioned > 0 }

  /// Whether a decision is shared: asked for, offered or left open.
  var isShared: Bool { collaborated > 0 || respected > 0 || asks }

  /// Whether it helps in an open rupture without mending it.
  var softens: Bool { understood > 0 || noticed > 0 }

  /// Whether a miss is owned, with nothing in the same breath that hurts again.
  var repairs: Bool { repaired > 0 && !isJudging && !isMisreading && pressured == 0 }

  private var isJudging: Bool { judged >= 0.5 }
  // A slip of which the grader is not sure costs a little, and the client lets it pass.
  private var isMisreading: Bool { misread >= 1 }

  /// Whether the client may answer the part that carries the reply as what it is: where the grader
  /// was not sure of it, they do not presume what was perhaps not said.
  var isPlain: Bool {
    switch move {
    case .repaired: !doubtful.contains(.repair)
    case .pressured: !doubtful.contains(.advice)
    case .understood: !doubtful.contains(.reflection)
    case .levelled: !doubtful.contains(.transparency)
    case .explored, .questioned: !doubtful.contains(.question)
    case .respected: doubtful.isDisjoint(with: [.affirmation, .autonomy, .collaboration])
    case .ignored: doubtful.isDisjoint(with: [.falseReassurance, .selfDisclosure])
    case .misread, .plain: doubtful.isDisjoint(with: [.misreading, .judgment])
    case .judged: true
    }
  }

  /// The part that carries the reply, by what a client would notice first.
  var move: Move {
    if isJudging { return .judged }
    if repairs { return .repaired }
    if isMisreading { return .misread }
    if pressured > 0 { return .pressured }
    if ignored > 0 { return .ignored }
    if understood > 0 { return .understood }
    if levelled > 0 { return .levelled }
    if explored > 0 { return .explored }
    if respected > 0 || collaborated > 0 { return .respected }
    if questioned > 0 { return .questioned }
    return .plain
  }
}

extension Appraisal {
  /// What a loss of trust comes from: the part that carries the reply where that part can hurt, else
  /// a slip beside it, the gravest first.
  var costly: Move {
    switch move {
    case .judged, .misread, .pressured, .ignored, .questioned: return move
    case .repaired, .understood, .levelled, .explored, .respected, .plain:
      let slips: [(Double, Move)] = [
        (judged, .judged), (misread, .misread), (pressured, .pressured), (ignored, .ignored),
      ]
      return slips.first { $0.0 > 0 }?.1 ?? move
    }
  }
}

/// What a reply chiefly does to the client.
enum Move: Hashable, Sendable {
  case judged, repaired, misread, pressured, ignored, understood, levelled, explored, respected
  case questioned, plain
}
