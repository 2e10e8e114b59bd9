import Listening

/// The key that names the kind of an object on a line.
private enum TypeKey: String, CodingKey { case type }

extension SessionEvent: Codable {
  /// The kinds of events, as `type` names them.
  public enum Kind: String, CaseIterable, Sendable {
    case session, client, reply, grade, retry, aside, end
  }

  /// Reads an event by its `type`.
  ///
  /// - Throws: `DecodingError` where the type is unknown or the object is not of its form.
  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: TypeKey.self)
    let type = try keys.decode(String.self, forKey: .type)
    switch Kind(rawValue: type) {
    case .session: self = .session(try SessionHeader(from: decoder))
    case .client: self = .client(try ClientTurn(from: decoder))
    case .reply: self = .reply(try ReplyTurn(from: decoder))
    case .grade: self = .grade(try GradeTurn(from: decoder))
    case .retry: self = .retry(try RetryTurn(from: decoder))
    case .aside: self = .aside(try Aside(from: decoder))
    case .end: self = .end(try SessionEnd(from: decoder))
    case nil:
      throw DecodingError.dataCorruptedError(
        forKey: .type, in: keys, debugDescription: "unknown type '\(type)'")
    }
  }

  /// Writes the event as one object with its `type`.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .session(let header): try encodeTyped(Kind.session.rawValue, header, to: encoder)
    case .client(let turn): try encodeTyped(Kind.client.rawValue, turn, to: encoder)
    case .reply(let turn): try encodeTyped(Kind.reply.rawValue, turn, to: encoder)
    case .grade(let turn): try encodeTyped(Kind.grade.rawValue, turn, to: encoder)
    case .retry(let turn): try encodeTyped(Kind.retry.rawValue, turn, to: encoder)
    case .aside(let aside): try encodeTyped(Kind.aside.rawValue, aside, to: encoder)
    case .end(let end): try encodeTyped(Kind.end.rawValue, end, to: encoder)
    }
  }
}

/// Writes a value's own keys and its `type` into one object.
///
/// - Throws: What the value's own encoding throws.
public func encodeTyped(_ type: String, _ value: some Encodable, to encoder: any Encoder) throws {
  var keys = encoder.container(keyedBy: TypeKey.self)
  try keys.encode(type, forKey: .type)
  try value.encode(to: encoder)
}

extension GradeTurn: Codable {
  private enum CodingKeys: String, CodingKey {
    case turn, coach, remark, alternative
    case misnamedFeeling = "misnamed_feeling"
  }

  /// Reads a graded turn: the grade's own keys and the turn's stand side by side.
  public init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      turn: try c.decode(Int.self, forKey: .turn), grade: try Grade(from: decoder),
      coach: try c.decode(String.self, forKey: .coach),
      remark: try c.decodeIfPresent(String.self, forKey: .remark),
      misnamedFeeling: try c.decodeIfPresent(String.self, forKey: .misnamedFeeling),
      alternative: try c.decodeIfPresent(Alternative.self, forKey: .alternative))
  }

  /// Writes a graded turn.
  public func encode(to encoder: any Encoder) throws {
    var c = encoder.container(keyedBy: CodingKeys.self)
    try c.encode(turn, forKey: .turn)
    try grade.encode(to: encoder)
    try c.encode(coach, forKey: .coach)
    try c.encodeIfPresent(remark, forKey: .remark)
    try c.encodeIfPresent(misnamedFeeling, forKey: .misnamedFeeling)
    try c.encodeIfPresent(alternative, forKey: .alternative)
  }
}
