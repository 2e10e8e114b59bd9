import LineProtocol
import Testing

struct EndpointTests {
  @Test(
    arguments: [
      ("127.0.0.1:7600", .tcp(host: "127.0.0.1", port: 7600)),
      ("localhost:0", .tcp(host: "localhost", port: 0)),
      ("[::1]:65535", .tcp(host: "::1", port: 65535)),
      ("unix:/run/attune.sock", .unix(path: "/run/attune.sock")),
      ("unix:a:1", .unix(path: "a:1")),
    ] as [(String, Endpoint)])
  func addressesAreReadAndWritten(text: String, endpoint: Endpoint) {
    #expect(Endpoint(text) == endpoint)
    #expect(endpoint.description == text)
  }

  @Test(arguments: [
    "", ":", "localhost", "localhost:", ":7600", "localhost:x", "localhost:-1", "localhost:+80",
    "localhost:65536",
    "::1:7600", "[]:7600", "unix:", "unix:/" + String(repeating: "x", count: 103),
  ])
  func otherTextsAreNone(text: String) {
    #expect(Endpoint(text) == nil)
  }
}
