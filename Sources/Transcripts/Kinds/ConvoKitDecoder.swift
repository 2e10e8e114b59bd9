import Lines

/// Reads the `utterances.jsonl` of a ConvoKit corpus, one utterance a line, in the order of the
/// file.
///
/// The field names of today's corpora (`conversation_id`, `speaker`) and of older ones (`root`,
/// `user`) are known.
struct ConvoKitDecoder: TranscriptDecoder {
  /// The fields of an utterance that count here.
  private struct Fields: Decodable {
    var id: RecordID?
    var conversation: JSONValue?
    var root: JSONValue?
    var speaker: JSONValue?
    var user: JSONValue?
    var text: String?
    var meta: JSONValue?

    private enum CodingKeys: String, CodingKey {
      case id, root, speaker, user, text, meta
      case conversation = "conversation_id"
    }
  }

  /// The keys of an utterance's `meta` that may say which side the speaker is on.
  static let roleKeys = ["role", "speaker_role", "speaker_type", "interlocutor"]

  private let faults: Faults
  private var turns: TurnJoiner
  private var cast: Cast
  /// What the file has said of each speaker's role so far.
  private var roles: [String: [String]] = [:]

  init(file: String, names: SpeakerNames) {
    faults = Faults(file: file)
    turns = TurnJoiner(file: file)
    cast = Cast(file: file, names: names)
  }

  mutating func take(_ line: String, at number: Int) -> [Decoded] {
    if line.isBlank { return [] }
    let fields: Fields
    do throws(JSONLineError) {
      fields = try JSONLine.decode(Fields.self, from: line)
    } catch {
      return leaveOut(number, "not an utterance of ConvoKit's: \(error)")
    }
    guard let conversation = fields.conversation ?? fields.root else {
      return leaveOut(number, "the key 'conversation_id' is missing")
    }
    guard let name = (fields.speaker ?? fields.user)?.name else {
      return leaveOut(number, "the key 'speaker' is missing")
    }
    // ConvoKit writes null for an utterance that was removed.
    guard let text = fields.text else {
      return leaveOut(number, "the key 'text' is missing")
    }
    let told = Self.roles(in: fields.meta)
    if !told.isEmpty { roles[name] = told }
    guard let speaker = cast.speaker(name, or: roles[name] ?? [], at: number) else {
      return turns.leaveOut(telling: cast.stranger(name, at: number))
    }
    return turns.take(
      Utterance(
        conversation: conversation.name ?? "", id: fields.id, speaker: speaker, text: text,
        line: number))
  }

  mutating func skipLine() -> [Decoded] { turns.leaveOut() }

  var heard: Set<String> { cast.heard }

  mutating func finish() -> [Decoded] { turns.finishFile() + cast.finish() }

  private mutating func leaveOut(_ number: Int, _ reason: String) -> [Decoded] {
    turns.leaveOut(telling: [faults.make("utterance", number, reason)])
  }

  /// What an utterance's `meta` says of the speaker's role.
  private static func roles(in meta: JSONValue?) -> [String] {
    guard case .object(let keys)? = meta else { return [] }
    return roleKeys.compactMap { key in
      if case .string(let role)? = keys[key] { role } else { nil }
    }
  }
}
