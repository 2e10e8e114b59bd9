import Diagnostics
import Files
import Foundation
import LineProtocol
import Lines
import Listening
import Transcripts

/// The interactive shell: a client of the engine for people.
///
/// It holds no rules of practice. Every turn goes through the exchange; what it keeps is what is on
/// the screen.
public final class PracticeShell {
  /// What the trainee has been asked and may say yes to by doing it again.
  private enum Question {
    case end, silence
  }

  private var exchange: any Exchange
  private let source: any LineSource
  private let screen: Screen
  private var vignettes: [VignetteItem] = []
  private var played: Set<String> = []
  private var view: SessionView
  private var hasShownSessionOver = false
  /// Whether the last copy that was asked for could not be written.
  private var lacksCopy = false
  /// Whether something that was said or done could not become a part of the session.
  private var lacksTurns = false
  /// The line that ends the first reply from a pipe that was not sent, and why it was not.
  private var unsent: (line: Int, reason: Unsent)?

  /// A shell over an exchange.
  ///
  /// - Parameters:
  ///   - exchange: The engine or a server.
  ///   - screen: Where to show things.
  ///   - history: Where typed lines are kept; used at a terminal only.
  ///   - hints: What to tell about the session's place and the ways to go on with it.
  public init(
    exchange: any Exchange, screen: Screen, history: HistoryFile, hints: SessionHints
  ) {
    self.exchange = exchange
    self.screen = screen
    view = SessionView(screen: screen, hints: hints)
    if isatty(STDIN_FILENO) == 1, screen.isTerminal {
      let signals = SignalPipe(LineEditor.signals)
      self.exchange.heed(signals)
      source = LineEditor(history: history, signals: signals)
    } else {
      source = PipeSource()
    }
  }

  private var typesetter: Typesetter { Typesetter(width: screen.width, style: screen.style) }

  /// Runs until the trainee is done.
  ///
  /// - Throws: What the exchange throws when the other side is gone; `FileError` if nobody can
  ///   read the screen any more; `TranscriptError` where the other side tells of a session that
  ///   cannot be.
  public func run(_ start: Start) throws -> Ending {
    do {
      let ending = try practise(start)
      // A person has seen what went wrong, and has left all the same.
      guard ending == .done, !source.isInteractive else { return ending }
      if let unsent { return .unsent(line: unsent.line, unsent.reason) }
      return lacksCopy ? .unwritten : lacksTurns ? .unsaved : .done
    } catch let stop as Interruption {
      if stop.signal == SIGINT, !view.id.isEmpty {
        try screen.show([""])
        try showResumeHint()
      }
      return .interrupted(signal: stop.signal)
    } catch let loss as SocketExchange.Failure {
      if !view.id.isEmpty, !view.isOver {
        try screen.show([""])
        try screen.show(typesetter.paragraph("A reply without a grade may not have been counted."))
        try showResumeHint()
      }
      throw loss
    }
  }

  private func practise(_ start: Start) throws -> Ending {
    vignettes = try exchange.send(.vignettes).items.compactMap {
      if case .vignette(let item) = $0 { item } else { nil }
    }
    source.completions = { [weak self] line in self?.completions(of: line) ?? [] }
    return switch start {
    case .choose(let seed, let played): try choose(seed: seed, played: played)
    case .vignette(let name, let seed): try begin(name, seed: seed)
    case .resume(let id): try begin(.resume(id))
    case .resumeFirst(let ids, let passedOver): try resumeFirst(of: ids, passedOver: passedOver)
    case .next(let id, let seed): try begin(.next(session: id, seed: seed))
    }
  }

  private func completions(of line: String) -> [String] {
    if line.hasPrefix("/") { return ShellCommand.allCases.map { "/" + $0.rawValue } }
    return view.id.isEmpty ? vignettes.map(\.name) : []
  }

  // MARK: - Beginning

  private func choose(seed: UInt64?, played: Set<String>) throws -> Ending {
    self.played = played
    try screen.show(
      typesetter.paragraph("Attune: practise listening. It gives no therapy.", indent: 0) + [""])
    var menu = VignetteMenu(vignettes, list: list, source: source, screen: screen)
    try menu.showMore()
    while true {
      switch try menu.ask() {
      case .over(let ending):
        return ending
      case .vignette(let chosen):
        let ending = try begin(chosen, seed: seed)
        guard source.isInteractive, case .noSuchVignette(let name, let near) = ending else {
          return ending
        }
        let mend =
          near.isEmpty
          ? "Choose a number from the list." : "Did you mean \(near.joined(separator: " or "))?"
        let fault = NearName.isShared(name, by: near) ? "More than one pack has" : "There is no"
        try screen.show(typesetter.paragraph("\(fault) '\(name)'. \(mend)", indent: 0))
      }
    }
  }

  /// The list of vignettes, pack by pack.
  private var list: [[String]] { typesetter.vignettes(vignettes, played: played) }

  private func begin(_ name: String, seed: UInt64?) throws -> Ending {
    let ending = try begin(.begin(vignette: name, seed: seed))
    guard case .refused(let reply, _) = ending, reply.code == .noSuchVignette else {
      return ending
    }
    let short = vignettes.compactMap { $0.name.split(separator: "/").last.map(String.init) }
    return .noSuchVignette(name, near: NearName.meant(name, in: vignettes.map(\.name) + short))
  }

  /// Goes on with the first session that can go on; a single one that cannot is refused.
  private func resumeFirst(
    of ids: AnyIterator<String>, passedOver: (Reply) -> Void
  ) throws -> Ending {
    var ending = Ending.nothingToResume
    for id in ids {
      if case .refused(let reply, _) = ending { passedOver(reply) }
      ending = try begin(.resume(id))
      guard case .refused(let reply, _) = ending,
        [.cannotResume, .notSaved, .inUse].contains(reply.code)
      else { return ending }
    }
    return ending
  }

  private func begin(_ command: Command) throws -> Ending {
    let reply = try exchange.send(command)
    guard reply.code == .begun || reply.code == .resumed else {
      let session: String? =
        switch command {
        case .resume(let id), .next(let id, _): id
        default: nil
        }
      return .refused(reply, session: session)
    }
    let id = String(reply.text.split(separator: " ").dropFirst().first ?? "")
    try view.open(
      id, reply.items, vignettes: vignettes, isResumed: reply.code == .resumed)
    return try talk()
  }

  // MARK: - Talking

  private func talk() throws -> Ending {
    var asked: Question?
    while true {
      switch nextLine() {
      case .hangup:
        return .gone
      case .stopped(let signal):
        return .interrupted(signal: signal)
      case .failed(let reason):
        return .unreadable(reason)
      case .end:
        if view.isOver || asked == .end || !source.isInteractive {
          if source.isInteractive { try screen.show([""]) }
          if try end() || !source.isInteractive { return .done }
          asked = nil
          continue
        }
        asked = .end
        let question = "End the session with \(view.name)?"
        let answers = "Ctrl-D again ends it; anything else goes on."
        try screen.show([""] + typesetter.paragraph("\(question) \(answers)", indent: 0))
      case .interrupted:
        asked = nil
        source.discardHistory()
      case .notText:
        asked = nil
        noteUnsent(.notText)
        // The line may go on from others that were text, and were not sent either.
        source.discardHistory()
        try screen.show(
          typesetter.paragraph("That was no UTF-8 text; it was not sent.", role: .fair))
      case .tooLong:
        asked = nil
        noteUnsent(.tooLong)
        try showError(.replyTooLong)
      case .line(let line):
        if line.allSatisfy(\.isWhitespace), asked != .silence {
          asked = .silence
          if source.isInteractive {
            let question = "Enter again stays silent with \(view.name)."
            try screen.show(typesetter.paragraph(question, role: .quiet))
          }
          continue
        }
        asked = nil
        if try !follow(line) { return .done }
      }
    }
  }

  /// The next line, with those that it goes on in: a backslash at a line's end says that there is
  /// one. What breaks off on the way is not sent by half; only the end of input completes it.
  private func nextLine() -> LineInput {
    let first = source.read(prompt: screen.style.prompt("you", .trainee) + "> ")
    guard case .line(var text) = first else { return first }
    while text.hasSuffix("\\") {
      text.removeLast()
      switch source.read(prompt: "...> ") {
      case .line(let more): text += "\n" + more
      case .end: return .line(text)
      case let broken: return broken
      }
    }
    return .line(text)
  }

  /// Keeps in mind that a reply from a pipe was not sent: nobody may see what the screen tells of it.
  private func noteUnsent(_ reason: Unsent) {
    unsent = unsent ?? source.number.map { (line: $0, reason: reason) }
  }

  /// Does what a line asks for; false where it ends the shell.
  private func follow(_ line: String) throws -> Bool {
    switch ShellCommand.read(line) {
    case .speech(let text):
      // A reply that was not graded may be about a crisis of the trainee's own: it is not saved.
      if try say(text) { source.saveHistory() } else { source.discardHistory() }
    case .unknown(let name, let hint):
      source.discardHistory()
      let mend = hint.map { "Did you mean \($0)?" } ?? "/help lists the commands."
      try screen.show(
        typesetter.paragraph(
          "Unknown command \(name). \(mend) To say it, begin with //.", role: .fair))
    case .command(let command, let argument):
      source.saveHistory()
      return try follow(command, argument)
    }
    return true
  }

  /// Does what a command asks for; false where it ends the shell.
  private func follow(_ command: ShellCommand, _ argument: String) throws -> Bool {
    switch command {
    case .quit:
      if !view.isOver { try showResumeHint() }
      return false
    case .end:
      guard try end() else {
        if !argument.isEmpty {
          lacksCopy = true
          try screen.show(typesetter.paragraph("No copy was written.", role: .poor))
        }
        return source.isInteractive
      }
      guard !argument.isEmpty else { return false }
      // Where the copy cannot be written, another file can be named.
      return try !copy(to: argument, for: .others)
    case .help: try screen.show(typesetter.help(name: view.name))
    case .client:
      let item = vignettes.first { $0.name == view.transcript.header?.vignette }
      try screen.show(item.map(typesetter.introduction) ?? [])
    case .list: try screen.show(list.flatMap(\.self) + [""])
    case .save where argument.isEmpty: try view.showPlace("Saved as it goes:")
    case .save: _ = try copy(to: argument, for: .trainee)
    case .why:
      try ask(.why) { typesetter.why($0) }
    case .hint: try ask(.hint) { typesetter.hint($0) }
    case .example: try ask(.example) { typesetter.example($0) }
    case .summary: try ask(.summary) { typesetter.summary($0, of: view.turns) }
    case .retry:
      let reply = try exchange.send(.retry)
      guard reply.code == .takenBack else {
        try showError(reply)
        return true
      }
      try view.takeBack(reply.items)
    }
    return true
  }

  /// Says something to the client; false where it did not become a part of the session.
  private func say(_ text: String) throws -> Bool {
    if view.isOver {
      defer { hasShownSessionOver = true }
      noteUnsent(
        .sessionOver(
          id: view.id, vignette: view.transcript.header?.vignette ?? "", returns: view.returns))
      // A pipe may hold many more replies; once is enough for them.
      if !hasShownSessionOver || source.isInteractive { try showSessionOver() }
      return false
    }
    let said = text.allSatisfy(\.isWhitespace) ? "" : text
    try screen.show(source.isInteractive ? [""] : typesetter.trainee(said))
    let reply = try exchange.send(.say(said))
    switch reply.code {
    case .graded: try view.show(reply.items, of: said)
    case .setAside: try view.show(reply.items)
    case .notSaved: try showError(reply, advice: " Your reply was not counted; send it again.")
    case .replyTooLong:
      noteUnsent(.tooLong)
      try showError(reply)
    default: try showError(reply)
    }
    return reply.code == .graded
  }

  /// Ends the session; false where that is refused, which is told with the ways to go on.
  private func end() throws -> Bool {
    if view.isOver { return true }
    let reply = try exchange.send(.end)
    guard reply.code == .ended else {
      lacksTurns = true
      try showError(reply)
      if source.isInteractive {
        let ways = "The session is still open: /end tries again, /quit leaves it so."
        try screen.show(typesetter.paragraph(ways))
      } else {
        try showResumeHint()
      }
      return false
    }
    try view.show(reply.items)
    return true
  }

  private func ask(_ command: Command, _ set: ([Item]) -> [String]) throws {
    let reply = try exchange.send(command)
    guard reply.code.isPositive else { return try showError(reply) }
    try screen.show(set(reply.items))
  }

  /// Tells why something was not done; where the reply speaks of the protocol's own commands, in
  /// words for a trainee.
  private func showError(_ reply: Reply, advice: String = "") throws {
    if [.notSaved, .inUse].contains(reply.code) { lacksTurns = true }
    switch reply.code {
    case .noTurn:
      try screen.show(typesetter.paragraph("There is no reply of yours yet."))
    case .noSession:
      try showSessionOver()
    default:
      try screen.show(typesetter.paragraph("\(reply.text.withCapital).\(advice)", role: .poor))
    }
  }

  private func showResumeHint() throws {
    let hint = "Left open. '\(view.hints.resume(view.id))' goes on with it."
    try screen.show(typesetter.paragraph(hint))
  }

  private func showSessionOver() throws {
    let retry = view.canTakeBack ? "/retry takes the last turn back, " : ""
    try screen.show(typesetter.paragraph("The session is over. \(retry)/quit leaves."))
  }

  // MARK: - Saving

  /// Writes what has happened to a file; false where that cannot be done.
  private func copy(to path: String, for reader: SavedCopy.Reader) throws -> Bool {
    let file = SavedCopy.expanded(path)
    let text = view.events.map { JSONLine.encode($0) + "\n" }.joined()
    do {
      try SavedCopy.write(text, to: file, for: reader)
      lacksCopy = false
    } catch {
      lacksCopy = true
      let reason = error.code == EEXIST ? "it is there already; name another file" : "\(error)"
      try screen.show(typesetter.paragraph("Cannot write \(file): \(reason).", role: .poor))
      return false
    }
    try screen.show(typesetter.paragraph("Written to \(file)."))
    return true
  }
}
