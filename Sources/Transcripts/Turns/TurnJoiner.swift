import Diagnostics
import Lines
import Repeatable

/// Makes replies of utterances: what one speaker says in a row is one turn, and a reply answers the
/// turn before it. Where something is left out a turn ends, and a reply right behind answers nothing
/// that is known.
///
/// One turn is held at a time, the reply before it, and a hash of each utterance of the conversation.
/// A conversation's utterances stand together; one that comes back after another has begun is
/// reported, because it can no longer be joined.
///
/// Where somebody counts as the therapist only because a person named the client, replies wait for
/// the client to speak, as many as there are. A conversation in which that never happens is left out:
/// the client's words may be among them.
struct TurnJoiner {
  /// The most bytes in a turn; what is said beyond is reported and left out.
  static let longestTurn = FileLines.longestLine
  /// How many utterances of a conversation are remembered.
  private static let mostHeard = 1 << 20
  private let file: String
  private let faults: Faults
  /// What stands between the parts of a turn.
  private let separator: String

  private var conversation: String?
  private var hasBegun = false
  private var ended = SeenConversations()
  /// The conversation being read has been there before.
  private var isBack = false
  /// Hashes of what has been said in this conversation, which take no more memory for long words.
  private var heard: Set<UInt64> = []
  private var ids = RepeatedIDs()
  private var turn = 0
  /// What the client has said and nobody has answered yet.
  private var client = Words()
  /// Something has been left out since anybody spoke.
  private var isBroken = false
  /// The reply that is being given, and its words as far as they have come.
  private var open: ReplyToScore?
  private var words = Words()
  /// Whether the client has said anything in this conversation, or something was left out of it.
  private var hasOthers = false
  /// The line of the conversation's first reply.
  private var firstReply: Int?
  /// The lines of conversations in which nobody but the therapist speaks.
  private var monologues = Occurrences<Int>()
  /// A reply that is complete and waits to see whether it is the last.
  private var last: ReplyToScore?
  /// Where somebody in this conversation first counted as the therapist by assumption.
  private var assumed: Int?
  /// Whether the client has said anything in this conversation.
  private var hasClient = false
  /// Replies that wait for the client to speak, without whom they are left out.
  private var waiting: [ReplyToScore] = []
  /// The lines of conversations that are left out because their client does not speak.
  private(set) var unnamed = Occurrences<Int>()

  /// The words of one turn.
  private struct Words {
    enum Outcome {
      case joined, isFull, wasFull
    }

    var text: String?
    private var isFull = false

    init(_ text: String? = nil) {
      self.text = text
    }

    mutating func join(_ more: String, _ separator: String) -> Outcome {
      let length = text?.utf8.count ?? 0
      if length == 0 {
        text = more
      } else if length + more.utf8.count > TurnJoiner.longestTurn {
        defer { isFull = true }
        return isFull ? .wasFull : .isFull
      } else if !more.isEmpty {
        text?.append(separator)
        text?.append(more)
      }
      return .joined
    }
  }

  init(file: String, separator: String = "\n") {
    self.file = file
    self.separator = separator
    faults = Faults(file: file)
  }

  /// Takes what was said next.
  mutating func take(_ utterance: Utterance) -> [Decoded] {
    var result = enter(utterance.conversation, at: utterance.line)
    guard !isBack, isNew(utterance) else { return result }
    // Joined before it is told of: what is told by a copy of this, which shares a turn's words, would
    // have these copied whole with each utterance.
    let outcome: Words.Outcome
    switch utterance.speaker {
    case .client:
      (hasOthers, hasClient) = (true, true)
      if open != nil { complete() }
      if isBroken { (client, isBroken) = (Words(), false) }
      outcome = client.join(utterance.text, separator)
    case .trainee:
      if utterance.isAssumed { assumed = assumed ?? utterance.line }
      firstReply = firstReply ?? utterance.line
      if open == nil {
        result += give(last)
        last = nil
        begin(id: utterance.id, at: utterance.line)
      }
      outcome = words.join(utterance.text, separator)
    }
    return result + told(outcome, at: utterance.line)
  }

  /// Takes a reply that stands beside what the client had said.
  mutating func take(
    reply: String, id: RecordID?, client: String?, of conversation: String, at line: Int
  ) -> [Decoded] {
    var result = enter(conversation, at: line)
    guard !isBack else { return result }
    result += give(last)
    (self.client, isBroken) = (Words(client), false)
    begin(id: id, at: line)
    words = Words(reply)
    complete()
    return result
  }

  /// Takes notice of the id of a reply that is single.
  mutating func note(single id: RecordID?, at line: Int) { ids.take(id, at: line) }

  /// Takes notice that something is left out, which ends the turn.
  ///
  /// - Parameter reasons: Why, where that is still to be told.
  /// - Returns: The reasons.
  @discardableResult
  mutating func leaveOut(telling reasons: [Diagnostic] = []) -> [Decoded] {
    if open != nil { complete() }
    (isBroken, hasOthers) = (true, true)
    return reasons.map(Decoded.fault)
  }

  /// Ends the conversation.
  mutating func finish() -> [Decoded] {
    if open != nil { complete() }
    last?.closing = client.text
    var result = give(last)
    (last, client, turn, isBroken) = (nil, Words(), 0, false)
    if let assumed, !hasClient {
      unnamed.note(assumed)
      result += Decoded.noticing(unnamed, faults.withoutClient(unnamed))
    } else if let firstReply, !hasOthers {
      monologues.note(firstReply)
    }
    (firstReply, hasOthers, assumed, hasClient) = (nil, false, nil, false)
    waiting.removeAll()
    heard.removeAll()
    return result
  }

  /// Ends the last conversation, and tells of ids that came twice and of conversations in which the
  /// client says nothing.
  mutating func finishFile() -> [Decoded] {
    let result = finish() + ids.tell(faults)
    guard let line = monologues.first else { return result }
    let fault = faults.make(
      "monologue", line,
      "nobody but the therapist speaks in the conversation of this line"
        + monologues.others("nor in"),
      mend: "look whether the client's words stand in the therapist's turns; "
        + "where the client has a name, say --client with it", as: .warning)
    return result + [.fault(fault)]
  }

  /// The name of a conversation in a file.
  static func session(_ conversation: String?, in file: String) -> String {
    conversation.map { "\(file)#\($0)" } ?? file
  }

  private mutating func enter(_ name: String?, at line: Int) -> [Decoded] {
    guard !hasBegun || name != conversation else { return [] }
    let result = hasBegun ? finish() : []
    if hasBegun, let conversation { ended.insert(conversation) }
    hasBegun = true
    conversation = name
    isBack = name.map(ended.contains) ?? false
    guard isBack, let name else { return result }
    let fault = faults.make(
      "conversation-apart", line,
      "the conversation '\(name.replacingControls(with: " "))' goes on here, after another one",
      mend: "sort the file by conversation", outcome: "passed over as far as the next one")
    return result + [.fault(fault)]
  }

  /// Whether an utterance has not been there before: in AnnoMI, each annotator has a row of their
  /// own for it.
  private mutating func isNew(_ utterance: Utterance) -> Bool {
    guard let id = utterance.id else { return true }
    if heard.count >= Self.mostHeard { heard.removeAll() }
    var hash = FNV1a.add(utterance.speaker == .client ? 1 : 0, to: FNV1a.start)
    hash = FNV1a.hash(part: id.plain, from: hash)
    return heard.insert(FNV1a.hash(utterance.text.utf8, from: hash)).inserted
  }

  private mutating func begin(id: RecordID?, at line: Int) {
    turn += 1
    ids.take(id, of: conversation, at: line)
    let session = Self.session(conversation, in: file)
    let known = id.flatMap { $0 == .null ? nil : $0 } ?? .string("\(session)#\(turn)")
    let heard = isBroken ? nil : client.text
    open = ReplyToScore(
      session: session, file: file, turn: turn, id: known, client: heard, text: "")
    (client, isBroken) = (Words(), false)
  }

  private mutating func complete() {
    open?.text = words.text ?? ""
    last = open
    (open, words) = (nil, Words())
  }

  private func told(_ outcome: Words.Outcome, at line: Int) -> [Decoded] {
    guard case .isFull = outcome else { return [] }
    let fault = faults.make(
      "long-turn", line, "one speaker's turn is longer than \(Self.longestTurn) bytes",
      mend: "check who speaks", outcome: "the rest of the turn is passed over")
    return [.fault(fault)]
  }

  /// Gives a reply, and those that waited before it.
  private mutating func give(_ reply: ReplyToScore?) -> [Decoded] {
    guard let reply else { return [] }
    if assumed == nil || hasClient, waiting.isEmpty { return [.reply(reply)] }
    waiting.append(reply)
    guard hasClient else { return [] }
    defer { waiting.removeAll() }
    return waiting.map { .reply($0) }
  }
}
