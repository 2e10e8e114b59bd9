import Foundation
import Synchronization

/// Signals turned into bytes on a pipe, so that a loop can wait for them beside its input.
///
/// Signals belong to the process, so it has one pipe at most, which stays open to its end.
public final class SignalPipe {
  /// The descriptor to wait on; -1, which `poll` ignores, if the system has no pipe left.
  public let reading: Int32

  /// Catches signals from now on. Without a pipe they keep their usual effect.
  public init(_ signals: [Int32]) {
    var ends: [Int32] = [-1, -1]
    let isOpen = pipe(&ends) == 0
    for end in ends where isOpen {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    reading = ends[0]
    let earlier = writingEnd.exchange(ends[1], ordering: .relaxed)
    precondition(earlier == -1, "a second SignalPipe would take the signals of the first")
    guard isOpen else { return }
    for signal in signals {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = writeSignal
      _ = sigaction(signal, &action, nil)
    }
  }

  /// The next signal caught, if any.
  public func next() -> Int32? {
    var byte: UInt8 = 0
    return read(reading, &byte, 1) == 1 ? Int32(byte) : nil
  }
}

private let writingEnd = Atomic<Int32>(-1)

/// The signal handler. A write to a pipe is safe there; little else is.
private func writeSignal(_ signal: Int32) {
  var byte = UInt8(truncatingIfNeeded: signal)
  let saved = errno
  _ = write(writingEnd.load(ordering: .relaxed), &byte, 1)
  errno = saved
}
