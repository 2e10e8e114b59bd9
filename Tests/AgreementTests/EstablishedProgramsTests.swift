import Agreement
import Foundation
import TestSupport
import Testing

/// Random ratings, held against what scikit-learn, krippendorff, pingouin, statsmodels and irrCAC say
/// of them; `Fixtures/make-fixtures.py` makes the file and names the versions.
struct EstablishedProgramsTests {
  struct Fixtures: Decodable {
    var pairs: [Pair]
    var groups: [Group]
    var scores: [Scores]
  }

  struct Pair: Decodable {
    var values: Int
    var first: [Int]
    var second: [Int]
    var labels: [Int]
    var kappa: Double
    var ac1: Double
    var linear: Double
    var quadratic: Double
    var precision: [Double]
    var recall: [Double]
    var f1: [Double]
    var macroF1: Double
    var confusion: [[Int]]
  }

  struct Group: Decodable {
    var values: Int
    var complete: [[Int]]
    var ratings: [[Int?]]
    var fleiss: Double
    var nominal: Double
    var ordinal: Double
    var interval: Double
  }

  struct Scores: Decodable {
    var numbers: [[Double]]
    var icc: Double
    var lower: Double
    var upper: Double
    var alpha: Double
  }

  private let fixtures: Fixtures

  init() throws {
    let file = Repository.root.appendingPathComponent("Tests/AgreementTests/Fixtures/ratings.json")
    fixtures = try JSONDecoder().decode(Fixtures.self, from: Data(contentsOf: file))
  }

  private func isClose(_ estimate: Estimate, _ expected: Double) -> Bool {
    estimate.value.map { abs($0 - expected) < 1e-9 } ?? false
  }

  @Test(
    "Kappa with and without weights, precision, recall, F1 and the confusion matrix are those of scikit-learn, AC1 is that of irrCAC"
  )
  func pairs() {
    #expect(fixtures.pairs.count == 5)
    for pair in fixtures.pairs {
      var table = ConfusionMatrix(values: pair.values)
      for (first, second) in zip(pair.first, pair.second) {
        table.add(truth: first, decision: second)
      }
      #expect(table.counts == pair.confusion)
      #expect(isClose(table.kappa, pair.kappa))
      #expect(isClose(table.ac1, pair.ac1))
      #expect(isClose(table.weightedKappa(.linear), pair.linear))
      #expect(isClose(table.weightedKappa(.quadratic), pair.quadratic))
      #expect(isClose(table.macroF1, pair.macroF1))
      for (place, label) in pair.labels.enumerated() {
        // scikit-learn says 0 where a value was never decided on; here that is undefined.
        #expect(abs((table.precision(label).value ?? 0) - pair.precision[place]) < 1e-9)
        #expect(abs((table.recall(label).value ?? 0) - pair.recall[place]) < 1e-9)
        #expect(isClose(table.f1(label), pair.f1[place]))
      }
    }
  }

  @Test("Fleiss' kappa is that of statsmodels, alpha at each level that of krippendorff")
  func groups() {
    #expect(fixtures.groups.count == 4)
    for group in fixtures.groups {
      var kappa = FleissKappa(values: group.values, raters: group.complete[0].count)
      group.complete.forEach { kappa.add($0) }
      #expect(isClose(kappa.estimate, group.fleiss))
      var alpha = KrippendorffAlpha(values: group.values)
      let ratings = group.ratings.map { $0.compactMap(\.self) }
      ratings.forEach { alpha.add($0) }
      #expect(isClose(alpha.estimate(.nominal), group.nominal))
      #expect(isClose(alpha.estimate(.ordinal), group.ordinal))
      let numbers = ratings.map { $0.map(Double.init) }
      #expect(isClose(KrippendorffAlpha.interval(numbers), group.interval))
    }
  }

  @Test("ICC(2,1) and its interval are those of pingouin, which rounds intervals to hundredths")
  func scores() throws {
    #expect(fixtures.scores.count == 4)
    for scores in fixtures.scores {
      let icc = IntraclassCorrelation(scores.numbers)
      #expect(isClose(icc.estimate, scores.icc))
      let interval = try #require(icc.interval)
      #expect(abs(interval.lower - scores.lower) <= 0.0051)
      #expect(abs(interval.upper - scores.upper) <= 0.0051)
      #expect(isClose(KrippendorffAlpha.interval(scores.numbers), scores.alpha))
    }
  }
}
