import Files
import Foundation
import LineProtocol

/// A Unix socket that is bound to a path: a file that only its owner can connect to.
struct UnixSocket {
  /// The bound socket, not yet listening; whoever takes it closes it.
  let descriptor: Int32
  private let path: String
  private let file: FileIdentity?

  /// Binds a socket. A file left behind by a server that is gone is replaced.
  init(path: String) throws(ListenError) {
    let endpoint = Endpoint.unix(path: path)
    try Self.removeStale(path)
    let descriptor = try Self.make(endpoint)
    // Linux gives the file the socket's own mode, so that it is private from its first moment on;
    // elsewhere the second call sees to it.
    _ = fchmod(descriptor, 0o600)
    guard withAddress(of: path, { bind(descriptor, $0, $1) }) == 0 else {
      let error = SystemError.last
      close(descriptor)
      throw ListenError(endpoint, error)
    }
    _ = chmod(path, 0o600)
    self.descriptor = descriptor
    self.path = path
    file = FileIdentity(at: path)
  }

  /// Removes the file, unless another server has put its own in its place.
  func remove() {
    if let file, file == FileIdentity(at: path) { unlink(path) }
  }

  private static func make(_ endpoint: Endpoint) throws(ListenError) -> Int32 {
    #if os(Linux)
      let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let descriptor = socket(AF_UNIX, SOCK_STREAM, 0)
    #endif
    guard descriptor >= 0 else { throw ListenError(endpoint, .last) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    // A server whose queue is full must not keep the one that asks whether it lives.
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    return descriptor
  }

  private static func removeStale(_ path: String) throws(ListenError) {
    let endpoint = Endpoint.unix(path: path)
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFSOCK else { throw ListenError(endpoint, .notASocket) }
    let probe = try make(endpoint)
    defer { close(probe) }
    let connected = withAddress(of: path) { connect(probe, $0, $1) } == 0
    switch connected ? EISCONN : errno {
    case ECONNREFUSED:
      if unlink(path) != 0, errno != ENOENT { throw ListenError(endpoint, .last) }
    case ENOENT: return
    case EISCONN, EAGAIN, EINPROGRESS: throw ListenError(endpoint, .inUse)
    case let code: throw ListenError(endpoint, SystemError(code: code))
    }
  }
}

/// Calls with a path as the system writes a socket's address.
private func withAddress(of path: String, _ call: (UnsafePointer<sockaddr>, socklen_t) -> Int32)
  -> Int32
{
  var address = sockaddr_un()
  address.sun_family = sa_family_t(AF_UNIX)
  let room = MemoryLayout.size(ofValue: address.sun_path)
  guard path.utf8.count < room else {
    errno = ENAMETOOLONG
    return -1
  }
  withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
  return withUnsafePointer(to: &address) {
    $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      call($0, socklen_t(MemoryLayout<sockaddr_un>.size))
    }
  }
}
