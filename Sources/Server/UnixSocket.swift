import Files
import Foundation
import LineProtocol

/// A Unix socket that is bound to a path: a file that only its owner can connect to.
struct UnixSocket {
  /// The socket, bound and listening. The channel that is made of it closes it.
  let descriptor: Int32
  private let path: String
  private let file: FileIdentity?

  /// How many clients may wait to be let in.
  private static let backlog: Int32 = 128

  /// Binds a socket. A file left behind by a server that is gone is replaced.
  init(path: String) throws(ListenError) {
    let endpoint = Endpoint.unix(path: path)
    let folder = Self.lockedFolder(of: path)
    defer { withExtendedLifetime(folder) {} }
    try Self.removeStale(path)
    let descriptor = try Self.make(endpoint)
    // The file gets the socket's own mode, so it is private from the start.
    _ = fchmod(descriptor, 0o600)
    // It listens at once: until then, another server that starts takes the file for one left behind.
    guard withUnixAddress(of: path, { bind(descriptor, $0, $1) }) == 0,
      listen(descriptor, Self.backlog) == 0
    else {
      let error = SystemError.last
      close(descriptor)
      throw ListenError(endpoint, error)
    }
    self.descriptor = descriptor
    self.path = path
    file = FileIdentity(at: path)
  }

  /// Removes the file, unless another server has put its own in its place.
  func remove() {
    if let file, file == FileIdentity(at: path) { unlink(path) }
  }

  /// How long it waits for another server that starts. Each holds the lock for an instant.
  private static let lockTime = Duration.seconds(1)

  /// The folder that a socket's file lies in, locked so that of servers that start together at a file
  /// left behind no one removes another's; `nil` where folders cannot be locked, or somebody keeps this
  /// one locked, as everybody may who can read it.
  private static func lockedFolder(of path: String) -> OpenFile? {
    let name = Folder.parent(of: path)
    do throws(SystemError) {
      let folder = try OpenFile(name.isEmpty ? "." : name, O_RDONLY | O_DIRECTORY)
      try folder.lock(waitingAtMost: lockTime)
      return folder
    } catch {
      return nil
    }
  }

  private static func make(_ endpoint: Endpoint) throws(ListenError) -> Int32 {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw ListenError(endpoint, .last) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    // A probe must not wait for a server whose queue is full.
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
    let connected = withUnixAddress(of: path) { connect(probe, $0, $1) } == 0
    switch connected ? EISCONN : errno {
    case ECONNREFUSED:
      if unlink(path) != 0, errno != ENOENT { throw ListenError(endpoint, .last) }
    case ENOENT: return
    case EISCONN, EAGAIN, EINPROGRESS: throw ListenError(endpoint, .inUse)
    case let code: throw ListenError(endpoint, SystemError(code: code))
    }
  }
}
