import Foundation
import LineProtocol
import Listening
import Transcripts

/// The interactive shell: a client of the engine for people.
///
/// It holds no rules of practice. Every turn goes through the exchange; what it keeps is what is on
/// the screen.
public final class PracticeShell {
  /// What to begin with.
  public enum Start {
    /// Let the trainee choose.
    case choose(seed: UInt64?)
    /// A vignette.
    case vignette(String, seed: UInt64?)
    /// A saved session.
    case resume(String)
    /// The next session with the client of a saved one.
    case next(String, seed: UInt64?)
  }

  /// How the shell came to an end.
  public enum Ending: Hashable, Sendable {
    /// In order.
    case done
    /// The terminal or the pipe's reader is gone; what was said is saved.
    case gone
    /// The start was refused.
    case refused(Reply)
  }

  private var exchange: any Exchange
  private let source: any LineSource
  private let screen: Screen
  private let place: (_ id: String) -> String
  private var vignettes: [VignetteItem] = []

  private var id = ""
  private var name = ""
  private var events: [SessionEvent] = []
  private var alliance: AllianceReading?
  private var lastReply = ""
  private var isOver = false
  private var saidThatItIsOver = false

  /// A shell over an exchange.
  ///
  /// - Parameters:
  ///   - exchange: The engine or a server.
  ///   - screen: Where to show things.
  ///   - history: Where typed lines are kept; used at a terminal only.
  ///   - place: Where a session of a name is saved, in words.
  public init(
    exchange: any Exchange, screen: Screen, history: HistoryFile,
    place: @escaping (_ id: String) -> String
  ) {
    self.exchange = exchange
    self.screen = screen
    self.place = place
    let typed = isatty(STDIN_FILENO) == 1 && screen.isTerminal
    source = typed ? LineEditor(history: history) : PipeSource()
  }

  private var type: Typesetter { Typesetter(width: screen.width, style: screen.style) }

  /// Runs until the trainee is done.
  ///
  /// - Throws: What the exchange throws when the other side is gone.
  public func run(_ start: Start) throws -> Ending {
    do {
      return try converse(start)
    } catch is Screen.Gone {
      return .gone
    }
  }

  private func converse(_ start: Start) throws -> Ending {
    vignettes = try exchange.send(.vignettes).items.compactMap {
      if case .vignette(let item) = $0 { item } else { nil }
    }
    source.completions = { [weak self] line in self?.completions(of: line) ?? [] }
    switch start {
    case .choose(let seed):
      guard let chosen = try choose() else { return .done }
      return try begin(.begin(vignette: chosen, seed: seed))
    case .vignette(let name, let seed):
      return try begin(.begin(vignette: name, seed: seed))
    case .resume(let id):
      return try begin(.resume(id))
    case .next(let id, let seed):
      return try begin(.next(session: id, seed: seed))
    }
  }

  private func completions(of line: String) -> [String] {
    if line.hasPrefix("/") { return ShellCommand.allCases.map { "/" + $0.rawValue } }
    return id.isEmpty ? vignettes.map(\.name) : []
  }

  // MARK: - Beginning

  private func choose() throws -> String? {
    try screen.show(["Attune: practise listening. It gives no therapy.", ""])
    try screen.show(type.vignettes(vignettes))
    while true {
      switch source.read(prompt: "Who would you like to talk with? (number or name) ") {
      case .end, .hangup:
        try screen.show([""])
        return nil
      case .notText:
        try screen.show(["That was no text."])
      case .line(let line):
        let answer = line.trimmed
        if answer.isEmpty { continue }
        if ["/quit", "/end"].contains(answer) { return nil }
        guard let number = Int(answer) else { return String(answer) }
        if vignettes.indices.contains(number - 1) { return vignettes[number - 1].name }
        try screen.show(["Choose a number from 1 to \(vignettes.count)."])
      }
    }
  }

  private func begin(_ command: Command) throws -> Ending {
    let reply = try exchange.send(command)
    guard reply.code == .begun || reply.code == .resumed else { return .refused(reply) }
    id = String(reply.text.split(separator: " ").dropFirst().first ?? "")
    try open(reply.items)
    let ending = try talk()
    return ending
  }

  private func open(_ items: [Item]) throws {
    for case .event(.session(let header)) in items {
      name = header.client
      if let item = vignettes.first(where: { $0.name == header.vignette }) {
        try screen.show(type.introduction(item))
      }
      let after = header.after.map { ", after \($0.session)" } ?? ""
      let about = "Session \(id)\(after), seed \(header.seed). /help lists the commands."
      try screen.show(type.paragraph(about, indent: 0, role: .quiet) + [""])
    }
    for case .event(let event) in items { try show(event, echo: true) }
  }

  // MARK: - Talking

  private func talk() throws -> Ending {
    var askedToEnd = false
    var askedForSilence = false
    while true {
      switch source.read(prompt: screen.style.prompt("you", .trainee) + "> ") {
      case .hangup:
        return .gone
      case .end:
        if isOver || (source.isInteractive && askedToEnd) || !source.isInteractive {
          if source.isInteractive { try screen.show([""]) }
          try end()
          return .done
        }
        askedToEnd = true
        try screen.show(
          ["", "End the session with \(name)? Ctrl-D again ends it; anything else goes on."])
        continue
      case .notText:
        try screen.show(type.paragraph("That was no UTF-8 text; it was not sent.", role: .fair))
      case .line(let first):
        let line = try continued(first)
        if line.allSatisfy(\.isWhitespace), source.isInteractive, !askedForSilence {
          askedForSilence = true
          try screen.show(
            type.paragraph("Enter again stays silent with \(name).", role: .quiet))
          askedToEnd = false
          continue
        }
        if try !follow(line) { return .done }
      }
      askedToEnd = false
      askedForSilence = false
    }
  }

  /// A line that ends in a backslash goes on in the next one.
  private func continued(_ first: String) throws -> String {
    var text = first
    while text.hasSuffix("\\") {
      text.removeLast()
      guard case .line(let more) = source.read(prompt: "...> ") else { return text }
      text += "\n" + more
    }
    return text
  }

  /// Does what a line asks for; false where it ends the shell.
  private func follow(_ line: String) throws -> Bool {
    switch ShellCommand.read(line) {
    case .speech(let text):
      try say(text)
    case .unknown(let name, let hint):
      let mend = hint.map { "Did you mean \($0)?" } ?? "/help lists the commands."
      try screen.show(
        type.paragraph("There is no \(name). \(mend) To say it, begin with //.", role: .fair))
    case .command(.quit, _):
      if !isOver {
        try screen.show(type.paragraph("Left open. 'attune practice --resume' goes on with it."))
      }
      return false
    case .command(.end, _):
      try end()
      return false
    case .command(let command, let argument):
      try answer(command, argument)
    }
    return true
  }

  private func say(_ text: String) throws {
    if isOver {
      defer { saidThatItIsOver = true }
      // A pipe may hold many more replies; once is enough for them.
      if saidThatItIsOver, !source.isInteractive { return }
      return try screen.show(
        type.paragraph("The session is over. /retry takes the last turn back, /quit leaves."))
    }
    let said = text.allSatisfy(\.isWhitespace) ? "" : text
    try screen.show(source.isInteractive ? [""] : type.trainee(said))
    let reply = try exchange.send(.say(said))
    if reply.code == .setAside {
      for case .event(let event) in reply.items { try show(event, echo: false) }
      return
    }
    guard reply.code == .graded else { return try complain(reply) }
    for case .event(let event) in reply.items {
      if case .grade(let turn) = event {
        lastReply = said
        events.append(.reply(ReplyTurn(turn: turn.turn, text: said)))
      }
      try show(event, echo: false)
    }
  }

  private func end() throws {
    if isOver { return }
    let reply = try exchange.send(.end)
    guard reply.code == .ended else { return try complain(reply) }
    for case .event(let event) in reply.items { try show(event, echo: false) }
  }

  private func answer(_ command: ShellCommand, _ argument: String) throws {
    switch command {
    case .help:
      try screen.show(
        ShellCommand.allCases.map { "  /\($0.rawValue)".padded(to: 12) + $0.purpose } + [
          "", "  Anything else is said to \(name). A line that ends in \\ goes on in the next.", "",
        ])
    case .list:
      try screen.show(type.vignettes(vignettes))
    case .save:
      try save(argument)
    case .why:
      try ask(.why) { type.why(reply: lastReply, $0) }
    case .hint:
      try ask(.hint) { type.hint($0) }
    case .example:
      try ask(.example) { type.example($0) }
    case .summary:
      try ask(.summary) { type.summary($0) }
    case .retry:
      let reply = try exchange.send(.retry)
      guard reply.code == .takenBack else { return try complain(reply) }
      events.append(.retry(RetryTurn(turn: events.turns)))
      isOver = false
      try screen.show(type.paragraph("Taken back. \(name) had just said:", role: .quiet))
      for case .event(.client(let turn)) in reply.items {
        alliance = turn.alliance
        try screen.show(type.client(name, turn, before: nil))
      }
    case .end, .quit:
      break
    }
  }

  private func ask(_ command: Command, _ set: ([Item]) -> [String]) throws {
    let reply = try exchange.send(command)
    guard reply.code.isPositive else { return try complain(reply) }
    try screen.show(set(reply.items))
  }

  private func complain(_ reply: Reply) throws {
    let advice = reply.code == .notSaved ? " Your reply was not counted; send it again." : ""
    let text = reply.text.prefix(1).uppercased() + reply.text.dropFirst()
    try screen.show(type.paragraph("\(text).\(advice)", role: .poor))
  }

  // MARK: - Showing and saving

  private func show(_ event: SessionEvent, echo: Bool) throws {
    events.append(event)
    switch event {
    case .session: break
    case .client(let turn):
      try screen.show(type.client(name, turn, before: alliance))
      alliance = turn.alliance
    case .reply(let turn):
      lastReply = turn.text
      if echo { try screen.show(type.trainee(turn.text)) }
    case .grade(let turn):
      try screen.show(type.grade(turn))
    case .retry(let turn):
      isOver = false
      if echo {
        try screen.show(type.paragraph("Turn \(turn.turn) taken back.", role: .quiet) + [""])
      }
    case .aside(let aside):
      try screen.show(type.aside(aside))
    case .end(let end):
      isOver = true
      try screen.show(type.end(end, name: name))
      if end.outcome.returns {
        try screen.show(
          type.paragraph("'attune practice --course' goes on with \(name) next time.", role: .quiet)
        )
      }
      if end.reason != .ended {
        try screen.show(
          type.paragraph("/retry takes the last turn back; /quit leaves.", role: .quiet))
      }
    }
  }

  private func save(_ path: String) throws {
    if path.isEmpty {
      // On a line of its own and never broken, so that it can be copied.
      return try screen.show(["  Saved as it goes:", "  " + Wrapping.printable(place(id))])
    }
    let expanded = (path as NSString).expandingTildeInPath
    do {
      let text = try events.map { try JSONLine.encode($0) + "\n" }.joined()
      try Data(text.utf8).write(to: URL(fileURLWithPath: expanded), options: .withoutOverwriting)
      try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: expanded)
      try screen.show(type.paragraph("Written to \(expanded)."))
    } catch {
      try screen.show(
        type.paragraph("Cannot write \(expanded): \(error.localizedDescription)", role: .poor))
    }
  }
}

extension [SessionEvent] {
  /// The replies that count.
  fileprivate var turns: Int {
    reduce(0) { count, event in
      switch event {
      case .reply: count + 1
      case .retry: count - 1
      default: count
      }
    }
  }
}

extension String {
  /// The text with spaces behind it up to a width.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(1, width - count))
  }
}
