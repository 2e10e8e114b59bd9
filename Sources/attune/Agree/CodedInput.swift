import ArgumentParser
import Diagnostics
import Listening
import Reports
import Scoring
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

  /// The files that are named, and those that folders and patterns stand for, each once.
  ///
  /// - Throws: `Failure` where one of them is missing: figures of the rest would pass for those of all.
  func files() throws(Failure) -> NamedFiles {
    let files = NamedFiles(paths)
    guard files.missing.isEmpty else {
      throw Failure(DiagnosticList(files.missing).description, .noInput)
    }
    return files
  }

  /// Reads them and puts them side by side.
  func read(_ found: NamedFiles, _ report: (Diagnostic) -> Void) throws -> CodedUnits {
    let columns = try checkingArguments { () throws(DiagnosticList) in
      try CodedColumns(self.columns)
    }
    if let repetition = found.repetition("read once") { report(repetition) }
    found.passedOver.forEach(report)
    let files = try found.paths.map { path in
      var faults = AlikeFaults()
      defer { faults.tell(report) }
      return try NamedFile.reading(path) {
        CodedFile($0, file: $1, columns: columns) { faults.add($0) }
      }
    }
    let empty = files.filter(\.replies.isEmpty).map { Self.noReplies($0.file) }
    guard empty.count < files.count else { throw DiagnosticList(empty) }
    empty.forEach(report)
    var faults = AlikeFaults()
    let units = CodedUnits(files) { faults.add($0) }
    faults.tell(report)
    guard !units.replies.isEmpty else { throw Failure("no coded reply was read", .dataError) }
    let uncoded = files.filter { !$0.replies.isEmpty && !$0.isCoded }.map { Self.noCodes($0.file) }
    guard files.contains(where: \.isCoded) else { throw DiagnosticList(uncoded) }
    uncoded.forEach(report)
    return units
  }

  private static func noReplies(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "no-replies", at: Location(file: file), "no coded reply was read in it",
      mend: "look whether it was written to its end, with a row or a line for each reply")
  }

  private static func noCodes(_ file: String) -> Diagnostic {
    let names = CodeVariable.all.map(\.name) + ScoreName.allCases.map(\.rawValue)
    return Diagnostic(
      .error, "no-codes", at: Location(file: file), "no column and no key in it names a code",
      mend: "name what was coded: \(names.joined(separator: ", "))")
  }
}
