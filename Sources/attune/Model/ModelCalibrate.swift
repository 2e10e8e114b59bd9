import Agreement
import ArgumentParser
import Diagnostics
import Files
import Foundation
import GraderTraining
import Reports
import Scoring
import Transcripts

struct ModelCalibrate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Move the grader's thresholds to where your course draws its lines.",
    discussion: """
      Reads coded replies as 'attune agree' does; of several raters the majority counts. Shows \
      kappa and macro-F1 of each code before and after, the latter cross-validated by \
      conversation, and writes a model with what was better; where nothing was, none is written, and \
      the exit code is 1. Thresholds alone make the grader stricter or milder; with --retrain it learns \
      which replies your coders see otherwise. Use the model with --model.

        attune model calibrate --human coded.csv --output course.model
        attune score --model course.model Examples/talk.txt
      """)

  @OptionGroup var human: CodedInput

  @Option(help: ArgumentHelp("Write the model here.", valueName: "file"))
  var output: String

  @Flag(help: "Go on training the weights on the replies, too.")
  var retrain = false

  @OptionGroup var parts: FoldOptions

  @OptionGroup var model: ModelOptions

  func run() throws {
    try reportingFailures { try calibrate() }
  }

  private func calibrate() throws {
    var hasFaults = false
    let files = try human.files()
    try NamedFile.refuse(
      [FileIdentity(regular: output)], over: files.paths + [model.path()])
    let place = try WholeFile(output)
    let units = try human.read(files) { fault in
      warn(fault.description)
      if fault.severity == .error { hasFaults = true }
    }
    if let fault = units.textless { warn(fault.description) }
    let ties = units.codings.ties
    if !ties.isEmpty {
      let counts = ties.map { "\($0.code) \($0.count)" }.joined(separator: ", ")
      warn("left out, where the raters are tied: \(counts)")
    }
    let grader = try model.loadGrader()
    let replies = units.majority.map {
      LocalReply(group: $0.group, client: $0.client, text: $0.text, codes: $0.codes)
    }
    let (model, rows) = LocalCalibration.fit(
      grader, to: replies, retrains: retrain, folds: parts.folds)
    guard !rows.isEmpty else {
      throw Failure(
        """
        too few coded replies with texts: a code needs \(LocalCalibration.fewestReplies), two of \
        its values \(LocalCalibration.fewestOfValue) each, and two conversations
        """, .dataError)
    }
    let scarce = LocalCalibration.scarce(in: replies, besides: rows)
    try put(CalibrationTable(rows, scarce: scarce), terminator: "")
    guard rows.contains(where: \.isKept) else {
      let mend = retrain ? "" : "; thresholds alone move little, --retrain moves weights, too"
      warn("no code was graded better; no model is written\(mend)")
      throw ExitCode.failure
    }
    try write(model, to: place)
    if hasFaults { throw ExitCode(.dataError) }
  }
}
