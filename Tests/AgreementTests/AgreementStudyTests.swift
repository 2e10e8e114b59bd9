import Agreement
import Repeatable
import TestSupport
import Testing

struct AgreementStudyTests {
  private let reflection = Variable(name: "reflection", values: ["none", "simple", "complex"])
  private let advice = Variable(name: "advice", values: ["no", "yes"])

  private func codings(_ values: [[Int?]], sessions: [String?]) -> Codings {
    var codings = Codings(
      raters: ["a", "b"],
      units: sessions.enumerated().map { Unit(name: "reply \($0 + 1)", session: $1) })
    codings.codes = [(reflection, values)]
    return codings
  }

  private func study(
    _ codings: Codings, pairing: AgreementStudy.Pairing = .everyone, resamples: Int = 200,
    seed: UInt64 = 3
  ) -> AgreementStudy {
    AgreementStudy(codings, pairing: pairing, resamples: resamples, seed: seed)
  }

  private func sample(units: Int, sessions: Int, noise: Double) -> Codings {
    var random = Seeded(seed: 5)
    let values = (0..<units).map { _ in
      let truth = Int.random(in: 0...2, using: &random)
      let other = Int.random(in: 0...2, using: &random)
      return [truth, Double.random(in: 0..<1, using: &random) < noise ? other : truth] as [Int?]
    }
    return codings(values, sessions: (0..<units).map { "s\($0 % sessions)" })
  }

  @Test("Each figure is worked out on the same samples, which are the seed's")
  func samples() {
    let bootstrap = Bootstrap(clusters: 7, resamples: 40, seed: 3)
    func draws(_ bootstrap: Bootstrap) -> [[Int32]] {
      var draws: [[Int32]] = []
      _ = bootstrap.interval { draw in
        draws.append(draw)
        return .success(0)
      }
      return draws
    }
    let first = draws(bootstrap)
    #expect(first == draws(bootstrap))
    #expect(first.count == 40 && first.allSatisfy { $0.count == 7 })
    #expect(Set(first).count == 40 && Set(first.flatMap(\.self)) == Set(0..<7))
    #expect(first == draws(Bootstrap(clusters: 7, resamples: 40, seed: 3)))
    #expect(first != draws(Bootstrap(clusters: 7, resamples: 40, seed: 4)))
    var random = Seeded(seed: 3)
    let drawn = (0..<7).map { _ in Int32(random.next() % 7) }
    #expect(first.first == drawn)
  }

  @Test("The same seed gives the same intervals, another seed others")
  func seeded() {
    let codings = sample(units: 90, sessions: 12, noise: 0.4)
    let first = study(codings).codes.map(\.kappa)
    #expect(first == study(codings).codes.map(\.kappa))
    #expect(first != study(codings, seed: 4).codes.map(\.kappa))
  }

  @Test("An interval holds its figure, and is wider where replies come in fewer sessions")
  func intervals() throws {
    func width(_ sessions: Int) throws -> Double {
      // Every session is coded all well or all badly.
      let values = (0..<120).map { unit in
        [unit % 3, unit % sessions % 2 == 0 ? unit % 3 : (unit / 3) % 3] as [Int?]
      }
      let codings = codings(values, sessions: (0..<120).map { "s\($0 % sessions)" })
      let kappa = try #require(study(codings).codes.first?.kappa)
      let interval = try #require(kappa.interval)
      let value = try kappa.estimate.get()
      #expect(interval.lower <= value && value <= interval.upper)
      return interval.upper - interval.lower
    }
    #expect(try width(4) > width(120))
  }

  @Test("Replies without a session are drawn one by one; one session alone gives no interval")
  func clusters() {
    let values: [[Int?]] = [[0, 0], [1, 1], [2, 1], [0, 0], [1, 2], [2, 2]]
    let loose = study(codings(values, sessions: Array(repeating: nil, count: 6)))
    #expect(loose.sessions == nil)
    #expect(loose.codes.first?.kappa.interval != nil)
    let single = study(codings(values, sessions: Array(repeating: "s", count: 6)))
    #expect(single.sessions == 1)
    #expect(single.codes.first?.kappa.interval == nil)
  }

  @Test("The majority is taken over raters; ties and silence are left open")
  func consensus() {
    var codings = Codings(
      raters: ["a", "b", "c"], units: (1...4).map { Unit(name: "\($0)", session: nil) })
    codings.codes = [(reflection, [[1, 1, 2], [0, 1, 2], [nil, nil, 2], [nil, nil, nil]])]
    codings.scores = [("empathy", [[50, 60, nil], [nil, nil, nil], [10, 20, 30], [1, 1, 1]])]
    let majority = codings.consensus(named: "all")
    #expect(majority.codes[0].values == [[1], [nil], [2], [nil]])
    #expect(majority.scores[0].values == [[55], [nil], [20], [1]])
  }

  @Test("Held against the last rater, kappa is the mean over the others")
  func withLast() throws {
    var codings = Codings(
      raters: ["a", "b", "grader"], units: (1...6).map { Unit(name: "\($0)", session: nil) })
    codings.codes = [
      (advice, [[0, 0, 0], [1, 1, 1], [1, 0, 1], [0, 1, 0], [1, 1, 1], [0, 0, 0]])
    ]
    let code = try #require(study(codings, pairing: .othersAgainstLast).codes.first)
    // Rater a agrees with the grader throughout; b on four of six, by chance on three.
    #expect(abs(try code.kappa.estimate.get() - (1 + 1.0 / 3) / 2) < 1e-9)
    #expect(code.fleiss == nil)
    #expect(code.confusion.total == 12)
  }

  /// Scores of raters, the grader last, each unit in a session of its own.
  private func scores(_ values: [[Double?]], by raters: [String] = ["ann", "bo", "grader"])
    -> Codings
  {
    var codings = Codings(
      raters: raters,
      units: values.indices.map { Unit(name: "\($0)", session: "s\($0)") })
    codings.scores = [("empathy", values)]
    return codings
  }

  @Test("Held against the last rater, what the others agree on among themselves lifts no figure")
  func constantGrader() throws {
    // Raters who agree fully, and a grader who always says the same.
    let values: [[Double?]] = [[10, 10, 70], [30, 30, 70], [60, 60, 70], [90, 90, 70]]
    let score = try #require(study(scores(values), pairing: .othersAgainstLast).scores.first)
    #expect(abs(try score.correlation.estimate.get()) < 1e-9)
    // Each taken twice, squared distances within units add up to 11,400, among all to 75,000.
    #expect(abs(try score.alpha.get() - (1 - 7 * 11_400 / 75_000)) < 1e-9)
    #expect(score.correlation.units == 4 && score.lastMinusOthers == 22.5)
    let interval = try #require(score.correlation.interval)
    #expect(abs(interval.lower) < 1e-9 && abs(interval.upper) < 1e-9)
    let one = scores(values.map { [$0[0], $0[2]] }, by: ["ann", "grader"])
    let alone = try #require(study(one, pairing: .othersAgainstLast).scores.first)
    #expect(abs(try alone.alpha.get() - score.alpha.get()) < 1e-9)
    #expect(abs(try alone.correlation.estimate.get()) < 1e-9)
  }

  @Test("Held against the last rater, ICC and alpha of scores are the means over the others")
  func scoresWithLast() throws {
    let values: [[Double?]] = [[10, 20, 10], [20, 30, 20], [30, 40, 30], [40, nil, 40]]
    let score = try #require(study(scores(values), pairing: .othersAgainstLast).scores.first)
    // Ann agrees with the grader fully. Bo lies 10 above: mean squares of 200 between units, 150
    // between the two and 0 left make 200 / (200 + 2 * 150 / 3).
    #expect(abs(try score.correlation.estimate.get() - (1 + 2.0 / 3) / 2) < 1e-9)
    // Of Bo 5 * 600 / 6,600 are missing from 1.
    #expect(abs(try score.alpha.get() - (1 + 6.0 / 11) / 2) < 1e-9)
    #expect(score.correlation.units == 4 && score.lastMinusOthers == -5)
  }

  @Test("The interval of a mean ICC is that of the means over the bootstrap's samples")
  func meanInterval() throws {
    var random = Seeded(seed: 9)
    let values: [[Double?]] = (0..<25).map { _ in
      let truth = Double.random(in: 0...80, using: &random)
      return (0..<3).map { _ in truth + Double.random(in: 0...20, using: &random) }
    }
    let score = try #require(study(scores(values), pairing: .othersAgainstLast).scores.first)
    let interval = try #require(score.correlation.interval)
    let expected = try #require(
      Bootstrap(clusters: 25, resamples: 200, seed: 3).interval { draw in
        .mean(
          [0, 1].map { rater in
            IntraclassCorrelation(
              draw.map { unit in [rater, 2].compactMap { values[Int(unit)][$0] } }
            ).estimate
          })
      })
    #expect(abs(interval.lower - expected.lower) < 1e-9)
    #expect(abs(interval.upper - expected.upper) < 1e-9)
    let value = try score.correlation.estimate.get()
    #expect(interval.lower < value && value < interval.upper)
  }

  @Test("Of levels kappa is weighted, too, by the distance and by its square")
  func levels() throws {
    var codings = Codings(
      raters: ["a", "b"], units: (1...10).map { Unit(name: "\($0)", session: nil) })
    let values = [
      [0, 0], [0, 0], [0, 0], [0, 0], [0, 1], [0, 1], [1, 1], [1, 1], [2, 2], [2, 2],
    ]
    codings.codes = [
      (
        Variable(name: "exploration", values: ["none", "weak", "strong"], level: .ordinal),
        values.map { $0 as [Int?] }
      )
    ]
    let code = try #require(study(codings).codes.first)
    let linear = try #require(code.weightedKappa?.linear)
    let quadratic = try #require(code.weightedKappa?.quadratic)
    func isClose(_ estimate: Estimate?, _ expected: Double) -> Bool {
      estimate?.value.map { abs($0 - expected) < 1e-9 } ?? false
    }
    #expect(isClose(code.agreement, 0.8))
    // By chance 6 * 4 + 2 * 4 + 2 * 2 of 100 agree.
    #expect(isClose(code.kappa.estimate, 0.44 / 0.64))
    // Two lie one apart; by chance distances add up to 84 / 10, their squares to 124 / 10.
    #expect(isClose(linear.estimate, 1 - 2 / 8.4))
    #expect(isClose(quadratic.estimate, 1 - 2 / 12.4))
    // The values have shares of 0.5, 0.3 and 0.2 of all codes.
    #expect(isClose(code.ac1.estimate, (0.8 - 0.31) / 0.69))
    #expect(isClose(code.fleiss?.estimate, (0.8 - 0.38) / 0.62))
    // Of 10, 6 and 4 codes the neighbours lie 8 and 5 apart and the ends 13. Twice two pairs differ by
    // 8, squared 256; among all it is twice 60 * 64 + 24 * 25 + 40 * 169.
    #expect(isClose(code.alpha?.estimate, 1 - 19 * 256 / 22_400.0))
    #expect(isClose(code.macroF1.estimate, 7.4 / 9))
    func table(_ draw: [Int32]) -> ConfusionMatrix {
      var table = ConfusionMatrix(values: 3)
      for unit in draw { table.add(truth: values[Int(unit)][0], decision: values[Int(unit)][1]) }
      return table
    }
    let bootstrap = Bootstrap(clusters: 10, resamples: 200, seed: 3)
    #expect(linear.interval == bootstrap.interval { table($0).weightedKappa(.linear) })
    #expect(quadratic.interval == bootstrap.interval { table($0).weightedKappa(.quadratic) })
    #expect(linear.interval != nil)
  }

  @Test("The intervals of a code and of all codes are those over the same samples of sessions")
  func sameSamples() throws {
    var codings = sample(units: 60, sessions: 12, noise: 0.5)
    let given: [[Int?]] = codings.codes[0].values.map { unit in
      unit.map { value in value.map { min($0, 1) } }
    }
    codings.codes.append((advice, given))
    let study = study(codings)
    func tables(_ draw: [Int32]) -> [ConfusionMatrix] {
      codings.codes.map { code in
        var table = ConfusionMatrix(values: code.variable.values.count)
        for session in draw {
          for unit in stride(from: Int(session), to: 60, by: 12) {
            guard let first = code.values[unit][0], let second = code.values[unit][1] else {
              continue
            }
            table.add(truth: first, decision: second)
          }
        }
        return table
      }
    }
    let bootstrap = Bootstrap(clusters: 12, resamples: 200, seed: 3)
    for (index, code) in study.codes.enumerated() {
      #expect(code.kappa.interval == bootstrap.interval { tables($0)[index].kappa })
      #expect(code.macroF1.interval == bootstrap.interval { tables($0)[index].macroF1 })
    }
    #expect(
      study.pooledKappa.interval == bootstrap.interval { ConfusionMatrix.pooledKappa(tables($0)) })
    #expect(Set(study.codes.map(\.kappa.interval) + [study.pooledKappa.interval]).count == 3)
  }

  @Test("Shares in a session of a code that the last rater never gave agree with nobody's")
  func sharesWithLast() throws {
    var codings = Codings(
      raters: ["ann", "bo", "grader"],
      units: ["x", "x", "y", "y", "z"].map { Unit(name: $0, session: $0) })
    codings.codes = [(advice, [[1, 1, 0], [1, 1, 0], [1, 1, 0], [0, 0, 0], [0, 0, 0]])]
    let study = study(codings, pairing: .othersAgainstLast)
    let icc = try #require(study.codes.first?.sessionShares)
    #expect(icc.units == 3)
    #expect(abs(try icc.estimate.get()) < 1e-9)
  }

  @Test("Kappa over several codes pools agreement and chance (De Vries et al. 2008)")
  func pooled() throws {
    var first = ConfusionMatrix(values: 2)
    for (truth, decision) in [(0, 0), (0, 0), (1, 1), (1, 0)] {
      first.add(truth: truth, decision: decision)
    }
    var second = ConfusionMatrix(values: 2)
    for _ in 0..<4 { second.add(truth: 0, decision: 0) }
    // Agreement 0.75 and 1, by chance 0.5 and 1.
    #expect(ConfusionMatrix.pooledKappa([first, second]) == .success((0.875 - 0.75) / 0.25))
  }

  @Test("What differs most comes first, with what each rater said; derived codes do not count")
  func disagreements() {
    var codings = codings(
      [[0, 0], [1, 2], [1, 0]], sessions: ["x", "x", "y"])
    codings.codes.append((advice, [[0, 0], [0, 0], [0, 1]]))
    codings.codes.append(
      (Variable(name: "any", values: ["no", "yes"], isDerived: true), [[0, 1], [0, 1], [0, 1]]))
    let study = study(codings)
    #expect(study.disagreements.map(\.unit.name) == ["reply 3", "reply 2"])
    #expect(study.disagreements.first?.share == 1)
    #expect(study.disagreements.first?.codes.map(\.name) == ["reflection", "advice"])
    #expect(study.disagreements.last?.codes.first?.values == ["simple", "complex"])
    #expect(study.sessionDisagreements.map(\.session) == ["y", "x"])
    #expect(study.sessionDisagreements.map(\.share) == [1, 0.25])
  }

  @Test(
    "Raters who code by chance agree by chance, however much longer one session is than another")
  func chance() throws {
    var random = Seeded(seed: 11)
    var values: [[Int?]] = []
    var sessions: [String] = []
    for session in 0..<40 {
      for _ in 0..<(4 + 3 * session) {
        values.append([
          Int.random(in: 0...1, using: &random), Int.random(in: 0...1, using: &random),
        ])
        sessions.append("\(session)")
      }
    }
    let icc = try #require(study(codings(values, sessions: sessions)).codes.first?.sessionShares)
    #expect(abs(try icc.estimate.get()) < 0.35)
  }

  @Test("The share of a session's replies that have a code is compared by ICC(2,1)")
  func sessionShares() throws {
    let values: [[Int?]] = [[1, 1], [2, 1], [0, 0], [1, 0], [0, 0], [0, 0]]
    let study = study(codings(values, sessions: ["x", "x", "x", "y", "y", "z"]))
    let icc = try #require(study.codes.first?.sessionShares)
    #expect(icc.units == 3)
    #expect(study.codes.first?.agreement == .success(4 / 6))
    #expect(icc.estimate == IntraclassCorrelation([[2 / 3, 2 / 3], [0.5, 0], [0, 0]]).estimate)
  }

  @Test(
    "Landmarks begin where their authors put them",
    arguments: [
      (-0.1, "poor"), (0.2, "slight"), (0.21, "fair"), (0.41, "moderate"), (0.61, "substantial"),
      (0.81, "almost perfect"),
    ])
  func landisAndKoch(value: Double, word: String) {
    #expect(Interpretation.kappa(value) == word)
  }

  @Test(
    "Landmarks of the ICC are Cicchetti's",
    arguments: [(0.39, "poor"), (0.4, "fair"), (0.6, "good"), (0.75, "excellent")])
  func cicchetti(value: Double, word: String) {
    #expect(Interpretation.correlation(value) == word)
  }

  @Test("The area under the curve is the share of pairs in the right order, ties counting half")
  func area() {
    // The example in scikit-learn's documentation of roc_auc_score.
    let area = Discrimination.areaUnderCurve([0.1, 0.4, 0.35, 0.8], [false, false, true, true])
    #expect(area == .success(0.75))
    #expect(Discrimination.areaUnderCurve([1, 1], [true, false]) == .success(0.5))
    #expect(Discrimination.areaUnderCurve([1, 2], [true, true]) == .failure(.noVariation))
    #expect(Discrimination.areaUnderCurve([], []) == .failure(.noVariation))
  }

  @Test("Balanced accuracy is the mean recall of the values that occur")
  func balancedAccuracy() {
    var table = ConfusionMatrix(values: 3)
    for (truth, decision) in [(0, 0), (0, 0), (0, 0), (0, 1), (1, 1), (1, 0)] {
      table.add(truth: truth, decision: decision)
    }
    #expect(table.balancedAccuracy == .success(0.625))
  }
}
