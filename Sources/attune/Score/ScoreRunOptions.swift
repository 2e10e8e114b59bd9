import ArgumentParser
import Files
import Foundation
import Scoring

/// How a run of `attune score` goes, whatever it reads and writes.
struct ScoreRunOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Grade on this many threads (default: one for each core). The output is the same for any.",
      valueName: "n"))
  var jobs: Int?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      """
      Write to this file, which appears when it is complete; until then FILE.part grows. - is \
      standard output.
      """,
      valueName: "file"))
  var outputName: String?

  @Flag(help: "Go on with an --output that was interrupted, if there is one.")
  var resume = false

  @Flag(help: "Stop at the first record or file that cannot be read.")
  var strict = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Stop after more bad records than this.", valueName: "n"))
  var maxErrors: Int?

  @Option(
    help: ArgumentHelp(
      "Write each bad record's file, line and reason there too, as a JSON object a line.",
      valueName: "file"))
  var errors: String?

  @Flag(
    help: """
      Answer each line of standard input, a reply record or a transcript, with exactly one line, at \
      once: a step for other programs. A bad line is answered with {"error":…}. Of the other options \
      --jobs, --strict and --model go with it.
      """)
  var stream = false

  /// The file to write; `nil` stands for standard output.
  var output: String? { outputName == "-" ? nil : outputName }

  var threads: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

  /// With more bad records than this a run stops.
  var faultLimit: Int? { strict ? 0 : maxErrors }

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs is a number from 1 to 1024")
    }
    if let maxErrors, maxErrors < 0 { throw ValidationError("--max-errors is 0 or more") }
    if strict, maxErrors != nil { throw ValidationError("--strict is --max-errors 0; give one") }
    if resume, output == nil { throw ValidationError("--resume needs the --output to go on with") }
    if stream, output != nil || errors != nil || maxErrors != nil {
      throw ValidationError(
        "--stream reads standard input and writes standard output; --output, --errors and "
          + "--max-errors do not go with it")
    }
  }

  /// The files that the scores go to, as far as they are there.
  private var results: [FileIdentity?] {
    guard let output else { return [FileIdentity(regular: STDOUT_FILENO)] }
    return ResultFile.places(of: output).map { FileIdentity(regular: $0) }
  }

  private var errorFile: FileIdentity? { errors.flatMap { FileIdentity(regular: $0) } }

  /// The files that are written, as far as they are there.
  var written: [FileIdentity] { (results + [errorFile]).compactMap(\.self) }

  /// Refuses outputs that would be written over an input or over each other.
  func checkOutputs(over inputs: [String]) throws(Failure) {
    try NamedFile.refuse(written, over: inputs)
    guard let errors else { return }
    let places = output.map { ResultFile.places(of: $0) } ?? []
    // By its name as well: a file that is not there yet has no identity.
    if places.contains(WholeFile.resolved(errors))
      || (errorFile != nil && results.contains(errorFile))
    {
      throw Failure(
        "--errors \(NamedFiles.shown(errors)) is where the scores are written; "
          + "write the errors to another file", .usage)
    }
  }
}
