import Foundation

/// An estimate of how well a whole session was conducted, from its counts.
///
/// It answers one question: is this session more like those that the coders of AnnoMI (Wu et al.
/// 2022) judged to be of high quality, or like those of low quality? It is no MITI global: those are
/// a person's overall impression on scales of their own, and there is no open set to learn them
/// from. `Models/README.md` says how far to trust it.
public struct SessionJudgement: Hashable, Sendable {
  /// What the estimate comes to.
  public enum Verdict: String, Sendable, Codable {
    /// More like the sessions judged to be of low quality.
    case low
    /// Too close to say.
    case unsure
    /// More like those of high quality.
    case high
  }

  /// A session with fewer replies is too short to judge.
  public static let fewestReplies = 10

  /// Something that is counted in a session, and what it says of the session.
  package enum Measure: CaseIterable {
    /// The logarithm of reflections for each question, one added to both.
    case reflectionsPerQuestion
    /// Complex among all reflections, one of two supposed.
    case complexShare
    /// Open among all questions, one of two supposed.
    case openShare
    /// MI-adherent moves for each reply.
    case adherent
    /// MI-non-adherent moves for each reply.
    case nonAdherent
    /// The trainee's share of all words.
    case traineeShare

    /// The measure of a session.
    package func value(in m: SessionMeasures) -> Double {
      let reflections = Double(m.simpleReflections + m.complexReflections)
      let questions = Double(m.openQuestions + m.closedQuestions)
      let replies = Double(max(1, m.replies))
      switch self {
      case .reflectionsPerQuestion: return log((reflections + 1) / (questions + 1))
      case .complexShare: return (Double(m.complexReflections) + 1) / (reflections + 2)
      case .openShare: return (Double(m.openQuestions) + 1) / (questions + 2)
      case .adherent: return Double(m.adherent) / replies
      case .nonAdherent: return Double(m.nonAdherent) / replies
      case .traineeShare: return m.traineeShare ?? 0.5
      }
    }

    /// What a unit of the measure adds to the log-odds of high quality, fitted by
    /// `attune model sessions` to AnnoMI's 93 open sessions.
    var weight: Double {
      switch self {
      case .reflectionsPerQuestion: 0.553
      case .complexShare: 0.651
      case .openShare: 1.445
      case .adherent: 6.299
      case .nonAdherent: -11.954
      case .traineeShare: -2.478
      }
    }
  }

  private static let bias = 1.034

  /// How likely the session is to be one of high quality rather than low, 0 to 1, were there as many
  /// of each. The system's `log` and `exp` are in it, so the last bit may differ from machine to
  /// machine; it shows only where a value stands on the border between two thousandths or verdicts.
  public let probability: Double

  /// Why a session is not judged.
  public enum Obstacle: Sendable {
    /// It has fewer than `fewestReplies`.
    case short
    /// Its replies are of fewer words than those of any session that the estimate was fitted to.
    case fewWords
    /// Fewer of its moves are ones that the estimate goes by than in any such session.
    case fewMoves
  }

  /// The least of AnnoMI's 82 sessions that are long enough has 6.6 words a reply, and 0.26 reflections,
  /// questions, MI-adherent and non-adherent moves together: below these the estimate would say what it
  /// says of nothing, which is 'high'.
  private static let leastWords = 6.0
  private static let leastMoves = 0.25

  /// Why a session cannot be judged; `nil` where it can.
  public static func obstacle(to measures: SessionMeasures) -> Obstacle? {
    guard measures.replies >= fewestReplies else { return .short }
    let replies = Double(measures.replies)
    let moves =
      measures.simpleReflections + measures.complexReflections + measures.openQuestions
      + measures.closedQuestions + measures.adherent + measures.nonAdherent
    if Double(measures.traineeWords) < leastWords * replies { return .fewWords }
    return Double(moves) < leastMoves * replies ? .fewMoves : nil
  }

  /// Judges a session, or returns `nil` where there is an obstacle to it.
  public init?(_ measures: SessionMeasures) {
    guard Self.obstacle(to: measures) == nil else { return nil }
    let odds = Measure.allCases.reduce(Self.bias) { $0 + $1.weight * $1.value(in: measures) }
    probability = 1 / (1 + exp(-odds))
  }

  /// What the estimate comes to.
  public var verdict: Verdict { Self.verdict(probability) }

  /// From this probability on a session is judged 'high', up to `lowTo` 'low': less than two to one
  /// either way is too close to say.
  package static let highFrom = 2.0 / 3
  /// Up to this probability a session is judged 'low'.
  package static let lowTo = 1.0 / 3

  /// What a probability comes to.
  package static func verdict(_ probability: Double) -> Verdict {
    probability >= highFrom ? .high : probability <= lowTo ? .low : .unsure
  }
}
