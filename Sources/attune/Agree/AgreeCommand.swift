import Agreement
import ArgumentParser
import Diagnostics
import Files
import Foundation
import Grading
import Listening
import Practice
import Reports
import Transcripts

struct AgreeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agree",
    abstract: "Compare human codes with the grader's and with each other.",
    discussion: """
      Reads coded replies: tables with columns id, text, client, conversation, rater and one for \
      each code, or one JSON object a line with the codes of reply records. Several raters may \
      stand in one file or in files of their own; a folder or a pattern stands for its files. \
      Of levels, weighted kappa is given as well. The replies are graded from their texts, or the \
      grades are taken from what 'attune score --format ndjson' wrote. Kappa, alpha, ICC(2,1), \
      precision, recall and F1 come with intervals from a bootstrap over whole conversations.

        attune agree --human Examples/coded.csv
        attune agree --human Examples/coded.csv --humans-only --format csv
      """)

  @OptionGroup var human: CodedInput

  @Option(
    help: ArgumentHelp(
      "Take the grades from this output of 'attune score --format ndjson', by conversation and id.",
      valueName: "file"))
  var grades: String?

  @Flag(help: "Compare the human raters alone.")
  var humansOnly = false

  @Option(help: "table, json or csv.")
  var format: AgreementReport.Format = .table

  @Flag(help: "Show confusion matrices.")
  var confusion = false

  @Option(
    parsing: .unconditional,
    help: "How many replies and sessions of largest disagreement to show (default: 5).")
  var disagreements: Int?

  @Option(parsing: .unconditional, help: "Samples that the bootstrap draws; 0 for no intervals.")
  var resamples = 1000

  @Option(parsing: .unconditional, help: "The bootstrap's seed.")
  var seed: UInt64 = 1

  @OptionGroup var model: ModelOptions

  func validate() throws {
    guard (0...100_000).contains(resamples) else {
      throw ValidationError("--resamples is a number from 0 to 100000")
    }
    guard disagreements ?? 0 >= 0 else { throw ValidationError("--disagreements is 0 or more") }
    guard !(humansOnly && grades != nil) else {
      throw ValidationError("--humans-only and --grades exclude each other")
    }
    if model.model != nil, humansOnly || grades != nil {
      throw ValidationError(
        "--model goes with neither --humans-only nor --grades: nothing is graded")
    }
    if format == .csv, confusion || disagreements != nil {
      throw ValidationError(
        "--confusion and --disagreements do not go with --format csv; table and json have both")
    }
  }

  func run() throws {
    try reportingFailures { try agree() }
  }

  private func agree() throws {
    var hasFaults = false
    func report(_ fault: Diagnostic) {
      warn(fault.description)
      if fault.severity == .error { hasFaults = true }
    }
    let units = try human.read(human.files(), report)
    if let fault = units.unshared { report(fault) }
    let graded = humansOnly ? nil : try grader(units, report)
    let result = AgreementReport(
      humans: units.codings, graded: graded, resamples: resamples, seed: seed,
      disagreements: disagreements ?? 5, showsConfusion: confusion)
    guard !result.comparisons.isEmpty else {
      throw Failure(
        humansOnly
          ? "there is only one rater; name another --human file, or leave out --humans-only"
          : "there is nothing to compare: one rater, and no texts or grades beside; add a column "
            + "'text', or name grades with --grades", .dataError)
    }
    let output = BufferedOutput(descriptor: STDOUT_FILENO)
    var stream = output
    result.write(format, into: &stream)
    try output.flush()
    if hasFaults { throw ExitCode(.dataError) }
  }

  /// What the grader says of the replies; `nil` where there is nothing that it could say.
  private func grader(_ units: CodedUnits, _ report: (Diagnostic) -> Void) throws -> Codings? {
    if let grades {
      let saved = try NamedFile.reading(grades) { GradedFile($0, file: $1, report: report) }
      return units.codings(
        of: try matched(units, saved, report), named: saved.records.last?.grade.model ?? "")
    }
    guard units.replies.contains(where: { $0.unit.text != nil }) else {
      warn("the coded replies have no texts, so the grader is left out")
      return nil
    }
    if let fault = units.textless { report(fault) }
    let grader = try model.loadGrader()
    if grader.isCalibrated {
      warn(
        "\(grader.modelName) was calibrated on coded replies; with those same replies its agreement "
          + "is too high, and what 'attune model calibrate' told is the one to report")
    }
    let grades = units.replies.map { reply in
      reply.unit.text.map { grader.grade(spoken: $0, to: reply.client) }
    }
    return units.codings(of: grades, named: grader.modelName)
  }

  /// What a grade is known by, with its session where its id does not name that.
  private static func shown(_ record: GradedRecord) -> String {
    RecordID.name(record.id.plain, in: record.session).replacingControls()
  }

  /// The grades of coded replies among those that were saved.
  private func matched(
    _ units: CodedUnits, _ saved: GradedFile, _ report: (Diagnostic) -> Void
  ) throws -> [Grade?] {
    guard !saved.records.isEmpty else {
      throw Failure(
        "\(saved.file): no grades are in it; name what 'attune score --format ndjson' wrote",
        .dataError)
    }
    let match = units.matching(saved.records)
    if let doubt = match.doubt(in: saved.file) { report(doubt) }
    guard match.grades.contains(where: { $0 != nil }) else {
      let (grade, coded) = (Self.shown(saved.records[0]), units.replies.first?.unit.name ?? "")
      let reason =
        match.unclear.isEmpty
        ? "no grade has the id and the conversation of a coded reply; one of the grades is "
          + "'\(grade)', one of the coded replies '\(coded.replacingControls())'; "
          + "score the files by the names by which they were coded, folders included"
        : "no grade can be used"
      throw Failure("\(saved.file): \(reason)", .dataError)
    }
    if let lack = match.lack(in: saved.file) { report(lack) }
    return match.grades
  }
}

extension AgreementReport.Format: ExpressibleByArgument {}
