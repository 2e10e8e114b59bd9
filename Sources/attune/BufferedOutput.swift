import Foundation

/// Standard output as a text stream, written in large pieces.
///
/// A text stream cannot throw, so what went wrong is kept for `check` and `flush` to throw.
final class BufferedOutput: TextOutputStream {
  private let descriptor: Int32
  private var bytes: [UInt8] = []
  private var reason: Int32?

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  func write(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    if bytes.count >= 1 << 16 { drain() }
  }

  /// Throws where something could not be written.
  func check() throws(Failure) {
    guard let reason else { return }
    throw Failure("cannot write: \(String(cString: strerror(reason)))", .ioError)
  }

  /// Writes what is left.
  func flush() throws(Failure) {
    drain()
    try check()
  }

  private func drain() {
    var rest = bytes[...]
    while reason == nil, !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0 { reason = errno } else { rest = rest.dropFirst(count) }
    }
    bytes.removeAll(keepingCapacity: true)
  }
}
