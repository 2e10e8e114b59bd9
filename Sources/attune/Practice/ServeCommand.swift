import ArgumentParser
import Foundation
import LineProtocol
import Practice
import Records
import Repeatable
import Server
import Synchronization

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Offer practice over the line protocol, ALP/1.",
    discussion: """
      Documentation/LineProtocol.md describes the protocol. A server is for this machine: it \
      listens on a loopback address or a Unix socket. Sessions are saved as they go. With --listen \
      a session's name ends in letters that nobody can guess, and whoever knows it can go on with \
      the session: keep it to yourself.

        attune serve --listen 127.0.0.1:7300
      """)

  @Flag(help: "Serve one client on standard input and output.")
  var stdio = false

  @Option(
    help: ArgumentHelp(
      "Listen at HOST:PORT (port 0: a free one) or unix:PATH; standard error tells the address.",
      valueName: "address"),
    transform: Endpoint.init(argument:))
  var listen: Endpoint?

  @Option(help: "Draw the seeds of sessions that name none from this seed (default: a fresh one).")
  var seed: UInt64?

  @OptionGroup var engine: EngineOptions

  func validate() throws {
    guard stdio != (listen != nil) else {
      throw ValidationError("say where: --stdio, or --listen ADDRESS")
    }
  }

  func run() async throws {
    var store = Installation.current.sessions
    store.usesUnguessableNames = listen != nil
    var system = SystemRandomNumberGenerator()
    let root = SplitMix64(seed: seed ?? system.next())
    let session = try reportingFailures {
      try engine.loadSession(engine.library.loadLibrary(), seeds: root)
    }
    if let listen {
      try await serve(listen, session, store, root)
    } else {
      try reportingFailures { try StdioServer().run(SessionHost(session: session, store: store)) }
    }
  }

  private func serve(
    _ endpoint: Endpoint, _ session: Session, _ store: SessionStore, _ root: SplitMix64
  ) async throws {
    let seeds = Mutex(root)
    let listener = Listener(endpoint) {
      // Each connection draws its seeds from a generator of its own.
      let seed = seeds.withLock { $0.next() }
      return SessionHost(session: session.reseeded(SplitMix64(seed: seed)), store: store)
    }
    do {
      try await listener.run { warn("listening on \($0)") }
    } catch {
      warn(error.description)
      throw ExitCode(.unavailable)
    }
  }
}
