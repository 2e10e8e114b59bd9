import Diagnostics
import Foundation
import Reports
import Transcripts

/// Coded replies that arguments name.
enum CodedInput {
  /// Reads coded replies from files and puts them side by side.
  static func read(_ paths: [String], _ report: (Diagnostic) -> Void) throws -> CodedUnits {
    let files = try paths.map { path in
      try reading(path) { CodedFile($0, file: $1, report: report) }
    }
    let units = CodedUnits(files, report: report)
    guard !units.units.isEmpty else { throw Failure("no coded reply was read", .dataError) }
    return units
  }

  /// Opens a file and reads it; `body` is given its lines and its name for faults.
  static func reading<Value>(_ path: String, _ body: (FileLines, String) throws -> Value) throws
    -> Value
  {
    if path == ScoreFiles.standardInput {
      return try body(FileLines(descriptor: STDIN_FILENO), "standard input")
    }
    let shown = path.replacingControls(with: "?")
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Failure("\(shown): cannot be read: \(String(cString: strerror(errno)))", .noInput)
    }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT != S_IFDIR else {
      throw Failure("\(shown): cannot be read: it is a folder", .noInput)
    }
    return try body(FileLines(descriptor: descriptor), shown)
  }
}
