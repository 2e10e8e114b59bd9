import ArgumentParser
import Diagnostics
import Foundation
import Grading
import Reports
import Transcripts

struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Grade saved transcripts or single replies.",
    discussion: """
      Reads saved sessions, reply records ({"id":…,"client":…,"text":…} a line), plain text with \
      speaker labels (Client:, Therapist:, C:, T:), CSV and TSV with a row of column names, \
      ConvoKit's utterances.jsonl, WebVTT and SRT with speakers, and gzip of each; the kind is \
      known from the content. A folder stands for the transcripts in it. What cannot be read is \
      told on standard error with its line, the rest is scored, and the exit code is 65.
      """)

  @Argument(help: "Files, folders and patterns; - or none reads standard input.")
  var files: [String] = []

  @Option(help: "What to write.")
  var format: ScoreFormat = .table

  @Option(help: "What has a row of its own.")
  var per: ScoreUnit = .reply

  @OptionGroup var input: InputOptions

  @OptionGroup var model: ModelOptions

  func run() throws {
    try reportingFailures { try score() }
  }

  private func score() throws {
    ignoreWriteSignals()
    let grader = try model.loadGrader(environment: ProcessInfo.processInfo.environment)
    let output = BufferedOutput(descriptor: STDOUT_FILENO)
    let worst = try write(format.makeReport(per: per), grader, output)
    try output.flush()
    if let worst { throw ExitCode(worst.rawValue) }
  }

  /// Scores every file into a report; the exit code for what went wrong, if anything did.
  private func write(_ report: some ScoreReport, _ grader: Grader, _ output: BufferedOutput) throws
    -> Sysexit?
  {
    var report = report
    var output = output
    var worst: Sysexit?
    let options = try input.scoreInput()
    report.begin(into: &output)
    let paths = ScoreFiles.expand(files) { reason in
      warn(reason)
      worst = .noInput
    }
    for path in paths {
      guard let descriptor = open(path) else {
        worst = .noInput
        continue
      }
      let name =
        path == ScoreFiles.standardInput ? "standard input" : path.replacingControls(with: "?")
      let input = ScoreInput(file: name, options: options) { fault in
        warn(fault.description)
        worst = worst ?? .dataError
      }
      try input.read(FileLines(descriptor: descriptor)) { reply in
        let grade = grader.grade(reply.text, client: reply.client)
        report.add(ScoredReply(reply: reply, grade: grade), into: &output)
        try output.check()
      }
      if path != "-" { close(descriptor) }
    }
    report.end(into: &output)
    return worst
  }

  private func open(_ path: String) -> Int32? {
    if path == ScoreFiles.standardInput { return STDIN_FILENO }
    let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC)
    if descriptor >= 0 { return descriptor }
    let shown = path.replacingControls(with: "?")
    warn("\(shown): cannot be read: \(String(cString: strerror(errno)))")
    return nil
  }
}

extension ScoreFormat: ExpressibleByArgument {}
extension ScoreUnit: ExpressibleByArgument {}
