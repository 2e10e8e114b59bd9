import LineProtocol
import Records
import Server

/// Runs a server on an engine while a body talks to it.
func withServer(
  _ endpoint: Endpoint, _ engine: Engine, until signals: [Int32] = [],
  _ body: (Endpoint) async throws -> Void
) async throws {
  try await withServer(endpoint, { engine.sessionHost() }, until: signals, body)
}

/// Runs a server while a body talks to it.
func withServer(
  _ endpoint: Endpoint, _ sessionHost: @escaping @Sendable () -> SessionHost,
  until signals: [Int32] = [],
  _ body: (Endpoint) async throws -> Void
) async throws {
  let (addresses, ready) = AsyncStream.makeStream(of: Endpoint.self)
  try await withThrowingTaskGroup { group in
    group.addTask {
      defer { ready.finish() }
      try await Listener(endpoint, sessionHost: sessionHost).run(until: signals) { ready.yield($0) }
    }
    for await address in addresses {
      try await body(address)
      break
    }
    if signals.isEmpty { group.cancelAll() }
    try await group.waitForAll()
  }
}
