import LineProtocol
import Listening
import Transcripts

/// A session on the screen: what has happened in it, shown as it happens.
struct SessionView {
  let screen: Screen
  let hints: SessionHints
  /// The name under which the session is saved.
  private(set) var id = ""
  /// All that happened, in order.
  private(set) var events: [SessionEvent] = []
  /// What of it counts.
  private(set) var transcript = Transcript()

  init(screen: Screen, hints: SessionHints) {
    self.screen = screen
    self.hints = hints
  }

  /// The client's name.
  var name: String { transcript.header?.client ?? "" }
  /// Whether it has ended.
  var isOver: Bool { transcript.end != nil }
  /// Whether it has ended with a client who comes back.
  var returns: Bool { transcript.end?.outcome.returns == true }
  /// Whether its last turn can be taken back: what the trainee has ended stays as it is.
  var canTakeBack: Bool { transcript.end?.reason != .ended }

  /// How the replies that count were graded.
  var turns: [GradeTurn] { transcript.exchanges.compactMap(\.grade) }

  private var typesetter: Typesetter { Typesetter(width: screen.width, style: screen.style) }

  /// Shows a session from its beginning. Who the client is, is told where they are new.
  mutating func open(
    _ id: String, _ items: [Item], vignettes: [VignetteItem], isResumed: Bool
  ) throws {
    self.id = id
    let events: [SessionEvent] = items.compactMap {
      if case .event(let event) = $0 { event } else { nil }
    }
    let end = try Transcript(events: events).end
    for case .event(let event) in items {
      if case .session(let header) = event {
        if let item = vignettes.first(where: { $0.name == header.vignette }) {
          let isKnown = isResumed || header.after != nil
          try screen.show(
            isKnown ? typesetter.reminder(item) : typesetter.introduction(item))
        }
        let after = header.after.map { ", after \($0.session)" } ?? ""
        let state = end.map { ended($0, client: header.client) } ?? ""
        let about =
          "Session \(id)\(after), seed \(header.seed)\(state). /help lists the commands."
        try screen.show(typesetter.paragraph(about, indent: 0, role: .quiet) + [""])
      }
      try show(event, echo: true)
    }
  }

  /// That the session has ended, and how the next one with a client who comes back is begun.
  private func ended(_ end: SessionEnd, client: String) -> String {
    let next = end.outcome.returns ? "; '\(hints.next(id))' goes on with \(client)" : ""
    return ", has ended\(next)"
  }

  /// Takes in what came of a reply, which is on the screen already, and shows it.
  mutating func show(_ items: [Item], of reply: String) throws {
    for case .event(let event) in items {
      if case .grade(let turn) = event {
        try add(.reply(ReplyTurn(turn: turn.turn, text: reply)))
      }
      try show(event, echo: false)
    }
  }

  /// Takes in events and shows them.
  mutating func show(_ items: [Item]) throws {
    for case .event(let event) in items { try show(event, echo: false) }
  }

  /// Leaves the last turn out, and shows what stands again.
  mutating func takeBack(_ items: [Item]) throws {
    try add(.retry(RetryTurn(turn: transcript.exchanges.count)))
    try screen.show(typesetter.paragraph("Taken back. \(name) had just said:", role: .quiet))
    for case .event(.client(let turn)) in items {
      try screen.show(typesetter.client(name, turn, before: nil))
    }
  }

  /// Tells where the session is saved: on a line of its own and never broken, so that it can be
  /// copied.
  func showPlace(_ heading: String) throws {
    try screen.show(["  " + heading, "  " + Wrapping.printable(hints.place(id))])
  }

  private mutating func add(_ event: SessionEvent) throws {
    events.append(event)
    try transcript.append(event)
  }

  /// Takes in an event and shows it; `echo` where a reply or a retry is not on the screen already.
  private mutating func show(_ event: SessionEvent, echo: Bool) throws {
    let before = transcript.clientLines.last?.alliance
    try add(event)
    switch event {
    case .session: break
    case .client(let turn):
      try screen.show(typesetter.client(name, turn, before: before))
    case .reply(let turn):
      if echo { try screen.show(typesetter.trainee(turn.text)) }
    case .grade(let turn):
      try screen.show(typesetter.grade(turn))
    case .retry(let turn):
      if echo {
        try screen.show(typesetter.paragraph("Turn \(turn.turn) taken back.", role: .quiet) + [""])
      }
    case .aside(let aside):
      try screen.show(typesetter.aside(aside))
    case .end(let end):
      try screen.show(typesetter.end(end, name: name, turns: turns))
      if end.outcome.returns {
        let hint = "'\(hints.next(id))' goes on with \(name) next time."
        try screen.show(typesetter.paragraph(hint, role: .quiet))
      }
      if canTakeBack {
        try screen.show(
          typesetter.paragraph("/retry takes the last turn back; /quit leaves.", role: .quiet))
      }
      // For whoever hands it in; in a pipe the same replies give the same bytes, wherever it lies.
      if screen.isTerminal { try showPlace("Saved:") }
    }
  }
}

/// What the trainee is told about where a session is saved and how to resume it.
public struct SessionHints {
  let place: (_ id: String) -> String
  let resume: (_ id: String) -> String
  /// The command that begins the next session with its client.
  public let next: (_ id: String) -> String

  /// - Parameters:
  ///   - place: Where a session of a name is saved, in words.
  ///   - resume: The command that goes on with it.
  ///   - next: The command that begins the next session with its client.
  public init(
    place: @escaping (_ id: String) -> String, resume: @escaping (_ id: String) -> String,
    next: @escaping (_ id: String) -> String
  ) {
    self.place = place
    self.resume = resume
    self.next = next
  }
}
