import Agreement
import Foundation
import Grading
import Listening
import TestSupport
import Testing

@testable import GraderTraining

struct EvaluationTests {
  private func set(themes: Int = 10) throws -> TrainingSet {
    try TrainingSet(files: [("corpus.ndjson", LabelledRows.corpus(themes: themes))])
  }

  @Test("Figures by value follow from the counts")
  func byValue() throws {
    let row = Evaluation.Row(
      decision: "advice", source: "corpus", values: ["none", "permitted", "unsolicited"],
      confusion: .ofTen, calibrationError: nil)
    #expect(row.byValue.map(\.n) == [6, 4, 0])
    #expect(row.byValue.map(\.decided) == [7, 3, 0])
    #expect(row.byValue[1].precision == 2.0 / 3)
    #expect(row.byValue[1].recall == 0.5)
    #expect(row.byValue[2].precision == nil && row.byValue[2].f1 == nil)
    // (0.7 - 0.54) / (1 - 0.54)
    #expect(abs(try #require(row.kappa) - 0.16 / 0.46) < 1e-9)
  }

  @Test("Kinds of judgment are told where judgment was found, and over all replies")
  func kinds() throws {
    let report = Evaluation.crossValidate(try set(), folds: 2)
    let rows = report.rows.filter { $0.decision.hasPrefix("judgmentKind") }
    #expect(rows.map(\.decision) == ["judgmentKind", "judgmentKind, or none"])
    let all = try #require(rows.last)
    #expect(all.confusion.total == 60)
    #expect(all.values.prefix(3) == ["none", "blame", "label"])
    #expect(all.byValue.map(\.n).prefix(3) == [40, 10, 10])
    #expect(try #require(all.kappa) > 0.5)
  }

  @Test("Held-out folds are graded by the rules that look at what a reply holds, too")
  func hollowReflections() throws {
    let text = "You feel sad, angry, lonely and scared."
    let hollow = (0..<24).map { theme in
      #"{"client":"The boat is gone.","text":"\#(text)","theme":"t\#(theme)","#
        + #""codes":{"reflection":"complex"}}"#
    }
    let rows = LabelledRows.corpus(themes: 24) + "\n" + hollow.joined(separator: "\n")
    let validation = CrossValidation(
      try TrainingSet(files: [("corpus.ndjson", rows)]), folds: 2, progress: { _ in })
    let pairs = zip(validation.examples, validation.decisions)
    let reflections = pairs.filter { $1.codes.reflection != .none }
    #expect(pairs.count { $0.0.text == text } == 24)
    #expect(!reflections.isEmpty && reflections.allSatisfy { $0.0.text != text })
  }

  @Test("JSON holds every count")
  func json() throws {
    var confusion = ConfusionMatrix(values: 2)
    confusion.add(truth: 0, decision: 0)
    confusion.add(truth: 1, decision: 0)
    confusion.add(truth: 1, decision: 1)
    let report = EvaluationReport(rows: [
      Evaluation.Row(
        decision: "repair", source: "corpus", values: ["no", "yes"], confusion: confusion,
        calibrationError: 0.25)
    ])
    let data = try JSONEncoder().encode(report)
    let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    let rows = try #require(object["rows"] as? [[String: Any]])
    #expect(rows.first?["decision"] as? String == "repair")
    #expect(rows.first?["confusion"] as? [[Int]] == [[1, 0], [1, 1]])
    #expect(rows.first?["calibration_error"] as? Double == 0.25)
    let values = try #require(rows.first?["values"] as? [[String: Any]])
    #expect(values.map { $0["value"] as? String } == ["no", "yes"])
    #expect(values.map { $0["precision"] as? Double } == [0.5, 1])
    #expect(values.map { $0["recall"] as? Double } == [1, 0.5])
  }

  @Test(
    "A share of the groups is whole groups, the same ones in a larger share, of each source some")
  func draws() throws {
    let spoken = (0..<3).map {
      #"{"source":"spoken","theme":"t\#($0)","text":"So.","labels":{"main":"other"}}"#
    }
    let files = [
      ("corpus", LabelledRows.corpus(themes: 9)), ("spoken", spoken.joined(separator: "\n")),
    ]
    let examples = try TrainingSet(files: files).examples
    let members = Array(examples.indices.dropFirst(6))
    var larger = Set(members)
    for share in [1, 0.5, 0.25, 0.125] {
      let drawn = Folds.draw(share, of: members, from: examples)
      #expect(larger.isSuperset(of: drawn))
      larger = Set(drawn)
      for (source, groups) in [(LabelledExample.Source.corpus, 8.0), (.spoken, 3.0)] {
        let kept = drawn.filter { examples[$0].source == source }
        let count = Set(kept.map { examples[$0].group }).count
        #expect(count == Int((groups * share).rounded(.up)))
        #expect(kept.count == count * (source == .corpus ? 6 : 1))
      }
    }
  }

  @Test("A learning curve ends where all groups are learned from, and holds out the same replies")
  func curve() throws {
    let set = try set(themes: 8)
    let curve = LearningCurve(set, folds: 2)
    #expect(curve.points.map(\.share) == [0.125, 0.25, 0.5, 1])
    #expect(curve.points.map { $0.replies["corpus"] } == [6, 6, 12, 24])
    let whole = Evaluation.crossValidate(set, folds: 2)
    for point in curve.points {
      // How many kinds there are to compare depends on the judgment that was found.
      let rows = point.report.rows.filter { $0.decision != "judgmentKind" }
      #expect(rows.count >= 6 && rows.allSatisfy { $0.confusion.total == 48 })
    }
    func figures(_ report: EvaluationReport?) -> [Double?]? { report?.rows.map(\.macroF1) }
    #expect(figures(curve.points.last?.report) == figures(whole))
    #expect(figures(curve.points.first?.report) != figures(whole))
    #expect(curve.points.map(\.name) == ["1/8", "1/4", "1/2", "all"])
    #expect(curve.sources == ["corpus"])
  }
}
