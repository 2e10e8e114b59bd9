import Agreement
import Foundation
import Listening
import Repeatable

/// How well counts of grades tell sessions of high quality from those of low, where neither the
/// grades nor the judgement come from weights that saw the session.
public struct SessionEvaluation: Sendable, CustomStringConvertible {
  /// Figures of some sessions.
  struct Figures: Sendable {
    var high: Int
    var low: Int
    var area: Estimate
    var areaInterval: Interval?
    var balancedAccuracy: Estimate
    var accuracy: Double
    /// Sessions by verdict, and how many of them people had judged so.
    var verdicts: [SessionJudgement.Verdict: (count: Int, right: Int)]
  }

  private let all: Figures
  private let long: Figures
  private let single: [(SessionJudgement.Measure, Estimate)]
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
    let cases = SessionCase.all(in: CrossValidation(set, folds: folds, progress: progress))
    var odds = [Double](repeating: 0, count: cases.count)
    for fold in Set(cases.map(\.fold)).sorted() {
      let judge = Self.fit(cases.filter { $0.fold != fold })
      for index in cases.indices where cases[index].fold == fold {
        odds[index] = judge.logOdds(cases[index].numbers)
      }
    }
    all = Self.figures(cases, odds)
    let long = cases.indices.filter {
      cases[$0].measures.replies >= SessionJudgement.fewestReplies
    }
    self.long = Self.figures(long.map { cases[$0] }, long.map { odds[$0] })
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
    var confusion = Confusion(values: 2)
    var verdicts: [SessionJudgement.Verdict: (count: Int, right: Int)] = [:]
    for (item, odds) in zip(cases, odds) {
      confusion.add(truth: item.isHigh ? 1 : 0, decision: odds > 0 ? 1 : 0)
      let verdict = SessionJudgement.verdict(1 / (1 + exp(-odds)))
      verdicts[verdict, default: (0, 0)].count += 1
      if verdict == (item.isHigh ? .high : .low) { verdicts[verdict, default: (0, 0)].right += 1 }
    }
    let groups = Dictionary(grouping: cases.indices) { cases[$0].group }.sorted { $0.key < $1.key }
    var random = SplitMix64(seed: 1)
    let bootstrap = Bootstrap(clusters: groups.count, resamples: 2000, using: &random)
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

  /// Figures as Markdown, then the weights of a fit to all sessions.
  public var description: String {
    var sessions = MarkdownTable(
      "sessions", "high + low", "AUC", "95 %", "balanced accuracy", "accuracy", "'high' right",
      "'low' right", "unsure")
    func add(_ name: String, _ f: Figures) {
      func right(_ verdict: SessionJudgement.Verdict) -> String {
        let (count, right) = f.verdicts[verdict] ?? (0, 0)
        return "\(right) of \(count)"
      }
      let interval = f.areaInterval.map { "\(figure($0.lower)) to \(figure($0.upper))" } ?? ""
      sessions.add([
        name, "\(f.high) + \(f.low)", figure(f.area.value), interval,
        figure(f.balancedAccuracy.value), figure(f.accuracy), right(.high), right(.low),
        "\(f.verdicts[.unsure]?.count ?? 0)",
      ])
    }
    add("all", all)
    add("\(SessionJudgement.fewestReplies) replies or more", long)
    var measures = MarkdownTable("measure", "AUC alone", "weight")
    let (weights, bias) = fit.unscaled
    for ((measure, area), weight) in zip(single, weights) {
      measures.add(["\(measure)", figure(area.value), figure(weight)])
    }
    measures.add(["bias", "", figure(bias)])
    return "\(sessions)\n\(measures)"
  }

  /// The area under the curve over all sessions, and the balanced accuracy.
  package var figures: (area: Estimate, balancedAccuracy: Estimate, sessions: Int) {
    (all.area, all.balancedAccuracy, all.high + all.low)
  }
}

extension SessionCase {
  /// What the judgement goes by.
  fileprivate var numbers: [Double] {
    SessionJudgement.Measure.allCases.map { $0.value(in: measures) }
  }
}
