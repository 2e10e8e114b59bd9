import Listening
import Testing

@testable import Grading

@Suite struct CoachingTests {
  private func coaching(
    unsure: [CodeName] = [], turn: Int = 0, _ change: (inout Codes) -> Void
  ) -> Coaching {
    var codes = Codes()
    change(&codes)
    return Coaching(
      for: Grade(codes: codes, evidence: [], unsure: unsure, model: "test@1"), turn: turn)
  }

  /// Every reply that differs in what coaching looks at, each code sure or not.
  private static let grades: [Grade] = {
    let changes: [(CodeName, (inout Codes) -> Void)] = [
      (.judgment, { ($0.judgment, $0.judgmentKind) = (.mild, .order) }),
      (.misreading, { $0.misreading = true }), (.advice, { $0.advice = .unsolicited }),
      (.advice, { $0.advice = .permitted }), (.selfDisclosure, { $0.selfDisclosure = .takeover }),
      (.falseReassurance, { $0.falseReassurance = true }), (.repair, { $0.repair = true }),
      (.affirmation, { $0.affirmation = true }), (.collaboration, { $0.collaboration = true }),
      (.transparency, { $0.transparency = true }), (.autonomy, { $0.autonomy = true }),
      (.information, { $0.information = true }),
      (.emotionalReaction, { $0.emotionalReaction = .weak }),
    ]
    var grades: [Grade] = []
    for reflection in Reflection.allCases {
      for question in Question.allCases {
        for (code, change) in changes + [(.exploration, { _ in })] {
          for (other, also) in changes + [(.exploration, { _ in })] {
            var codes = Codes()
            (codes.reflection, codes.question) = (reflection, question)
            change(&codes)
            also(&codes)
            for unsure in [[], [code], [other], [.reflection], [.question, .reflection, code]] {
              grades.append(
                Grade(codes: codes, evidence: [], unsure: unsure, model: "test@1"))
            }
          }
        }
      }
    }
    return grades
  }()

  @Test func noGradeIsContradicted() {
    for grade in Self.grades {
      for turn in 0..<3 {
        let coaching = Coaching(for: grade, turn: turn)
        let codes = grade.codes
        let slips =
          codes.judgment != .none || codes.misreading || codes.advice == .unsolicited
          || codes.falseReassurance || codes.selfDisclosure == .takeover
        let told = "\(coaching) for \(codes), unsure of \(grade.unsure)"
        #expect((coaching.step == .undo || coaching.step == .check) == slips, "\(told)")
        if coaching.step == .reflect { #expect(codes.reflection == .none, "\(told)") }
        if coaching.step == .deepen { #expect(codes.reflection == .simple, "\(told)") }
        if coaching.step == .open { #expect(codes.narrows && codes.reflection == .none, "\(told)") }
        if coaching.step == .build { #expect(codes.reflection != .none, "\(told)") }
      }
    }
  }

  @Test func aSlipThatIsUnsureIsNotCalledOne() {
    let slips: [(CodeName, (inout Codes) -> Void)] = [
      (.judgment, { ($0.judgment, $0.judgmentKind) = (.mild, .blame) }),
      (.misreading, { $0.misreading = true }), (.advice, { $0.advice = .unsolicited }),
      (.selfDisclosure, { $0.selfDisclosure = .takeover }),
      (.falseReassurance, { $0.falseReassurance = true }),
    ]
    for (code, change) in slips {
      #expect(coaching(change).step == .undo, "\(code)")
      #expect(coaching(unsure: [code], change).step == .check, "\(code)")
    }
  }

  @Test func aSlipThatIsSureComesBeforeOneThatIsNot() {
    func both(_ codes: inout Codes) { (codes.misreading, codes.advice) = (true, .unsolicited) }
    #expect(coaching(both) == coaching { $0.misreading = true })
    #expect(coaching(unsure: [.misreading], both) == coaching { $0.advice = .unsolicited })
  }

  @Test func judgmentComesFirst() {
    func judge(_ codes: inout Codes) { (codes.judgment, codes.judgmentKind) = (.mild, .moralize) }
    #expect(
      coaching(judge)
        == coaching {
          judge(&$0)
          $0.misreading = true
          $0.advice = .unsolicited
        })
  }

  @Test func everyKindOfJudgmentHasALine() {
    let lines = JudgmentKind.allCases.map { kind in
      coaching { ($0.judgment, $0.judgmentKind) = (.strong, kind) }
    }
    #expect(Set(lines).count == JudgmentKind.allCases.count)
  }

  @Test func theCommonestRepliesAreToldOfInSeveralWays() {
    let common: [(inout Codes) -> Void] = [
      { $0.reflection = .complex }, { $0.reflection = .simple }, { $0.question = .open },
      { $0.question = .closed }, { ($0.reflection, $0.question) = (.complex, .open) }, { _ in },
    ]
    for change in common {
      #expect(Set((0..<6).map { coaching(turn: $0, change).text }).count > 1)
    }
  }
}
