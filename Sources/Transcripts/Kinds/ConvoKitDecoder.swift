import Diagnostics
import Lines
import Repeatable

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
  /// Of how many speakers the role is remembered.
  private static let mostRoles = 10_000
  /// The role that the file has last said of each speaker, by a hash of the name.
  private var roles: [UInt64: String] = [:]
  /// How many utterances wait at most.
  private static let mostWaiting = 200
  /// Utterances that wait until it is certain who speaks in the file; `nil` once it is, or where a
  /// person has said it.
  private var waiting: [Spoken]?
  /// The sides that roles have told.
  private var sides: Set<Speaker> = []

  /// What somebody said, and what tells their side.
  private struct Spoken {
    var name: String
    var roles: [String]
    var conversation: String
    var id: RecordID?
    var text: String
    var line: Int
  }

  init(file: String, names: SpeakerNames) {
    faults = Faults(file: file)
    turns = TurnJoiner(file: file)
    cast = Cast(file: file, names: names)
    waiting = names.areGiven ? nil : []
  }

  mutating func take(_ line: String, at number: Int) -> [Decoded] {
    if line.isBlank { return [] }
    let fields: Fields
    do throws(JSONLineError) {
      fields = try JSONLine.decode(Fields.self, from: line)
    } catch {
      return leaveOut(
        faults.unread("utterance", number, "not an utterance of ConvoKit's", error))
    }
    guard let conversation = fields.conversation ?? fields.root else {
      return leaveOut(missing("conversation_id", number))
    }
    guard let name = (fields.speaker ?? fields.user)?.name else {
      return leaveOut(missing("speaker", number))
    }
    // ConvoKit writes null for an utterance that was removed.
    guard let text = fields.text else {
      return leaveOut(missing("text", number))
    }
    let spoken = Spoken(
      name: name, roles: roles(of: name, saidIn: fields.meta),
      conversation: conversation.name ?? "", id: fields.id, text: text, line: number)
    guard waiting != nil else { return take(spoken) }
    waiting?.append(spoken)
    if let side = ([name] + spoken.roles).lazy.compactMap(cast.names.known).first {
      sides.insert(side)
    }
    return sides.count == 2 || waiting?.count == Self.mostWaiting ? decide() : []
  }

  private func missing(_ key: String, _ line: Int) -> Diagnostic {
    faults.make(
      "utterance", line, "the key '\(key)' is missing", outcome: Faults.passedOver)
  }

  private mutating func take(_ spoken: Spoken) -> [Decoded] {
    guard let (speaker, isAssumed) = cast.speaker(spoken.name, or: spoken.roles, at: spoken.line)
    else {
      return turns.leaveOut(telling: cast.stranger(spoken.name, at: spoken.line))
    }
    return turns.take(
      Utterance(
        conversation: spoken.conversation, id: spoken.id, speaker: speaker, text: spoken.text,
        line: spoken.line, isAssumed: isAssumed))
  }

  /// Takes notice of who speaks, and goes on with the utterances that waited for it.
  private mutating func decide() -> [Decoded] {
    guard let spoken = waiting else { return [] }
    waiting = nil
    cast.meet(spoken.map { (name: $0.name, roles: $0.roles) })
    return spoken.flatMap { take($0) }
  }

  mutating func skipLine() -> [Decoded] { decide() + turns.leaveOut() }

  var heard: Set<String> { cast.heard }

  mutating func finish() -> [Decoded] {
    decide() + turns.finishFile() + cast.finish(leftOut: turns.unnamed).map(Decoded.fault)
  }

  private mutating func leaveOut(_ fault: Diagnostic) -> [Decoded] {
    decide() + turns.leaveOut(telling: [fault])
  }

  /// The role of a speaker that tells their side, by an utterance's `meta` or by an earlier one's.
  private mutating func roles(of name: String, saidIn meta: JSONValue?) -> [String] {
    let speaker = FNV1a.hash(name.utf8)
    let said = Self.roles(in: meta)
    if !said.isEmpty {
      if roles.count >= Self.mostRoles, roles[speaker] == nil { roles.removeAll() }
      let known = said.first { cast.names.known($0) != nil }
      roles[speaker] = known
    }
    return roles[speaker].map { [$0] } ?? []
  }

  /// What an utterance's `meta` says of the speaker's role.
  private static func roles(in meta: JSONValue?) -> [String] {
    guard case .object(let keys)? = meta else { return [] }
    return roleKeys.compactMap { key in
      if case .string(let role)? = keys[key] { role } else { nil }
    }
  }
}
