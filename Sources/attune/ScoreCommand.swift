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
      Reads saved sessions, plain text with speaker labels (Client:, Therapist:, C:, T:) and reply \
      records ({"id":…,"client":…,"text":…} a line); the kind is known from the content. What \
      cannot be read is told on standard error with its line, the rest is scored, and the exit \
      code is 65.
      """)

  @Argument(help: "Files; - or none reads standard input.")
  var files: [String] = []

  @Option(help: "table, csv or ndjson.")
  var format: ScoreFormat = .table

  @OptionGroup var model: ModelOptions

  func run() throws {
    try reportingFailures { try score() }
  }

  private func score() throws {
    ignoreWriteSignals()
    let grader = try model.loadGrader(environment: ProcessInfo.processInfo.environment)
    let output = BufferedOutput(descriptor: STDOUT_FILENO)
    let worst = try write(format.makeReport(), grader, output)
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
    report.begin(into: &output)
    for path in files.isEmpty ? ["-"] : files {
      guard let descriptor = open(path) else {
        worst = .noInput
        continue
      }
      let input = ScoreInput(file: path == "-" ? "standard input" : path) { fault in
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
    if path == "-" { return STDIN_FILENO }
    let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC)
    var info = stat()
    if descriptor >= 0, fstat(descriptor, &info) == 0, info.st_mode & S_IFMT != S_IFDIR {
      return descriptor
    }
    let reason = descriptor < 0 ? String(cString: strerror(errno)) : "it is a folder"
    if descriptor >= 0 { close(descriptor) }
    let folder = (path as NSString).deletingLastPathComponent
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    let hint = NearName.hint((path as NSString).lastPathComponent, in: names.sorted())
    warn("\(path): cannot be read: \(reason)\(hint.map { "; \($0)" } ?? "")")
    return nil
  }
}

extension ScoreFormat: ExpressibleByArgument {}
