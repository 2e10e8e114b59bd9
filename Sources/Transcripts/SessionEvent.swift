import Listening

/// One thing that happened in a session; a saved session is a list of them, one JSON object a line.
///
/// The same objects make up the blocks of the line protocol.
public enum SessionEvent: Hashable, Sendable {
  /// The session began. Always the first event, and only there.
  case session(SessionHeader)
  /// The client spoke. Turn 0 is the opening.
  case client(ClientTurn)
  /// The trainee replied.
  case reply(ReplyTurn)
  /// The reply was graded.
  case grade(GradeTurn)
  /// The trainee took a turn back: its reply, its grade and the client's answer no longer count.
  case retry(RetryTurn)
  /// The session ended.
  case end(SessionEnd)
}

/// What a session is played with; together with the replies it determines every byte that follows.
public struct SessionHeader: Hashable, Sendable, Codable {
  /// The version of the transcript format.
  public static let currentFormat = 1

  /// The version of the transcript format that the file is written in.
  public var format: Int
  /// The vignette, as `pack/name`.
  public var vignette: String
  /// The client's name.
  public var client: String
  /// The pack's version.
  public var pack: String
  /// A fingerprint of the vignette's text, to tell whether it has changed since.
  public var fingerprint: String
  /// The seed of the client's choices.
  public var seed: UInt64
  /// The model that grades, as `name@version`.
  public var model: String

  /// Creates a header in the current format.
  public init(
    vignette: String, client: String, pack: String, fingerprint: String, seed: UInt64,
    model: String
  ) {
    self.format = Self.currentFormat
    self.vignette = vignette
    self.client = client
    self.pack = pack
    self.fingerprint = fingerprint
    self.seed = seed
    self.model = model
  }
}

/// Something the client said, and how the alliance stands after it.
public struct ClientTurn: Hashable, Sendable, Codable {
  /// The turn that it closes; 0 is the opening.
  public var turn: Int
  /// The client's words.
  public var text: String
  /// Where the alliance stands.
  public var alliance: AllianceReading
  /// Whether there is a rupture.
  public var rupture: Rupture

  /// Creates a client turn.
  public init(turn: Int, text: String, alliance: AllianceReading, rupture: Rupture) {
    self.turn = turn
    self.text = text
    self.alliance = alliance
    self.rupture = rupture
  }
}

/// What the trainee said.
public struct ReplyTurn: Hashable, Sendable, Codable {
  /// The turn, from 1.
  public var turn: Int
  /// The reply as typed; empty is silence.
  public var text: String

  /// Creates a reply.
  public init(turn: Int, text: String) {
    self.turn = turn
    self.text = text
  }
}

/// How the reply was graded.
public struct GradeTurn: Hashable, Sendable {
  /// The turn, from 1.
  public var turn: Int
  /// The grade.
  public var grade: Grade
  /// One thing to try next, or what worked.
  public var coach: String
  /// A reply to the same client line that would land better, where this one fell short.
  public var alternative: Alternative?

  /// Creates a graded turn.
  public init(turn: Int, grade: Grade, coach: String, alternative: Alternative? = nil) {
    self.turn = turn
    self.grade = grade
    self.coach = coach
    self.alternative = alternative
  }
}

/// Another reply to the same client line, and why it would land better.
public struct Alternative: Hashable, Sendable, Codable {
  /// The reply.
  public var text: String
  /// The reason.
  public var why: String

  /// Creates an alternative.
  public init(text: String, why: String) {
    self.text = text
    self.why = why
  }
}

/// A turn taken back.
public struct RetryTurn: Hashable, Sendable, Codable {
  /// The turn that no longer counts.
  public var turn: Int

  /// Creates a retry.
  public init(turn: Int) {
    self.turn = turn
  }
}

/// How a session ended.
public struct SessionEnd: Hashable, Sendable, Codable {
  /// Why it ended.
  public enum Reason: String, Codable, Sendable {
    /// The trainee ended it.
    case ended
    /// The client had said what there was to say.
    case closed
    /// The client walked out.
    case left
  }

  /// Why it ended.
  public var reason: Reason
  /// What the session came to.
  public var outcome: Outcome
  /// The client's last words.
  public var text: String
  /// The session in MITI's measures.
  public var measures: SessionMeasures

  /// Creates an end.
  public init(reason: Reason, outcome: Outcome, text: String, measures: SessionMeasures) {
    self.reason = reason
    self.outcome = outcome
    self.text = text
    self.measures = measures
  }
}

/// What a session came to, as far as the simulation tells.
public struct Outcome: Hashable, Sendable, Codable {
  /// The deepest thing told: 1 what anyone may hear to 4 what it means about me; 0 nothing.
  public var depth: Int
  /// The bond at the end, 0 to 1.
  public var bond: Double
  /// Whether the client would come back.
  public var returns: Bool
  /// Ruptures that opened.
  public var ruptures: Int
  /// Ruptures that were repaired.
  public var repairs: Int

  /// Creates an outcome.
  public init(depth: Int, bond: Double, returns: Bool, ruptures: Int, repairs: Int) {
    self.depth = depth
    self.bond = bond
    self.returns = returns
    self.ruptures = ruptures
    self.repairs = repairs
  }
}
