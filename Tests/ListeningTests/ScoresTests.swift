import Listening
import TestSupport
import Testing

@Suite("Scores follow from the codes as an instructor expects")
struct ScoresTests {
  static let plain = Codes()
  static let simple = Codes().with { $0.reflection = .simple }
  static let complex = Codes().with { $0.reflection = .complex }
  static let open = Codes().with { $0.question = .open }
  static let closed = Codes().with { $0.question = .closed }
  static let advising = Codes().with { $0.advice = .unsolicited }

  /// The score that the steps add up to, held between 0 and 100.
  static func score(_ score: ScoreName, of codes: Codes, unsure: [CodeName] = []) -> Int {
    let steps = Scores.steps(to: score, for: codes, unsure: unsure)
    return min(100, max(0, steps.reduce(0) { $0 + $1.points }))
  }

  static func empathy(_ codes: Codes) -> Int { score(.empathy, of: codes) }
  static func openness(_ codes: Codes) -> Int { score(.openness, of: codes) }
  static func nonjudgment(_ codes: Codes) -> Int { score(.nonjudgment, of: codes) }

  static func judging(_ codes: Codes, _ judgment: Judgment) -> Codes {
    codes.with { $0.judgment = judgment }
  }

  @Test(
    "Empathy: the better reply has the higher score",
    arguments: [
      (complex, simple), (simple, plain), (simple, open), (open, closed), (plain, advising),
      (plain, judging(closed, .mild)), (advising, judging(advising, .mild)),
      (closed, judging(closed, .mild)), (judging(complex, .mild), judging(complex, .strong)),
      (complex.with { $0.emotionalReaction = .strong }, complex),
      (complex, complex.with { $0.misreading = true }),
      (plain.with { $0.affirmation = true }, plain), (plain.with { $0.repair = true }, plain),
      (plain, plain.with { $0.selfDisclosure = .takeover }),
      (plain, plain.with { $0.falseReassurance = true }),
    ])
  func empathyOrder(better: Codes, worse: Codes) {
    #expect(Self.empathy(better) > Self.empathy(worse))
  }

  @Test(
    "Openness: the better reply has the higher score",
    arguments: [
      (open, simple), (simple, plain), (plain, closed), (closed, judging(closed, .strong)),
      (closed, judging(closed, .mild)), (simple, judging(simple, .mild)),
      (plain, advising), (plain.with { $0.collaboration = true }, plain),
      (plain.with { $0.autonomy = true }, plain),
      (plain, plain.with { $0.falseReassurance = true }),
      (plain, plain.with { $0.selfDisclosure = .takeover }),
    ])
  func opennessOrder(better: Codes, worse: Codes) {
    #expect(Self.openness(better) > Self.openness(worse))
  }

  @Test("Non-judgment is whole where nothing judges, and falls with judgment and advice")
  func nonjudgmentOrder() {
    #expect(Self.nonjudgment(Self.complex) == 100)
    #expect(Self.nonjudgment(Self.closed) == 100)
    #expect(Self.nonjudgment(Self.plain.with { $0.advice = .permitted }) == 100)
    #expect(Self.nonjudgment(Self.advising) < 100)
    #expect(Self.nonjudgment(Self.judging(Self.plain, .mild)) < Self.nonjudgment(Self.advising))
    #expect(
      Self.nonjudgment(Self.judging(Self.plain, .strong))
        < Self.nonjudgment(Self.judging(Self.plain, .mild)))
  }

  @Test("Warm words without understanding earn nothing")
  func warmthAlone() {
    let warm = Self.plain.with {
      $0.emotionalReaction = .strong
      $0.interpretation = .strong
    }
    #expect(Self.empathy(warm) == Self.empathy(Self.plain))
    let misread = warm.with {
      $0.reflection = .complex
      $0.misreading = true
    }
    let bare = misread.with {
      $0.emotionalReaction = .none
      $0.interpretation = .none
    }
    #expect(Self.empathy(misread) == Self.empathy(bare))
  }

  @Test("Every score lies between 0 and 100 and is the sum of its steps", arguments: 0..<4)
  func bounds(seed: UInt64) {
    var generator = Seeded(seed: seed)
    for _ in 0..<2_000 {
      let codes = Codes.random(&generator)
      let grade = Grade(codes: codes, evidence: [], unsure: [], model: "m@1")
      for (score, value) in [
        (ScoreName.empathy, grade.empathy), (.openness, grade.openness),
        (.nonjudgment, grade.nonjudgment),
      ] {
        let steps = Scores.steps(to: score, for: codes)
        let sum = steps.map(\.points).reduce(0, +)
        #expect(value == min(100, max(0, sum)))
        #expect(steps.dropFirst().allSatisfy { $0.points != 0 && !$0.reason.isEmpty })
        #expect(steps.first?.reason == "every reply starts here")
      }
    }
  }

  @Test("Judging more never raises a score", arguments: 0..<4)
  func judgmentNeverHelps(seed: UInt64) {
    var generator = Seeded(seed: seed &+ 100)
    for _ in 0..<2_000 {
      let codes = Codes.random(&generator)
      let degrees = [Judgment.none, .mild, .strong].map { Self.judging(codes, $0) }
      for (less, more) in zip(degrees, degrees.dropFirst()) {
        #expect(Self.empathy(more) <= Self.empathy(less))
        #expect(Self.openness(more) <= Self.openness(less))
        #expect(Self.nonjudgment(more) < Self.nonjudgment(less) || Self.nonjudgment(less) == 0)
      }
    }
  }

  @Test("A misreading, a takeover or false comfort never raises empathy", arguments: 0..<4)
  func missesNeverHelp(seed: UInt64) {
    var generator = Seeded(seed: seed &+ 200)
    for _ in 0..<1_000 {
      let codes = Codes.random(&generator).with {
        $0.misreading = false
        $0.selfDisclosure = .none
        $0.falseReassurance = false
      }
      #expect(Self.empathy(codes.with { $0.misreading = true }) <= Self.empathy(codes))
      #expect(Self.empathy(codes.with { $0.selfDisclosure = .takeover }) <= Self.empathy(codes))
      #expect(Self.empathy(codes.with { $0.falseReassurance = true }) <= Self.empathy(codes))
    }
  }

  @Test("A grade made from codes holds the three totals")
  func gradeFromCodes() {
    var generator = Seeded(seed: 7)
    for _ in 0..<200 {
      let codes = Codes.random(&generator)
      let grade = Grade(codes: codes, evidence: [], unsure: [.advice], model: "m@1")
      #expect(grade.empathy == Self.empathy(codes))
      #expect(grade.openness == Self.openness(codes))
      #expect(grade.nonjudgment == Self.nonjudgment(codes))
      #expect(grade.unsure == [.advice])
    }
  }

  @Test(
    "Doubt draws its score towards the middle, never past what is sure, and no other score",
    arguments: 0..<4)
  func doubt(seed: UInt64) {
    var generator = Seeded(seed: seed &+ 300)
    for _ in 0..<500 {
      let codes = Codes.random(&generator)
      let absent = Self.judging(codes.with { $0.reflection = .none }, .none)
      let present = Self.judging(codes.with { $0.reflection = .simple }, .mild)
      for (code, own) in [(CodeName.reflection, ScoreName.empathy), (.judgment, .nonjudgment)] {
        func sums(_ codes: Codes, _ unsure: [CodeName]) -> Int {
          Scores.steps(to: own, for: codes, unsure: unsure).reduce(0) { $0 + $1.points }
        }
        // What else stands in the two is alike but for the code itself.
        let without = code == .reflection ? present.with { $0.reflection = .none } : absent
        let with = code == .reflection ? present : Self.judging(absent, .mild)
        let fromAbsent = sums(without, [code]) - sums(without, [])
        let fromPresent = sums(with, [code]) - sums(with, [])
        #expect(fromAbsent == -fromPresent)
        #expect((sums(with, []) > sums(without, [])) == (fromAbsent > 0))
        #expect(
          (sums(with, [code]) > sums(without, [code])) == (sums(with, []) > sums(without, [])))
        for score in ScoreName.allCases where score != own {
          #expect(
            Scores.steps(to: score, for: with, unsure: [code]) == Scores.steps(to: score, for: with)
          )
        }
      }
      let grade = Grade(codes: absent, evidence: [], unsure: [.judgment], model: "m@1")
      #expect(
        grade.nonjudgment == Self.score(.nonjudgment, of: absent, unsure: [.judgment]))
    }
  }

  @Test("What a code adds or takes has the sign of its points")
  func effect() {
    #expect(Scores.effect(Codes()) == 0)
    #expect(Scores.effect(Codes().with { $0.reflection = .simple }) == 40)
    #expect(Scores.effect(Codes().with { $0.information = true }) == 0)
    #expect(Scores.effect(Codes().with { $0.question = .closed }) == -30)
    let asksLeave = Codes().with {
      $0.question = .closed
      $0.collaboration = true
    }
    #expect(Scores.effect(asksLeave) == 15)
    #expect(Scores.effect(Codes().with { $0.advice = .unsolicited }) == -45)
  }
}
