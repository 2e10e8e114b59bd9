import ArgumentParser
import Diagnostics
import Foundation
import Records

/// Exit codes after sysexits.h.
enum Sysexit: Int32 {
  case usage = 64
  case dataError = 65
  case noInput = 66
  case unavailable = 69
  case software = 70
  case cannotCreate = 73
  case ioError = 74
  case protocolError = 76
  case config = 78

  /// The code that fits a file that could not be kept or fetched.
  init(_ error: StoreError) {
    switch error.code {
    case ENOENT: self = .noInput
    case EACCES, EROFS, ENOTDIR, EPERM: self = .cannotCreate
    case EILSEQ: self = .dataError
    default: self = .ioError
    }
  }

  /// The code that fits the first of these faults: most are of what was read.
  init(_ list: DiagnosticList) {
    switch list.diagnostics.first?.rule {
    case "not-installed": self = .noInput
    case "not-written": self = .cannotCreate
    default: self = .dataError
    }
  }
}

/// What a person is told before the program stops.
struct Failure: Error {
  var message: String
  var code: Sysexit

  init(_ message: String, _ code: Sysexit) {
    self.message = message
    self.code = code
  }
}

/// Runs a command's work; a failure is told on standard error and becomes the exit code.
func reportingFailures(_ body: () throws -> Void) throws {
  do {
    try body()
  } catch let failure as Failure {
    warn(failure.message)
    throw ExitCode(failure.code.rawValue)
  } catch let list as DiagnosticList {
    warn(list.description)
    throw ExitCode(Sysexit(list).rawValue)
  } catch let error as StoreError {
    warn(error.description)
    throw ExitCode(Sysexit(error).rawValue)
  }
}

/// Tells a person something on standard error.
func warn(_ message: String) {
  let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
  let text = lines.map { "attune: \($0)\n" }.joined()
  FileHandle.standardError.write(Data(text.utf8))
}

/// Has a write that cannot be made fail with an error rather than a signal: a reader that is gone,
/// a file that may not grow.
func ignoreWriteSignals() {
  signal(SIGPIPE, SIG_IGN)
  signal(SIGXFSZ, SIG_IGN)
}
