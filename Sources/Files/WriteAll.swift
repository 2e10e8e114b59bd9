import Foundation

/// Writes every byte to an open file, a pipe or a socket; where that takes no more for now, it waits.
///
/// - Throws: `WriteFailure` where that cannot be done. A reader that has gone away is such a failure
///   as long as `SIGPIPE` is ignored.
public func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(WriteFailure) {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count >= 0 {
      rest = rest.dropFirst(count)
      continue
    }
    switch errno {
    case EINTR:
      continue
    case EAGAIN, EWOULDBLOCK:
      var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      _ = poll(&wait, 1, -1)
    default:
      throw WriteFailure(code: errno)
    }
  }
}

/// Writes to standard error; where that cannot be written there is nobody to tell.
public func writeToStandardError(_ text: String) {
  try? writeAll(Array(text.utf8), to: STDERR_FILENO)
}

/// Why bytes could not be written.
public struct WriteFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The system's error number.
  public var code: Int32

  /// A failure of a system call.
  public init(code: Int32) { self.code = code }

  /// The system's reason, in words.
  public var description: String { String(cString: strerror(code)) }
}
