/// What the grader reaches with fewer groups of replies to learn from: where a curve still rises,
/// more replies would help.
public struct LearningCurve: Sendable, Encodable {
  /// The figures with one share.
  package struct Point: Sendable, Encodable {
    /// The share of each source's groups that training kept, 0 to 1.
    package var share: Double
    /// The replies it learned from, mean over the folds, by source.
    package var replies: [String: Int]
    /// What it reached.
    package var report: EvaluationReport

    /// The share as a fraction, or `all`.
    package var name: String { Self.name(of: share) }

    static func name(of share: Double) -> String {
      share == 1 ? "all" : "1/\(Int((1 / share).rounded()))"
    }
  }

  /// The figures, the smallest share first.
  package let points: [Point]

  private static let shares = [0.125, 0.25, 0.5, 1]

  /// Cross-validates once for each share. Every reply is graded by weights and confidences that
  /// were not fitted to its fold; the share sets how many of the other groups they were fitted to.
  /// Teachers are not used, because they were trained on every group.
  ///
  /// - Parameters:
  ///   - set: Labelled replies.
  ///   - folds: Into how many parts the groups are split.
  ///   - progress: Called with a line of text after each fold.
  public init(_ set: TrainingSet, folds: Int = 5, progress: (String) -> Void = { _ in }) {
    let examples = set.examples
    let options = TrainerOptions()
    let keyed = KeyedExample.all(of: set, options: options)
    points = Self.shares.map { share in
      let validation = CrossValidation(
        examples, keyed: keyed, folds: folds, share: share, usesTeachers: false, options: options
      ) { progress("\(Point.name(of: share)): \($0)") }
      let sources = validation.training.joined().map { examples[$0].source.rawValue }
      let counts = Dictionary(grouping: sources) { $0 }.mapValues { $0.count / folds }
      return Point(share: share, replies: counts, report: Evaluation.report(on: validation))
    }
  }

  /// The sources that were learned from, in order.
  package var sources: [String] {
    LabelledExample.Source.allCases.map(\.rawValue).filter { points.last?.replies[$0] != nil }
  }
}
