import LineProtocol

/// The other side of the shell: whatever takes commands and gives replies.
///
/// In process it is a seat of the engine; with `--connect` it is a server across a socket. The shell
/// cannot tell them apart.
public protocol Exchange {
  /// Sends a command and waits for its reply.
  ///
  /// - Throws: Where the other side is gone or does not speak the protocol.
  mutating func send(_ command: Command) throws -> Reply
}
