import LineProtocol
import Records
import Server

/// Runs a server on an engine while a body talks to it.
func withServer(
  _ endpoint: Endpoint, _ engine: Engine, connections: Int? = nil, until signals: [Int32] = [],
  _ body: (Endpoint) async throws -> Void
) async throws {
  try await withServer(
    endpoint, { engine.sessionHost() }, connections: connections, until: signals, body)
}

/// Runs a server while a body talks to it.
func withServer(
  _ endpoint: Endpoint, _ sessionHost: @escaping @Sendable () -> SessionHost,
  connections: Int? = nil, until signals: [Int32] = [],
  _ body: (Endpoint) async throws -> Void
) async throws {
  let (addresses, ready) = AsyncStream.makeStream(of: Endpoint.self)
  try await withThrowingTaskGroup { group in
    group.addTask {
      defer { ready.finish() }
      let listener = Listener(endpoint, connections: connections, sessionHost: sessionHost)
      try await listener.run(until: signals) { ready.yield($0) }
    }
    for await address in addresses {
      try await body(address)
      break
    }
    if signals.isEmpty { group.cancelAll() }
    try await group.waitForAll()
  }
}
