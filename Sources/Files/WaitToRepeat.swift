import Foundation

/// Waits until a system call that has just failed is worth repeating: one that a signal interrupted, or
/// one on a file that does not block and was not ready.
///
/// - Parameters:
///   - descriptor: The file.
///   - events: What the call needs: `POLLIN` or `POLLOUT`.
/// - Throws: The call's error where it would fail again.
func waitToRepeat(on descriptor: Int32, for events: Int32) throws(SystemError) {
  switch errno {
  case EINTR:
    return
  case EAGAIN, EWOULDBLOCK:
    var wait = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    _ = poll(&wait, 1, -1)
  default:
    throw .last
  }
}
