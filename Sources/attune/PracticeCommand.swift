import ArgumentParser
import Foundation
import LineProtocol
import Practice
import Records
import Repeatable
import Terminal

struct PracticeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "practice",
    abstract: "Talk with a simulated client and be graded after each reply.",
    discussion: """
      Every session is saved as it goes, readable by you alone. Replies may come from a pipe, one a \
      line: attune practice foundations/maya --seed 7 < replies.txt
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

  @Option(help: ArgumentHelp("Practise on a server: HOST:PORT or unix:PATH.", valueName: "address"))
  var connect: String?

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
    ignoreWriteSignals()
    let environment = ProcessInfo.processInfo.environment
    let screen = Screen(color: color, environment: environment)
    let store = SessionStore.standard(environment: environment)
    let history = HistoryFile(path: XDG.state(environment).appendingPathComponent("history").path) {
      warn($0)
    }
    let shell = PracticeShell(
      exchange: try exchange(store, environment), screen: screen, history: history
    ) { id in connect.map { "on the server \($0), as \(id)" } ?? store.path(of: id) }
    let ending: PracticeShell.Ending
    do {
      ending = try shell.run(try start(store))
    } catch let error as SocketExchange.Failure {
      throw Failure(error.description, .unavailable)
    }
    switch ending {
    case .done: break
    case .gone: throw ExitCode(Sysexit.ioError.rawValue)
    case .refused(let reply) where reply.code == .notComingBack:
      throw Failure(reply.text + "; without --course they come as for the first time", .unavailable)
    case .refused(let reply): throw Failure(reply.text, code(of: reply))
    }
  }

  private func start(_ store: SessionStore) throws -> PracticeShell.Start {
    if resume {
      guard let id = name ?? store.latestUnfinished() else {
        throw Failure("no saved session waits to be resumed", .noInput)
      }
      return .resume(id)
    }
    if course, let id = connect == nil ? lastOfCourse(store) : name { return .next(id, seed: seed) }
    let isTyped = isatty(STDIN_FILENO) == 1
    // A server has its own way of choosing seeds; a script gets the same bytes each time.
    let seed = self.seed ?? (isTyped ? nil : 1)
    return name.map { .vignette($0, seed: seed) } ?? .choose(seed: seed)
  }

  /// The saved session that the course goes on from; `nil` where this is its first.
  private func lastOfCourse(_ store: SessionStore) -> String? {
    if let name, SessionStore.isValid(name),
      FileManager.default.fileExists(atPath: store.path(of: name))
    {
      return name
    }
    let last = store.latest { transcript in
      guard let name else { return true }
      return transcript.header.map { $0.vignette == name || $0.vignette.hasSuffix("/" + name) }
        ?? false
    }
    if let last, last.transcript.end == nil {
      warn("\(last.id) was left in the middle; 'attune practice --resume' would go on with it")
    }
    return last?.id
  }

  private func exchange(_ store: SessionStore, _ environment: [String: String]) throws
    -> any Exchange
  {
    if let connect {
      guard let endpoint = Endpoint(connect) else {
        throw Failure("'\(connect)' is not an address; write HOST:PORT or unix:PATH", .usage)
      }
      do {
        return try SocketExchange(endpoint: endpoint)
      } catch let error as SocketExchange.Failure {
        throw Failure(error.description, .unavailable)
      }
    }
    var system = SystemRandomNumberGenerator()
    let session = try engine.loadSession(
      environment: environment, seeds: SplitMix64(seed: system.next()))
    return SeatExchange(seat: Seat(session: session, store: store))
  }

  private func code(of reply: Reply) -> Sysexit {
    switch reply.code {
    case .noSuchVignette, .noSuchSession: .noInput
    case .notSaved: .cannotCreate
    default: .software
    }
  }
}

extension ColorChoice: ExpressibleByArgument {}

/// The engine in this process.
struct SeatExchange: Exchange {
  let seat: Seat

  mutating func send(_ command: Command) -> Reply { seat.handle(command).reply }
}
