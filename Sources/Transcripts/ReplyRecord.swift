import Listening

/// A single reply to grade, as other programs hand it over: one JSON object a line.
///
///     {"id": 7, "client": "I almost didn't come.", "text": "Part of you wanted to stay away."}
///
/// Further keys are ignored.
public struct ReplyRecord: Hashable, Sendable, Decodable {
  /// Whatever the sender uses to know the reply again; handed back as it came.
  public var id: JSONValue
  /// What the client said before, if known.
  public var client: String?
  /// The reply.
  public var text: String

  private enum CodingKeys: String, CodingKey { case id, client, text }

  /// Creates a record.
  public init(id: JSONValue, client: String?, text: String) {
    self.id = id
    self.client = client
    self.text = text
  }

  /// Reads a record; an `id` that is missing counts as null.
  ///
  /// - Throws: `DecodingError` where `text` is missing or a value has another type.
  public init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: CodingKeys.self)
    id = try c.decodeIfPresent(JSONValue.self, forKey: .id) ?? .null
    client = try c.decodeIfPresent(String.self, forKey: .client)
    text = try c.decode(String.self, forKey: .text)
  }

  /// The record on a line.
  ///
  /// - Throws: `JSONLineError`, in words fit for a person.
  public init(line: String) throws(JSONLineError) {
    if let record = PlainRecord.read(line) {
      self = record
    } else {
      self = try JSONLine.decode(ReplyRecord.self, from: line)
    }
  }
}

/// A graded reply, as it is handed back: the record's `id` and the grade's own keys.
public struct GradedRecord: Hashable, Sendable, Codable {
  /// The record's `id`, as it came.
  public var id: JSONValue
  /// The grade.
  public var grade: Grade

  private enum CodingKeys: String, CodingKey { case id }

  /// Creates a graded record.
  public init(id: JSONValue, grade: Grade) {
    self.id = id
    self.grade = grade
  }

  /// Reads what `encode` wrote.
  ///
  /// - Throws: `DecodingError` where the grade is missing or outside the vocabulary.
  public init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: CodingKeys.self)
    id = try c.decodeIfPresent(JSONValue.self, forKey: .id) ?? .null
    grade = try Grade(from: decoder)
  }

  /// Writes the `id` and the grade's keys side by side.
  public func encode(to encoder: any Encoder) throws {
    var c = encoder.container(keyedBy: CodingKeys.self)
    try c.encode(id, forKey: .id)
    try grade.encode(to: encoder)
  }

  /// The record as `JSONLine.encode` writes it, in a tenth of the time.
  public var line: String {
    var text = JSONText(capacity: 1024)
    text.raw("{" as StaticString)
    text.grade(grade, id: id)
    text.raw("}" as StaticString)
    return String(decoding: text.bytes, as: UTF8.self)
  }
}

/// Any JSON value, kept as it came.
public enum JSONValue: Hashable, Sendable, Codable {
  case null
  case bool(Bool)
  case integer(Int64)
  /// A whole number too large for `integer`, as some systems number their records.
  case unsigned(UInt64)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// Reads any JSON value.
  public init(from decoder: any Decoder) throws {
    let c = try decoder.singleValueContainer()
    if c.decodeNil() {
      self = .null
    } else if let value = try? c.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? c.decode(Int64.self) {
      self = .integer(value)
    } else if let value = try? c.decode(UInt64.self) {
      self = .unsigned(value)
    } else if let value = try? c.decode(Double.self) {
      self = .number(value)
    } else if let value = try? c.decode(String.self) {
      self = .string(value)
    } else if let value = try? c.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try c.decode([String: JSONValue].self))
    }
  }

  /// Writes the value as it came.
  public func encode(to encoder: any Encoder) throws {
    var c = encoder.singleValueContainer()
    switch self {
    case .null: try c.encodeNil()
    case .bool(let value): try c.encode(value)
    case .integer(let value): try c.encode(value)
    case .unsigned(let value): try c.encode(value)
    case .number(let value): try c.encode(value)
    case .string(let value): try c.encode(value)
    case .array(let value): try c.encode(value)
    case .object(let value): try c.encode(value)
    }
  }
}

extension JSONValue {
  /// The value as it stands in a table: text as it is, nothing for null, else JSON.
  public var plain: String {
    switch self {
    case .null: ""
    case .string(let text): text
    default: (try? JSONLine.encode(self)) ?? ""
    }
  }
}
