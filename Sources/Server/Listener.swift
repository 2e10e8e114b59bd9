import Files
import Foundation
import LineProtocol
import NIOCore
import NIOPosix
import Records

/// Listens at an address and holds a conversation with each client that connects.
///
///     let listener = Listener(endpoint) { SessionHost(session: newSession(), store: store) }
///     try await listener.run { print("listening on \($0)") }
public struct Listener: Sendable {
  let endpoint: Endpoint
  private let connections: Int?
  let makeSessionHost: @Sendable () -> SessionHost

  /// A server for clients on this machine; nothing happens before `run`.
  ///
  /// - Parameters:
  ///   - endpoint: Where to listen. Port 0 takes a free port.
  ///   - connections: How many clients are served at once; further ones wait for their greeting until
  ///     another has left. Without it as many as the system's limit of open files has room for, 1000
  ///     at most.
  ///   - sessionHost: Makes the session host of one connection. It is called for each, from several
  ///     threads.
  public init(
    _ endpoint: Endpoint, connections: Int? = nil,
    sessionHost: @escaping @Sendable () -> SessionHost
  ) {
    self.endpoint = endpoint
    self.connections = connections
    makeSessionHost = sessionHost
  }

  /// Serves until a signal asks to stop or the task is cancelled.
  ///
  /// Then each connection still gets the answer to the command in hand, no further command is
  /// carried out, and a Unix socket's file is removed.
  ///
  /// - Parameters:
  ///   - signals: The signals that stop the server.
  ///   - ready: Called once clients can connect, with the address they find it at.
  /// - Throws: `ListenError`.
  public func run(
    until signals: [Int32] = [SIGINT, SIGTERM], ready: @escaping @Sendable (Endpoint) -> Void
  ) async throws(ListenError) {
    let caught = Signals(signals)
    let arrivals = caught.arrivals
    let failure = await withTaskGroup(of: ListenError?.self) { group in
      group.addTask {
        for await _ in arrivals { break }
        return nil
      }
      group.addTask {
        do throws(ListenError) {
          try await serve(ready)
          return nil
        } catch {
          return error
        }
      }
      // Whichever comes first ends the other.
      let first = await group.next() ?? nil
      group.cancelAll()
      // From here on a second Ctrl-C ends a server that is slow to stop.
      caught.release()
      return await group.reduce(first) { $0 ?? $1 }
    }
    if let failure { throw failure }
  }

  private typealias Server = NIOAsyncChannel<Connection, Never>

  private func serve(_ ready: @Sendable (Endpoint) -> Void) async throws(ListenError) {
    let file: UnixSocket?
    let server: Server
    switch endpoint {
    case .tcp(let host, let port):
      file = nil
      server = try await bind(host: host, port: port)
    case .unix(let path):
      let socket = try UnixSocket(path: path)
      file = socket
      server = try await bind(socket)
    }
    let limit = connections ?? ConnectionLimit.ofThisProcess()
    do {
      try await server.executeThenClose { incoming in
        ready(address(of: server.channel))
        try await withThrowingTaskGroup(of: Void.self) { group in
          // First of all when the server stops, while the file is its own for certain.
          defer { file?.remove() }
          var open = 0
          for try await connection in incoming {
            // Where nobody is taken out of `incoming`, nobody more is let in for long.
            if open == limit { _ = try await group.next() } else { open += 1 }
            group.addTask(executorPreference: BlockingExecutor.shared) {
              await connection.converse(makeSessionHost)
            }
          }
        }
      }
    } catch is CancellationError {
      return
    } catch {
      throw listenError(error)
    }
  }

  // MARK: - Binding

  private func bind(host: String, port: Int) async throws(ListenError) -> Server {
    // The resolver takes '*' for no name and answers with a loopback address; it is meant for all.
    if host == "*" { throw ListenError(endpoint, .notLoopback) }
    guard let address = try? SocketAddress.makeAddressResolvingHost(host, port: port) else {
      throw ListenError(endpoint, .unknownHost)
    }
    guard address.isLoopback else { throw ListenError(endpoint, .notLoopback) }
    do {
      return try await bootstrap.bind(to: address) { Connection.open($0) }
    } catch {
      throw listenError(error)
    }
  }

  private func bind(_ socket: UnixSocket) async throws(ListenError) -> Server {
    do {
      return try await bootstrap.bind(socket.descriptor) { Connection.open($0) }
    } catch {
      socket.remove()
      throw listenError(error)
    }
  }

  private var bootstrap: ServerBootstrap {
    ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      // A client that has sent its last command still waits for the answers.
      .childChannelOption(.allowRemoteHalfClosure, value: true)
  }

  private func address(of channel: any Channel) -> Endpoint {
    guard case .tcp(let host, _) = endpoint, let port = channel.localAddress?.port else {
      return endpoint
    }
    return .tcp(host: host, port: port)
  }

  private func listenError(_ error: any Error) -> ListenError {
    ListenError(endpoint, SystemError(code: (error as? IOError)?.errnoCode ?? EIO))
  }
}

extension SocketAddress {
  /// Whether only this machine can be reached by the address.
  var isLoopback: Bool {
    guard let ip = ipAddress else { return false }
    return ip.hasPrefix("127.") || ip == "::1"
  }
}
