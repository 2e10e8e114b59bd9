import Listening
import Scenarios

/// The working alliance from the client's side, and the rules by which replies move it.
///
/// Bond, task and goal after Bordin (1979); ruptures and repairs after Safran & Muran (2000). Each
/// number stands in `AllianceParameters`, each rule in `Documentation/AllianceModel.md`.
public struct Alliance: Hashable, Sendable {
  private typealias P = AllianceParameters

  /// Agreement on what to do, 0 to 1.
  public private(set) var task: Double
  /// Agreement on what it is for, 0 to 1.
  public private(set) var goal: Double
  /// The rupture that is open, if any.
  public private(set) var rupture = Rupture.none
  /// Ruptures that have opened.
  public private(set) var ruptures = 0
  /// Ruptures that have been repaired.
  public private(set) var repairs = 0
  /// The bond at the beginning of the session.
  public private(set) var startingBond: Double
  /// Whether the trainee's word can be relied on, 0 to 1: moves between sessions.
  public private(set) var reliability = P.startingReliability
  /// How upset the client is, 0 to 1.
  public private(set) var distress: Double
  /// How upset they were at the beginning of the session.
  public private(set) var startingDistress: Double

  /// The bond as it would stand if all losses were made good.
  private var trust: Double
  /// What has been lost of it and not made good.
  private var hurt = 0.0
  private var strain = 0.0
  /// Misses owned that had cost something.
  private var amends = 0
  private var repliesInRupture = 0
  private var lastRupture = Rupture.none
  /// How often each kind of gain has come in a row.
  private var runs: [Gain: Int] = [:]
  private var closedQuestions = 0
  private var expectationSpoken: Bool

  private let attachment: Attachment
  private let hasTrauma: Bool
  private let history: [History]
  private let expectations: [Expectation]

  private enum Gain: CaseIterable {
    case understood, explored, respected, collaborated, levelled, repaired
  }

  /// The alliance with which a client comes.
  public init(with vignette: Vignette) {
    attachment = vignette.attachment
    // A death grieves; it does not teach that people harm.
    hasTrauma = vignette.history.contains { $0 != .loss }
    history = vignette.history
    expectations = vignette.expectations
    expectationSpoken = vignette.expectations.isEmpty
    startingBond = P.startingBond(vignette.attachment)
    trust = startingBond
    startingDistress = P.startingDistress(vignette.attachment)
    distress = startingDistress
    task = P.startingAgreement
    goal = vignette.expectations.contains(.sent) ? P.startingGoalIfSent : P.startingAgreement
  }

  /// Trust, 0 to 1.
  public var bond: Double { max(0, trust - hurt) }

  /// What a front end shows.
  public var reading: AllianceReading { AllianceReading(bond: bond, task: task, goal: goal) }

  /// Whether the client has had enough and leaves.
  public var isLost: Bool {
    // Whoever has just been hurt says so before they walk out.
    let patience = bond <= P.lastStraw ? P.shortPatience : P.patience
    return rupture != .none && repliesInRupture >= patience
  }

  /// Whether there is something to make amends for.
  var isHurt: Bool { rupture != .none || hurt >= P.slight }

  /// The deepest line that the bond allows.
  var depth: Int { (1...4).last { bond >= P.bond(forDepth: $0) } ?? 1 }

  // MARK: - A reply

  /// Moves the alliance by one reply.
  ///
  /// - Parameters:
  ///   - appraisal: How the reply landed.
  ///   - turn: The reply's turn, from 1: some losses weigh more early.
  public mutating func receive(_ appraisal: Appraisal, turn: Int) {
    // What was perhaps said, or was only not known, leaves the expectation unspoken.
    if appraisal.levelled >= 1 || appraisal.repaired > 0 { expectationSpoken = true }
    let loss = appraisal.repairs ? 0 : loss(from: appraisal, turn: turn)
    feel(appraisal, loss: loss)
    if loss > 0 {
      lose(loss)
      if rupture != .none {
        repliesInRupture += 1
      } else if strain >= P.ruptureThreshold(attachment) {
        openRupture(at: appraisal)
      }
    } else if appraisal.repairs {
      makeAmends()
      if rupture != .none { repairs += 1 }
      rupture = .none
      strain = 0
      gain(from: appraisal, turn: turn)
    } else if rupture == .none {
      strain *= 1 - P.strainFading
      gain(from: appraisal, turn: turn)
    } else if appraisal.softens {
      // Accurate understanding, or a miss seen and not owned, softens a rupture, slowly, and makes nothing good by itself.
      strain *= 1 - P.strainFading
      if strain <= P.strainForgotten { rupture = .none }
    } else {
      repliesInRupture += 1
    }
  }

  /// Upset grows with each loss; being met calms, and the more so the closer the two are.
  private mutating func feel(_ a: Appraisal, loss: Double) {
    if loss > 0 {
      distress = min(1, distress + loss * P.upset)
    } else {
      let met = min(1, max(a.understood, a.levelled, a.repaired))
      distress *= 1 - P.soothing * met * bond
    }
  }

  // MARK: - Losses

  private mutating func loss(from a: Appraisal, turn: Int) -> Double {
    if a.move == .questioned {
      closedQuestions += 1
    } else if a.understood + a.explored + a.respected + a.levelled > 0 {
      closedQuestions = 0
    }
    let early = max(0, 1 - Double(turn - 1) / Double(P.earlyTurns - 1))
    let haste = 1 + P.earlyExtra * early
    var loss = (a.judged * P.judged + a.pressured * P.pressured) * haste
    loss += a.misread * P.misread
    loss += a.ignored * P.ignored * (attachment == .anxious ? P.distanceToAnxious : 1)
    if closedQuestions > 1, a.move == .questioned { loss += a.questioned * P.interrogated }
    if confirmsExpectation(a) { loss *= P.confirmedExpectation }
    loss *= P.lossFactor(attachment) * (hasTrauma ? P.traumaLoss : 1)
    return min(loss, P.largestLoss)
  }

  private func confirmsExpectation(_ a: Appraisal) -> Bool {
    expectations.contains { expectation in
      switch expectation {
      case .judging: a.judged > 0
      case .cold: a.ignored > 0
      case .sent: a.pressured > 0
      case .useless: false
      }
    }
  }

  private mutating func lose(_ loss: Double) {
    let felt = min(loss, bond)
    hurt += felt
    task = max(0, task - felt * P.taskShare)
    goal = max(0, goal - felt * P.goalShare)
    strain += loss
  }

  private mutating func openRupture(at a: Appraisal) {
    // Clients who keep their distance pull back; those who fear being left protest. What they have
    // lived through, what was done just now and whether it has helped before weigh too.
    let style = P.protest(attachment)
    var protest = style + history.reduce(0) { $0 + P.protestByHistory($1) }
    protest += a.judged * P.protestAtJudgment - a.ignored * P.retreatWhenIgnored
    if lastRupture == .confrontation { protest -= P.otherKindNext }
    if lastRupture == .withdrawal { protest += P.otherKindNext }
    rupture = protest > 0 || protest == 0 && style > 0 ? .confrontation : .withdrawal
    lastRupture = rupture
    ruptures += 1
    repliesInRupture = 0
  }

  private mutating func makeAmends() {
    let back = hurt * wear(amends, P.amendsWear)
    if hurt >= P.slight { amends += 1 }
    hurt -= back
    task = min(1, task + back * P.taskShare)
    goal = min(1, goal + back * P.goalShare)
  }

  // MARK: - Gains

  private mutating func gain(from a: Appraisal, turn: Int) {
    // A reply that harms, or that falls into a rupture, makes no move fresh again: runs are counted
    // here alone.
    func fresh(_ gain: Gain, _ amount: Double) -> Double {
      guard amount > 0 else {
        runs[gain] = nil
        return 0
      }
      let share = wear(runs[gain] ?? 0, P.repetition)
      runs[gain, default: 0] += 1
      return amount * share
    }
    let shy = attachment == .avoidant && turn <= P.earlyQuestionTurns
    let understanding = max(
      fresh(.understood, a.understood), a.understood * P.freshestUnderstanding)
    let shared = fresh(.collaborated, a.collaborated) * P.collaborated
    let earned =
      understanding * P.understood
      + fresh(.explored, a.explored) * P.explored * (shy ? P.earlyQuestionToAvoidant : 1)
      + fresh(.respected, a.respected) * P.respected + fresh(.levelled, a.levelled) * P.levelled
      + fresh(.repaired, a.repaired) * P.repaired

    let pace = P.gainFactor(attachment) * (hasTrauma ? P.traumaGain : 1)
    let ceiling = expectationSpoken ? 1 : P.unspokenCeiling
    let step = (earned + shared / 2) * pace
    // Old hurts fade as trust grows, so that being hurt never speeds trust up.
    trust += step * max(0, 1 - trust / ceiling)
    hurt *= 1 - step / ceiling
    task += (earned * P.taskShare + shared) * pace * (1 - task)
    goal += (earned * P.goalShare + shared + a.agreed * P.agreed) * pace * (1 - goal)
  }

  private func wear(_ times: Int, _ share: Double) -> Double {
    (0..<times).reduce(1) { left, _ in left * share }
  }

  // MARK: - From one session to the next

  /// Whether the client comes back after a session that ends like this.
  public func comesBack(after leaving: Leaving) -> Bool {
    if leaving == .left { return false }
    var after = self
    if leaving == .brokenOff { after.keepWord(false) }
    // Much good that came before outweighs one bad session, even a wound that stays open.
    if after.bond >= P.startingBond(attachment) + P.warmed { return true }
    return rupture == .none && after.bond >= startingBond - P.cooled
  }

  /// The alliance at the beginning of the next session.
  ///
  /// - Parameters:
  ///   - leaving: How this one ends.
  ///   - isAnnounced: Whether the end was told in time.
  /// - Returns: The next one's beginning.
  func rested(_ leaving: Leaving, isAnnounced: Bool) -> Alliance {
    var next = self
    let first = P.startingBond(attachment)
    let lasting = first + (bond - first) * P.lastingBond
    next.hurt = rupture == .none ? 0 : hurt * P.lastingBond
    next.trust = lasting + next.hurt
    next.strain = rupture == .none ? 0 : strain
    next.keepWord(leaving == .ended)
    if leaving == .ended, isAnnounced { next.keepWord(true) }
    (next.ruptures, next.repairs, next.amends) = (0, 0, 0)
    (next.repliesInRupture, next.closedQuestions) = (0, 0)
    next.runs = [:]
    let usual = P.startingDistress(attachment)
    next.distress = usual + (distress - usual) * P.lastingCalm
    next.startingDistress = next.distress
    next.startingBond = next.bond
    return next
  }

  /// Takes in that the trainee kept their word or broke it.
  mutating func keepWord(_ isKept: Bool) {
    let before = reliability
    reliability += isKept ? (1 - before) * P.wordKept : -before * P.wordBroken
    let change = (reliability - before) * P.reliabilityToBond
    if isKept {
      trust += change * max(0, 1 - trust / (expectationSpoken ? 1 : P.unspokenCeiling))
    } else {
      hurt += min(-change * P.lossFactor(attachment) * (hasTrauma ? P.traumaLoss : 1), bond)
    }
  }
}
