import ArgumentParser
import Diagnostics
import Files
import Foundation
import Lines
import Reports
import Scoring
import Terminal
import Transcripts

/// One run of `attune score`: the replies it takes, where their scores go, and what ends it early.
final class ScoreJob {
  /// Why a run ends before its input does.
  private enum Stop: Error {
    case faults, missing
    case signal(Int32)
  }

  private let options: ScoreRunOptions
  private let files: NamedFiles
  private let run: ScoreRun
  private let progress: ProgressLine?
  private let errorFile: BufferedOutput?
  private let signal = StopSignal()
  private let unit: ScoreUnit
  /// The sessions that are scored, where some are named, and those of them that have not come.
  private let sessions: Set<String>
  private var awaited: Set<String>
  /// Replies that belong to no session.
  private var singles = 0
  private var copies = SessionCopies()
  /// Whether any reply has been found, and whether any file held something to find one in.
  private var found = (reply: false, content: false)
  private let faults: FaultLog
  private let position: InputPosition
  /// The worst that went wrong, as an exit code: a file that is missing outranks a bad record.
  private var worst: Sysexit?

  init(
    _ options: ScoreRunOptions, of files: NamedFiles, sessions: [String], format: ScoreFormat,
    per unit: ScoreUnit, explains: Bool, model: ModelOptions
  ) throws {
    self.options = options
    self.files = files
    self.unit = unit
    self.sessions = Set(sessions.map(files.session))
    awaited = self.sessions
    position = InputPosition(in: files.paths)
    guard !options.resume || format.hasLinesOfTheirOwn(per: unit) else {
      throw Failure("--resume goes with --format csv and ndjson, and rows for replies", .usage)
    }
    try options.checkOutputs(over: files.paths)
    let grader = try model.loadGrader()
    // Made first, so that a file that cannot be made leaves no unfinished result behind; emptied
    // last, so that a result that is refused leaves it as it was.
    let newErrors = options.errors.flatMap { FileIdentity(at: $0) == nil ? $0 : nil }
    errorFile = try options.errors.map { try Self.open(errors: $0) }
    do {
      run = try Self.run(
        options, grader, format: format, per: unit,
        in: CommonFolder(of: files.paths.map(NamedFiles.name)), explains: explains)
    } catch {
      if let newErrors { unlink(newErrors) }
      throw error
    }
    errorFile?.truncate()
    progress = ProgressLine(
      counting: "replies", sharesTerminal: options.output == nil,
      environment: Installation.current.environment)
    faults = FaultLog(limit: options.faultLimit, file: errorFile) { [run, progress] fault in
      // What is wrong with single lines was told by the run that is gone on with.
      if run.isCatchingUp, fault.location?.line != nil { return }
      progress?.clear()
      warn(fault.description)
    }
    run.onRegraded = { [weak faults] in faults?.add($0) }
    run.onProgress = { [progress, position] in progress?.show($0, share: position.share) }
  }

  /// Reads an open file: tells what is wrong with it, or takes notice of what it tells later, and calls
  /// `body` with each reply.
  typealias Reader = (
    _ file: String, _ lines: FileLines, _ report: @escaping (Diagnostic) -> Void,
    _ notice: @escaping (Diagnostic) -> Void, _ body: (ReplyToScore) throws -> Void
  ) throws -> Void

  /// Scores the files; `read` reads an open one, and `atEnd` tells what is wrong with all of them
  /// together.
  ///
  /// - Throws: `ExitCode` where something went wrong that has been told.
  func score(read: Reader, atEnd: (_ report: (Diagnostic) -> Void) -> Void) throws {
    // Whatever ends the run, the bad records that it came to are told.
    defer {
      progress?.clear()
      try? errorFile?.flush()
    }
    if let repetition = files.repetition("scored once") { add(repetition) }
    files.passedOver.forEach(add)
    files.missing.forEach(miss)
    do {
      for path in files.paths {
        try checkStop()
        try score(path, read)
      }
      atEnd(add)
      tellOfSessions()
      try checkStop()
      try run.finish()
      try errorFile?.flush()
    } catch let stop as Stop {
      try suspend(stop)
    }
    // Among others a file may hold no reply; a run that came to none is told by its exit code.
    if found.content, !found.reply { worst = worst ?? .dataError }
    if let worst { throw ExitCode(worst) }
  }

  /// Scores the replies of one file.
  private func score(_ path: String, _ read: Reader) throws {
    if path == NamedFiles.standardInput { return try score(STDIN_FILENO, of: path, read) }
    let file: OpenFile
    // A pipe that nobody writes to yet must not keep a signal waiting; `waitForInput` waits for both.
    do { file = try OpenFile(path, O_RDONLY | O_NONBLOCK) } catch {
      return miss(NamedFiles.unreadable(path, error))
    }
    try score(file, of: path, read)
  }

  private func score(_ file: borrowing OpenFile, of path: String, _ read: Reader) throws {
    _ = fcntl(file.descriptor, F_SETFL, fcntl(file.descriptor, F_GETFL) & ~O_NONBLOCK)
    try score(file.descriptor, of: path, read)
  }

  private func score(_ descriptor: Int32, of path: String, _ read: Reader) throws {
    position.current = descriptor
    let lines = FileLines(descriptor: descriptor) { [signal, faults] in
      signal.waitForInput(descriptor)
      return signal.look() == nil && !faults.isOver
    }
    let faultsBefore = faults.count
    var isEmpty = true
    let name = NamedFiles.name(path)
    try read(name, lines, { [self] in add($0) }, { [self] in notice($0) }) { reply in
      isEmpty = false
      found.reply = true
      if !sessions.isEmpty {
        guard let session = reply.session, sessions.contains(session) else { return }
        awaited.remove(session)
      }
      if reply.session == nil { singles += 1 }
      // The signal is looked for where more is read: to ask for it at each reply takes a call of the
      // system each.
      try checkFaults()
      reply.lengthWarnings(in: name, line: lines.number).forEach(add)
      if let copy = copies.take(reply) { add(copy) }
      try run.add(reply)
    }
    try checkStop()
    if lines.number > 0 { found.content = true }
    if isEmpty, faults.count == faultsBefore { add(Self.noReplies(path)) }
    position.finishCurrent()
  }

  /// Tells of sessions that have not come, and of replies that no session's row counts.
  private func tellOfSessions() {
    for name in awaited.sorted() {
      add(
        Diagnostic(
          .error, "session", "no session is called '\(name)'",
          mend: "'--per session --format csv' writes their names"))
    }
    if unit != .reply, singles > 0 {
      add(
        Diagnostic(
          .warning, "no-session", "replies that belong to no session: \(singles)",
          mend: "they have no row; leave out --per \(unit.rawValue)"))
    }
  }

  /// Ends early, with everything written that was graded.
  private func suspend(_ stop: Stop) throws {
    let canGoOn = try run.suspend()
    faults.tellNoticed()
    try errorFile?.flush()
    progress?.clear()
    let reason =
      switch stop {
      case .faults: "stopped after \(counted(faults.count, "bad record", "bad records"))"
      case .missing: "stopped because of a file that cannot be read"
      case .signal: "interrupted"
      }
    let scored = counted(run.written, "reply is", "replies are")
    var message = "\(reason); \(scored) scored"
    if canGoOn {
      let first =
        switch stop {
        // It counts the records again that it has passed.
        case .faults: options.strict ? "mend the record, and " : "raise --max-errors, and "
        case .missing: "put that right, and "
        case .signal: ""
        }
      message += "; \(first)the same command with --resume goes on from there"
    } else if options.output != nil {
      message += " and, in this format, not kept"
    }
    warn(message)
    if case .signal(let number) = stop { throw ExitCode(128 + number) }
  }

  private static func noReplies(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, "no-replies", at: Location(file: NamedFiles.name(path)),
      "no reply of a therapist's is in it", outcome: "nothing is scored")
  }

  private func add(_ fault: Diagnostic) {
    if fault.severity == .error { worst = worst ?? .dataError }
    faults.add(fault)
  }

  private func notice(_ error: Diagnostic) {
    worst = worst ?? .dataError
    faults.notice(error)
  }

  /// Tells of a file that is not there or cannot be read.
  private func miss(_ fault: Diagnostic) {
    worst = .noInput
    faults.add(fault)
  }

  private func checkStop() throws {
    if let number = signal.look() { throw Stop.signal(number) }
    try checkFaults()
  }

  private func checkFaults() throws {
    if worst == .noInput, options.strict { throw Stop.missing }
    if faults.isOver { throw Stop.faults }
    try errorFile?.check()
  }
}
