import Foundation
import LineProtocol

/// A client on a blocking socket, written without the server's own code.
final class SocketClient: Sendable {
  let descriptor: Int32

  struct Failure: Error, CustomStringConvertible {
    var description: String

    init(_ what: String) {
      description = "\(what): \(String(cString: strerror(errno)))"
    }
  }

  /// Connects. Whatever takes longer than a minute fails: the server shares its threads with all other
  /// tests.
  init(_ endpoint: Endpoint) throws {
    let isUnix = if case .unix = endpoint { true } else { false }
    descriptor = socket(isUnix ? AF_UNIX : AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var limit = timeval(tv_sec: 60, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, size)
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, size)
    guard Self.connect(descriptor, endpoint) else { throw Failure("cannot connect") }
  }

  deinit {
    close(descriptor)
  }

  func put(_ text: String) throws {
    try put(Array(text.utf8))
  }

  func put(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw Failure("cannot send") }
      rest.removeFirst(count)
    }
  }

  func finishSending() {
    shutdown(descriptor, Int32(SHUT_WR))
  }

  /// The lines of the next replies, read byte by byte so that nothing is read ahead.
  func readReplies(_ count: Int) throws -> [String] {
    var lines: [String] = []
    for _ in 0..<count {
      let status = try readLine()
      lines.append(status)
      guard Int(status.prefix(3)).flatMap(ReplyCode.init(rawValue:))?.hasBlock == true else {
        continue
      }
      repeat { lines.append(try readLine()) } while lines.last != "."
    }
    return lines
  }

  /// Whether something has come that is not read yet.
  var hasInput: Bool {
    var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&wait, 1, 0) > 0
  }

  /// All lines to the end.
  func readToEnd() throws -> [String] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count >= 0 else { throw Failure("cannot read to the end") }
      if count == 0 { return bytes.isEmpty ? [] : String(decoding: bytes, as: UTF8.self).lines }
      bytes += buffer[..<count]
    }
  }

  private func readLine() throws -> String {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      guard recv(descriptor, &byte, 1, 0) == 1 else { throw Failure("no line came") }
      if byte == 0x0A { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(byte)
    }
  }

  private static func connect(_ descriptor: Int32, _ endpoint: Endpoint) -> Bool {
    switch endpoint {
    case .tcp(let host, let port):
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = in_port_t(port).bigEndian
      inet_pton(AF_INET, host, &address.sin_addr)
      return connect(descriptor, to: address)
    case .unix(let path):
      return connect(descriptor, to: sockaddr_un(path: path))
    }
  }

  private static func connect<Address>(_ descriptor: Int32, to address: Address) -> Bool {
    withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Foundation.connect(descriptor, $0, socklen_t(MemoryLayout<Address>.size)) == 0
      }
    }
  }
}

extension sockaddr_un {
  /// The address of a path.
  init(path: String) {
    self.init()
    sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &sun_path) { $0.copyBytes(from: path.utf8) }
  }
}

/// Does something that blocks on a thread of its own: the tasks' own threads are few, and the
/// server needs them.
func onThread<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value
{
  try await withCheckedThrowingContinuation { continuation in
    Thread { continuation.resume(with: Result(catching: body)) }.start()
  }
}
