import ArgumentParser
import GraderTraining
import Reports

struct ModelSessions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sessions",
    abstract: "Measure how well grades tell good sessions from poor ones.",
    discussion: """
      Cross-validates the grader on AnnoMI's conversations and fits the judgement of whole sessions \
      to the counts of its grades; no conversation is graded or judged by weights that saw it. \
      Prints the figures, and the weights that Attune's own judgement takes. It is for whoever works \
      on Attune: Corpus lies in its sources and is not installed, nor are the data that the model \
      card (Models/README.md) names for --data.

        attune model sessions --data DATA --corpus Corpus
      """)

  @OptionGroup var data: TrainingOptions

  @OptionGroup var parts: FoldOptions

  func run() throws {
    try reportingFailures {
      let evaluation = SessionEvaluation(try data.load(), folds: parts.folds) { warn($0) }
      guard evaluation.all.sessions > 0 else {
        throw Failure("the data name no conversation whose quality is known", .dataError)
      }
      try put(SessionEvaluationTables(evaluation), terminator: "")
    }
  }
}
