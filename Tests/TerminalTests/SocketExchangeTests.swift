import Files
import Foundation
import LineProtocol
import Terminal
import Testing

@Suite("A server across a socket")
struct SocketExchangeTests {
  /// Connects to a server that greets so, at a path; what is told where it is refused.
  private static func refusal(at path: String, greeting: String) throws -> String? {
    let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer {
      close(listener)
      unlink(path)
    }
    let bound = withUnixAddress(of: path) { bind(listener, $0, $1) }
    try #require(bound == 0 && listen(listener, 1) == 0)
    Thread.detachNewThread {
      let peer = accept(listener, nil, nil)
      _ = Array(greeting.utf8).withUnsafeBytes {
        send(peer, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      close(peer)
    }
    do {
      _ = try SocketExchange(endpoint: .unix(path: path))
      return nil
    } catch let failure as SocketExchange.Failure {
      return failure.description
    }
  }

  @Test(
    "A server of another version of the protocol is refused, with both versions",
    arguments: [
      (
        "200 attune 9.0.0 ALP/2 ready",
        "speaks ALP/2, and this attune ALP/1; bring the older of the two up to date"
      ),
      ("200 attune 0.1.0 ALP/1 ready", nil), ("200 here", nil), ("205 ALP/2", "answers 205 ALP/2"),
    ] as [(String, String?)])
  func versions(greeting: String, told: String?) throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("attune-\(UUID().uuidString)").path
    let refusal = try Self.refusal(at: path, greeting: greeting + "\n")
    #expect(refusal == told.map { "unix:\(path) \($0)" })
  }
}
