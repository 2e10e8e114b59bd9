import Foundation
import Synchronization

/// Signals turned into bytes on a pipe, so that a loop can wait for them beside its input.
public final class SignalPipe {
  /// The end to wait on.
  public let reading: Int32

  /// Catches signals from now on.
  public init(_ signals: [Int32]) {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    reading = ends[0]
    writingEnd.store(ends[1], ordering: .relaxed)
    for signal in signals {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = passOn
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

/// Runs in the signal handler: a write to a pipe is all that is safe there and all it does.
private func passOn(_ signal: Int32) {
  var byte = UInt8(truncatingIfNeeded: signal)
  let saved = errno
  _ = write(writingEnd.load(ordering: .relaxed), &byte, 1)
  errno = saved
}
