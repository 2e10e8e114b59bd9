import Agreement
import GraderTraining

/// A learning curve, as Markdown for people.
public struct LearningCurveTables: CustomStringConvertible {
  private let curve: LearningCurve

  /// The tables of a curve.
  public init(_ curve: LearningCurve) {
    self.curve = curve
  }

  /// A table of macro-F1 by decision and share, and one of the replies learned from.
  public var description: String {
    let points = curve.points
    let names = points.map(\.name)
    var figures = MarkdownTable(columns: ["decision", "source", "n"] + names)
    for row in points.last?.report.rows ?? [] {
      let values = points.map { point in
        point.report.rows.first { $0.decision == row.decision && $0.source == row.source }
      }
      figures.add(
        [row.decision, row.source, "\(row.confusion.total)"] + values.map { figure($0?.macroF1) })
    }
    var replies = MarkdownTable(columns: ["replies learned from"] + names)
    for source in curve.sources {
      replies.add([source] + points.map { "\($0.replies[source] ?? 0)" })
    }
    return "\(figures)\n\(replies)"
  }
}
