import Agreement
import Repeatable
import TestSupport
import Testing

/// Where a figure cannot be worked out, the reason is stated: no NaN, no trap.
struct DegenerateCasesTests {
  private func study(
    _ values: [[Int?]], raters: Int, pairing: AgreementStudy.Pairing = .everyone,
    level: KrippendorffAlpha.Level = .nominal
  ) -> AgreementStudy {
    var codings = Codings(
      raters: (0..<raters).map { "rater \($0)" },
      units: values.indices.map { Unit(name: "\($0)", session: "s\($0 % 3)") })
    codings.codes = [
      (Variable(name: "question", values: ["none", "open", "closed"], level: level), values)
    ]
    codings.scores = [("empathy", values.map { $0.map { $0.map(Double.init) } })]
    return AgreementStudy(codings, pairing: pairing, resamples: 20, seed: 1)
  }

  @Test("Nothing coded by two is said to be that")
  func nothingShared() throws {
    for values in [[], [[0, nil], [nil, 1]], [[nil, nil]]] as [[[Int?]]] {
      let code = try #require(study(values, raters: 2).codes.first)
      #expect(code.kappa.estimate == .failure(.nothingShared))
      #expect(code.fleiss?.estimate == .failure(.nothingShared))
      #expect(code.alpha?.estimate == .failure(.nothingShared))
      #expect(code.macroF1.estimate == .failure(.nothingShared))
      #expect(code.kappa.interval == nil)
      #expect(study(values, raters: 2).scores.first?.alpha == .failure(.nothingShared))
    }
  }

  @Test("One unit alone has no agreement beyond chance, and its counts are told")
  func oneUnit() throws {
    for values in [[[1, 1]], [[1, 2]], [[nil, 1], [1, 2], [0, nil]]] as [[[Int?]]] {
      let study = study(values, raters: 2)
      let code = try #require(study.codes.first)
      for figure in [code.kappa, code.ac1, code.fleiss, code.alpha, study.pooledKappa] {
        #expect(figure?.estimate == .failure(.tooFewUnits))
        #expect(figure?.interval == nil)
      }
      #expect(study.meanAlpha == .failure(.tooFewUnits))
      #expect(study.scores.first?.alpha == .failure(.tooFewUnits))
      #expect(code.units == 1 && code.agreement.value != nil && code.macroF1.estimate.value != nil)
      #expect(code.confusion.weightedKappa(.linear) == .failure(.tooFewUnits))
    }
  }

  @Test("One value alone leaves nothing beyond chance to measure")
  func noVariation() throws {
    let study = study(Array(repeating: [1, 1, 1], count: 9), raters: 3)
    let code = try #require(study.codes.first)
    #expect(code.kappa.estimate == .failure(.noVariation))
    #expect(code.fleiss?.estimate == .failure(.noVariation))
    #expect(code.alpha?.estimate == .failure(.noVariation))
    #expect(code.macroF1.estimate == .success(1))
    #expect(study.pooledKappa.estimate == .failure(.noVariation))
    #expect(study.scores.first?.correlation.estimate == .failure(.noVariation))
    #expect(study.scores.first?.correlation.interval == nil)
  }

  @Test(
    "The same number everywhere is no variation, whatever is lost in rounding",
    arguments: [33.3, 0.1, 66.7, 1e-9])
  func constant(number: Double) {
    for (units, raters) in [(2, 2), (7, 2), (3, 3), (40, 10)] {
      let numbers = Array(repeating: Array(repeating: number, count: raters), count: units)
      let correlation = IntraclassCorrelation(numbers)
      #expect(correlation.estimate == .failure(.noVariation))
      #expect(correlation.interval == nil)
      #expect(KrippendorffAlpha.interval(numbers) == .failure(.noVariation))
    }
    #expect(KrippendorffAlpha.interval([[1e-200, 0], [0, 0]]) == .failure(.noVariation))
  }

  @Test("Scores of as many values as there are units agree fully where raters do, and soon")
  func manyValues() {
    let numbers = (0..<50_000).map { Array(repeating: Double($0) / 700.7, count: 3) }
    #expect(KrippendorffAlpha.interval(numbers) == .success(1))
  }

  @Test("A single rater agrees with nobody")
  func oneRater() throws {
    let study = study([[0], [1], [2]], raters: 1)
    let code = try #require(study.codes.first)
    #expect(code.kappa.estimate == .failure(.nothingShared))
    #expect(code.fleiss?.estimate == .failure(.oneRater))
    #expect(study.scores.first?.correlation.estimate == .failure(.oneRater))
    #expect(study.disagreements.isEmpty)
  }

  @Test("No raters, no units: every figure is undefined")
  func empty() throws {
    let study = study([], raters: 0)
    #expect(study.codes.first?.kappa.estimate.value == nil)
    #expect(study.pooledKappa.estimate.value == nil)
    #expect(study.meanMacroF1.value == nil)
    #expect(IntraclassCorrelation([]).estimate == .failure(.tooFewUnits))
    #expect(IntraclassCorrelation([[1, 2]]).estimate == .failure(.tooFewUnits))
    #expect(IntraclassCorrelation([[], []]).estimate == .failure(.oneRater))
  }

  @Test("Raters who agree on everything, numbers too, agree fully")
  func perfect() throws {
    let values = (0..<12).map { [$0 % 3, $0 % 3] as [Int?] }
    let study = study(values, raters: 2)
    let code = try #require(study.codes.first)
    for figure in [code.kappa, code.fleiss, code.alpha, code.macroF1] {
      #expect(figure?.estimate == .success(1))
    }
    #expect(study.scores.first?.correlation.estimate == .success(1))
    #expect(study.scores.first?.correlation.interval == Interval(lower: 1, upper: 1))
    #expect(study.disagreements.isEmpty)
  }

  @Test("Raters a constant apart have the interval that the formula comes to where nothing is left")
  func constantApart() throws {
    func apart(_ noise: Double) -> IntraclassCorrelation {
      let numbers: [[Double]] = (0..<30).map { number in
        let first = Double(number * 2)
        return [first, first + 20 + (number % 2 == 0 ? noise : -noise)]
      }
      return IntraclassCorrelation(numbers)
    }
    let interval = try #require(apart(0).interval)
    // As the formula of McGraw & Wong gives it with next to nothing left.
    let nearly = apart(1e-4)
    let limit = try #require(nearly.interval)
    #expect(abs(interval.lower - limit.lower) < 1e-3 && abs(interval.upper - limit.upper) < 1e-3)
    #expect(interval.lower < 0.01 && interval.upper < 0.9)
    // Nothing differs but the raters: there is no interval to speak of.
    let constants = IntraclassCorrelation([[1, 2], [1, 2], [1, 2]])
    #expect(constants.estimate == .success(0) && constants.interval == nil)
  }

  @Test("Raters who never agree have an intraclass correlation with a finite interval")
  func opposed() throws {
    let icc = IntraclassCorrelation([[1, 9], [8, 2], [2, 7], [9, 3]])
    #expect(try icc.estimate.get() < 0)
    let interval = try #require(icc.interval)
    #expect(interval.lower.isFinite && interval.upper.isFinite)
    #expect(interval.lower <= interval.upper)
  }

  @Test("Whatever raters say, every figure is a finite number of at most 1, or undefined")
  func anything() throws {
    var random = Seeded(seed: 7)
    for _ in 0..<200 {
      let raters = Int.random(in: 1...5, using: &random)
      let values = (0..<Int.random(in: 0...8, using: &random)).map { _ in
        (0..<raters).map { _ in [nil, 0, 1, 2, 0].randomElement(using: &random) ?? nil }
      }
      for (pairing, level) in [
        (.everyone, .nominal), (.everyone, .ordinal), (.othersAgainstLast, .ordinal),
      ] as [(AgreementStudy.Pairing, KrippendorffAlpha.Level)] {
        let study = study(values, raters: raters, pairing: pairing, level: level)
        let code = try #require(study.codes.first)
        #expect((code.weightedKappa != nil) == (level == .ordinal))
        let figures = [
          code.kappa, code.ac1, code.weightedKappa?.linear, code.weightedKappa?.quadratic,
          code.fleiss, code.alpha, code.macroF1, study.pooledKappa,
        ].compactMap(\.self)
        let correlations = [code.sessionShares, study.scores.first?.correlation].compactMap(\.self)
        let others = [
          code.agreement, study.meanMacroF1, study.meanAlpha, study.scores.first?.alpha,
        ].compactMap(\.self)
        let estimates = figures.map(\.estimate) + correlations.map(\.estimate) + others
        for value in estimates.compactMap(\.value) { #expect(value.isFinite && value <= 1 + 1e-9) }
        for interval in figures.compactMap(\.interval) + correlations.compactMap(\.interval) {
          #expect(interval.lower.isFinite && interval.upper.isFinite)
          #expect(interval.lower <= interval.upper + 1e-9)
        }
      }
    }
  }
}
