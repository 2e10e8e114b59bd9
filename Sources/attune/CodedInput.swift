import Diagnostics
import Reports
import Transcripts

/// Coded replies that arguments name.
enum CodedInput {
  /// Reads coded replies from files and puts them side by side.
  static func read(_ paths: [String], _ report: (Diagnostic) -> Void) throws -> CodedUnits {
    let files = try paths.map { path in
      try NamedFile.reading(path) { CodedFile($0, file: $1, report: report) }
    }
    let units = CodedUnits(files, report: report)
    guard !units.units.isEmpty else { throw Failure("no coded reply was read", .dataError) }
    return units
  }
}
