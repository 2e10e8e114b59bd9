import Foundation
import LineProtocol
import Records
import Server
import Synchronization
import Testing

struct ListenerTests {
  private let anyPort = Endpoint.tcp(host: "127.0.0.1", port: 0)

  @Test(arguments: [true, false])
  func manyClientsAtOnceGetWhatEachWouldGetAlone(isUnix: Bool) async throws {
    let clients = 24
    try await withEngine { engine in
      try await withServer(isUnix ? .unix(path: engine.socketPath) : anyPort, engine) { endpoint in
        let alone = try Engine()
        defer { alone.remove() }
        try await withThrowingTaskGroup(of: (Int, [String]).self) { group in
          for seed in 0..<clients {
            group.addTask {
              let lines = try await onThread {
                let client = try SocketClient(endpoint)
                for line in Self.script(seed: seed) { try client.put(line) }
                return try client.readToEnd()
              }
              return (seed, lines)
            }
          }
          for try await (seed, lines) in group {
            var conversation = Conversation(sessionHost: alone.sessionHost())
            let sent = Self.script(seed: seed).joined()
            let expected = conversation.greeting.lines + conversation.answers(to: Array(sent.utf8))
            #expect(lines == expected)
            #expect(lines.last == "205 goodbye")
          }
        }
      }
    }
  }

  private static func script(seed: Int) -> [String] {
    [
      "BEGIN foundations/maya SEED \(seed)\n", "SAY You sat there until the windows ",
      "fogged up.\nSAY\n", "What was that like?\n.\n", "WHY\nRETRY\nSAY And you came in.\n",
      "SUMMARY\nEND\nQUIT\n",
    ]
  }

  @Test func aClientThatDisappearsInMidCommandLeavesItsSession() async throws {
    try await withEngine { engine in
      try await withServer(anyPort, engine) { endpoint in
        try await onThread {
          let client = try SocketClient(endpoint)
          try client.put("BEGIN maya SEED 3\nSAY One.\n")
          _ = try client.readReplies(3)
          try client.put("SAY\nTwo, but not the e")
          _ = try client.readReplies(1)
          var linger = linger(l_onoff: 1, l_linger: 0)
          setsockopt(
            client.descriptor, SOL_SOCKET, SO_LINGER, &linger,
            socklen_t(MemoryLayout.size(ofValue: linger)))
        }
        let lines = try await onThread { try Self.resume("maya-3", at: endpoint) }
        #expect(lines.first == "228 session maya-3 turn 1 follows")
      }
    }
  }

  /// Resumes a session as soon as the server has noticed that its client is gone.
  private static func resume(_ id: String, at endpoint: Endpoint) throws -> [String] {
    let client = try SocketClient(endpoint)
    _ = try client.readReplies(1)
    var lines: [String] = []
    for _ in 0..<200 {
      try client.put("RESUME \(id)\n")
      lines = try client.readReplies(1)
      if lines.first?.hasPrefix("451") == false { break }
      usleep(10000)
    }
    return lines
  }

  @Test func aClientThatHasSentAllStillGetsItsReplies() async throws {
    try await withEngine { engine in
      try await withServer(anyPort, engine) { endpoint in
        let lines = try await onThread {
          let client = try SocketClient(endpoint)
          try client.put("BEGIN maya SEED 3\nSAY One.\nCAPABILITIES\nHE")
          client.finishSending()
          return try client.readToEnd()
        }
        #expect(
          lines.filter { $0.hasSuffix(" follows") }.map { $0.prefix(3) } == ["220", "221", "210"])
      }
    }
  }

  @Test func whatFollowsQuitDoesNotCostTheGoodbye() async throws {
    try await withEngine { engine in
      try await withServer(anyPort, engine) { endpoint in
        let lines = try await onThread {
          let client = try SocketClient(endpoint)
          try client.put("QUIT\n" + String(repeating: "HELP\n", count: 20000))
          usleep(50000)
          return try client.readToEnd()
        }
        #expect(lines.last == "205 goodbye")
        #expect(lines.count == 2)
      }
    }
  }

  @Test func aClientThatNeverReadsIsHeldBackAndHoldsNobodyUp() async throws {
    try await withEngine { engine in
      // That the server then stops, with the stubborn client still there, ends the test.
      try await withServer(.unix(path: engine.socketPath), engine) { endpoint in
        let stubborn = try SocketClient(endpoint)
        let sent = try await onThread { Self.flood(stubborn) }
        #expect(sent < 8 << 20)
        let lines = try await onThread {
          let client = try SocketClient(endpoint)
          try client.put("CAPABILITIES\nQUIT\n")
          return try client.readToEnd()
        }
        #expect(lines.last == "205 goodbye")
        withExtendedLifetime(stubborn) {}
      }
    }
  }

  /// Sends commands until none is taken for a while; returns the bytes that were taken.
  private static func flood(_ client: SocketClient) -> Int {
    let commands = Array(String(repeating: "HELP\n", count: 4000).utf8)
    var sent = 0
    var idle = 0
    while idle < 50, sent < 64 << 20 {
      let count = send(
        client.descriptor, commands, commands.count,
        Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
      if count > 0 {
        sent += count
        idle = 0
      } else {
        idle += 1
        usleep(10000)
      }
    }
    return sent
  }

  @Test func clientsWhoseDiskIsSlowHoldNobodyUp() async throws {
    try await withEngine { engine in
      let slow = 8
      let connected = Mutex(0)
      let disk = DispatchSemaphore(value: 0)
      let sessionHost: @Sendable () -> SessionHost = {
        if connected.withLock({
          $0 += 1; return $0
        }) <= slow {
          disk.wait()
        }
        return engine.sessionHost()
      }
      try await withServer(anyPort, sessionHost) { endpoint in
        // Whatever happens, the server must be able to stop.
        defer { for _ in 0..<slow { disk.signal() } }
        var waiting: [SocketClient] = []
        for _ in 0..<slow { waiting.append(try SocketClient(endpoint)) }
        while connected.withLock({ $0 }) < slow { try await Task.sleep(for: .milliseconds(5)) }
        let quick = try SocketClient(endpoint)
        #expect(try await onThread { try quick.readReplies(1) }.count == 1)
        for _ in 0..<slow { disk.signal() }
        for client in waiting {
          #expect(try await onThread { try client.readReplies(1) }.count == 1)
        }
      }
    }
  }

  @Test func clientsBeyondTheLimitWaitUntilAnotherHasLeft() async throws {
    try await withEngine { engine in
      try await withServer(anyPort, engine, connections: 2) { endpoint in
        let inside = try await onThread { try (0..<2).map { _ in try SocketClient(endpoint) } }
        for client in inside { _ = try await onThread { try client.readReplies(1) } }
        let waiting = try await onThread { try (0..<16).map { _ in try SocketClient(endpoint) } }
        try await Task.sleep(for: .milliseconds(200))
        for client in waiting { #expect(!client.hasInput) }
        for client in inside + waiting {
          try client.put("QUIT\n")
          client.finishSending()
        }
        for client in waiting {
          #expect(try await onThread { try client.readToEnd() }.last == "205 goodbye")
        }
      }
    }
  }

  @Test(
    "A connection takes two files, and the server keeps some for itself",
    arguments: [(0, 1...1), (64, 1...1), (1024, 100...500), (1 << 30, 1000...1000)])
  func connectionLimit(files: Int, connections: ClosedRange<Int>) {
    #expect(connections.contains(ConnectionLimit.connections(within: files)))
  }

  @Test func stoppingDoesNotWaitForClients() async throws {
    try await withEngine { engine in
      var idle: [SocketClient] = []
      try await withServer(anyPort, engine) { endpoint in
        for _ in 0..<5 { idle.append(try SocketClient(endpoint)) }
        for client in idle { _ = try await onThread { try client.readReplies(1) } }
      }
      for client in idle { #expect(try await onThread { try client.readToEnd() } == []) }
    }
  }

  @Test func whatWasSavedBeforeTheStopWasAnswered() async throws {
    try await withEngine { engine in
      var clients: [SocketClient] = []
      try await withServer(.unix(path: engine.socketPath), engine) { endpoint in
        for seed in 0..<4 {
          let client = try SocketClient(endpoint)
          let says = String(repeating: "SAY You sat there, and then you came in.\n", count: 400)
          try client.put("BEGIN maya SEED \(seed)\n\(says)")
          _ = try await onThread { try client.readReplies(3) }
          clients.append(client)
        }
      }
      for (seed, client) in clients.enumerated() {
        let lines = try await onThread { try client.readToEnd() }
        #expect(lines.isEmpty || lines.last == "." || lines.last?.hasPrefix("411 ") == true)
        let answered = 1 + lines.count { $0.hasPrefix("221 ") }
        var conversation = Conversation(sessionHost: engine.sessionHost())
        let saved = conversation.answers(to: Array("RESUME maya-\(seed)\n".utf8))
        #expect(saved.first == "228 session maya-\(seed) turn \(answered) follows")
      }
    }
  }

  @Test func aSignalStopsTheServer() async throws {
    try await withEngine { engine in
      let path = engine.socketPath
      try await withServer(.unix(path: path), engine, until: [SIGUSR1]) { endpoint in
        let client = try SocketClient(endpoint)
        _ = try await onThread { try client.readReplies(1) }
        #expect(FileManager.default.fileExists(atPath: path))
        kill(getpid(), SIGUSR1)
      }
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }
}
