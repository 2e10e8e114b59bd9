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
  /// Attune spoke beside the conversation; no turn, and nothing that the client hears.
  case aside(Aside)
  /// The session ended.
  case end(SessionEnd)

  /// Whether a turn is whole with this event. Lines of one turn are written together, and a crash may
  /// leave a reply that has no grade, or no answer of the client's: what follows the last whole turn
  /// was not written to its end.
  package var endsTurn: Bool {
    switch self {
    case .client, .retry, .aside, .end: true
    case .session, .reply, .grade: false
    }
  }
}

/// What a session is played with; together with the replies it determines every byte that follows.
public struct SessionHeader: Hashable, Sendable, Codable {
  /// The version of the transcript format.
  static let currentFormat = 1

  /// The version of the transcript format that the file is written in.
  public var format: Int
  /// The vignette, as `pack/name`.
  public var vignette: String
  /// The client's name.
  public var client: String
  /// The pack's version.
  public var pack: String
  /// A fingerprint of what the vignette says and of what decides it, to tell whether that has
  /// changed since.
  public var fingerprint: String
  /// The seed of the client's choices.
  public var seed: UInt64
  /// The model that grades, as `name@version`.
  public var model: String
  /// The session with the same client that came before; `nil` for a first one.
  public var after: Predecessor?

  /// A session that another one goes on from.
  public struct Predecessor: Hashable, Sendable, Codable {
    /// The name under which it is saved.
    public var session: String
    /// How many of its events had happened by then; what was added later does not count.
    public var events: Int

    /// Creates a reference.
    public init(session: String, events: Int) {
      self.session = session
      self.events = events
    }

    /// Reads a reference.
    ///
    /// - Throws: `DecodingError` where a part is missing or there are fewer than no events.
    public init(from decoder: any Decoder) throws {
      let c = try decoder.container(keyedBy: CodingKeys.self)
      session = try c.decode(String.self, forKey: .session)
      events = try c.decode(in: 0...Int.max, forKey: .events)
    }
  }

  /// Creates a header in the current format.
  public init(
    vignette: String, client: String, pack: String, fingerprint: String, seed: UInt64,
    model: String, after: Predecessor? = nil
  ) {
    self.format = Self.currentFormat
    self.vignette = vignette
    self.client = client
    self.pack = pack
    self.fingerprint = fingerprint
    self.seed = seed
    self.model = model
    self.after = after
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
  /// What to read the scores with, in a few words, where the codes alone would mislead: that the reply
  /// was right for what it did.
  public var remark: String?
  /// The word by which a reflection or a misreading names a feeling that the client did not show: a
  /// pleasant one among painful ones, or a painful one of which nothing in the line tells. A reflection
  /// moves them half as much then.
  public var misnamedFeeling: String?
  /// A reply to the same client line that would land better, where this one fell short.
  public var alternative: Alternative?

  /// Creates a graded turn.
  public init(
    turn: Int, grade: Grade, coach: String, remark: String? = nil, misnamedFeeling: String? = nil,
    alternative: Alternative? = nil
  ) {
    self.turn = turn
    self.grade = grade
    self.coach = coach
    self.remark = remark
    self.misnamedFeeling = misnamedFeeling
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

/// A word from Attune itself where suicide or self-harm came up.
public struct Aside: Hashable, Sendable, Codable {
  /// The turns that counted when it was said.
  public var turn: Int
  /// Why it was said.
  public var reason: CareConcern
  /// What was said: a sentence or two, with where help is found.
  public var text: String

  /// Creates an aside.
  public init(turn: Int, reason: CareConcern, text: String) {
    self.turn = turn
    self.reason = reason
    self.text = text
  }
}

/// How a session ended.
public struct SessionEnd: Hashable, Sendable, Codable {
  /// Why it ended.
  public var reason: SessionEnding
  /// What the session came to.
  public var outcome: Outcome
  /// The client's last words.
  public var text: String
  /// The session in MITI's measures.
  public var measures: SessionMeasures

  /// Creates an end.
  public init(reason: SessionEnding, outcome: Outcome, text: String, measures: SessionMeasures) {
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
  /// Whether the client would come back: they want to, and there is something left to tell.
  public var returns: Bool
  /// Ruptures that opened.
  public var ruptures: Int
  /// Ruptures that were repaired.
  public var repairs: Int
  /// How upset the client came and how upset they went; `nil` in sessions of earlier versions.
  public var distress: Change?
  /// Whether the client will do what was agreed; `nil` where nothing was.
  public var acts: Bool?
  /// Whether the course is over because the client has told everything; `nil` where it is not.
  public var finished: Bool?
  /// What moved the bond most, the strongest first; `nil` in sessions of earlier versions.
  public var drivers: [Driver]?

  /// A value at the beginning of a session and at its end, 0 to 1.
  public struct Change: Hashable, Sendable, Codable {
    /// At the beginning.
    public var from: Double
    /// At the end.
    public var to: Double

    /// Creates a change.
    public init(from: Double, to: Double) {
      self.from = from
      self.to = to
    }

    /// Reads a change.
    ///
    /// - Throws: `DecodingError` where an end is missing or outside 0 to 1.
    public init(from decoder: any Decoder) throws {
      let c = try decoder.container(keyedBy: CodingKeys.self)
      from = try c.decode(in: 0...1, forKey: .from)
      to = try c.decode(in: 0...1, forKey: .to)
    }
  }

  /// One kind of move and how far it has moved the bond.
  public struct Driver: Hashable, Sendable, Codable {
    /// The kind of move, in words.
    public var what: String
    /// The sum of its effects on the bond.
    public var bond: Double

    /// Creates a driver.
    public init(what: String, bond: Double) {
      self.what = what
      self.bond = bond
    }
  }

  /// Creates an outcome.
  public init(depth: Int, bond: Double, returns: Bool, ruptures: Int, repairs: Int) {
    self.depth = depth
    self.bond = bond
    self.returns = returns
    self.ruptures = ruptures
    self.repairs = repairs
  }

  /// Reads an outcome.
  ///
  /// - Throws: `DecodingError` where a part is missing or outside its range.
  public init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      depth: try c.decode(in: 0...4, forKey: .depth), bond: try c.decode(in: 0...1, forKey: .bond),
      returns: try c.decode(Bool.self, forKey: .returns),
      ruptures: try c.decodeCount(forKey: .ruptures),
      repairs: try c.decodeCount(forKey: .repairs))
    distress = try c.decodeIfPresent(Change.self, forKey: .distress)
    acts = try c.decodeIfPresent(Bool.self, forKey: .acts)
    finished = try c.decodeIfPresent(Bool.self, forKey: .finished)
    drivers = try c.decodeIfPresent([Driver].self, forKey: .drivers)
  }
}
