import Clients
import Grading
import LineProtocol
import Listening
import Scenarios
import Transcripts

/// A session in progress: the client as they are now and as they were before each turn.
struct ActiveSession: Sendable {
  let header: SessionHeader
  /// The vignette in its pack, as they are now.
  private let entry: Library.Entry
  /// The client before each reply, and at the end the client as they are now.
  private var clients: [Client]
  private var exchanges: [Transcript.Exchange] = []
  private var asides: [Aside] = []
  private(set) var end: SessionEnd?
  /// The end after the client's last words, if a crash cut it off.
  private(set) var lostEnd: SessionEvent?

  /// A session that begins; `memory` is what the client carries from the one before, if there is one.
  init(
    entry: Library.Entry, seed: UInt64, after predecessor: SessionHeader.Predecessor? = nil,
    memory: Memory? = nil, grader: Grader
  ) {
    self.entry = entry
    let vignette = entry.vignette
    header = SessionHeader(
      vignette: entry.name, client: vignette.name, pack: entry.pack.version,
      fingerprint: vignette.fingerprint, seed: seed, model: grader.modelName, after: predecessor)
    clients = [Client(vignette, seed: seed, memory: memory, meaning: grader.meaning)]
  }

  /// Why a saved session cannot be resumed.
  struct CannotResume: Error, CustomStringConvertible {
    var description: String
  }

  /// The next session with the client of this one, or `nil` if they do not come back.
  init?(
    after active: ActiveSession, as predecessor: SessionHeader.Predecessor, seed: UInt64?,
    grader: Grader
  ) {
    let memory = active.memory
    guard memory.comesBack else { return nil }
    self.init(
      entry: active.entry, seed: seed ?? active.header.seed &+ 1, after: predecessor,
      memory: memory, grader: grader)
  }

  /// Replays saved sessions with one client, using the saved grades.
  ///
  /// - Parameters:
  ///   - sessions: The events of each, the earliest first; the last is the one to continue.
  ///   - library: Where the vignette is.
  ///   - grader: What grades from here on, and has the word vectors.
  /// - Throws: `CannotResume`.
  init(sessions: [[SessionEvent]], library: Library, grader: Grader) throws(CannotResume) {
    var active: ActiveSession?
    for events in sessions {
      active = try ActiveSession(
        events: events, memory: active?.memory, library: library, grader: grader)
    }
    guard let active else { throw CannotResume(description: "nothing is saved of it") }
    self = active
  }

  private init(events: [SessionEvent], memory: Memory?, library: Library, grader: Grader)
    throws(CannotResume)
  {
    let transcript: Transcript
    do {
      transcript = try Transcript(events: events)
    } catch {
      throw CannotResume(description: error.description)
    }
    guard let header = transcript.header else {
      throw CannotResume(description: "the session's header is missing")
    }
    guard let entry = library.find(header.vignette) else {
      throw CannotResume(
        description: "its vignette '\(header.vignette)' is not here; install its pack, or name the "
          + "pack's folder with --pack")
    }
    guard entry.vignette.fingerprint == header.fingerprint else {
      throw CannotResume(
        description: "its vignette '\(header.vignette)' has changed since; 'attune replay' still "
          + "shows it")
    }
    self.entry = entry
    self.header = header
    clients = [Client(entry.vignette, seed: header.seed, memory: memory, meaning: grader.meaning)]
    for exchange in transcript.exchanges {
      guard let grade = exchange.grade else { break }
      hear(Client.Reply(TranscriptMarks.blanked(exchange.reply)), grade)
      exchanges.append(exchange)
    }
    asides = transcript.asides
    end = transcript.end
    let said = clients.map(\.current.text)
    guard zip(transcript.clientLines, said).allSatisfy({ $0.text == $1 }) else {
      let other =
        header.model == grader.modelName
        ? "by another version of attune"
        : "with the model \(header.model), and this is \(grader.modelName); name it with --model"
      throw CannotResume(description: "the client's lines were written \(other)")
    }
    if end == nil, let ending = now.ending { lostEnd = finish(as: ending, saying: "") }
  }

  /// The stem of the name to save it under.
  var stem: String { "\(entry.vignette.id)-\(header.seed)" }

  /// Replies that count so far.
  var turns: Int { exchanges.count }
  /// Whether the session has ended.
  var isOver: Bool { end != nil }

  /// What the client carries into the next session, as this one stands.
  private var memory: Memory { now.memory(after: end?.reason) }

  /// Why the client does not come back, in words.
  var reasonForNotReturning: String {
    let client = now
    if client.ending == .left { return "they walked out" }
    if client.isFinished { return "everything has been told, and the course is over" }
    if client.alliance.rupture != .none { return "a rupture was left open" }
    let (from, to) = (client.alliance.startingBond.percent, client.alliance.bond.percent)
    if end == nil {
      return "you left in the middle, which costs trust, and it stood at \(to) (\(from) at the "
        + "beginning)"
    }
    return "trust had gone from \(from) to \(to)"
  }

  private var now: Client { clients[clients.count - 1] }

  /// The header and the client's first line, as they are saved.
  var openingEvents: [SessionEvent] { [.session(header), lastLine] }
  /// The same, as items of a reply.
  var opening: [Item] { openingEvents.map { .event($0) } }

  /// The last thing the client said.
  var lastLine: SessionEvent { line(of: now) }

  private func line(of client: Client) -> SessionEvent {
    .client(
      ClientTurn(
        turn: turns, text: client.current.text, alliance: client.alliance.reading,
        rupture: client.alliance.rupture))
  }

  // MARK: - Turns

  /// What became of a reply.
  enum Heard {
    /// It is a turn: what happened.
    case graded([SessionEvent])
    /// It is not said to the client; the aside in its place.
    case setAside([SessionEvent])
  }

  /// Takes a reply: what happens is the reply, its grade, what the client says, and perhaps the
  /// end. An aside replaces the turn if the trainee is in a crisis or the reply would harm; it
  /// precedes the turn, once a session, if suicide or self-harm is asked about.
  mutating func say(_ text: String, grader: Grader) -> Heard {
    guard let concern = Care.concern(in: text) else { return .graded(take(text, grader: grader)) }
    let aside = Aside(concern, turn: turns, client: entry.vignette.name)
    if concern == .named, asides.contains(where: { $0.reason == .named }) {
      return .graded(take(text, grader: grader))
    }
    asides.append(aside)
    guard concern == .named else { return .setAside([.aside(aside)]) }
    return .graded([.aside(aside)] + take(text, grader: grader))
  }

  private mutating func take(_ text: String, grader: Grader) -> [SessionEvent] {
    let heard = now.current
    let grade = grader.grade(spoken: text, to: heard.text)
    let turn = turns + 1
    let earlier = exchanges.compactMap(\.grade)
    let feedback = Feedback(
      reply: text, turn: turn, grade: grade, client: heard.text,
      line: entry.vignette.noted(heard.line),
      occasion: now.occasion, spelling: grader.spelling,
      shown: clients.dropLast().map(\.current.line.feelings),
      told: earlier.map(\.coach), before: earlier.last?.grade)
    // What the grader takes for harm is held out to nobody, whoever wrote it; and nothing twice: facts
    // come with the example of the line before them.
    let offered = Set(earlier.compactMap { $0.alternative?.text })
    let alternative = feedback.alternative.flatMap { alternative -> Alternative? in
      if offered.contains(alternative.text) { return nil }
      let codes = grader.grade(spoken: alternative.text, to: heard.text).codes
      return codes.hindrances.isEmpty ? alternative : nil
    }
    let graded = GradeTurn(
      turn: turn, grade: grade, coach: feedback.coach, remark: feedback.remark,
      misnamedFeeling: feedback.misnamedFeeling, alternative: alternative)
    exchanges.append(.init(turn: turn, client: heard.text, reply: text, grade: graded))
    hear(feedback.reading, graded)
    var events: [SessionEvent] = [.reply(ReplyTurn(turn: turn, text: text)), .grade(graded)]
    events.append(line(of: now))
    if let ending = now.ending { events.append(finish(as: ending, saying: "")) }
    return events
  }

  /// The client takes in the words of a graded reply and answers.
  private mutating func hear(_ reply: Client.Reply, _ turn: GradeTurn) {
    var client = now
    let misnamed = turn.misnamedFeeling.map {
      Uptake.isPleasantFeeling($0) ? MisnamedFeeling.pleasant : .painful
    }
    client.answer(reply, grade: turn.grade, misnaming: misnamed)
    clients.append(client)
  }

  /// Takes the last turn back; `nil` if the trainee has ended the session or nothing was said.
  mutating func retry() -> SessionEvent? {
    guard turns > 0, end?.reason != .ended else { return nil }
    let event = SessionEvent.retry(RetryTurn(turn: turns))
    end = nil
    exchanges.removeLast()
    clients.removeLast()
    return event
  }

  /// Ends the session at the trainee's word.
  mutating func finish() -> SessionEvent {
    finish(as: .ended, saying: now.farewell())
  }

  /// Ends the session; `words` are empty if the client's own last line has been said.
  private mutating func finish(as reason: SessionEnding, saying words: String) -> SessionEvent {
    let client = now
    var lines = clients.map(\.current.text)
    if !words.isEmpty { lines.append(words) }
    let end = SessionEnd(
      reason: reason, outcome: Outcome(of: client), text: words, measures: measures(of: lines))
    self.end = end
    return .end(end)
  }

  private func measures(of lines: [String]) -> SessionMeasures {
    SessionMeasures(
      spoken: exchanges.compactMap { exchange in
        exchange.grade.map { (exchange.reply, $0.grade) }
      },
      clientLines: lines)
  }

  // MARK: - Questions about the session

  /// What to listen for in what the client said last.
  var hint: HintItem {
    let line = now.current.line
    guard let meaning = line.meaning else { return HintItem(text: line.why) }
    let feelings = line.feelings.joined(separator: ", ")
    let heard = feelings.isEmpty ? "" : "Listen for: \(feelings). "
    return HintItem(text: "\(heard)Beneath it: \(meaning)")
  }

  /// A reply to what the client said last.
  var example: Alternative {
    let line = entry.vignette.noted(now.current.line)
    return Alternative(text: line.example, why: line.why)
  }

  /// The session so far.
  var summary: SummaryItem {
    SummaryItem(
      measures: end?.measures ?? measures(of: clients.map(\.current.text)),
      alliance: now.alliance.reading, rupture: now.alliance.rupture)
  }

  /// The evidence, the scores' steps and the reasons for the last grade.
  func why(_ grader: Grader) -> [Item] {
    guard let last = exchanges.last, let graded = last.grade else { return [] }
    let evidence = graded.grade.evidence.map { evidence in
      Item.evidence(
        EvidenceItem(
          turn: last.turn, evidence: evidence,
          words: evidence.words(in: last.reply).map(String.init) ?? ""))
    }
    let steps = ScoreName.allCases.flatMap { score in
      Scores.steps(to: score, for: graded.grade.codes, unsure: graded.grade.unsure).map {
        Item.step(StepItem(score: score, reason: $0.reason, points: $0.points))
      }
    }
    return evidence + steps
      + grader.explain(spoken: last.reply, to: last.client).map { Item.reason($0) }
  }
}
