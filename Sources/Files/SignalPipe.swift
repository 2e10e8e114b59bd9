import Foundation
import Synchronization

/// Signals turned into bytes on a pipe, so that a loop can wait for them beside its input.
///
/// Signals belong to the process, so it has one pipe at most, which stays open to its end.
public final class SignalPipe {
  /// The descriptor to wait on; -1, which `poll` ignores, if the system has no pipe left.
  public let reading: Int32

  /// Catches signals from now on. Without a pipe they keep their usual effect; one that is ignored
  /// stays so.
  ///
  /// - Parameters:
  ///   - signals: The signals.
  ///   - once: Whether the first that comes gives all of them their usual effect again, so that one
  ///     more ends a program that is slow to stop.
  public init(_ signals: [Int32], once: Bool = false) {
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
    let caught = signals.filter { !isIgnored($0) }
    if once {
      released.store(caught.reduce(0) { $0 | 1 << UInt64($1) }, ordering: .relaxed)
    }
    for signal in caught {
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

/// The signals that get their usual effect back with the first that comes, as bits by number.
private let released = Atomic<UInt64>(0)

/// The signal handler. A write to a pipe and a change of handlers are safe there; little else is.
private func writeSignal(_ signal: Int32) {
  var byte = UInt8(truncatingIfNeeded: signal)
  let saved = errno
  var rest = released.load(ordering: .relaxed)
  while rest != 0 {
    _ = Foundation.signal(Int32(truncatingIfNeeded: rest.trailingZeroBitCount), SIG_DFL)
    rest &= rest - 1
  }
  _ = write(writingEnd.load(ordering: .relaxed), &byte, 1)
  errno = saved
}
