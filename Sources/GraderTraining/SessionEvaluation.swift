import Agreement
import Foundation
import Listening

/// How well counts of grades tell sessions of high quality from those of low, where neither the
/// grades nor the judgement come from weights that saw the session.
public struct SessionEvaluation: Sendable {
  /// Figures of some sessions.
  package struct Figures: Sendable {
    /// How many people had judged to be of high quality.
    package var high: Int
    /// How many they had judged to be of low quality.
    package var low: Int
    /// The area under the curve.
    package var area: Estimate
    /// Its interval by bootstrap, 95 %.
    package var areaInterval: Interval?
    /// The mean of the shares of either kind that were told right.
    package var balancedAccuracy: Estimate
    /// The share of all that were told right.
    package var accuracy: Double
    /// Sessions by verdict, and how many of them people had judged so.
    package var verdicts: [SessionJudgement.Verdict: (count: Int, right: Int)]

    /// How many there are.
    package var sessions: Int { high + low }
  }

  /// Over all sessions.
  package let all: Figures
  /// Over those that scoring judges, with no `SessionJudgement.Obstacle` to it.
  package let judged: Figures
  /// The area under the curve of each measure by itself.
  package let single: [(SessionJudgement.Measure, Estimate)]
  private let fit: LogisticRegression

  /// Strong, because there are few sessions of low quality; not tuned.
  private static let decay = 0.1

  /// Cross-validates grader and judgement on the sessions of a training set whose quality is known.
  ///
  /// - Parameters:
  ///   - set: Labelled replies with AnnoMI's among them.
  ///   - folds: Into how many parts the groups are split.
  ///   - progress: Called with a line of text after each fold.
  public init(_ set: TrainingSet, folds: Int = 5, progress: (String) -> Void = { _ in }) {
    self.init(SessionCase.all(in: CrossValidation(set, folds: folds, progress: progress)))
  }

  /// Cross-validates the judgement on sessions that were graded by weights which never saw them.
  init(_ cases: [SessionCase]) {
    var odds = [Double](repeating: 0, count: cases.count)
    for fold in Set(cases.map(\.fold)).sorted() {
      let judge = Self.fit(cases.filter { $0.fold != fold })
      for index in cases.indices where cases[index].fold == fold {
        odds[index] = judge.logOdds(cases[index].numbers)
      }
    }
    all = Self.figures(cases, odds)
    let judged = cases.indices.filter {
      SessionJudgement.obstacle(to: cases[$0].measures) == nil
    }
    self.judged = Self.figures(judged.map { cases[$0] }, judged.map { odds[$0] })
    single = SessionJudgement.Measure.allCases.map { measure in
      let values = cases.map { measure.value(in: $0.measures) }
      return (measure, Discrimination.areaUnderCurve(values, cases.map(\.isHigh)))
    }
    fit = Self.fit(cases)
  }

  private static func fit(_ cases: [SessionCase]) -> LogisticRegression {
    LogisticRegression(cases.map(\.numbers), cases.map(\.isHigh), decay: decay)
  }

  private static func figures(_ cases: [SessionCase], _ odds: [Double]) -> Figures {
    var confusion = ConfusionMatrix(values: 2)
    var verdicts: [SessionJudgement.Verdict: (count: Int, right: Int)] = [:]
    for (item, odds) in zip(cases, odds) {
      confusion.add(truth: item.isHigh ? 1 : 0, decision: odds > 0 ? 1 : 0)
      let verdict = SessionJudgement.verdict(1 / (1 + exp(-odds)))
      verdicts[verdict, default: (0, 0)].count += 1
      if verdict == (item.isHigh ? .high : .low) { verdicts[verdict, default: (0, 0)].right += 1 }
    }
    let groups = Dictionary(grouping: cases.indices) { cases[$0].group }.sorted { $0.key < $1.key }
    let bootstrap = Bootstrap(clusters: groups.count, resamples: 2000, seed: 1)
    return Figures(
      high: confusion.support(1), low: confusion.support(0),
      area: Discrimination.areaUnderCurve(odds, cases.map(\.isHigh)),
      areaInterval: bootstrap.interval { draw in
        let members = draw.flatMap { groups[Int($0)].value }
        return Discrimination.areaUnderCurve(
          members.map { odds[$0] }, members.map { cases[$0].isHigh })
      },
      balancedAccuracy: confusion.balancedAccuracy, accuracy: confusion.accuracy,
      verdicts: verdicts)
  }

  /// The weights of a fit to all sessions, measure by measure, and its bias.
  package var weights: (weights: [Double], bias: Double) { fit.unscaled }
}

extension SessionCase {
  /// What the judgement goes by.
  fileprivate var numbers: [Double] {
    SessionJudgement.Measure.allCases.map { $0.value(in: measures) }
  }
}
