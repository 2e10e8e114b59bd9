import Listening

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
