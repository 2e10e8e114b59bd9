import Foundation
import LineProtocol
import Records

/// Holds one conversation on two open files: standard input and output.
///
///     try StdioServer().run(seat)
public struct StdioServer: Sendable {
  private let input: Int32
  private let output: Int32

  /// A server on standard input and output, or on other open files.
  public init(input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO) {
    self.input = input
    self.output = output
  }

  /// Why a conversation broke off.
  public struct Broken: Error, Hashable, Sendable, CustomStringConvertible {
    /// What failed and why.
    public var description: String

    init(_ what: String) {
      description = "\(what): \(String(cString: strerror(errno)))"
    }
  }

  /// Answers commands until `QUIT` or the end of the input.
  ///
  /// - Throws: `Broken` where reading or writing fails; a reader that has gone away ends the
  ///   conversation like the end of the input.
  public func run(_ seat: Seat) throws(Broken) {
    var conversation = Conversation(seat: seat)
    var bytes = [UInt8](repeating: 0, count: 65536)
    guard try send(conversation.greeting) else { return }
    while !conversation.isOver {
      let count = read(input, &bytes, bytes.count)
      if count < 0 {
        if try mayGoOn(input, POLLIN) { continue }
        throw Broken("cannot read commands")
      }
      if count == 0 { return }
      conversation.receive(bytes[..<count])
      while let answer = conversation.nextAnswer() {
        guard try send(answer) else { return }
      }
    }
  }

  /// Writes an answer; `false` where nobody reads it any more.
  private func send(_ answer: String) throws(Broken) -> Bool {
    var rest = Array(answer.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest.removeFirst(count)
      } else if errno == EPIPE {
        return false
      } else if try !mayGoOn(output, POLLOUT) {
        throw Broken("cannot write replies")
      }
    }
    return true
  }

  /// Whether a failed call is to be made again, after waiting where the file does not block.
  private func mayGoOn(_ descriptor: Int32, _ event: some BinaryInteger) throws(Broken) -> Bool {
    if errno == EINTR { return true }
    guard errno == EAGAIN || errno == EWOULDBLOCK else { return false }
    var file = pollfd(fd: descriptor, events: Int16(event), revents: 0)
    if poll(&file, 1, -1) < 0, errno != EINTR { throw Broken("cannot wait") }
    return true
  }
}
