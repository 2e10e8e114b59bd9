import Diagnostics
import Grading
import LineProtocol
import Lines
import Repeatable
import Scenarios
import Transcripts

/// Practice with a simulated client, as a state machine: commands in, effects out.
///
/// It does no input or output. The host performs the returned effect and replies only after a turn
/// has been saved. It is a value: restoring the copy from before a command undoes the command.
public struct Session: Sendable {
  /// What the host has to do about a command.
  public enum Effect: Hashable, Sendable {
    /// Answer.
    case answer(Reply)
    /// Save a new session under a name with this stem, then call `created(as:)`.
    case create(stem: String, events: [SessionEvent])
    /// Save what happened, then answer.
    case append([SessionEvent], then: Reply)
    /// Open a saved session to continue or to follow it, which nobody else may have open, then call
    /// `fetched(_:id:)`.
    case open(id: String)
    /// Read a saved session, wherever it may be open, then call `fetched(_:id:)`.
    case read(id: String)
    /// Continue in the session that was opened: save what a crash cut off, if anything, then
    /// answer.
    case resume([SessionEvent], then: Reply)
    /// Answer and close.
    case close(Reply)
  }

  let library: Library
  let grader: Grader
  let version: String
  private var seeds: SplitMix64
  var active: ActiveSession?
  var pending: PendingFetch?

  /// Waits for a first command.
  ///
  /// - Parameters:
  ///   - library: The available vignettes.
  ///   - grader: What grades the replies.
  ///   - version: The program's version, for the greeting.
  ///   - seeds: Where seeds come from when `BEGIN` names none.
  public init(library: Library, grader: Grader, version: String, seeds: SplitMix64) {
    self.library = library
    self.grader = grader
    self.version = version
    self.seeds = seeds
  }

  /// The same engine waiting for its first command, with seeds from elsewhere.
  public func reseeded(_ seeds: SplitMix64) -> Session {
    Session(library: library, grader: grader, version: version, seeds: seeds)
  }

  /// What a server says first.
  public var greeting: Reply { Reply(.ready, "attune \(version) \(ProtocolVersion.own) ready") }

  /// Whether the session has ended. One that the client has ended can still be gone on with, by
  /// taking the last turn back.
  public var isOver: Bool { active?.isOver == true }

  /// Whether a session has begun and not ended: it is to be ended before another begins.
  var isOpen: Bool { active?.isOver == false }

  /// Takes a command.
  public mutating func receive(_ command: Command) -> Effect {
    switch command {
    case .capabilities: return .answer(Reply(.capabilities, "capabilities", capabilities))
    case .help: return .answer(Reply(.help, "commands", Self.commands))
    case .vignettes: return .answer(Reply(.vignettes, "vignettes", library.items))
    case .begin(let name, let seed): return begin(name, seed: seed)
    case .next(let id, let seed): return next(after: id, seed: seed)
    case .say(let text): return say(text)
    case .why: return withTurn { .answer(Reply(.why, "turn \($0.turns) why", $0.why(grader))) }
    case .hint: return inSession { .answer(Reply(.hint, "hint", [.hint($0.hint)])) }
    case .example: return inSession { .answer(Reply(.example, "example", [.example($0.example)])) }
    case .retry: return retry()
    case .summary:
      return inAnySession { .answer(Reply(.summary, "summary", [.summary($0.summary)])) }
    case .end: return end()
    case .resume(let id):
      if isOpen { return .answer(Self.sessionOpen) }
      pending = PendingFetch(id: id, goal: .resume)
      return .open(id: id)
    case .score(let record): return .answer(score(record))
    case .quit: return .close(Reply(.goodbye, "goodbye"))
    }
  }

  /// The reply once a new session is saved.
  public func created(as id: String) -> Reply {
    guard let active else { return Self.noSession }
    return Reply(.begun, "session \(id)", active.opening)
  }

  // MARK: - Commands

  /// Drawn seeds are below this, so that people can read them out to each other.
  private static let seedLimit: UInt64 = 10000

  static let noSession = Reply(.noSession, "no session; BEGIN one")
  static let sessionOpen = Reply(.sessionOpen, "a session is open; END it first")
  static let noTurn = Reply(.noTurn, "nothing has been said yet; SAY something")

  private mutating func begin(_ name: String, seed: UInt64?) -> Effect {
    if isOpen { return .answer(Self.sessionOpen) }
    guard let entry = library.find(name) else {
      let meant = NearName.meant(name, in: library.names)
      let fault = NearName.noVignette(
        String(name.prefix(80)), meant: meant, else: "try VIGNETTES")
      return .answer(Reply(.noSuchVignette, fault))
    }
    return create(
      ActiveSession(entry: entry, seed: seed ?? seeds.next() % Self.seedLimit, grader: grader))
  }

  mutating func create(_ active: ActiveSession) -> Effect {
    self.active = active
    return .create(stem: active.stem, events: active.openingEvents)
  }

  private mutating func say(_ text: String) -> Effect {
    guard var active, !active.isOver else { return .answer(Self.noSession) }
    guard text.utf8.count <= CommandReader.maxReplyLength else { return .answer(.replyTooLong) }
    let heard = active.say(text, grader: grader)
    self.active = active
    switch heard {
    case .setAside(let events):
      return .append(events, then: Reply(.setAside, "set aside", events.map { .event($0) }))
    case .graded(let events):
      let shown = events.filter { if case .reply = $0 { false } else { true } }
      return .append(
        events, then: Reply(.graded, "turn \(active.turns)", shown.map { .event($0) }))
    }
  }

  private mutating func retry() -> Effect {
    guard var active else { return .answer(Self.noSession) }
    guard active.turns > 0 else { return .answer(Self.noTurn) }
    guard let event = active.retry() else { return .answer(Self.noSession) }
    self.active = active
    return .append(
      [event],
      then: Reply(.takenBack, "turn \(active.turns + 1) taken back", [.event(active.lastLine)])
    )
  }

  private mutating func end() -> Effect {
    guard var active, !active.isOver else { return .answer(Self.noSession) }
    let event = active.finish()
    self.active = active
    return .append([event], then: Reply(.ended, "session ended", [.event(event)]))
  }

  private func score(_ line: String) -> Reply {
    do {
      let record = try JSONLine.decode(ReplyRecord.self, from: line)
      let grade = grader.grade(spoken: record.text, to: record.client)
      return Reply(.scored, "score", [.score(GradedRecord(id: record.id, grade: grade))])
    } catch {
      return Reply(.notARecord, "not a reply record: \(error)")
    }
  }

  private func inAnySession(_ body: (ActiveSession) -> Effect) -> Effect {
    guard let active else { return .answer(Self.noSession) }
    return body(active)
  }

  private func inSession(_ body: (ActiveSession) -> Effect) -> Effect {
    inAnySession { $0.isOver ? .answer(Self.noSession) : body($0) }
  }

  private func withTurn(_ body: (ActiveSession) -> Effect) -> Effect {
    inAnySession { $0.turns == 0 ? .answer(Self.noTurn) : body($0) }
  }

  // MARK: - What can be said without a session

  private var capabilities: [Item] {
    [
      CapabilityItem(name: "VERSION", value: ProtocolVersion.own),
      CapabilityItem(name: "IMPLEMENTATION", value: "attune \(version)"),
      CapabilityItem(name: "MODEL", value: grader.modelName),
      CapabilityItem(
        name: "VERBS", value: Command.Verb.allCases.map(\.rawValue).joined(separator: " ")),
      CapabilityItem(name: "LINE-LIMIT", value: "\(LineBuffer.commandLimit)"),
      CapabilityItem(name: "REPLY-LIMIT", value: "\(CommandReader.maxReplyLength)"),
    ].map { .capability($0) }
  }

  private static let commands: [Item] = Command.Verb.allCases.map {
    .command(CommandItem(name: $0.rawValue, arguments: $0.arguments, purpose: $0.purpose))
  }
}

extension Library {
  /// The vignettes as a server lists them.
  var items: [Item] {
    entries.map { entry in
      let vignette = entry.vignette
      return .vignette(
        VignetteItem(
          name: entry.name, client: vignette.name, title: vignette.title,
          summary: vignette.summary, warnings: vignette.warnings,
          objectives: vignette.objectives.map(\.text),
          language: Language.isEnglish(vignette.language) ? nil : vignette.language))
    }
  }
}
