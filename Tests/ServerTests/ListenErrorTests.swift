import Foundation
import LineProtocol
import Testing

@testable import Server

struct ListenErrorTests {
  @Test func aPortThatIsTakenIsRefused() async throws {
    try await withEngine { engine in
      try await withServer(.tcp(host: "127.0.0.1", port: 0), engine) { endpoint in
        await #expect(throws: ListenError.self) { try await listen(endpoint, engine) }
        let error = await failure(endpoint, engine)
        #expect(error?.reason == .inUse)
        #expect(
          error?.description
            == "cannot listen on \(endpoint): another program listens there; choose another address"
        )
      }
    }
  }

  @Test func aSocketThatIsAliveIsRefusedAndKept() async throws {
    try await withEngine { engine in
      let endpoint = Endpoint.unix(path: engine.socketPath)
      try await withServer(endpoint, engine) { _ in
        #expect(await failure(endpoint, engine)?.reason == .inUse)
        let client = try SocketClient(endpoint)
        #expect(try await onThread { try client.readReplies(1) }.count == 1)
      }
    }
  }

  @Test func aSocketLeftBehindIsReplaced() async throws {
    try await withEngine { engine in
      let endpoint = Endpoint.unix(path: engine.socketPath)
      try leaveSocket(at: engine.socketPath)
      try await withServer(endpoint, engine) { endpoint in
        let client = try SocketClient(endpoint)
        #expect(try await onThread { try client.readReplies(1) }.count == 1)
      }
      #expect(!FileManager.default.fileExists(atPath: engine.socketPath))
    }
  }

  @Test func aSocketThatHasJustBeenMadeIsAlive() async throws {
    try await withEngine { engine in
      let descriptor = try UnixSocket(path: engine.socketPath).descriptor
      defer { close(descriptor) }
      let error = #expect(throws: ListenError.self) { try UnixSocket(path: engine.socketPath) }
      #expect(error?.reason == .inUse)
    }
  }

  @Test func ofManyThatStartAtASocketLeftBehindOneListens() async throws {
    try await withEngine { engine in
      let path = engine.socketPath
      for _ in 0..<50 {
        try leaveSocket(at: path)
        let listening = await withTaskGroup(of: Int32?.self) { group in
          for _ in 0..<4 { group.addTask { (try? UnixSocket(path: path))?.descriptor } }
          var descriptors: [Int32] = []
          for await case let descriptor? in group { descriptors.append(descriptor) }
          return descriptors
        }
        #expect(listening.count == 1)
        for descriptor in listening { close(descriptor) }
        unlink(path)
      }
    }
  }

  @Test func whoeverKeepsTheFolderLockedKeepsNobodyWaiting() async throws {
    try await withEngine { engine in
      let path = engine.socketPath
      try leaveSocket(at: path)
      let folder = open(
        URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY)
      defer { close(folder) }
      #expect(flock(folder, LOCK_EX) == 0)
      let start = ContinuousClock.now
      let descriptor = try UnixSocket(path: path).descriptor
      #expect(ContinuousClock.now - start < .seconds(30))
      close(descriptor)
    }
  }

  @Test func aSocketIsItsOwnersAlone() async throws {
    try await withEngine { engine in
      try await withServer(.unix(path: engine.socketPath), engine) { _ in
        var status = stat()
        #expect(lstat(engine.socketPath, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
      }
    }
  }

  @Test func anotherKindOfFileIsRefusedAndKept() async throws {
    try await withEngine { engine in
      try Data("precious".utf8).write(to: URL(fileURLWithPath: engine.socketPath))
      let error = await failure(.unix(path: engine.socketPath), engine)
      #expect(error?.reason == .notASocket)
      #expect(FileManager.default.contents(atPath: engine.socketPath) == Data("precious".utf8))
    }
  }

  @Test(
    arguments: [
      (.unix(path: "/nowhere/at/all.sock"), .noFolder),
      (.tcp(host: "no-such-host.invalid", port: 0), .unknownHost),
      (.tcp(host: "0.0.0.0", port: 0), .notLoopback),
      (.tcp(host: "::", port: 0), .notLoopback),
      (.tcp(host: "*", port: 0), .notLoopback),
    ] as [(Endpoint, ListenError.Reason)])
  func otherAddressesAreRefused(endpoint: Endpoint, reason: ListenError.Reason) async throws {
    try await withEngine { engine in
      #expect(await failure(endpoint, engine)?.reason == reason)
    }
  }

  /// Makes a socket's file that nobody listens at.
  private func leaveSocket(at path: String) throws {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    let result = withUnsafePointer(to: sockaddr_un(path: path)) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    #expect(result == 0)
    close(descriptor)
  }

  private func listen(_ endpoint: Endpoint, _ engine: Engine) async throws(ListenError) {
    try await Listener(endpoint) { engine.sessionHost() }.run(until: []) { _ in }
  }

  private func failure(_ endpoint: Endpoint, _ engine: Engine) async -> ListenError? {
    do throws(ListenError) {
      try await listen(endpoint, engine)
      return nil
    } catch {
      return error
    }
  }
}
