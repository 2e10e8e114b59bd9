import Agreement
import GraderTraining

/// Figures of an evaluation, as Markdown for people.
public struct EvaluationTables: CustomStringConvertible {
  private let rows: [Evaluation.Row]

  /// The tables of an evaluation.
  public init(_ report: EvaluationReport) {
    rows = report.rows
  }

  /// A table of the decisions, and one of their values.
  public var description: String {
    var decisions = MarkdownTable(
      "decision", "source", "n", "macro-F1", "accuracy", "kappa", "calibration error")
    var values = MarkdownTable("decision", "source", "value", "n", "precision", "recall", "F1")
    for row in rows {
      decisions.add(
        [row.decision, row.source, "\(row.confusion.total)"]
          + [row.macroF1, row.confusion.accuracy, row.kappa, row.calibrationError].map(figure))
      for value in row.byValue {
        values.add(
          [row.decision, row.source, value.value, "\(value.n)"]
            + [value.precision, value.recall, value.f1].map(figure))
      }
    }
    return "\(decisions)\n\(values)"
  }

  /// For each decision and source a table of which value was taken for which, true values first.
  public var confusions: String {
    rows.map { row in
      var table = MarkdownTable(
        columns: ["\(row.decision), \(row.source)"] + row.values.map { "as \($0)" })
      for (value, counts) in zip(row.values, row.confusion.counts) {
        table.add([value] + counts.map(String.init))
      }
      return table.description
    }.joined(separator: "\n")
  }
}
