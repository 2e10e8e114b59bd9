import Foundation

/// Writes every byte to an open file, a pipe or a socket, and waits while it accepts no more.
///
/// - Throws: The system's error. That of a reader that is gone, `EPIPE`, is thrown only if `SIGPIPE`
///   is ignored.
public func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count >= 0 {
      rest = rest.dropFirst(count)
      continue
    }
    try waitToRepeat(on: descriptor, for: POLLOUT)
  }
}

/// Writes to standard error. A failure is ignored: there is nowhere left to report it.
public func writeToStandardError(_ text: String) {
  try? writeAll(Array(text.utf8), to: STDERR_FILENO)
}
