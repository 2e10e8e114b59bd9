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

/// Tells a person something on standard error, if that can be.
func warn(_ message: String) {
  let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
  writeToStandardError(lines.map { "attune: \($0)\n" }.joined())
}

/// Makes the standard streams safe to use, whatever the program was started with.
func prepareStandardStreams() {
  // A write that cannot be made fails with an error rather than a signal: a reader that is gone, a
  // file that may not grow.
  signal(SIGPIPE, SIG_IGN)
  signal(SIGXFSZ, SIG_IGN)
  // A stream that was closed must not be the number of a file opened later. Opened the wrong way
  // round, it fails as the closed one would.
  for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
    _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
  }
}
