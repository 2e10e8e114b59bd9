import ArgumentParser
import GraderTraining
import Lines
import Reports

struct ModelEvaluate: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json
  }

  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Cross-validate the training, or measure a model on what it was not trained on.",
    discussion: """
      No conversation stands on both sides of a fold. Precision, recall and F1 of each value are \
      told, and kappa and macro-F1 of each decision; 'any' takes the values of a code together. \
      With --held-out the model at hand is measured on labelled replies that its training left \
      out, with --probes against expectations that someone wrote down; neither trains. The folder \
      Corpus lies in Attune's sources and is not installed.

        attune model evaluate --held-out Corpus/held-out
      """)

  @OptionGroup var data: TrainingOptions

  @OptionGroup var parts: FoldOptions

  @Flag(help: "Show which value was taken for which, decision by decision.")
  var confusion = false

  @Flag(
    help: """
      Show what fewer replies to learn from would come to: 1/8, 1/4, 1/2 and all of the groups \
      outside each fold. Takes twice as long.
      """)
  var curve = false

  @Option(help: "table (Markdown), or json with everything.")
  var format: Format = .table

  @Option(
    help: ArgumentHelp(
      "Measure on the labelled replies in this folder or file instead, such as Corpus/held-out.",
      valueName: "path"))
  var heldOut: String?

  @Option(help: ArgumentHelp("Check expectations in this file instead.", valueName: "file"))
  var probes: String?

  @OptionGroup var model: ModelOptions

  func validate() throws {
    if probes != nil, curve || confusion || format != .table {
      throw ValidationError("--curve, --confusion and --format do not go with --probes")
    }
    if heldOut != nil || probes != nil, curve || data.isNamed || heldOut != nil && probes != nil {
      throw ValidationError(
        "--held-out and --probes go with neither each other nor --curve, --data or --corpus")
    }
    if heldOut != nil || probes != nil, parts.named != nil {
      throw ValidationError("--folds goes with neither --held-out nor --probes: nothing is trained")
    }
    if heldOut == nil, probes == nil, model.model != nil {
      throw ValidationError(
        "--model goes with --held-out or --probes; without them new models are trained and measured"
      )
    }
    if curve, confusion {
      throw ValidationError("--confusion does not go with --curve; --format json has both")
    }
  }

  func run() throws {
    try reportingFailures {
      if let probes {
        let grader = try model.loadGrader()
        let text = try TrainingOptions.text(of: probes)
        let check = try ProbeCheck(probes: text, name: probes, grader: grader)
        try put(ProbeTables(check), terminator: "")
      } else if let heldOut {
        let grader = try model.loadGrader()
        let set = try TrainingOptions.load([heldOut])
        guard set.count > 0 else { throw Failure("no labelled replies in \(heldOut)", .dataError) }
        for name in set.skipped { warn("\(name): no labelled replies; left out") }
        try show(Evaluation.measure(grader, on: set))
      } else if curve {
        let curve = LearningCurve(try data.load(), folds: parts.folds) { warn($0) }
        try show(curve, LearningCurveTables(curve))
      } else {
        try show(Evaluation.crossValidate(try data.load(), folds: parts.folds) { warn($0) })
      }
    }
  }

  private func show(_ report: EvaluationReport) throws {
    guard !report.rows.isEmpty else {
      throw Failure(
        "nothing can be measured: it takes labelled replies with two values of a code, such as "
          + "some with a reflection and some without", .dataError)
    }
    let tables = EvaluationTables(report)
    try show(report, tables)
    if confusion, format == .table { try put("\n\(tables.confusions)", terminator: "") }
  }

  private func show(_ figures: some Encodable, _ tables: some CustomStringConvertible) throws {
    switch format {
    case .table: try put(tables, terminator: "")
    case .json: try put(JSONLine.encode(figures))
    }
  }
}
