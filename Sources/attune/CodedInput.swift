import ArgumentParser
import Diagnostics
import Files
import Listening
import Reports
import Transcripts

/// The coded replies that a command reads.
struct CodedInput: ParsableArguments {
  @Option(
    name: .customLong("human"),
    help: ArgumentHelp("Coded replies, as CSV, TSV or NDJSON (may be repeated).", valueName: "file")
  )
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      """
      Which columns of a table hold what, as in rater=Coder,text=Words,reflection=R: rater, client, \
      text, id, turn, conversation, speaker, a code or a score. Common names are known.
      """, valueName: "role=column,…"))
  var columns: [String] = []

  func validate() throws {
    guard !paths.isEmpty else { throw ValidationError("name coded replies with --human FILE") }
  }

  /// Reads them from files, folders and patterns, and puts them side by side.
  func read(_ report: (Diagnostic) -> Void) throws -> CodedUnits {
    let columns = try checkingArguments { () throws(DiagnosticList) in
      try CodedColumns(self.columns)
    }
    // What stands for no file is left as it is, and told where it is opened.
    let found = paths.flatMap { path in
      let found = ScoreFiles([path]).paths
      return found.isEmpty ? [path] : found
    }
    let (paths, repeated) = Self.once(found)
    if let first = repeated.first {
      report(ScoreFiles.repeated(first, repeated.count, "read once"))
    }
    let files = try paths.map { path in
      var faults = AlikeFaults()
      defer { faults.tell(report) }
      return try NamedFile.reading(path) {
        CodedFile($0, file: $1, columns: columns) { faults.add($0) }
      }
    }
    var faults = AlikeFaults()
    let units = CodedUnits(files) { faults.add($0) }
    faults.tell(report)
    guard !units.units.isEmpty else { throw Failure("no coded reply was read", .dataError) }
    let uncoded = files.filter { !$0.replies.isEmpty && !$0.isCoded }.map { Self.noCodes($0.file) }
    guard files.contains(where: \.isCoded) else { throw DiagnosticList(uncoded) }
    uncoded.forEach(report)
    return units
  }

  /// The files that are named, each once, and those that are named again.
  private static func once(_ paths: [String]) -> (paths: [String], repeated: [String]) {
    var seen: Set<FileIdentity> = []
    var repeated: [String] = []
    let first = paths.filter { path in
      guard path != ScoreFiles.standardInput, let file = FileIdentity(regular: path),
        !seen.insert(file).inserted
      else { return true }
      repeated.append(path)
      return false
    }
    return (first, repeated)
  }

  private static func noCodes(_ file: String) -> Diagnostic {
    let names = CodeVariable.all.map(\.name) + ScoreName.allCases.map(\.rawValue)
    return Diagnostic(
      .error, "no-codes", at: Location(file: file), "no column and no key in it names a code",
      mend: "name what was coded: \(names.joined(separator: ", "))")
  }
}
