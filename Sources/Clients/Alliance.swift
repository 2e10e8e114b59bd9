import Listening
import Scenarios

/// The working alliance from the client's side, and the rules by which replies move it.
///
/// Bond, task and goal after Bordin (1979); ruptures and repairs after Safran & Muran (2000). Each
/// number stands in `AllianceParameters`.
public struct Alliance: Hashable, Sendable {
  /// Trust, 0 to 1.
  public private(set) var bond: Double
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
  /// Replies since the open rupture began.
  public private(set) var repliesInRupture = 0
  /// The bond at the beginning.
  public let startingBond: Double

  private let attachment: Attachment
  private let hasTrauma: Bool
  private let expectations: [Expectation]
  private var expectationSpoken: Bool
  private var strain = 0.0
  private var bondBeforeRupture = 0.0
  private var lastMove: Move?
  private var sameMove = 0

  /// The alliance with which a client comes.
  public init(with vignette: Vignette) {
    attachment = vignette.attachment
    hasTrauma = !vignette.history.isEmpty
    expectations = vignette.expectations
    expectationSpoken = vignette.expectations.isEmpty
    startingBond = AllianceParameters.startingBond(vignette.attachment)
    bond = startingBond
    task = 0.3
    goal = vignette.expectations.contains(.sent) ? 0.15 : 0.3
  }

  /// What a front end shows.
  public var reading: AllianceReading { AllianceReading(bond: bond, task: task, goal: goal) }

  /// Whether the client has had enough and leaves.
  public var isLost: Bool {
    // Whoever has just been hurt says so before they walk out.
    rupture != .none
      && (repliesInRupture >= AllianceParameters.patience
        || repliesInRupture >= 1 && bond <= AllianceParameters.lastStraw)
  }

  /// Moves the alliance by one reply.
  ///
  /// - Parameter turn: The reply's turn, from 1: losses weigh more early.
  public mutating func receive(_ appraisal: Appraisal, turn: Int) {
    let move = appraisal.move
    sameMove = move == lastMove ? sameMove + 1 : 0
    lastMove = move
    if appraisal.levelled > 0 || appraisal.repaired > 0 { expectationSpoken = true }

    let loss = loss(from: appraisal, turn: turn)
    if rupture != .none {
      receiveInRupture(appraisal, loss: loss)
    } else if loss > 0 {
      lose(loss)
      if strain >= AllianceParameters.ruptureThreshold(attachment) { openRupture() }
    } else {
      strain *= 1 - AllianceParameters.strainFading
      gain(from: appraisal)
    }
  }

  private func loss(from a: Appraisal, turn: Int) -> Double {
    typealias P = AllianceParameters
    let early = max(0, 1 - Double(turn - 1) / Double(P.earlyTurns - 1))
    let haste = 1 + P.earlyExtra * early
    var loss = (a.judged * P.judged + a.pressured * P.pressured) * haste
    loss += a.misread * P.misread
    let confirms =
      (a.judged > 0 && expectations.contains(.judging))
      || (a.ignored > 0 && expectations.contains(.cold))
    loss += a.ignored * P.ignored
    if a.move == .questioned, sameMove >= 1 { loss += P.interrogated }
    if confirms { loss *= P.confirmedExpectation }
    return loss * P.lossFactor(attachment) * (hasTrauma ? P.traumaLoss : 1)
  }

  private mutating func lose(_ loss: Double) {
    bond = max(0, bond - loss)
    task = max(0, task - loss * 0.6)
    goal = max(0, goal - loss * 0.3)
    strain += loss
  }

  private mutating func gain(from a: Appraisal) {
    typealias P = AllianceParameters
    let fresh = (0..<sameMove).reduce(1.0) { share, _ in share * P.repetition }
    // Being understood does not wear out as a form does: reflecting well again is not a repetition.
    let understanding = a.understood >= 1 ? max(fresh, 0.8) : fresh
    let ceiling = expectationSpoken ? 1 : P.unspokenCeiling
    let pace = P.gainFactor(attachment) * (hasTrauma ? P.traumaGain : 1)
    let room = max(0, 1 - bond / ceiling)
    let trust =
      a.understood * P.understood * understanding
      + (a.explored * P.explored + a.respected * P.respected + a.levelled * P.levelled
        + a.collaborated * P.collaborated * 0.5) * fresh
    bond = min(1, bond + trust * pace * room)
    task = min(1, task + (trust * 0.5 + a.collaborated * P.collaborated) * pace * (1 - task))
    goal = min(1, goal + (trust * 0.3 + a.collaborated * P.collaborated) * pace * (1 - goal))
  }

  private mutating func openRupture() {
    // Clients who keep their distance pull back; those who fear being left protest.
    rupture =
      switch attachment {
      case .avoidant, .fearful: .withdrawal
      case .anxious, .secure: .confrontation
      }
    ruptures += 1
    repliesInRupture = 0
    bondBeforeRupture = bond + strain
  }

  private mutating func receiveInRupture(_ a: Appraisal, loss: Double) {
    typealias P = AllianceParameters
    if loss > 0, a.repaired == 0 {
      repliesInRupture += 1
      lose(loss)
    } else if a.repaired > 0, a.judged == 0 {
      closeRupture(restoring: 0.9)
      bond = min(1, bond + P.repairGain * P.gainFactor(attachment))
      repairs += 1
    } else {
      // Accurate understanding alone softens a rupture, slowly, and repairs nothing by itself.
      strain -= a.understood * 0.08
      repliesInRupture += a.understood > 0 ? 0 : 1
      if strain <= 0.05 { closeRupture(restoring: 0.3) }
    }
  }

  private mutating func closeRupture(restoring share: Double) {
    bond += max(0, bondBeforeRupture - bond) * share
    rupture = .none
    strain = 0
    repliesInRupture = 0
  }
}
