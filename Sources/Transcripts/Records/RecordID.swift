import Lines

/// What a record is known by: a string or a whole number, which come back as they came.
///
/// Other numbers do not (a reader may take 0.10 for 0.1), and are refused.
public enum RecordID: Hashable, Sendable, Codable {
  case null
  case integer(Int64)
  /// A whole number too large for `integer`, as some systems number their records.
  case unsigned(UInt64)
  case string(String)

  /// Reads an `id`.
  ///
  /// - Throws: `JSONLineError` where it is anything else.
  public init(from decoder: any Decoder) throws {
    let c = try decoder.singleValueContainer()
    if c.decodeNil() {
      self = .null
    } else if let value = try? c.decode(Int64.self) {
      self = .integer(value)
    } else if let value = try? c.decode(UInt64.self) {
      self = .unsigned(value)
    } else if let value = try? c.decode(String.self) {
      self = .string(value)
    } else {
      let key = decoder.codingPath.last?.stringValue ?? "id"
      throw JSONLineError(
        message: "'\(key)' is neither a string nor a whole number of 64 bits",
        mend: "put it in quotes")
    }
  }

  /// Writes the `id`.
  public func encode(to encoder: any Encoder) throws {
    var c = encoder.singleValueContainer()
    switch self {
    case .null: try c.encodeNil()
    case .integer(let value): try c.encode(value)
    case .unsigned(let value): try c.encode(value)
    case .string(let value): try c.encode(value)
    }
  }

  /// What a reply is called by its id, with its conversation where the id does not name that, as
  /// those that Attune makes do.
  public static func name(_ id: String, in conversation: String?) -> String {
    conversation.map { id.hasPrefix("\($0)#") ? id : "\($0)#\(id)" } ?? id
  }

  /// The `id` as it stands in a table or a name: nothing for null.
  public var plain: String {
    switch self {
    case .null: ""
    case .integer(let value): String(value)
    case .unsigned(let value): String(value)
    case .string(let text): text
    }
  }
}
