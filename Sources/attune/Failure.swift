import ArgumentParser
import Diagnostics
import Files
import Foundation
import GraderTraining

/// Exit codes after sysexits.h.
enum Sysexit: Int32 {
  case usage = 64
  case dataError = 65
  case noInput = 66
  case unavailable = 69
  case software = 70
  case cannotCreate = 73
  case ioError = 74
  case temporary = 75

  /// The code for a file that could not be read or written.
  init(_ error: FileError) {
    self =
      switch error {
      case .damaged: .dataError
      case .held: .temporary
      case .notRegular, .noFolder: .cannotCreate
      case .unreadable(let error, _): error.code == EIO ? .ioError : .noInput
      case .system(let error, _):
        switch error.code {
        case EACCES, EISDIR, ELOOP, ENAMETOOLONG, ENOENT, ENOTDIR, EPERM, EROFS: .cannotCreate
        default: .ioError
        }
      }
  }

  /// The code for the first of these faults.
  init(_ list: DiagnosticList) {
    self =
      switch list.diagnostics.first?.cause {
      case .missing: .noInput
      case .unwritable: .cannotCreate
      case .content, nil: .dataError
      }
  }
}

extension ExitCode {
  init(_ code: Sysexit) { self.init(code.rawValue) }
}

/// Why a command stops: the message for standard error, and the exit code.
struct Failure: Error {
  var message: String
  var code: Sysexit

  init(_ message: String, _ code: Sysexit) {
    self.message = message
    self.code = code
  }

  /// What is wrong with something that a command cannot do without.
  init(_ fault: Diagnostic, _ code: Sysexit) {
    self.init(fault.description, code)
  }
}

/// Makes what is wrong with an argument a failure in how the command was called.
func checkingArguments<Value>(_ body: () throws(DiagnosticList) -> Value) throws(Failure) -> Value {
  do throws(DiagnosticList) {
    return try body()
  } catch {
    throw Failure(error.description, .usage)
  }
}

/// Runs a command's work. A failure is reported on standard error and becomes the exit code.
func reportingFailures<Value>(_ body: () throws -> Value) throws -> Value {
  do {
    return try body()
  } catch let failure as Failure {
    warn(failure.message)
    throw ExitCode(failure.code)
  } catch let list as DiagnosticList {
    warn(list.description)
    throw ExitCode(Sysexit(list))
  } catch let error as TrainingSetError {
    warn(error.description)
    throw ExitCode(.dataError)
  } catch let error as FileError {
    if error.system?.code == EPIPE { throw readerHasGone }
    warn(error.description)
    throw ExitCode(Sysexit(error))
  }
}

/// The exit status on `EPIPE`, as with `| head`: silent, and as if `SIGPIPE` had ended the program.
private let readerHasGone = ExitCode(128 + SIGPIPE)
