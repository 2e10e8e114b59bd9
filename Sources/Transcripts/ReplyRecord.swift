import Lines
import Listening

/// A single reply to grade, as other programs hand it over: one JSON object a line.
///
///     {"id": 7, "client": "I almost didn't come.", "text": "Part of you wanted to stay away."}
///
/// Further keys are ignored.
public struct ReplyRecord: Hashable, Sendable, Decodable {
  /// What the sender knows the reply by; handed back as it came.
  public var id: RecordID
  /// What the client said before, if known.
  public var client: String?
  /// The reply.
  public var text: String

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }

    static let id = Key(stringValue: "id")
    static let client = Key(stringValue: "client")
    static let text = Key(stringValue: "text")
  }

  /// Creates a record.
  public init(id: RecordID, client: String?, text: String) {
    self.id = id
    self.client = client
    self.text = text
  }

  /// Reads a record; an `id` that is missing counts as null.
  ///
  /// - Throws: `DecodingError` where `text` is missing or a value has another type; `JSONLineError`
  ///   where it is not the therapist who speaks.
  public init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: Key.self)
    let names = c.allKeys.filter { ColumnMapping.namesSpeaker($0.stringValue) }
    if !names.isEmpty {
      let keys = (names + [.client]).reduce(into: [String: JSONValue]()) { keys, key in
        keys[key.stringValue] = try? c.decode(JSONValue.self, forKey: key)
      }
      if let speaker = Self.foreignSpeaker(in: keys) {
        throw JSONLineError(
          message: "a record is a reply of the therapist's, and '\(speaker)' is named as the "
            + "speaker; where each line is an utterance, say --kind utterances")
      }
    }
    id = try c.decodeIfPresent(RecordID.self, forKey: .id) ?? .null
    client = try c.decodeIfPresent(String.self, forKey: .client)
    text = try c.decode(String.self, forKey: .text)
  }

  /// The speaker whom an object names and who is the client, or, where no client's words stand
  /// beside the text, not known to be the therapist: such an object is an utterance, and no reply.
  static func foreignSpeaker(in keys: [String: JSONValue]) -> String? {
    let speakers = keys.filter { ColumnMapping.namesSpeaker($0.key) }.compactMap { _, value in
      value == .null ? nil : value.name
    }
    let names = SpeakerNames()
    let sides = Set(speakers.map(names.known))
    if sides.contains(.client), !sides.contains(.trainee) || keys["client"] == nil {
      return speakers.sorted().first { names.known($0) == .client }
    }
    guard keys["client"] == nil, !sides.contains(.trainee) else { return nil }
    return speakers.sorted().first
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

/// A graded reply, as it is handed back: the record's `id`, its conversation and the grade's own
/// keys.
public struct GradedRecord: Hashable, Sendable, Codable {
  /// The record's `id`, as it came.
  public var id: RecordID
  /// The conversation that the reply belongs to; `nil` for a single reply.
  public var session: String?
  /// The grade.
  public var grade: Grade

  private enum CodingKeys: String, CodingKey { case id, session }

  /// Creates a graded record.
  public init(id: RecordID, session: String? = nil, grade: Grade) {
    self.id = id
    self.session = session
    self.grade = grade
  }

  /// Reads what `encode` wrote.
  ///
  /// - Throws: `DecodingError` where the grade is missing or outside the vocabulary.
  public init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: CodingKeys.self)
    id = try c.decodeIfPresent(RecordID.self, forKey: .id) ?? .null
    session = try c.decodeIfPresent(String.self, forKey: .session)
    grade = try Grade(from: decoder)
  }

  /// Writes the `id`, the session and the grade's keys side by side.
  public func encode(to encoder: any Encoder) throws {
    var c = encoder.container(keyedBy: CodingKeys.self)
    try c.encode(id, forKey: .id)
    try c.encodeIfPresent(session, forKey: .session)
    try grade.encode(to: encoder)
  }

  /// The record as `JSONLine.encode` writes it, in a tenth of the time.
  public var line: String { Self.line(id: id, session: session, grade: grade) }

  /// The line of a record that is not made, as its parts are at hand.
  public static func line(id: RecordID, session: String?, grade: Grade) -> String {
    var text = JSONText(capacity: 1024)
    text.raw("{" as StaticString)
    text.grade(grade, id: id, session: session)
    text.raw("}" as StaticString)
    return text.text
  }
}
