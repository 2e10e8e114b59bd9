import Listening
import Transcripts

/// One line of a block: a JSON object that names its `type`.
public enum Item: Hashable, Sendable {
  /// Something that happened in the session, as recorded in transcripts.
  case event(SessionEvent)
  /// An available vignette.
  case vignette(VignetteItem)
  /// Something this server can do.
  case capability(CapabilityItem)
  /// A command, what follows it and what it is for.
  case command(CommandItem)
  /// Evidence for the last grade, in words.
  case evidence(EvidenceItem)
  /// One of the reasons for the last grade.
  case reason(Reason)
  /// One step of how a score came about.
  case step(StepItem)
  /// What to listen for.
  case hint(HintItem)
  /// A reply that would land well.
  case example(Alternative)
  /// The session so far.
  case summary(SummaryItem)
  /// A reply graded outside any session.
  case score(GradedRecord)
}

/// A vignette in a list.
public struct VignetteItem: Hashable, Sendable, Codable {
  /// Its full name, `pack/vignette`.
  public var name: String
  /// The client's name.
  public var client: String
  /// One line on it.
  public var title: String
  /// Who the client is.
  public var summary: String
  /// Content warnings.
  public var warnings: [String]
  /// What to practise.
  public var objectives: [String]
  /// The client's language, if it is not English: replies are graded as English anyway.
  public var language: String?

  /// Creates an item.
  public init(
    name: String, client: String, title: String, summary: String, warnings: [String],
    objectives: [String], language: String? = nil
  ) {
    self.name = name
    self.client = client
    self.title = title
    self.summary = summary
    self.warnings = warnings
    self.objectives = objectives
    self.language = language
  }
}

/// Something a server can do.
public struct CapabilityItem: Hashable, Sendable, Codable {
  /// Its name, in capitals.
  var name: String
  /// What there is to know about it.
  var value: String

  /// Creates an item.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

/// A command in the list of commands; a server of another version may have others than
/// `Command.Verb`.
public struct CommandItem: Hashable, Sendable, Codable {
  /// The verb.
  var name: String
  /// What follows it.
  var arguments: String
  /// What it is for.
  var purpose: String

  /// Creates an item.
  public init(name: String, arguments: String, purpose: String) {
    self.name = name
    self.arguments = arguments
    self.purpose = purpose
  }
}

/// Evidence with the words that it marks.
public struct EvidenceItem: Hashable, Sendable, Codable {
  /// The turn.
  var turn: Int
  /// The code.
  public var code: CodeName
  /// Its value.
  public var value: String
  /// The place of the words, in UTF-8 bytes of the reply.
  var span: [Int]
  /// The words.
  public var words: String
  /// How sure the grader is, 0 to 1.
  public var confidence: Double

  /// Creates an item.
  public init(turn: Int, evidence: Evidence, words: String) {
    self.turn = turn
    code = evidence.code
    value = evidence.value
    span = [evidence.span.lowerBound, evidence.span.upperBound]
    self.words = words
    confidence = evidence.confidence
  }

  /// Reads an item.
  ///
  /// - Throws: `DecodingError` if a part is missing or outside its range.
  public init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      turn: try c.decode(Int.self, forKey: .turn), evidence: try Evidence(from: decoder),
      words: try c.decode(String.self, forKey: .words))
  }
}

/// One step of how a score came about.
public struct StepItem: Hashable, Sendable, Codable {
  /// The score.
  public var score: ScoreName
  /// What earned or cost the points.
  public var reason: String
  /// The points.
  public var points: Int

  /// Creates an item.
  public init(score: ScoreName, reason: String, points: Int) {
    self.score = score
    self.reason = reason
    self.points = points
  }
}

/// What to listen for in the client's last line.
public struct HintItem: Hashable, Sendable, Codable {
  /// The hint, a sentence or two.
  public var text: String

  /// Creates an item.
  public init(text: String) {
    self.text = text
  }
}

/// The session so far.
public struct SummaryItem: Hashable, Sendable, Codable {
  /// In MITI's measures.
  public var measures: SessionMeasures
  /// The state of the alliance.
  var alliance: AllianceReading
  /// Whether there is a rupture.
  var rupture: Rupture

  /// Creates an item.
  public init(measures: SessionMeasures, alliance: AllianceReading, rupture: Rupture) {
    self.measures = measures
    self.alliance = alliance
    self.rupture = rupture
  }
}

extension Item: Codable {
  private enum TypeKey: String, CodingKey { case type }

  /// The kinds of items other than events, as `type` names them.
  private enum Kind: String {
    case vignette, capability, command, evidence, reason, step, hint, example, summary, score
  }

  /// Reads an item by its `type`.
  ///
  /// - Throws: `DecodingError` if the type is unknown or the object is not of its form.
  public init(from decoder: any Decoder) throws {
    guard let item = try Self.known(from: decoder) else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath + [TypeKey.type], debugDescription: "unknown type"))
    }
    self = item
  }

  /// An item by its `type`; `nil` where no item of this version has it.
  fileprivate static func known(from decoder: any Decoder) throws -> Item? {
    let keys = try decoder.container(keyedBy: TypeKey.self)
    let type = try keys.decode(String.self, forKey: .type)
    if SessionEvent.Kind(rawValue: type) != nil { return .event(try SessionEvent(from: decoder)) }
    return switch Kind(rawValue: type) {
    case .vignette: .vignette(try VignetteItem(from: decoder))
    case .capability: .capability(try CapabilityItem(from: decoder))
    case .command: .command(try CommandItem(from: decoder))
    case .evidence: .evidence(try EvidenceItem(from: decoder))
    case .reason: .reason(try Reason(from: decoder))
    case .step: .step(try StepItem(from: decoder))
    case .hint: .hint(try HintItem(from: decoder))
    case .example: .example(try Alternative(from: decoder))
    case .summary: .summary(try SummaryItem(from: decoder))
    case .score: .score(try GradedRecord(from: decoder))
    case nil: nil
    }
  }

  /// Writes the item as one object with its `type`.
  public func encode(to encoder: any Encoder) throws {
    func write(_ kind: Kind, _ item: some Encodable) throws {
      try encodeTyped(kind.rawValue, item, to: encoder)
    }
    switch self {
    case .event(let event): try event.encode(to: encoder)
    case .vignette(let item): try write(.vignette, item)
    case .capability(let item): try write(.capability, item)
    case .command(let item): try write(.command, item)
    case .evidence(let item): try write(.evidence, item)
    case .reason(let reason): try write(.reason, reason)
    case .step(let item): try write(.step, item)
    case .hint(let item): try write(.hint, item)
    case .example(let item): try write(.example, item)
    case .summary(let item): try write(.summary, item)
    case .score(let item): try write(.score, item)
    }
  }
}

/// A line of a server's block as a client takes it.
struct ReceivedItem: Decodable {
  /// What it holds; `nil` for an item of a later version, of a type that is not known here.
  var item: Item?

  init(from decoder: any Decoder) throws {
    item = try Item.known(from: decoder)
  }
}
