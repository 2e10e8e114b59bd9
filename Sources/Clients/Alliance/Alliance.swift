import Listening
import Scenarios

/// The numbers of the model.
private let p = AllianceParameters.standard

/// The working alliance from the client's side, and the rules by which replies move it.
///
/// Bond, task and goal after Bordin (1979); ruptures and repairs after Safran & Muran (2000). Each
/// number stands in `AllianceParameters`, each rule in `Documentation/AllianceModel.md`.
public struct Alliance: Hashable, Sendable {
  /// Agreement on what to do, 0 to 1.
  public private(set) var task: Double
  /// Agreement on what it is for, 0 to 1.
  public private(set) var goal: Double
  /// The rupture that is open, if any.
  public private(set) var rupture = Rupture.none
  /// The bond at the beginning of the session.
  public private(set) var startingBond: Double
  /// Whether the trainee's promises can be relied on, 0 to 1.
  public private(set) var reliability = p.startingReliability
  /// How upset the client is, 0 to 1.
  public private(set) var distress: Double
  /// How upset the client was at the beginning of the session.
  public private(set) var startingDistress: Double

  /// The bond as it would be if all losses were repaired.
  private var trust: Double
  /// The part of it that has been lost and not given back.
  private var hurt = 0.0
  /// The part of the hurt that has been owned: it comes back as the client is met again.
  private var mending = 0.0
  /// Whether a loss has come that no repair has followed.
  private var owesRepair = false
  /// Recent losses; enough of them open a rupture.
  private var strain = 0.0
  private var lastRupture = Rupture.none
  private var expectationSpoken: Bool
  private var session = SessionCounts()

  private let attachment: Attachment
  private let hasTrauma: Bool
  private let history: [History]
  private let expectations: [Expectation]

  /// What counts within a session and begins at zero in the next.
  private struct SessionCounts: Hashable, Sendable {
    var ruptures = 0
    var repairs = 0
    /// Repairs of replies that had hurt.
    var amends = 0
    /// Hurts by which an open rupture was made worse.
    var blows = 0
    var repliesInRupture = 0
    /// Closed questions in a row.
    var closedQuestions = 0
    /// How often each kind of gain has come in a row.
    var runs: [Gain: Int] = [:]
  }

  private enum Gain {
    case understood, explored, respected, collaborated, transparent, repaired
  }

  /// What the trainee did about a promise.
  enum Promise {
    case kept, broken
  }

  /// The alliance with which a client comes.
  public init(with vignette: Vignette) {
    attachment = vignette.attachment
    // Bereavement is no relational trauma: it does not teach mistrust.
    hasTrauma = vignette.history.contains { $0 != .loss }
    history = vignette.history
    expectations = vignette.expectations
    expectationSpoken = vignette.expectations.isEmpty
    startingBond = p.startingBond(vignette.attachment)
    trust = startingBond
    startingDistress = p.startingDistress(vignette.attachment)
    distress = startingDistress
    task = p.startingAgreement
    goal = vignette.expectations.contains(.sent) ? p.startingGoalIfSent : p.startingAgreement
  }

  /// Trust, 0 to 1.
  public var bond: Double { max(0, trust - hurt) }

  /// Ruptures that have opened in the session.
  public var ruptures: Int { session.ruptures }
  /// Ruptures that have been repaired in the session.
  public var repairs: Int { session.repairs }

  /// Bond, task and goal, rounded for display.
  public var reading: AllianceReading { AllianceReading(bond: bond, task: task, goal: goal) }

  /// Whether the client has had enough and leaves.
  public var isLost: Bool {
    // A client who has just been hurt protests once before leaving.
    let patience = bond <= p.minBondToStay ? p.shortPatience : p.patience
    return rupture != .none && session.repliesInRupture >= patience
  }

  /// Whether there is something to repair.
  var isHurt: Bool { rupture != .none || unowned >= p.minHurtForRepair }

  /// What has been lost and nobody has owned.
  private var unowned: Double { hurt - mending }

  /// The deepest line that the bond allows.
  var depth: Int { ClientLine.depths.last { bond >= p.bond(forDepth: $0) } ?? 1 }

  // MARK: - A reply

  /// Moves the alliance by one reply.
  ///
  /// - Parameters:
  ///   - appraisal: How the reply landed.
  ///   - turn: The reply's turn, from 1: some losses weigh more early.
  public mutating func receive(_ appraisal: Appraisal, turn: Int) {
    // An uncertain or partial disclosure does not count as speaking about the expectation.
    if appraisal.transparent >= 1 { expectationSpoken = true }
    if !appraisal.repairs { countClosedQuestions(appraisal) }
    let loss = appraisal.repairs ? 0 : loss(from: appraisal, turn: turn)
    updateDistress(appraisal, loss: loss)
    if loss > 0 {
      lose(loss)
      if rupture != .none {
        session.blows += 1
        session.repliesInRupture += 1
      } else if strain >= p.ruptureThreshold(attachment) {
        openRupture(at: appraisal)
      }
    } else if appraisal.repairs {
      let isOwed = owesRepair
      makeAmends(appraisal.ownsHalf ? p.bareApology : 1)
      if rupture != .none { session.repairs += 1 }
      rupture = .none
      strain = 0
      addGains(from: appraisal, turn: turn, isOwed: isOwed)
    } else if rupture == .none {
      strain *= 1 - p.strainFading
      addGains(from: appraisal, turn: turn)
    } else if appraisal.softens {
      // Accurate understanding, or a rupture noticed without owning it, softens the rupture slowly
      // but repairs no loss.
      strain *= 1 - p.strainFading
      // Anger that is understood turns into withdrawal before it ends.
      rupture = strain <= p.strainForgotten ? .none : .withdrawal
    } else {
      session.repliesInRupture += 1
    }
  }

  /// Distress grows with each loss. Being met calms, the more so the stronger the bond.
  private mutating func updateDistress(_ a: Appraisal, loss: Double) {
    if loss > 0 {
      distress = min(1, distress + loss * p.upset)
    } else {
      let met = min(1, max(a.understood, a.transparent, a.repaired))
      distress *= 1 - p.soothing * met * bond
    }
  }

  // MARK: - Losses

  private mutating func countClosedQuestions(_ a: Appraisal) {
    if a.move == .questioned, !a.asksAfterSafety {
      session.closedQuestions += 1
    } else if a.understood + a.explored + a.respected + a.transparent > 0 {
      session.closedQuestions = 0
    }
  }

  private func loss(from a: Appraisal, turn: Int) -> Double {
    let early = max(0, 1 - Double(turn - 1) / Double(p.earlyTurns - 1))
    let haste = 1 + p.earlyExtra * early
    var loss = (a.judged * p.judged + a.pressured * p.pressured) * haste
    loss += a.misread * p.misread
    loss += a.ignored * p.ignored * (attachment == .anxious ? p.distanceToAnxious : 1)
    if session.closedQuestions > 1, a.move == .questioned, !a.asksAfterSafety {
      loss += a.questioned * p.interrogated
    }
    if confirmsExpectation(a) { loss *= p.confirmedExpectation }
    loss *= p.lossFactor(attachment) * (hasTrauma ? p.traumaLoss : 1)
    return min(loss, p.maxLoss) * relapse(a)
  }

  /// How much more an attack costs where earlier ones have been made good: an apology is also a
  /// promise.
  private func relapse(_ a: Appraisal) -> Double {
    a.judged + a.pressured > 0 ? 1 + p.relapse * Double(session.amends) : 1
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
    owesRepair = owesRepair || isHurt
    task = max(0, task - felt * p.taskShare)
    goal = max(0, goal - felt * p.goalShare)
    strain += loss
  }

  private mutating func openRupture(at a: Appraisal) {
    // Attachment style, history, what was done just now and the kind of the last rupture decide
    // between protest and retreat.
    let style = p.protest(attachment)
    var protest = style + history.reduce(0) { $0 + p.protestByHistory($1) }
    protest += a.judged * p.protestAtJudgment - a.ignored * p.retreatWhenIgnored
    if lastRupture == .confrontation { protest -= p.alternationBias }
    if lastRupture == .withdrawal { protest += p.alternationBias }
    rupture = protest > 0 || protest == 0 && style > 0 ? .confrontation : .withdrawal
    lastRupture = rupture
    session.ruptures += 1
    session.repliesInRupture = 0
  }

  /// Owns what was lost, or a share of it: a part comes back at once, and the rest is to be earned.
  private mutating func makeAmends(_ share: Double) {
    let owned = share * unowned * p.amendsWear.raised(to: session.amends + session.blows)
    if unowned >= p.minHurtForRepair { session.amends += 1 }
    mending += owned
    giveBack(owned * p.amendsAtOnce)
    owesRepair = false
  }

  /// Gives back some of what was lost and has been owned.
  private mutating func giveBack(_ amount: Double) {
    hurt -= amount
    mending -= amount
    task = min(1, task + amount * p.taskShare)
    goal = min(1, goal + amount * p.goalShare)
  }

  // MARK: - Gains

  /// Counts a gain in its run and returns what repetition leaves of its amount.
  ///
  /// A reply that harms, or comes in a rupture, is not counted, so it does not end a run; nor does
  /// a repair.
  private mutating func countRun(of gain: Gain, _ amount: Double, in a: Appraisal) -> Double {
    guard amount > 0 else {
      if !a.repairs { session.runs[gain] = nil }
      return 0
    }
    let length = session.runs[gain] ?? 0
    session.runs[gain] = length + 1
    return amount * p.repetition.raised(to: length)
  }

  /// Where no repair is owed, an apology earns nothing.
  private mutating func addGains(from a: Appraisal, turn: Int, isOwed: Bool = false) {
    let shy = attachment == .avoidant && turn <= p.earlyQuestionTurns
    let understanding = max(
      countRun(of: .understood, a.understood, in: a), a.understood * p.minFreshUnderstanding)
    let shared = countRun(of: .collaborated, a.collaborated, in: a) * p.collaborated
    let earned =
      understanding * p.understood
      + countRun(of: .explored, a.explored, in: a) * p.explored
      * (shy ? p.earlyQuestionToAvoidant : 1)
      + countRun(of: .respected, a.respected, in: a) * p.respected
      + countRun(of: .transparent, a.transparent, in: a) * p.transparent
      + countRun(of: .repaired, isOwed ? a.repaired : 0, in: a) * p.repaired

    let pace = p.gainFactor(attachment) * (hasTrauma ? p.traumaGain : 1)
    let ceiling = expectationSpoken ? 1 : p.unspokenCeiling
    let step = (earned + shared / 2) * pace
    // Hurt decays with each gain; otherwise a hurt client would gain faster.
    trust += step * max(0, 1 - trust / ceiling)
    hurt *= 1 - step / ceiling
    mending *= 1 - step / ceiling
    // What has been owned comes back by how far the client is met, not by owning more.
    if !a.repairs { giveBack(mending * p.amendsEarned * min(1, earned / p.understood)) }
    task += (earned * p.taskShare + shared) * pace * (1 - task)
    goal += (earned * p.goalShare + shared + a.agreed * p.agreed) * pace * (1 - goal)
  }

  // MARK: - From one session to the next

  /// Whether the client comes back after a session that ends like this; `nil` is a session that the
  /// trainee left in the middle.
  public func comesBack(after ending: SessionEnding?) -> Bool {
    if ending == .left { return false }
    var after = self
    if ending == nil { after.record(.broken) }
    // A bond well above the first session's outweighs one bad session, even an open rupture.
    if after.bond >= p.startingBond(attachment) + p.warmClosingGain { return true }
    return rupture == .none && after.bond >= startingBond - p.coolClosingDrop
  }

  /// The alliance at the beginning of the next session.
  ///
  /// - Parameters:
  ///   - ending: How this one ends; `nil` if the trainee left in the middle of it.
  ///   - endAnnounced: Whether the trainee said in time that the session was ending.
  /// - Returns: The next session's alliance.
  func carriedOver(after ending: SessionEnding?, endAnnounced: Bool) -> Alliance {
    var next = self
    let first = p.startingBond(attachment)
    let lasting = first + (bond - first) * p.lastingBond
    next.hurt = rupture == .none ? 0 : hurt * p.lastingBond
    next.mending = rupture == .none ? 0 : mending * p.lastingBond
    next.trust = lasting + next.hurt
    next.strain = rupture == .none ? 0 : strain
    next.owesRepair = owesRepair && rupture != .none
    let isEndedProperly = ending == .ended || ending == .closed
    next.record(isEndedProperly ? .kept : .broken)
    if isEndedProperly, endAnnounced { next.record(.kept) }
    next.session = SessionCounts()
    let usual = p.startingDistress(attachment)
    next.distress = usual + (distress - usual) * p.lastingCalm
    next.startingDistress = next.distress
    next.startingBond = next.bond
    return next
  }

  /// Moves reliability, and with it the bond, by a promise of the trainee's.
  mutating func record(_ promise: Promise) {
    let before = reliability
    reliability += promise == .kept ? (1 - before) * p.promiseKept : -before * p.promiseBroken
    let change = (reliability - before) * p.reliabilityToBond
    if promise == .kept {
      trust += change * max(0, 1 - trust / (expectationSpoken ? 1 : p.unspokenCeiling))
    } else {
      hurt += min(-change * p.lossFactor(attachment) * (hasTrauma ? p.traumaLoss : 1), bond)
    }
  }
}

extension Double {
  /// The power by repeated multiplication, which gives the same bits on every platform.
  fileprivate func raised(to exponent: Int) -> Double {
    (0..<exponent).reduce(1) { power, _ in power * self }
  }
}
