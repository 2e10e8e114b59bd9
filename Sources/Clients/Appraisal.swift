import Listening

/// How a reply lands with the client: each part from 0 to 1.
///
/// It rests on the grade's codes and on what the client can notice without any code: silence,
/// their own words handed back, the same sentence twice.
public struct Appraisal: Hashable, Sendable {
  private typealias P = AllianceParameters

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
  public var transparent = 0.0
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
  /// Codes of which the grader was unsure and which the words do not bear out.
  private var doubtful: Set<CodeName> = []

  /// Appraises a reply.
  ///
  /// - Parameters:
  ///   - reply: The trainee's words.
  ///   - grade: Their grade.
  ///   - line: What the client had just said.
  ///   - earlier: The trainee's earlier replies, to notice repetition.
  public init(reply: String, grade: Grade, to line: String, earlier: [String]) {
    let wording = Wording(reply)
    doubtful = Set(grade.unsure)
    if reply.contains("?") { doubtful.remove(.question) }
    if wording.advises { doubtful.remove(.advice) }
    if wording.apologises || wording.ownsMistake { doubtful.remove(.repair) }

    // The order counts: harm drowns help, and the last two steps correct both.
    addHarm(of: reply, grade)
    addRepair(wording, grade)
    if !isJudging, !isMisreading { addHelp(of: reply, wording, grade, to: line) }
    if Care.asksClient(reply) { excuseAskingAboutSuicide(grade.codes) }
    if Words.repeats(reply, earlier) { replaceHelpByRepetition() }
  }

  private mutating func addHarm(of reply: String, _ grade: Grade) {
    let codes = grade.codes
    let presses = codes.judgmentKind == .order || codes.judgmentKind == .warn
    // What presses without a harsh word is answered as advice is. An uncertain judgment is ignored.
    let mild = presses ? P.pressingJudgment : P.mildJudgment
    judged = codes.judgment == .strong ? 1 : codes.judgment == .mild ? mild : 0
    if grade.unsure.contains(.judgment) { judged = 0 }
    misread = grade.weight(.misreading, if: codes.misreading)
    pressured = max(
      P.unaskedAdvice * grade.weight(.advice, if: codes.advice == .unsolicited),
      P.order * grade.weight(.judgment, if: presses))
    questioned = grade.weight(.question, if: codes.question == .closed)
    ignored = max(
      grade.weight(.selfDisclosure, if: codes.selfDisclosure == .takeover),
      P.emptyWords * grade.weight(.falseReassurance, if: codes.falseReassurance))
    if Words.all(of: reply).isEmpty { ignored = 1 }
  }

  private mutating func addRepair(_ wording: Wording, _ grade: Grade) {
    // An apology with an excuse in it shows that something was noticed, and owns nothing.
    if wording.noticesRupture || wording.excusesItself { noticed = 1 }
    guard !wording.excusesItself else { return }
    repaired = max(
      grade.weight(.repair, if: grade.codes.repair), wording.ownsMistake ? P.foundByWording : 0)
  }

  private mutating func addHelp(
    of reply: String, _ wording: Wording, _ grade: Grade, to line: String
  ) {
    let codes = grade.codes
    // A client's own words handed back tell them nothing.
    if !Words.parrots(reply, line) {
      understood =
        (codes.reflection == .complex ? 1 : P.simpleReflection)
        * grade.weight(.reflection, if: codes.reflection != .none)
    }
    explored = grade.weight(.question, if: codes.question == .open)
    // A brief disclosure that gives the talk back meets the client as one person another.
    respected = max(
      grade.weight(.affirmation, if: codes.affirmation),
      P.choiceLeftOpen * grade.weight(.autonomy, if: codes.autonomy),
      P.briefDisclosure * grade.weight(.selfDisclosure, if: codes.selfDisclosure == .brief))
    collaborated = max(
      grade.weight(.collaboration, if: codes.collaboration),
      P.permittedAdvice * grade.weight(.advice, if: codes.advice == .permitted),
      wording.asksPermission ? P.foundByWording : 0)
    transparent =
      wording.keepsBoundary
      ? 1
      : max(
        grade.weight(.transparency, if: codes.transparency),
        wording.admitsNotKnowing ? P.foundByWording : 0)
    if wording.agreesOnGoals {
      agreed = max(
        grade.weight(.question, if: codes.question != .none),
        grade.weight(.collaboration, if: codes.collaboration))
    }
  }

  /// Asking about thoughts of suicide is care, and plain because it has to be.
  private mutating func excuseAskingAboutSuicide(_ codes: Codes) {
    if codes.judgment == .mild { judged = 0 }
    if !isJudging, !isMisreading { (explored, questioned, pressured) = (1, 0, 0) }
  }

  private mutating func replaceHelpByRepetition() {
    (understood, explored, respected, collaborated, transparent) = (0, 0, 0, 0, 0)
    (agreed, noticed) = (0, 0)
    ignored = 1
  }

  /// Whether it asks something.
  var asks: Bool { explored > 0 || questioned > 0 }

  /// Whether a decision is shared: asked for, offered or left open.
  var isShared: Bool { collaborated > 0 || respected > 0 || asks }

  /// Whether it helps in an open rupture without mending it.
  var softens: Bool { understood > 0 || noticed > 0 }

  /// Whether a miss is owned, with nothing in the same breath that hurts again.
  var repairs: Bool { repaired > 0 && !isJudging && !isMisreading && pressured == 0 }

  private var isJudging: Bool { judged >= P.mildJudgment }
  // An uncertain misreading costs a little and is not objected to.
  private var isMisreading: Bool { misread >= 1 }

  /// Whether the grader was sure of the code behind `move`, or the words bear it out. If not, the
  /// client does not react to what was perhaps not said.
  var isUnambiguous: Bool {
    switch move {
    case .repaired: !doubtful.contains(.repair)
    case .pressured: !doubtful.contains(.advice)
    case .understood: !doubtful.contains(.reflection)
    case .transparent: !doubtful.contains(.transparency)
    case .explored, .questioned: !doubtful.contains(.question)
    case .respected: doubtful.isDisjoint(with: [.affirmation, .autonomy, .collaboration])
    case .ignored: doubtful.isDisjoint(with: [.falseReassurance, .selfDisclosure])
    case .misread, .plain: doubtful.isDisjoint(with: [.misreading, .judgment])
    case .judged: true
    }
  }

  /// What the reply chiefly does, by what a client would notice first.
  var move: Move {
    if isJudging { return .judged }
    if repairs { return .repaired }
    if isMisreading { return .misread }
    if pressured > 0 { return .pressured }
    if ignored > 0 { return .ignored }
    if understood > 0 { return .understood }
    if transparent > 0 { return .transparent }
    if explored > 0 { return .explored }
    if respected > 0 || collaborated > 0 { return .respected }
    if questioned > 0 { return .questioned }
    return .plain
  }
}

extension Appraisal {
  /// What a loss of trust comes from: `move` if that can hurt, otherwise the most serious slip
  /// beside it.
  var costliestMove: Move {
    switch move {
    case .judged, .misread, .pressured, .ignored, .questioned: return move
    case .repaired, .understood, .transparent, .explored, .respected, .plain:
      let slips: [(Double, Move)] = [
        (judged, .judged), (misread, .misread), (pressured, .pressured), (ignored, .ignored),
      ]
      return slips.first { $0.0 > 0 }?.1 ?? move
    }
  }
}

/// What a reply chiefly does to the client.
public enum Move: CaseIterable, Sendable {
  case understood, explored, respected, transparent, repaired
  case judged, misread, pressured, ignored, questioned
  /// Nothing that the client takes up; it does not move the bond.
  case plain
}

extension Grade {
  /// How much a code that is present counts, 0 to 1: less if the grader was unsure of it.
  fileprivate func weight(_ code: CodeName, if isPresent: Bool) -> Double {
    guard isPresent else { return 0 }
    return unsure.contains(code) ? AllianceParameters.unsureShare : 1
  }
}
