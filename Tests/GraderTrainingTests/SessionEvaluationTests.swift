import Listening
import TestSupport
import Testing

@testable import GraderTraining

struct SessionEvaluationTests {
  @Test("Sessions that plainly differ are told apart by counts of grades from unseen folds")
  func toldApart() throws {
    let set = try TrainingSet(files: [("annomi.ndjson", LabelledRows.sessions(20, turns: 12))])
    let evaluation = SessionEvaluation(set, folds: 5)
    #expect(evaluation.all.sessions == 20)
    #expect(evaluation.all.area == .success(1))
    #expect(evaluation.all.balancedAccuracy == .success(1))
    #expect(evaluation.weights.weights.count == evaluation.single.count)
  }

  @Test("Without sessions of known quality nothing is claimed")
  func none() throws {
    let row = #"{"text":"You miss him.","theme":"loss","codes":{"reflection":"simple"}}"#
    let set = try TrainingSet(files: [("corpus.ndjson", row + "\n" + row)])
    let evaluation = SessionEvaluation(set, folds: 2)
    #expect(evaluation.all.sessions == 0)
    #expect(evaluation.all.area.value == nil)
  }

  @Test("A logistic regression finds the side that cases lie on, however rare the one kind is")
  func regression() {
    let rows = (0..<40).map { [Double($0), $0 % 2 == 0 ? 3 : 4] }
    let fit = LogisticRegression(rows, (0..<40).map { $0 >= 34 }, decay: 0.01)
    #expect(fit.logOdds([39, 3]) > 0)
    #expect(fit.logOdds([5, 4]) < 0)
    let constant = LogisticRegression([[1], [1]], [true, false], decay: 0.01)
    #expect(constant.logOdds([1]) == 0)
    #expect(LogisticRegression([], [], decay: 1).logOdds([]) == 0)
  }
}
