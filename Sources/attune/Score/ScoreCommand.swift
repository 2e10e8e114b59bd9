import ArgumentParser
import Diagnostics
import Files
import Foundation
import Lines
import Reports
import Scoring
import Transcripts

struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Grade saved transcripts or single replies.",
    discussion: """
      Reads saved sessions, reply records ({"id":…,"client":…,"text":…} a line), conversations of a \
      line each ({"id":…,"utterances":[…]}), plain text with speaker labels (Client:, Therapist:, \
      C:, T:), CSV and TSV with a row of column names, ConvoKit's utterances.jsonl, WebVTT and SRT \
      with speakers, and gzip of each; the kind is known from the content. A folder stands for the \
      transcripts in it. What cannot be read is told on standard error with its line, the rest is \
      scored, and the exit code is 65; it is 64 where the options are at fault, 66 where a file \
      cannot be opened, 73 or 74 where the output cannot be made or written, 75 where another run \
      writes it. Ctrl-C finishes what is being graded and ends with 130; a second one ends at once.

        attune score --per session Transcripts
        attune score --format csv Examples/talk.txt
        attune score --therapist Ada Examples/calls.csv \\
          --columns speaker=Who,text=Words,conversation=Call
      """)

  @Argument(help: "Files, folders and patterns; - or none reads standard input.")
  var files: [String] = []

  @Option(help: "What to write (default: table).")
  var format: ScoreFormat?

  @Option(
    help: "What has a row of its own; a trainee's are the sessions in a folder.")
  var per: ScoreUnit = .reply

  @Flag(help: "List below each reply what its codes rest on (table).")
  var explain = false

  @OptionGroup var input: InputOptions

  @OptionGroup var options: ScoreRunOptions

  @OptionGroup var model: ModelOptions

  func validate() throws {
    if options.stream, !files.isEmpty, files != [NamedFiles.standardInput] {
      throw ValidationError("--stream reads standard input; name no files")
    }
    if options.stream, format ?? .ndjson != .ndjson || per != .reply || !input.isEmpty {
      throw ValidationError(
        "--stream knows its lines and answers as --format ndjson does; no other form goes with it, "
          + "and neither do --per, --kind, --columns, --session, --therapist and --client")
    }
    if explain, options.stream || format ?? .table != .table || per != .reply {
      throw ValidationError("--explain goes with --format table, and rows for replies")
    }
  }

  func run() throws {
    try reportingFailures {
      if options.stream { return try stream() }
      let input = try input.scoreInput()
      let job = try ScoreJob(
        options, of: NamedFiles(files, besides: options.written), sessions: self.input.sessions,
        format: format ?? .table, per: per, explains: explain, model: model)
      var heard: Set<String> = []
      try job.score { file, lines, report, notice, body in
        let reader = ScoreInput(file: file, options: input, report: report, notice: notice)
        heard.formUnion(try reader.read(lines, body))
      } atEnd: { report in
        for fault in input.names.unheard(among: heard) { report(fault) }
      }
    }
  }

  private func stream() throws {
    let grader = try model.loadGrader()
    let lines = FileLines(descriptor: STDIN_FILENO)
    do {
      let faults = try StreamFilter(grader: grader).run(
        lines, threads: options.threads, isStrict: options.strict,
        into: BufferedOutput(descriptor: STDOUT_FILENO))
      if options.strict, faults > 0 { throw ExitCode(.dataError) }
    } catch let failure as ReadFailure {
      throw Failure(
        "standard input:\(lines.number + 1): reading stops here: \(failure)", .dataError)
    }
  }
}

extension ScoreFormat: ExpressibleByArgument {}
extension ScoreUnit: ExpressibleByArgument {}
