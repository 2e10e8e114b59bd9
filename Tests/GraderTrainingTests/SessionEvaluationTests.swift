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

  /// A session of some MI-adherent and non-adherent moves, else like all others.
  private func session(
    isHigh: Bool, fold: Int = 0, replies: Int = 20, words: Int = 300, others: Int = 3,
    adherent: Int = 10, nonAdherent: Int = 0
  ) -> SessionCase {
    var measures = SessionMeasures()
    measures.replies = replies
    measures.simpleReflections = others
    measures.complexReflections = others
    measures.openQuestions = others
    measures.closedQuestions = others
    measures.adherent = adherent
    measures.nonAdherent = nonAdherent
    measures.traineeWords = words
    measures.clientWords = words
    return SessionCase(name: "s", group: "g", fold: fold, isHigh: isHigh, measures: measures)
  }

  @Test("A verdict is right where people judged so, and what is close is left open")
  func verdicts() {
    // By fold, how many sessions have so many moves of either kind, and what people said of them.
    let kinds: [(count: Int, isHigh: Bool, adherent: Int, nonAdherent: Int)] = [
      (5, true, 10, 0), (1, false, 10, 0), (5, false, 0, 10), (1, true, 0, 10), (1, true, 5, 5),
      (1, false, 5, 5),
    ]
    let cases = [0, 1].flatMap { fold in
      kinds.flatMap { kind in
        (0..<kind.count).map { _ in
          session(
            isHigh: kind.isHigh, fold: fold, adherent: kind.adherent,
            nonAdherent: kind.nonAdherent)
        }
      }
    }
    let all = SessionEvaluation(cases).all
    #expect(all.high == 14 && all.low == 14 && all.sessions == 28)
    #expect(all.verdicts[.high]?.count == 12 && all.verdicts[.high]?.right == 10)
    #expect(all.verdicts[.low]?.count == 12 && all.verdicts[.low]?.right == 10)
    #expect(all.verdicts[.unsure]?.count == 4 && all.verdicts[.unsure]?.right == 0)
  }

  @Test("Sessions that scoring does not judge count among all alone, whatever the obstacle")
  func judged() {
    let judged = [
      session(isHigh: true), session(isHigh: true, fold: 1), session(isHigh: false, replies: 10),
    ]
    for obstacle in [
      session(isHigh: false, replies: 9), session(isHigh: false, words: 119),
      session(isHigh: false, others: 0, adherent: 4),
    ] {
      let evaluation = SessionEvaluation(judged + [obstacle])
      #expect(evaluation.all.high == 2 && evaluation.all.low == 2)
      #expect(evaluation.judged.high == 2 && evaluation.judged.low == 1)
    }
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
