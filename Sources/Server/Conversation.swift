import LineProtocol
import Lines
import Records

/// One conversation in the line protocol: bytes in, bytes out.
///
///     var conversation = Conversation(sessionHost: sessionHost)
///     send(conversation.greeting)
///     while !conversation.isOver, let bytes = receive() {
///       conversation.receive(bytes)
///       while let answer = conversation.nextAnswer() { send(answer) }
///     }
///
/// A command is carried out only when its answer is asked for. Whoever sends each answer before
/// asking for the next thus holds a peer back that sends commands without reading the replies.
public struct Conversation {
  private let sessionHost: SessionHost
  private var inbox = LineBuffer(limit: LineBuffer.clientLimit)
  private var reader = CommandReader()

  /// Whether the last answer was the last of all.
  public private(set) var isOver = false

  /// A conversation that waits for its first command.
  public init(sessionHost: SessionHost) {
    self.sessionHost = sessionHost
  }

  /// What is sent first.
  public var greeting: String { sessionHost.greeting.encoded }

  /// Takes bytes as they came.
  public mutating func receive(_ bytes: some Sequence<UInt8>) {
    inbox.append(bytes)
  }

  /// Carries out the next command that is complete.
  ///
  /// - Returns: The reply's bytes, or `nil` where more must come first.
  public mutating func nextAnswer() -> String? {
    while !isOver, let line = inbox.nextLine() {
      switch reader.take(line) {
      case .more:
        continue
      case .answer(let reply):
        return reply.encoded
      case .refuse(let reply):
        isOver = true
        return reply.encoded
      case .command(let command):
        let (reply, closes) = sessionHost.handle(command)
        isOver = closes
        return reply.encoded
      }
    }
    return nil
  }
}
