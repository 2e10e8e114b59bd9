import Files
import LineProtocol

/// The other side of the shell: whatever takes commands and gives replies.
///
/// In process it is a session host of the engine; with `--connect` it is a server across a socket.
/// The shell cannot tell them apart.
public protocol Exchange {
  /// Sends a command and waits for its reply.
  ///
  /// - Throws: Where the other side is gone or does not speak the protocol, or a signal ends the wait.
  mutating func send(_ command: Command) throws -> Reply

  /// Gives up waiting for a reply, from now on, where a signal asks to stop.
  mutating func heed(_ signals: SignalPipe)
}

extension Exchange {
  /// Nothing, where a reply never has to be waited for.
  public mutating func heed(_ signals: SignalPipe) {}
}

/// A signal that came while a reply was waited for.
struct Interruption: Error {
  let signal: Int32
}
