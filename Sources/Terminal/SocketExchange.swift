import Files
import Foundation
import LineProtocol
import Lines

/// A server across a TCP or Unix socket.
public final class SocketExchange: Exchange {
  /// What can go wrong with a server.
  public struct Failure: Error, CustomStringConvertible {
    /// In words.
    public var description: String
  }

  /// With LF alone, a CR at the end of a reply would be taken for a part of the ending.
  private static let lineEnd = "\r\n"

  private let socket: Int32
  private let endpoint: Endpoint
  private var inbox = LineBuffer(limit: LineBuffer.serverLimit)
  private var replies = ReplyReader()
  private var signals: SignalPipe?

  /// Connects and waits for the greeting.
  ///
  /// - Throws: `Failure` where nobody listens there, or it is not Attune, or speaks another version of
  ///   the protocol.
  public init(endpoint: Endpoint) throws {
    self.endpoint = endpoint
    socket = try Self.connect(to: endpoint)
    let greeting = try receive()
    guard greeting.code == .ready else {
      throw Failure(description: "\(endpoint) answers \(greeting.code.rawValue) \(greeting.text)")
    }
    if let version = ProtocolVersion.told(in: greeting.text), version != ProtocolVersion.own {
      throw Failure(
        description: "\(endpoint) speaks \(version), and this attune \(ProtocolVersion.own); bring "
          + "the older of the two up to date")
    }
  }

  deinit {
    close(socket)
  }

  /// Sends a command and waits for its reply; a block goes out once the server asks for it. What no
  /// line can carry is answered here.
  public func send(_ command: Command) throws -> Reply {
    let lines: (command: String, block: [String]?)
    do throws(Command.Unsendable) {
      lines = try command.lines
    } catch {
      return error.reply
    }
    try write(lines.command + Self.lineEnd)
    let reply = try receive()
    guard let block = lines.block, reply.code == .sendReply else { return reply }
    try write((block + ["."]).map { $0 + Self.lineEnd }.joined())
    return try receive()
  }

  /// Gives up waiting for a reply, from now on, where a signal asks to stop.
  public func heed(_ signals: SignalPipe) { self.signals = signals }

  private func receive() throws -> Reply {
    while true {
      while let line = inbox.nextLine() {
        guard case .line(let text) = line else {
          throw Failure(description: "\(endpoint) sent what is not a line of text")
        }
        do {
          if let reply = try replies.take(text) { return reply }
        } catch {
          throw Failure(description: "\(endpoint) does not speak \(ProtocolVersion.own): \(error)")
        }
      }
      try wait()
      var chunk = [UInt8](repeating: 0, count: 16384)
      let count = recv(socket, &chunk, chunk.count, 0)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Failure(description: "\(endpoint) has closed the connection") }
      inbox.append(chunk[..<count])
    }
  }

  /// Waits until the server sends something or is gone; any other error is left to `recv`.
  ///
  /// - Throws: `Interruption` where a signal asks to stop first.
  private func wait() throws(Interruption) {
    guard let signals else { return }
    while true {
      var waits = [
        pollfd(fd: socket, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals.reading, events: Int16(POLLIN), revents: 0),
      ]
      if poll(&waits, nfds_t(waits.count), -1) < 0 {
        if errno == EINTR { continue }
        return
      }
      // Bytes that have arrived come first; a signal then applies to what is done next.
      if waits[0].revents != 0 { return }
      if let signal = signals.next(), signal != SIGWINCH { throw Interruption(signal: signal) }
    }
  }

  private func write(_ text: String) throws {
    do {
      try writeAll(Array(text.utf8), to: socket)
    } catch {
      throw Failure(description: "\(endpoint) has closed the connection")
    }
  }

  // MARK: - Connecting

  private static func connect(to endpoint: Endpoint) throws -> Int32 {
    switch endpoint {
    case .tcp(let host, let port): return try connect(host: host, port: port)
    case .unix(let path): return try connect(path: path)
    }
  }

  private static func connect(host: String, port: Int) throws -> Int32 {
    var hints = addrinfo()
    hints.ai_socktype = streamSocket
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, String(port), &hints, &found) == 0 else {
      throw Failure(description: "no such host '\(host)'")
    }
    defer { freeaddrinfo(found) }
    var error = SystemError(code: ECONNREFUSED)
    for info in sequence(first: found, next: { $0?.pointee.ai_next }) {
      guard let info = info?.pointee else { break }
      let descriptor = Foundation.socket(info.ai_family, info.ai_socktype, info.ai_protocol)
      if descriptor < 0 { continue }
      if Foundation.connect(descriptor, info.ai_addr, info.ai_addrlen) == 0 { return descriptor }
      error = .last
      close(descriptor)
    }
    throw Failure(description: "cannot connect to \(host):\(port): \(error)")
  }

  private static func connect(path: String) throws -> Int32 {
    let descriptor = Foundation.socket(AF_UNIX, streamSocket, 0)
    guard withUnixAddress(of: path, { Foundation.connect(descriptor, $0, $1) }) == 0 else {
      let error = SystemError.last
      close(descriptor)
      throw Failure(description: "cannot connect to unix:\(path): \(error)")
    }
    return descriptor
  }

  private static let streamSocket = Int32(SOCK_STREAM.rawValue)
}
