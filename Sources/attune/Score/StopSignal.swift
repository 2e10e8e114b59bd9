import Foundation
import Terminal

/// The signal that asks a run to stop, once it has come.
///
/// It is looked at between replies. Where that takes too long, as while nobody reads the output, a
/// second one ends the program at once.
final class StopSignal {
  private let signals = SignalPipe([SIGINT, SIGTERM], once: true)
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
