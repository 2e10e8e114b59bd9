import Agreement
import GraderTraining
import Listening

/// How well grades tell good sessions from poor ones, as Markdown for people.
public struct SessionEvaluationTables: CustomStringConvertible {
  private let evaluation: SessionEvaluation

  /// The tables of an evaluation.
  public init(_ evaluation: SessionEvaluation) {
    self.evaluation = evaluation
  }

  /// A table of the figures, and one of the measures with the weights of a fit to all sessions.
  public var description: String {
    var sessions = MarkdownTable(
      "sessions", "high + low", "AUC", "95 %", "balanced accuracy", "accuracy", "'high' right",
      "'low' right", "unsure")
    sessions.add(["all"] + fields(evaluation.all))
    sessions.add(["that scoring judges"] + fields(evaluation.judged))
    var measures = MarkdownTable("measure", "AUC alone", "weight")
    let (weights, bias) = evaluation.weights
    for ((measure, area), weight) in zip(evaluation.single, weights) {
      measures.add(["\(measure)", figure(area.value), figure(weight)])
    }
    measures.add(["bias", "", figure(bias)])
    return "\(sessions)\n\(measures)"
  }

  private func fields(_ figures: SessionEvaluation.Figures) -> [String] {
    func right(_ verdict: SessionJudgement.Verdict) -> String {
      let (count, right) = figures.verdicts[verdict] ?? (0, 0)
      return "\(right) of \(count)"
    }
    let interval =
      figures.areaInterval.map { "\(figure($0.lower)) to \(figure($0.upper))" } ?? ""
    return [
      "\(figures.high) + \(figures.low)", figure(figures.area.value), interval,
      figure(figures.balancedAccuracy.value), figure(figures.accuracy), right(.high), right(.low),
      "\(figures.verdicts[.unsure]?.count ?? 0)",
    ]
  }
}
