import Files
import Foundation

/// The signal that asks a run to stop, once it has come.
///
/// It is looked for between files, before more is read, and while input is waited for. Where that takes too long, as
/// while nobody reads the output, a second one ends the program at once.
public final class StopSignal {
  private let signals = SignalPipe([SIGINT, SIGTERM], once: true)
  private var first: Int32?

  /// Catches it from now on.
  public init() {}

  /// Looks whether it has come; its number.
  public func look() -> Int32? {
    first = first ?? signals.next()
    return first
  }

  /// Waits until there is something to read, or the signal comes.
  public func waitForInput(_ descriptor: Int32) {
    if look() != nil { return }
    var waits = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.reading, events: Int16(POLLIN), revents: 0),
    ]
    while poll(&waits, 2, -1) < 0, errno == EINTR {}
  }
}
