import Diagnostics
import Listening
import Reports
import Transcripts

/// Coded replies that arguments name.
enum CodedInput {
  /// Reads coded replies from files, folders and patterns, and puts them side by side.
  static func read(_ paths: [String], _ report: (Diagnostic) -> Void) throws -> CodedUnits {
    // What stands for no file is left as it is, and told where it is opened.
    let paths = paths.flatMap { path in
      let found = ScoreFiles([path]).paths
      return found.isEmpty ? [path] : found
    }
    let files = try paths.map { path in
      try NamedFile.reading(path) { CodedFile($0, file: $1, report: report) }
    }
    let units = CodedUnits(files, report: report)
    guard !units.units.isEmpty else { throw Failure("no coded reply was read", .dataError) }
    let uncoded = files.filter { !$0.replies.isEmpty && !$0.isCoded }.map { Self.noCodes($0.file) }
    guard files.contains(where: \.isCoded) else { throw DiagnosticList(uncoded) }
    uncoded.forEach(report)
    return units
  }

  private static func noCodes(_ file: String) -> Diagnostic {
    let names = CodeVariable.all.map(\.name) + ScoreName.allCases.map(\.rawValue)
    return Diagnostic(
      .error, "no-codes", at: Location(file: file), "no column and no key in it names a code",
      mend: "name what was coded: \(names.joined(separator: ", "))")
  }
}
