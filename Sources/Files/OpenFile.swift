import Foundation

/// An open file, closed when the value goes out of use.
public struct OpenFile: ~Copyable, Sendable {
  /// For calls that take a descriptor; it stays the value's own to close.
  public let descriptor: Int32

  /// Opens or creates a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - flags: As `open` takes them; no child process inherits the descriptor.
  ///   - mode: The permissions of a new file, before the process's mask is taken away.
  /// - Throws: The system's error.
  public init(_ path: String, _ flags: Int32, mode: mode_t = 0o666) throws(SystemError) {
    descriptor = open(path, flags | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw .last }
  }

  deinit { close(descriptor) }

  /// Locks the file for this process until it is closed.
  ///
  /// - Throws: The system's error: `EWOULDBLOCK` if another process holds the lock.
  public func lock() throws(SystemError) {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EINTR else { throw .last }
    }
  }

  /// Locks the file for this process until it is closed, and waits so long for a process that holds the
  /// lock.
  ///
  /// - Throws: The system's error: `EWOULDBLOCK` if another process still holds the lock.
  public func lock(waitingAtMost time: Duration) throws(SystemError) {
    let deadline = ContinuousClock.now + time
    while true {
      do throws(SystemError) {
        return try lock()
      } catch {
        guard error.code == EWOULDBLOCK, ContinuousClock.now < deadline else { throw error }
      }
      usleep(10_000)
    }
  }

  /// Whether a path still leads to the file. Where another has taken its place, or none, nobody finds
  /// what is written to it, and a lock on it keeps nobody out.
  public func isAt(_ path: String) -> Bool {
    var (own, named) = (stat(), stat())
    return fstat(descriptor, &own) == 0 && stat(path, &named) == 0
      && own.st_dev == named.st_dev && own.st_ino == named.st_ino
  }

  /// Reads what follows, to the end or up to a number of bytes.
  ///
  /// - Throws: The system's error.
  public func read(most limit: Int = .max) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < limit {
      let room = min(piece.count, limit - bytes.count)
      let count = try piece.withUnsafeMutableBufferPointer {
        [descriptor] piece throws(SystemError) in
        try readSome(
          from: descriptor,
          into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: piece[..<room])))
      }
      if count == 0 { break }
      bytes += piece[..<count]
    }
    return bytes
  }

  /// Writes all bytes and waits until they are on the disk.
  public func write(_ bytes: [UInt8]) throws(SystemError) {
    try writeAll(bytes, to: descriptor)
    try synchronize(descriptor)
  }
}

/// Waits until what was written is on the disk; pipes and devices (`EINVAL`) have none.
func synchronize(_ descriptor: Int32) throws(SystemError) {
  if fsync(descriptor) != 0, errno != EINVAL { throw .last }
}
