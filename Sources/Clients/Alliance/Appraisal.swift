import Listening

/// The numbers of the model.
private let p = AllianceParameters.standard

/// How a reply lands with the client: each part from 0 to 1.
///
/// It rests on the grade's codes and on what the client can notice without any code: silence,
/// their own words handed back, the same sentence twice.
public struct Appraisal: Hashable, Sendable {
  /// Accurately reflected.
  public internal(set) var understood = 0.0
  /// Asked with room to answer.
  public internal(set) var explored = 0.0
  /// Affirmed, left the choice, or met at their own pace.
  public internal(set) var respected = 0.0
  /// Made a partner in the work.
  public internal(set) var collaborated = 0.0
  /// What the work is for, asked or settled.
  public internal(set) var agreed = 0.0
  /// Spoken to openly: about how this works, about a boundary, about not knowing.
  public internal(set) var transparent = 0.0
  /// Something between the two noticed and said, without owning it.
  public internal(set) var noticed = 0.0
  /// A miss owned.
  public internal(set) var repaired = 0.0
  /// Told what to do.
  public internal(set) var pressured = 0.0
  /// Judged.
  public internal(set) var judged = 0.0
  /// Met with nothing, with empty words or with the helper's own story.
  public internal(set) var ignored = 0.0
  /// Credited with what is not there.
  public internal(set) var misread = 0.0
  /// Asked for a fact or a yes or no.
  public internal(set) var questioned = 0.0
  /// Whether the reply is sorry and says neither for what nor that something was wrong.
  private(set) var saysSorryAlone = false
  /// Whether a miss is owned by half: without a word of what it was, or with a reason beside it.
  private(set) var ownsHalf = false
  /// Whether the client was given the moment that they had asked for.
  private(set) var leavesTime = false
  /// Whether something was left to the client or asked of them as a partner.
  private(set) var givesChoice = false
  /// Whether it asks after somebody's safety, which costs nothing, however it is put.
  private(set) var asksAfterSafety = false
  /// Whether the client is told what they had given leave for.
  private(set) var tellsAllowed = false
  /// Whether what was taken for mild judgment is the plain answer to a question of the client's.
  private(set) var answersPlainly = false
  /// Whether what is judged is, as far as its words tell, somebody or something that the client spoke
  /// of.
  private(set) var judgesOther = false
  /// The feeling that was reflected and that the client had not shown, if there is one.
  private(set) var misnamed: MisnamedFeeling?
  /// Codes that the grader found without being sure, and that the words do not bear out.
  private var doubtful: Set<CodeName> = []

  /// Appraises a reply.
  ///
  /// - Parameters:
  ///   - reply: The trainee's words.
  ///   - grade: Their grade.
  ///   - line: What the client had just said.
  ///   - earlier: The words of the trainee's earlier replies, to notice repetition.
  ///   - moment: When it comes.
  init(
    of reply: Client.Reply, grade: Grade, to line: String, earlier: [[String]], at moment: Moment
  ) {
    let wording = reply.wording
    givesChoice = grade.codes.autonomy || grade.codes.collaboration
    doubtful = Set(grade.unsure.filter { grade.codes.value(of: $0) != nil })
    if reply.text.contains("?") { doubtful.remove(.question) }
    if wording.advises { doubtful.remove(.advice) }
    if wording.apologises || wording.ownsMistake { doubtful.remove(.repair) }

    answersPlainly = Client.isPlainAnswer(reply, graded: grade, to: line)
    // The order counts: harm drowns help, and the last two steps correct both.
    addHarm(of: reply, grade)
    addRepair(of: reply, grade, at: moment)
    if !isJudging, !isMisreading { addHelp(of: reply, grade, to: line) }
    if reply.asksAboutSuicide { excuseAskingAboutSuicide(grade.codes) }
    if reply.asksAboutSafety { allowAskingAboutSafety(grade.codes) }
    if Words.repeats(reply.words, earlier) { replaceHelpByRepetition() }
    if moment.contains(.pause) { leaveTime(reply, grade.codes) }
    if moment.contains(.leave) { giveAllowedInformation(reply, grade.codes) }
    if reply.givesLeave(askedIn: line, grade.codes) { giveLeave() }
  }

  /// What has just happened between the two, beside the client's words.
  struct Moment: OptionSet, Sendable {
    /// A bit for each.
    let rawValue: Int
    /// The client has asked for a moment, or is about to go on.
    static let pause = Moment(rawValue: 1)
    /// The client has given leave to tell, ask or suggest something.
    static let leave = Moment(rawValue: 2)
    /// The reply before has hurt, or a rupture is open.
    static let hurt = Moment(rawValue: 4)
  }

  private mutating func addHarm(of reply: Client.Reply, _ grade: Grade) {
    let codes = grade.codes
    let verdict = grade.words(for: .judgment, in: reply.text)
    let wording = verdict.map { Wording(String($0)) }
    // 'It's time to stop now' says when the hour ends, and orders nobody about.
    let isEnd = wording?.announcesEnd == true
    // 'You ought to tell her' moralises no more than it advises.
    let tellsWhatToDo = codes.judgment == .mild && (wording ?? reply.wording).advisesDeed
    let presses =
      !isEnd && !answersPlainly
      && (codes.judgmentKind == .order || codes.judgmentKind == .warn || tellsWhatToDo)
    // What presses without a harsh word is answered as advice is. An uncertain judgment is ignored.
    let mild = presses ? p.pressingJudgment : p.mildJudgment
    judged = codes.judgment == .strong ? 1 : codes.judgment == .mild ? mild : 0
    if grade.unsure.contains(.judgment) || isEnd || answersPlainly { judged = 0 }
    judgesOther = judged > 0 && verdict.map(Self.isOfOther) == true
    misread = grade.weight(.misreading, if: codes.misreading)
    pressured = max(
      p.unaskedAdvice * grade.weight(.advice, if: codes.advice == .unsolicited),
      p.order * grade.weight(.judgment, if: presses))
    questioned = grade.weight(.question, if: codes.narrows)
    ignored = max(
      grade.weight(.selfDisclosure, if: codes.selfDisclosure == .takeover),
      p.emptyWords * grade.weight(.falseReassurance, if: codes.falseReassurance))
    if reply.words.isEmpty { ignored = 1 }
  }

  /// Whether a verdict speaks of somebody or something else, and nowhere of the client.
  private static func isOfOther(_ verdict: Substring) -> Bool {
    let words = Words.all(of: verdict)
    return !others.isDisjoint(with: words) && Pronouns.you.isDisjoint(with: words)
  }

  private static let others = Pronouns.others.union(Pronouns.it)

  private mutating func addRepair(of reply: Client.Reply, _ grade: Grade, at moment: Moment) {
    let wording = reply.wording
    // An apology that only excuses shows that something was noticed, and owns nothing.
    if wording.noticesRupture || wording.excusesItself { noticed = 1 }
    guard !wording.excusesItself || wording.ownsWithReason else { return }
    // Said to somebody who has just been hurt, 'I'm sorry' owns that.
    let owns = wording.ownsMistake || moment.contains(.hurt) && wording.apologisesForItself
    repaired = max(
      grade.weight(.repair, if: grade.codes.repair), owns ? p.foundByWording : 0)
    guard repaired > 0 else { return }
    saysSorryAlone = reply.amends.saysSorryAlone
    ownsHalf = saysSorryAlone || wording.ownsWithReason
    if ownsHalf { repaired = min(repaired, p.bareApology) }
  }

  private mutating func addHelp(
    of reply: Client.Reply, _ grade: Grade, to line: String
  ) {
    let wording = reply.wording
    let codes = grade.codes
    // A client's own words handed back tell them nothing.
    if !Words.parrots(reply.words, line) {
      understood =
        (codes.reflection == .complex ? 1 : p.simpleReflection)
        * grade.weight(.reflection, if: codes.reflection != .none)
    }
    explored = grade.weight(.question, if: codes.question == .open)
    // A brief disclosure that gives the talk back meets the client as one person another.
    respected = max(
      grade.weight(.affirmation, if: codes.affirmation),
      p.choiceLeftOpen * grade.weight(.autonomy, if: codes.autonomy),
      p.briefDisclosure * grade.weight(.selfDisclosure, if: codes.selfDisclosure == .brief),
      wording.yields && codes.question == .none && codes.reflection == .none ? p.timeLeft : 0)
    collaborated = max(
      grade.weight(.collaboration, if: codes.collaboration),
      p.permittedAdvice * grade.weight(.advice, if: codes.advice == .permitted),
      wording.asksPermission || wording.offersStop ? p.foundByWording : 0)
    // A promise of secrecy without its limits is one that cannot be kept.
    transparent =
      wording.keepsBoundary || wording.asksToBeTold
      ? 1
      : max(
        grade.weight(.transparency, if: codes.transparency && !wording.promisesSecrecy),
        wording.admitsNotKnowing ? p.foundByWording : 0)
    if wording.agreesOnGoals {
      agreed = max(
        grade.weight(.question, if: codes.question != .none),
        grade.weight(.collaboration, if: codes.collaboration))
    }
  }

  /// Notes a feeling that was not shown: a reflection of it moves the client less, and they do not say
  /// that it is right.
  mutating func note(_ misnamed: MisnamedFeeling) {
    self.misnamed = misnamed
    guard doubtful.insert(.reflection).inserted else { return }
    understood *= p.unsureShare
  }

  /// Asking about thoughts of suicide is care, and plain because it has to be.
  private mutating func excuseAskingAboutSuicide(_ codes: Codes) {
    if codes.judgment == .mild { judged = 0 }
    if !isJudging, !isMisreading { (explored, questioned, pressured) = (1, 0, 0) }
  }

  /// Asking after a child's safety is care, too. It stays the question that it is: what there is to answer
  /// it with is the author's.
  private mutating func allowAskingAboutSafety(_ codes: Codes) {
    asksAfterSafety = true
    if codes.judgment == .mild { judged = 0 }
    if !isJudging, !isMisreading { pressured = 0 }
  }

  private mutating func replaceHelpByRepetition() {
    (understood, explored, respected, collaborated, transparent) = (0, 0, 0, 0, 0)
    (agreed, noticed) = (0, 0)
    ignored = 1
  }

  /// A client who has asked for a moment is respected by silence and by few words that leave it to
  /// them.
  static func leavesTime(_ reply: Client.Reply, _ codes: Codes) -> Bool {
    let isKind = codes.judgment == .none || codes.judgmentKind == .order
    let isLeft =
      reply.words.count <= p.maxBriefReply || reply.wording.yields && codes.reflection == .none
    return isKind && (reply.wording.leavesTime || isLeft && codes.question == .none)
  }

  private mutating func leaveTime(_ reply: Client.Reply, _ codes: Codes) {
    guard Self.leavesTime(reply, codes) else { return }
    leavesTime = true
    grantWish()
  }

  /// A yes to a client who asks whether they may respects that.
  private mutating func giveLeave() {
    questioned = 0
    grantWish()
  }

  /// What they have asked for is given: that respects them, and does no harm.
  private mutating func grantWish() {
    (judged, pressured, ignored) = (0, 0, 0)
    respected = max(respected, p.timeLeft)
  }

  /// What the client has allowed is not pressed on them.
  private mutating func giveAllowedInformation(_ reply: Client.Reply, _ codes: Codes) {
    tellsAllowed =
      codes.judgment == .none && !isMisreading
      && (codes.advice != .none || reply.wording.advises)
    if codes.advice == .unsolicited, codes.judgment == .none {
      pressured = 0
      collaborated = max(collaborated, p.permittedAdvice)
    }
    if codes.information, !isJudging, !isMisreading {
      transparent = max(transparent, p.foundByWording)
    }
  }

  /// Whether it asks with room to answer, and the grader is sure of that or a question mark bears
  /// it out.
  var asksSurely: Bool { explored > 0 && !doubtful.contains(.question) }

  /// Whether it asks something.
  var asks: Bool { explored > 0 || questioned > 0 }

  /// Whether a decision is shared: asked for, offered or left open.
  var isShared: Bool { collaborated > 0 || givesChoice || asks }

  /// Whether it helps in an open rupture without mending it.
  var softens: Bool { understood > 0 || noticed > 0 }

  /// Whether a miss is owned, with nothing in the same breath that hurts again.
  var repairs: Bool { repaired > 0 && !isJudging && !isMisreading && pressured == 0 }

  /// Whether it hurts in a way that the client objects to.
  var harms: Bool { [.judged, .misread, .pressured].contains(move) && isUnambiguous }

  private var isJudging: Bool { judged >= p.mildJudgment }
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
    case .plain: doubtful.isDisjoint(with: [.misreading, .judgment])
    // Neither is what a reply chiefly does unless it is there for sure.
    case .judged, .misread: true
    }
  }

  /// What the reply chiefly does, by what a client would notice first.
  var move: Move {
    if isJudging { return .judged }
    if repairs { return .repaired }
    if isMisreading { return .misread }
    if pressured > 0 { return .pressured }
    if ignored > 0 { return .ignored }
    // Openness is noticed before a reflection beside it.
    if transparent >= 1 { return .transparent }
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
    return unsure.contains(code) ? p.unsureShare : 1
  }
}

/// A feeling that a reply reflects and that the client had not shown.
public enum MisnamedFeeling: Sendable {
  /// It goes against all that they had shown.
  case pleasant
  /// It may be there, for all they had shown.
  case painful
}
