import Lines

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

  /// A key of any name.
  struct Key: CodingKey {
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
    if let speaker = Self.foreignSpeaker(in: Self.speakerEntries(of: c)) {
      throw JSONLineError(
        message: "a record is a reply of the therapist's, and '\(speaker)' is named as the "
          + "speaker",
        mend: "where each line is an utterance, say --kind utterances")
    }
    id = try c.decodeIfPresent(RecordID.self, forKey: .id) ?? .null
    client = try c.decodeIfPresent(String.self, forKey: .client)
    text = try c.decode(String.self, forKey: .text)
  }

  /// What an object says of who speaks in it: those who are named, with the client's words beside
  /// them, and nothing where nobody is.
  static func speakerEntries(of object: KeyedDecodingContainer<Key>) -> [String: JSONValue] {
    let names = object.allKeys.filter { ColumnMapping.namesSpeaker($0.stringValue) }
    guard !names.isEmpty else { return [:] }
    return (names + [.client]).reduce(into: [:]) { entries, key in
      entries[key.stringValue] = try? object.decode(JSONValue.self, forKey: key)
    }
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
