import ArgumentParser
import Diagnostics
import Files
import Foundation
import LineProtocol
import Practice
import Records
import Repeatable
import Scenarios
import Terminal
import Transcripts

struct PracticeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "practice",
    abstract: "Talk with a simulated client and be graded after each reply.",
    discussion: """
      Every session is saved as it goes, readable by you alone. Replies may come from a pipe, one a \
      line: attune practice foundations/maya --seed 7 < replies.txt. As at a terminal, a line that \
      ends in a backslash goes on in the next, one empty line is skipped and two are silence, \
      a line that begins with a slash is a command (/help lists them), and one that begins with two \
      is said with one. The end of the pipe ends the session; a last line /quit leaves it open. Text is \
      set for the terminal's width; elsewhere for COLUMNS, or 80.

        attune practice foundations/maya --seed 7
        attune practice --resume
      """)

  @Argument(
    help: "A vignette, as PACK/VIGNETTE; with --resume, a saved session; with --course, either.")
  var name: String?

  @Option(
    help:
      "Play the client's choices from this seed (default: a fresh one at a terminal, 1 in a pipe).")
  var seed: UInt64?

  @Flag(help: "Go on with a saved session: the one named, or the last that has not ended.")
  var resume = false

  @Flag(
    help: ArgumentHelp(
      "Go on with the same client in a next session: they remember. Named by a vignette or by a "
        + "saved session; otherwise the last client."))
  var course = false

  @Option(
    help: ArgumentHelp("Practise on a server: HOST:PORT or unix:PATH.", valueName: "address"),
    transform: Endpoint.init(argument:))
  var connect: Endpoint?

  @Option(help: "Colour: auto, always or never.")
  var color: ColorChoice = .auto

  @OptionGroup var engine: EngineOptions

  func validate() throws {
    if resume, seed != nil { throw ValidationError("--resume keeps the session's own seed") }
    if resume, course { throw ValidationError("--resume and --course exclude each other") }
    if connect != nil, resume || course, name == nil {
      throw ValidationError("name the session to go on from on the server")
    }
    if connect != nil, !engine.library.packs.isEmpty || engine.model.model != nil {
      throw ValidationError("the server has its own packs and model; drop --pack and --model")
    }
  }

  func run() throws {
    try reportingFailures { try practise() }
  }

  private func practise() throws {
    let environment = Installation.current.environment
    let screen = Screen(color: color, environment: environment)
    let store = Installation.current.sessions
    let history = HistoryFile(path: XDG.state(environment).appendingPathComponent("history").path) {
      warn($0)
    }
    // On a server, its own packs count.
    let library =
      connect == nil ? try engine.library.loadLibrary() : Library()
    let shell = PracticeShell(
      exchange: try exchange(store, library), screen: screen, history: history,
      hints: hints(store))
    let ending: PracticeShell.Ending
    do {
      ending = try shell.run(try start(store, library))
    } catch let error as SocketExchange.Failure {
      throw Failure(error.description, .unavailable)
    } catch let error as TranscriptError {
      throw Failure("the server tells of a session that cannot be: \(error)", .unavailable)
    }
    switch ending {
    case .done: break
    case .unwritten: throw Failure("the copy that was asked for is not written", .cannotCreate)
    case .unsaved: throw Failure("not everything that was said is saved", .ioError)
    case .unsent(let line, let reason):
      throw Failure("line \(line) of the replies " + told(reason, hints(store)), .dataError)
    case .gone: throw ExitCode(.ioError)
    case .interrupted(let signal): throw ExitCode(128 + signal)
    case .unreadable(let reason): throw Failure("cannot read the replies: \(reason)", .ioError)
    case .noSuchVignette(let name, let near): throw unknown(name, near: near)
    case .refused(let reply, _) where reply.code == .notComingBack:
      throw Failure(reply.text + "; without --course they come as for the first time", .unavailable)
    case .nothingToResume: throw Failure("no saved session waits to be resumed", .noInput)
    case .refused(let reply, let session):
      throw Failure(
        reply.text + findingSession(reply)
          + startingAfresh(insteadOf: session, after: reply, store, library),
        code(of: reply))
    }
  }

  /// Why a line of the replies was not sent, and what to do about it.
  private func told(_ reason: PracticeShell.Unsent, _ hints: SessionHints) -> String {
    switch reason {
    case .notText: "is not UTF-8 text; save them as UTF-8, without NULs"
    case .tooLong:
      "ends one of more than \(CommandReader.maxReplyLength) bytes, which was not sent; part it "
        + "into several"
    case .sessionOver(let id, let vignette, let returns):
      "was not sent, for the session had ended before; "
        + (returns
          ? "'\(hints.next(id))' begins the next one"
          : "'\(command) \(shellQuoted(vignette))' starts a new one")
    }
  }

  /// Where the session that is to be gone on with can be found, if there is none of its name.
  private func findingSession(_ reply: Reply) -> String {
    guard reply.code == .noSuchSession else { return "" }
    if connect != nil { return "; on a server, name the session as its end or '/quit' told it" }
    return "; 'attune replay' lists the saved sessions"
      + (resume ? ", and --course takes a vignette, too" : "")
  }

  /// What is told of a name that is no vignette's: a mistyped subcommand ends here, too.
  private func unknown(_ name: String, near: [String]) -> Failure {
    let commands = Attune.configuration.subcommands.compactMap { $0.configuration.commandName }
    let hint =
      NearName.of(name, in: commands).map { "did you mean 'attune \($0)'?" }
      ?? "'attune practice' lists them, 'attune --help' the commands"
    return Failure(NearName.noVignette(name, meant: near, else: hint), .noInput)
  }

  private func hints(_ store: SessionStore) -> SessionHints {
    let command = self.command
    let next = { (id: String) in "\(command) --course \(shellQuoted(id))" }
    guard let connect else {
      return SessionHints(
        place: store.path, resume: { _ in "\(command) --resume" }, next: next)
    }
    return SessionHints(
      place: { "on the server \(connect), as \($0)" },
      // The name is what the server says it is.
      resume: { "\(command) --resume \(shellQuoted($0))" }, next: next)
  }

  /// The command that goes on with a session, with the options that it needs.
  private var command: String {
    let named =
      engine.library.packs.map { ("--pack", $0) }
      + [("--model", engine.model.model), ("--connect", connect?.description)].compactMap {
        name, value in
        value.map { (name, $0) }
      }
    return (["attune practice"] + named.map { "\($0) \(shellQuoted($1))" }).joined(separator: " ")
  }

  private func start(_ store: SessionStore, _ library: Library) throws -> PracticeShell.Start {
    if resume {
      if let name { return .resume(name) }
      let saved = try latestFirst(in: store)
      return .resumeFirst(
        of: AnyIterator {
          while let next = saved.next() { if next.transcript.end == nil { return next.id } }
          return nil
        }, passedOver: { warn("\($0.text); passed over") })
    }
    if course, let id = connect == nil ? try lastOfCourse(store, library) : name {
      return .next(id, seed: seed)
    }
    let isTyped = isatty(STDIN_FILENO) == 1
    // A server has its own way of choosing seeds; a script gets the same bytes each time.
    let seed = self.seed ?? (isTyped ? nil : 1)
    return name.map { .vignette($0, seed: seed) } ?? .choose(seed: seed, played: played(in: store))
  }

  /// The vignettes of all saved sessions; a server does not tell of others' sessions.
  private func played(in store: SessionStore) -> Set<String> {
    connect == nil ? Set(store.headers().map(\.vignette)) : []
  }

  /// The saved session that the course goes on from; `nil` where this is its first.
  private func lastOfCourse(_ store: SessionStore, _ library: Library) throws -> String? {
    if let name, SessionStore.isValid(name),
      FileManager.default.fileExists(atPath: store.path(of: name))
    {
      return name
    }
    let last = try latestFirst(
      in: store,
      where: name.map { name in
        { $0.vignette == name || $0.vignette.hasSuffix("/" + name) }
      }
    ).next()
    if let last, last.transcript.end == nil, let header = last.transcript.header,
      library.find(header.vignette)?.vignette.fingerprint == header.fingerprint,
      store.hasAll(before: header)
    {
      let resume = "\(command) --resume \(last.id)"
      warn("\(last.id) was left in the middle; '\(resume)' would go on with it")
    }
    return last?.id
  }

  private func latestFirst(
    in store: SessionStore, where isWanted: ((SessionHeader) -> Bool)? = nil
  ) throws(Failure) -> AnyIterator<SessionStore.Saved> {
    do throws(FileError) {
      return try store.latestFirst(damaged: { warn("\($0); skipped") }, where: isWanted)
    } catch {
      throw Failure(error.description, .noInput)
    }
  }

  /// How a new session is begun where a saved one cannot go on, as when its vignette has changed or
  /// one before it is not saved any more.
  private func startingAfresh(
    insteadOf id: String?, after reply: Reply, _ store: SessionStore, _ library: Library
  ) -> String {
    guard reply.code == .cannotResume, connect == nil,
      let header = id.flatMap(store.transcript)?.header, library.find(header.vignette) != nil
    else { return "" }
    return ", and '\(command) \(header.vignette)' starts a new session"
  }

  private func exchange(
    _ store: SessionStore, _ library: Library
  ) throws -> any Exchange {
    if let connect {
      do {
        return try SocketExchange(endpoint: connect)
      } catch let error as SocketExchange.Failure {
        throw Failure(error.description, .unavailable)
      }
    }
    var system = SystemRandomNumberGenerator()
    let session = try engine.loadSession(
      library, seeds: SplitMix64(seed: system.next()))
    return SessionHostExchange(sessionHost: SessionHost(session: session, store: store))
  }

  private func code(of reply: Reply) -> Sysexit {
    switch reply.code {
    case .noSuchSession: .noInput
    case .cannotResume: .dataError
    case .inUse: .temporary
    // Where a saved session is named, it may be that which cannot be read.
    case .notSaved: resume || course ? .ioError : .cannotCreate
    default: .software
    }
  }
}

extension ColorChoice: ExpressibleByArgument {}

/// The engine in this process.
struct SessionHostExchange: Exchange {
  let sessionHost: SessionHost

  mutating func send(_ command: Command) -> Reply { sessionHost.handle(command).reply }
}
