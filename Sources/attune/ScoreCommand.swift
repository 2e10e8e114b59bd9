import ArgumentParser
import Diagnostics
import Foundation
import Reports
import Scoring
import Terminal
import Transcripts

struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Grade saved transcripts or single replies.",
    discussion: """
      Reads saved sessions, plain text with speaker labels (Client:, Therapist:, C:, T:), \
      transcripts of a line each ({"id":…,"utterances":[…]}) and reply records \
      ({"id":…,"client":…,"text":…} a line); the kind is known from the content. What cannot be \
      read is told on standard error with its line, the rest is scored, and the exit code is 65. \
      Ctrl-C finishes what is being graded and ends with 130.
      """)

  @Argument(help: "Files; - or none reads standard input.")
  var files: [String] = []

  @Option(help: "table, csv or ndjson.")
  var format: ScoreFormat = .table

  @OptionGroup var options: ScoreRunOptions
  @OptionGroup var model: ModelOptions

  func validate() throws {
    if options.stream, !files.isEmpty, files != ["-"] {
      throw ValidationError("--stream reads standard input; name no files")
    }
  }

  func run() throws {
    try reportingFailures {
      ignoreWriteSignals()
      if options.stream { return try stream() }
      let job = try ScoreJob(options, format: format, model: model)
      try job.score(files.isEmpty ? ["-"] : files) { file, lines, report, body in
        try ScoreInput(file: file, report: report).read(lines, body)
      }
    }
  }

  private func stream() throws {
    let grader = try model.loadGrader(environment: ProcessInfo.processInfo.environment)
    let faults = try StreamFilter(grader: grader).run(
      FileLines(descriptor: STDIN_FILENO), threads: options.threads, isStrict: options.strict,
      into: BufferedOutput(descriptor: STDOUT_FILENO))
    if options.strict, faults > 0 { throw ExitCode(Sysexit.dataError.rawValue) }
  }
}

extension ScoreFormat: ExpressibleByArgument {}
