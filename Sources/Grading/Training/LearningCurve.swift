/// What the grader reaches with fewer groups of replies to learn from: where a curve still rises,
/// more replies would help.
public struct LearningCurve: Sendable, Encodable, CustomStringConvertible {
  /// The figures with one share.
  struct Point: Sendable, Encodable {
    /// The share of each source's groups that training kept, 0 to 1.
    var share: Double
    /// The replies it learned from, mean over the folds, by source.
    var replies: [String: Int]
    var report: Report
  }

  let points: [Point]

  private static let shares = [("1/8", 0.125), ("1/4", 0.25), ("1/2", 0.5), ("all", 1)]

  /// Cross-validates once for each share. Every reply is graded by weights and confidences of which
  /// its fold was no part; what differs is how many of the other groups were left out. Teachers are
  /// not heard, for they saw every group.
  ///
  /// - Parameters:
  ///   - set: Labelled replies.
  ///   - folds: Into how many parts the groups are split.
  ///   - progress: Called with a line of text after each fold.
  public init(_ set: TrainingSet, folds: Int = 5, progress: (String) -> Void = { _ in }) {
    let examples = set.examples
    let options = TrainerOptions()
    let keyed = KeyedExample.all(of: set, options: options)
    points = Self.shares.map { name, share in
      let validation = CrossValidation(
        examples, keyed: keyed, folds: folds, share: share, hearsTeachers: false, options: options
      ) { progress("\(name): \($0)") }
      let sources = validation.training.joined().map { examples[$0].source.rawValue }
      let counts = Dictionary(grouping: sources) { $0 }.mapValues { $0.count / folds }
      return Point(share: share, replies: counts, report: Evaluation.report(on: validation))
    }
  }

  /// A table of macro-F1 by decision and share, and one of the replies learned from.
  public var description: String {
    let names = Self.shares.map(\.0)
    var figures = MarkdownTable(columns: ["decision", "source", "n"] + names)
    for row in points.last?.report.rows ?? [] {
      let curve = points.map { point in
        point.report.rows.first { $0.decision == row.decision && $0.source == row.source }
      }
      figures.add(
        [row.decision, row.source, "\(row.confusion.total)"] + curve.map { figure($0?.macroF1) })
    }
    var replies = MarkdownTable(columns: ["replies learned from"] + names)
    for source in LabelledExample.Source.allCases.map(\.rawValue)
    where points.last?.replies[source] != nil {
      replies.add([source] + points.map { "\($0.replies[source] ?? 0)" })
    }
    return "\(figures)\n\(replies)"
  }
}
