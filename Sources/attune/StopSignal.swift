import Foundation
import Terminal

/// The signal that asks a run to stop, once it has come.
final class StopSignal {
  private let signals = SignalPipe([SIGINT, SIGTERM])
  private(set) var number: Int32?

  /// Waits until there is something to read, or a signal comes.
  func waitForInput(_ descriptor: Int32) {
    var waits = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.reading, events: Int16(POLLIN), revents: 0),
    ]
    while poll(&waits, 2, -1) < 0, errno == EINTR {}
    number = signals.next() ?? number
  }
}
