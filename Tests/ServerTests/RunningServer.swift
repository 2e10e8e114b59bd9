import LineProtocol
import Server

/// Runs a server while a body talks to it.
func withServer(
  _ endpoint: Endpoint, _ engine: Engine, until signals: [Int32] = [],
  _ body: (Endpoint) async throws -> Void
) async throws {
  let (addresses, ready) = AsyncStream.makeStream(of: Endpoint.self)
  try await withThrowingTaskGroup { group in
    group.addTask {
      defer { ready.finish() }
      try await Listener(endpoint) { engine.seat() }.run(until: signals) { ready.yield($0) }
    }
    for await address in addresses {
      try await body(address)
      break
    }
    if signals.isEmpty { group.cancelAll() }
    try await group.waitForAll()
  }
}
