import Diagnostics
import Files
import Foundation

/// Writes to standard output, at once.
///
/// - Throws: `FileError`: lost output is a failure.
func put(_ text: some CustomStringConvertible, terminator: String = "\n") throws(FileError) {
  do {
    try writeAll(Array((text.description + terminator).utf8), to: STDOUT_FILENO)
  } catch {
    throw .system(error, "cannot write")
  }
}

/// Writes a message to standard error. What controls a terminal is replaced, whoever wrote it: the
/// message may quote a file, an argument or a server.
func warn(_ message: String) {
  let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
  writeToStandardError(lines.map { "attune: \($0.replacingControls())\n" }.joined())
}

/// Makes the standard streams safe to use, whatever the program was started with.
func prepareStandardStreams() {
  // A failed write is an error, not a signal: the reader is gone, or the file may not grow.
  signal(SIGPIPE, SIG_IGN)
  signal(SIGXFSZ, SIG_IGN)
  // Reserve descriptors 0 to 2, so that no file opened later gets one of them. They are opened in
  // the wrong mode, so that using them still fails.
  for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
    _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
  }
}
