import Scenarios

/// All numbers of the alliance model, each with the finding behind it or marked as an assumption.
/// `Documentation/AllianceModel.md` shows the same tables; a test compares the two.
///
/// Bond, task and goal run from 0 to 1. A gain is a share of the distance left to the ceiling; a
/// loss is subtracted as it is.
struct AllianceParameters: Sendable {
  /// Those of every client.
  static let standard = AllianceParameters()

  // MARK: - How a reply lands

  /// What a simple reflection counts beside a complex one. Assumption.
  let simpleReflection = 0.6
  /// What leaving the choice to the client counts beside an affirmation. Assumption.
  let choiceLeftOpen = 0.8
  /// What a brief self-disclosure counts beside an affirmation. Assumption.
  let briefDisclosure = 0.4
  /// What advice with permission counts beside seeking collaboration. Assumption.
  let permittedAdvice = 0.5
  /// What counts that wordings alone show: a mistake owned, permission asked, a stop offered, not
  /// knowing admitted. Assumption.
  let foundByWording = 0.5
  /// What leaving time counts beside an affirmation, where the client has asked for a moment.
  /// Assumption.
  let timeLeft = 0.4
  /// What mild judgment counts beside strong judgment. Assumption.
  let mildJudgment = 0.5
  /// What a mild order or warning counts as judgment. Assumption.
  let pressingJudgment = 0.4
  /// What advice without permission counts as pressure. Assumption.
  let unaskedAdvice = 0.7
  /// What an order or a warning counts as pressure, at least. Assumption.
  let order = 0.5
  /// What false reassurance, or a second minimal reply in a row, counts beside silence. Assumption.
  let emptyWords = 0.5
  /// The share that a code counts of which the grader was unsure. Assumption.
  let unsureShare = 0.5

  // MARK: - Where a client begins

  /// Where the bond begins. Insecure clients begin lower (Bernecker, Levy & Ellison 2014); the
  /// sizes are assumptions.
  let startingBond = ByStyle(secure: 0.34, anxious: 0.30, avoidant: 0.26, fearful: 0.24)
  /// How upset a client comes, 0 to 1: the insecure who cling or fear more than those who shut off
  /// (Mikulincer & Shaver 2007). Sizes assumed.
  let startingDistress = ByStyle(secure: 0.55, anxious: 0.7, avoidant: 0.5, fearful: 0.7)
  /// Where task and goal begin. Assumption.
  let startingAgreement = 0.3
  /// Where the goal begins for a client whom somebody else has sent. Assumption.
  let startingGoalIfSent = 0.15

  // MARK: - Who they are

  /// How readily gains come, by attachment style; none is faster than secure. Sizes assumed.
  let gainFactor = ByStyle(secure: 1.0, anxious: 0.95, avoidant: 0.9, fearful: 0.85)
  /// How much losses weigh, by attachment style; none lighter than secure. Sizes assumed.
  let lossFactor = ByStyle(secure: 1.0, anxious: 1.2, avoidant: 1.1, fearful: 1.25)
  /// Relational trauma (any history but a loss) slows trust (Herman 1992). Size assumed.
  let traumaGain = 0.9
  /// Relational trauma magnifies losses (Herman 1992). Size assumed.
  let traumaLoss = 1.2
  /// Anxious clients read distance as rejection (Mikulincer & Shaver 2007): being ignored weighs
  /// this much more with them. Size assumed.
  let distanceToAnxious = 1.5
  /// Avoidant clients shut down when pressed early (Mikulincer & Shaver 2007): an open question
  /// earns this share. Size assumed.
  let earlyQuestionToAvoidant = 0.5
  /// The turns that count as early for that. Assumption.
  let earlyQuestionTurns = 4

  // MARK: - What they expect

  /// An expectation that stays unspoken caps the bond here (after Swift & Greenberg 2012 on
  /// expectations and dropout). Size assumed.
  let unspokenCeiling = 0.6
  /// A reply that confirms what a client expected loses this many times as much. Size assumed.
  let confirmedExpectation = 2.0

  // MARK: - Gains

  /// Gain from being understood, the strongest: empathy goes with outcome (Elliott et al. 2018).
  /// Size assumed.
  let understood = 0.095
  /// Gain from an open question taken up (MITI 4.2.1). Size assumed.
  let explored = 0.035
  /// Gain from being respected (Farber, Suzuki & Lynch 2018 on positive regard). Size assumed.
  let respected = 0.04
  /// Gain in task and goal from shared work (Bordin 1979; Tryon & Winograd 2011); the bond earns
  /// half. Size assumed.
  let collaborated = 0.06
  /// Gain in the goal from asking or settling what the work is for (Bordin 1979; Tryon & Winograd
  /// 2011). Size assumed.
  let agreed = 0.06
  /// Gain from openness about limits and process (Kolden et al. 2018 on congruence). Size assumed.
  let transparent = 0.06
  /// Gain from a miss owned, so that a repaired rupture leaves the bond stronger than before
  /// (Safran & Muran 2000; Eubanks, Muran & Safran 2018). Size assumed.
  let repaired = 0.015
  /// Each further use of the same move in a row earns this share of the last. Assumption.
  let repetition = 0.7
  /// Understanding wears out no further than this, for each reflection says another thing.
  /// Assumption.
  let minFreshUnderstanding = 0.8
  /// Of what the bond gains, the share that the task gains. Assumption.
  let taskShare = 0.6
  /// Of what the bond gains, the share that the goal gains. Assumption.
  let goalShare = 0.3

  // MARK: - Losses

  /// Loss from being judged outright (MISC: confront; Miller, Benefield & Tonigan 1993). Size
  /// assumed.
  let judged = 0.055
  /// Loss from advice or pressure that was not asked for (MISC: direct, advise without
  /// permission). Size assumed.
  let pressured = 0.028
  /// Loss from a feeling or fact that is not there. Size assumed.
  let misread = 0.025
  /// Loss from silence, empty words or a story of the helper's own. Size assumed.
  let ignored = 0.025
  /// Loss from a second closed question in a row, and each one after. Size assumed.
  let interrogated = 0.006
  /// Judgment and advice weigh this much more in the first turn than late; the extra falls evenly
  /// (they cost more the earlier they come; size assumed).
  let earlyExtra = 0.5
  /// The first turn that no longer counts as early. Assumption.
  let earlyTurns = 12
  /// The maximum loss by one reply. Assumption.
  let maxLoss = 0.18
  /// Judgment, advice and orders cost this much more for each miss that was owned before.
  /// Assumption.
  let relapse = 0.5

  // MARK: - Ruptures

  /// Losses add up to strain; at this a rupture opens (Safran & Muran 2000). Sizes assumed.
  let ruptureThreshold = ByStyle(secure: 0.16, anxious: 0.14, avoidant: 0.14, fearful: 0.13)
  /// Whether a rupture is a confrontation or a withdrawal (Safran & Muran 2000): what favours
  /// protest is added up, and a positive sum is a confrontation. This is the part of the attachment
  /// style, which decides alone if the sum is zero (after Mikulincer & Shaver 2007). Sizes assumed.
  let protest = ByStyle(secure: 1, anxious: 1, avoidant: -1, fearful: -1)
  /// The part of each item of the history: clients who were left or deceived protest sooner; those
  /// hurt or ignored for speaking up fall silent sooner. Assumption.
  let protestByHistory = ByHistory(betrayal: 1, abandonment: 1, neglect: -1, violence: -1, loss: 0)
  /// The part of strong judgment; mild judgment has half of it. A direct attack is answered.
  /// Assumption.
  let protestAtJudgment = 2.0
  /// What being ignored takes off the sum. Assumption.
  let retreatWhenIgnored = 1.0
  /// Bias towards the other rupture type after one of the same kind. Assumption.
  let alternationBias = 2.0
  /// Strain fades by this share with each reply that does no harm; in a rupture, only with one
  /// that understands. Assumption.
  let strainFading = 0.4
  /// A rupture closes without repair once understanding has brought the strain down to this.
  /// Assumption.
  let strainForgotten = 0.05
  /// A repair owns what was lost; this share of it for each repair before, and for each further blow to
  /// a client who had already protested or gone quiet. Assumption.
  let amendsWear = 0.5
  /// What comes back at once of what a repair owns: to own the miss begins the work on it, which goes on
  /// (Safran & Muran 2000). Size assumed.
  let amendsAtOnce = 0.6
  /// What comes back of the rest with each complex reflection, and less with what meets the client
  /// less. Assumption.
  let amendsEarned = 0.5
  /// An apology that says neither for what nor that something was wrong, or that gives a reason beside
  /// what it owns, counts so much, and gives back so much of what was lost: the miss has not been
  /// explored (Safran & Muran 2000). Size assumed.
  let bareApology = 0.5
  /// Smallest loss of bond that a repair can act on. Assumption.
  let minHurtForRepair = 0.01
  /// For this many replies after one that did harm a client answers what it did, where the trainee
  /// asks (exploring the rupture; Safran & Muran 2000). Size assumed.
  let repliesToAskOfHarm = 4
  /// Replies in an open rupture without repair after which the client leaves. Assumption.
  let patience = 5
  /// The same for a client whose bond is at `minBondToStay` or below. Assumption.
  let shortPatience = 2
  /// The bond at which patience is short. Assumption.
  let minBondToStay = 0.03

  // MARK: - Distress

  /// Distress grows by this much of each loss. Assumption.
  let upset = 1.5
  /// Being understood, openness and repair take away this share of the distress, times the bond
  /// (Fosha 2001 on feelings regulated between two people). Size assumed.
  let soothing = 0.12

  // MARK: - From one session to the next

  /// Of what the bond has moved since the client first came, the share that lasts until the next
  /// session. Assumption.
  let lastingBond = 0.85
  /// Of the calm that a session has brought, the share that lasts. Assumption.
  let lastingCalm = 0.5
  /// Reliability of the trainee's promises in the first session. Assumption.
  let startingReliability = 0.5
  /// A session ended properly, or a promise kept, raises reliability by this share of the distance
  /// to 1. Assumption.
  let promiseKept = 0.15
  /// An end announced in one of this many last replies counts as a second promise kept: time is
  /// part of the frame (Langs 1975). Size assumed.
  let announcement = 3
  /// A session left in the middle, or a promise broken, takes this share of it away (a loss of the
  /// frame; Langs 1975). Size assumed.
  let promiseBroken = 0.35
  /// The bond moves with reliability by this much of it. Assumption.
  let reliabilityToBond = 0.2
  /// Replies of the next session within which a promise to come back to something is kept.
  /// Assumption.
  let promiseTurns = 4
  /// Agreement on the task from which a client does what was agreed (Tryon & Winograd 2011). Size
  /// assumed.
  let taskToAct = 0.45

  // MARK: - What they tell

  /// The bond from which a client tells lines of a depth. Assumption.
  let bond = ByDepth(one: 0, two: 0.36, three: 0.5, four: 0.62)
  /// Of this many story lines, one has no preface though a preface would fit. Assumption.
  let prefaceCycle: UInt64 = 3
  /// Words up to which an empty reply is answered like silence. Assumption.
  let maxBriefReply = 4
  /// Minimum likeness in meaning for a word of the reply to name a topic, weighted by the word's
  /// rarity. Measured on the shipped vignettes.
  let minTopicLikeness = 2.5
  /// Respect from which a client answers that they were respected: an affirmation or a choice, of
  /// which the grader may be unsure, but no courtesy. Assumption.
  let minRespectForPreface = 0.5
  /// The depth from which a line tells what it was like. Assumption.
  let depthOfFeeling = 3
  /// Words of an earlier line by which an invitation to come back to it is understood. Assumption.
  let minWordsToComeBack = 2
  /// Somebody whom the client has spoken of this often need not be introduced any more. Assumption.
  let mentionsToKnow = 3
  /// With the bond this much below its beginning, a client says goodbye coolly and does not come
  /// back. Assumption.
  let coolClosingDrop = 0.03
  /// With the bond this much above its beginning, a client says goodbye warmly; this much above the
  /// first session's, they come back even after a bad session. Assumption.
  let warmClosingGain = 0.1
}

extension AllianceParameters {
  /// A number for each attachment style.
  struct ByStyle: Sendable {
    let secure, anxious, avoidant, fearful: Double

    func callAsFunction(_ style: Attachment) -> Double {
      switch style {
      case .secure: secure
      case .anxious: anxious
      case .avoidant: avoidant
      case .fearful: fearful
      }
    }
  }

  /// A number for each item of a history.
  struct ByHistory: Sendable {
    let betrayal, abandonment, neglect, violence, loss: Double

    func callAsFunction(_ history: History) -> Double {
      switch history {
      case .betrayal: betrayal
      case .abandonment: abandonment
      case .neglect: neglect
      case .violence: violence
      case .loss: loss
      }
    }
  }

  /// A number for each depth of a line.
  struct ByDepth: Sendable {
    let one, two, three, four: Double

    func callAsFunction(forDepth depth: Int) -> Double {
      switch depth {
      case ...1: one
      case 2: two
      case 3: three
      default: four
      }
    }
  }
}
