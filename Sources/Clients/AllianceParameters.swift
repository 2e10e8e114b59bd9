import Listening
import Scenarios

/// Every number of the alliance model in one place, with the finding behind it or marked as an
/// assumption. `Documentation/AllianceModel.md` shows the same table to people.
///
/// Bond, task and goal run from 0 to 1; gains and losses are shares of that per reply.
enum AllianceParameters {
  /// Where the bond begins. Insecure clients begin lower (Bernecker, Levy & Ellison 2014); the
  /// sizes are assumptions.
  static func startingBond(_ style: Attachment) -> Double {
    switch style {
    case .secure: 0.34
    case .anxious: 0.30
    case .avoidant: 0.26
    case .fearful: 0.22
    }
  }

  /// How readily gains come, by attachment style; none is faster than secure. Sizes assumed.
  static func gainFactor(_ style: Attachment) -> Double {
    switch style {
    case .secure: 1.0
    case .anxious: 0.95
    case .avoidant: 0.85
    case .fearful: 0.8
    }
  }

  /// How much losses weigh, by attachment style; none lighter than secure. Sizes assumed.
  static func lossFactor(_ style: Attachment) -> Double {
    switch style {
    case .secure: 1.0
    case .anxious: 1.2
    case .avoidant: 1.1
    case .fearful: 1.3
    }
  }

  /// Relational trauma slows trust and magnifies losses (Herman 1992). Sizes assumed.
  static let traumaGain = 0.85
  /// See `traumaGain`.
  static let traumaLoss = 1.25

  /// An expectation that stays unspoken caps the bond here (after Swift & Greenberg 2012 on
  /// expectations and dropout). Size assumed.
  static let unspokenCeiling = 0.6
  /// A cold or judging reply to a client who expected one doubles the loss. Size assumed.
  static let confirmedExpectation = 2.0

  /// Gain from being understood: the strongest in-session correlate of outcome after the alliance
  /// itself (Elliott et al. 2018). Size assumed.
  static let understood = 0.085
  /// Gain from an open question taken up.
  static let explored = 0.035
  /// Gain from being respected (Farber, Suzuki & Lynch 2018 on positive regard).
  static let respected = 0.04
  /// Gain from shared work; it moves task and goal most (Bordin 1979; Tryon & Winograd 2011).
  static let collaborated = 0.05
  /// Gain from openness about limits and process (Kolden et al. 2018 on congruence).
  static let levelled = 0.05
  /// Loss from being judged outright.
  static let judged = 0.055
  /// Loss from advice or pressure that was not asked for (MISC: direct, advise without permission).
  static let pressured = 0.03
  /// Loss from a feeling or fact that is not there.
  static let misread = 0.025
  /// Loss from silence, empty words or a story of the helper's own.
  static let ignored = 0.02
  /// Loss from a second closed question in a row, and each one after.
  static let interrogated = 0.01

  /// The same loss is this much larger in the first turn, falling to nothing by turn twelve
  /// (directive and confrontational moves cost more early; size assumed).
  static let earlyExtra = 0.5
  /// The turn from which nothing is early any more.
  static let earlyTurns = 12

  /// Each further use of the same move in a row earns this share of the last. Assumption.
  static let repetition = 0.7

  /// Losses add up to strain; past this a rupture opens (Safran & Muran 2000; size assumed).
  static func ruptureThreshold(_ style: Attachment) -> Double {
    switch style {
    case .secure: 0.14
    case .anxious: 0.12
    case .avoidant: 0.12
    case .fearful: 0.11
    }
  }
  /// Strain fades by this share with each reply that is not a loss.
  static let strainFading = 0.3
  /// Bond gained when a rupture is repaired, above the share of the loss restored: a repaired
  /// rupture leaves the bond stronger (Safran & Muran 2000; Eubanks, Muran & Safran 2018).
  static let repairGain = 0.06
  /// Replies in an open rupture without repair after which the client leaves. Assumption.
  static let patience = 5
  /// At this bond a client in a rupture leaves at once. Assumption.
  static let lastStraw = 0.03

  /// The deepest line that a bond allows.
  static func depth(forBond bond: Double) -> Int {
    bond >= 0.58 ? 4 : bond >= 0.46 ? 3 : bond >= 0.34 ? 2 : 1
  }
}
