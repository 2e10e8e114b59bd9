import ArgumentParser
import Diagnostics
import Files
import Foundation

/// Exit codes after sysexits.h.
enum Sysexit: Int32 {
  case usage = 64
  case dataError = 65
  case noInput = 66
  case unavailable = 69
  case software = 70
  case cannotCreate = 73
  case ioError = 74

  /// The code that fits a file that could not be kept or fetched.
  init(_ error: FileError) {
    self =
      switch error {
      case .damaged: .dataError
      case .notRegular: .cannotCreate
      case .system(let error, _):
        switch error.code {
        case ENOENT: .noInput
        case EACCES, EROFS, ENOTDIR, EPERM: .cannotCreate
        default: .ioError
        }
      }
  }

  /// The code that fits the first of these faults: most are of what was read.
  init(_ list: DiagnosticList) {
    switch list.diagnostics.first?.rule {
    case "not-installed", "unreadable-folder": self = .noInput
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
  } catch let error as FileError {
    if error.system?.code == EPIPE { throw readerHasGone }
    warn(error.description)
    throw ExitCode(Sysexit(error).rawValue)
  }
}

/// How a program ends whose reader has seen enough, as `head` has: told to nobody, and with the code
/// that a shell gives for the signal.
private let readerHasGone = ExitCode(128 + SIGPIPE)
