/// Reads the `utterances.jsonl` of a ConvoKit corpus, one utterance a line, in the order of the
/// file.
///
/// The field names of today's corpora (`conversation_id`, `speaker`) and of older ones (`root`,
/// `user`) are known.
struct ConvoKitDecoder: TranscriptDecoder {
  /// The fields of an utterance that count here.
  struct Fields: Decodable {
    var id: JSONValue?
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

    /// Whether a line has what an utterance of a corpus cannot do without.
    var isUtterance: Bool {
      (conversation ?? root) != nil && (speaker ?? user) != nil && text != nil
    }
  }

  /// The keys of an utterance's `meta` that may say which side the speaker is on.
  static let roleKeys = ["role", "speaker_role", "speaker_type", "interlocutor"]

  private let names: SpeakerNames
  private let faults: Faults
  private var turns: TurnJoiner
  private var strangers: Set<String> = []

  init(file: String, names: SpeakerNames) {
    self.names = names
    faults = Faults(file: file)
    turns = TurnJoiner(file: file)
  }

  mutating func take(_ line: String, at number: Int) -> [Decoded] {
    if line.isBlank { return [] }
    let fields: Fields
    do throws(JSONLineError) {
      fields = try JSONLine.decode(Fields.self, from: line)
    } catch {
      return [faults.make("utterance", number, "not an utterance of ConvoKit's: \(error)")]
    }
    guard let conversation = fields.conversation ?? fields.root else {
      return [faults.make("utterance", number, "the key 'conversation_id' is missing")]
    }
    guard let name = (fields.speaker ?? fields.user)?.name else {
      return [faults.make("utterance", number, "the key 'speaker' is missing")]
    }
    // ConvoKit writes null for an utterance that was removed.
    guard let text = fields.text else {
      return [faults.make("utterance", number, "the key 'text' is missing")]
    }
    guard let speaker = speaker(name, fields.meta) else {
      guard strangers.count < 100, strangers.insert(name).inserted else { return [] }
      return [faults.unknownSpeaker(name, number)]
    }
    return turns.take(
      Utterance(
        conversation: conversation.name ?? "", id: fields.id, speaker: speaker, text: text,
        line: number))
  }

  mutating func finish() -> [Decoded] { turns.finish() }

  private func speaker(_ name: String, _ meta: JSONValue?) -> Speaker? {
    if let known = names.known(name) { return known }
    if case .object(let keys)? = meta {
      for key in Self.roleKeys {
        if case .string(let role)? = keys[key], let known = names.known(role) { return known }
      }
    }
    return names.speaker(name)
  }
}

extension JSONValue {
  /// The value as a name: a text as it is, anything else as JSON.
  fileprivate var name: String? {
    switch self {
    case .null: nil
    case .string(let text): text
    default: try? JSONLine.encode(self)
    }
  }
}
