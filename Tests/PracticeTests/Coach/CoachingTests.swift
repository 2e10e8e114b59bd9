import Listening
import Testing

@testable import Practice

@Suite struct CoachingTests {
  private func coaching(
    unsure: [CodeName] = [], in circumstances: Coaching.Circumstances = .init(),
    _ change: (inout Codes) -> Void
  ) -> Coaching {
    Coaching(for: grade(unsure: unsure, change), in: circumstances)
  }

  private func grade(unsure: [CodeName] = [], _ change: (inout Codes) -> Void) -> Grade {
    var codes = Codes()
    change(&codes)
    return Grade(codes: codes, evidence: [], unsure: unsure, model: "test@1")
  }

  /// Circumstances of which one thing is known.
  private func when(_ change: (inout Coaching.Circumstances) -> Void) -> Coaching.Circumstances {
    var circumstances = Coaching.Circumstances()
    change(&circumstances)
    return circumstances
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
        let coaching = Coaching(for: grade, in: when { $0.turn = turn })
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

  @Test("where a verdict is not certain, what is said back already is not asked for")
  func unsureVerdict() {
    func judge(_ codes: inout Codes) { (codes.judgment, codes.judgmentKind) = (.mild, .blame) }
    let asking = "say back what they told you"
    #expect(coaching(unsure: [.judgment], judge).text.contains(asking))
    let back = coaching(unsure: [.judgment], in: when { $0.maySayBack = true }, judge)
    let reflected = coaching(unsure: [.judgment]) {
      judge(&$0)
      $0.reflection = .complex
    }
    for told in [back, reflected] {
      #expect(told.step == .check && !told.text.contains(asking))
    }
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
      #expect(
        Set((0..<6).map { turn in coaching(in: when { $0.turn = turn }, change).text }).count > 1)
    }
  }

  @Test("What was just told is not told again in the same words, as long as there are others")
  func repetition() {
    let common: [(inout Codes) -> Void] = [
      { $0.reflection = .complex }, { $0.reflection = .simple }, { $0.question = .open },
      { $0.question = .closed }, { ($0.reflection, $0.question) = (.complex, .open) }, { _ in },
    ]
    for change in common {
      var told: [String] = []
      for turn in 1...20 {
        let text = coaching(
          in: when { ($0.turn, $0.told) = (turn, CoachTold(told)) }, change
        ).text
        #expect(!told.suffix(3).contains("About “you”: \(text)"))
        told.append("About “you”: \(text)")
      }
      #expect(Set(told).count >= 4)
    }
  }

  @Test("What was tried as told is told of as that, once in a session")
  func followed() {
    let steps: [(before: (inout Codes) -> Void, now: (inout Codes) -> Void)] = [
      ({ $0.question = .closed }, { $0.question = .open }),
      ({ $0.question = .open }, { $0.reflection = .simple }),
      ({ $0.reflection = .simple }, { $0.reflection = .complex }),
    ]
    for step in steps {
      let plain = coaching(step.now)
      let after = coaching(in: when { $0.before = grade(step.before) }, step.now)
      #expect(after.text.hasPrefix("This time") && after != plain)
      let again = coaching(
        in: when {
          $0.before = grade(step.before)
          $0.told = CoachTold([after.text, "", "", "", "", ""])
        }, step.now)
      #expect(again == plain)
      // What is not certain is not praised for having been followed.
      let unsure = coaching(
        unsure: [.reflection, .question], in: when { $0.before = grade(step.before) }, step.now)
      #expect(!unsure.text.hasPrefix("This time"))
    }
  }

  @Test(
    "Of a repair what is missing is asked for, and what is there is not",
    arguments: [[], [CodeName.repair]])
  func repair(unsure: [CodeName]) {
    func text(named: Bool, invites: Bool, _ change: (inout Codes) -> Void = { _ in }) -> String {
      coaching(unsure: unsure, in: when { ($0.namesMiss, $0.invites) = (named, invites) }) {
        $0.repair = true
        change(&$0)
      }.text
    }
    let texts = [(true, true), (true, false), (false, true), (false, false)].map {
      text(named: $0, invites: $1)
    }
    #expect(Set(texts).count == 4)
    #expect(texts[1].contains("ask") && !texts[0].contains("say plainly"))
    #expect(texts[2].contains("say plainly") && !texts[1].contains("say plainly what"))
    // A question may be about something else.
    #expect(text(named: true, invites: false) { $0.question = .closed } == texts[1])
  }

  @Test("A choice that may have been left comes behind openness that is there for sure")
  func choiceBesideOpenness() {
    func both(_ codes: inout Codes) { (codes.autonomy, codes.transparency) = (true, true) }
    #expect(CoachLines.transparency.contains(coaching(unsure: [.autonomy], both).text))
    #expect(CoachLines.autonomy.contains(coaching(both).text))
    #expect(CoachLines.autonomy.contains(coaching(unsure: [.autonomy, .transparency], both).text))
  }

  @Test("A simple reflection that says what lies beneath is not sent to look for it")
  func meaning() {
    func simple(_ codes: inout Codes) { codes.reflection = .simple }
    #expect(coaching(simple).step == .deepen)
    #expect(coaching(in: when { $0.reachesMeaning = true }, simple).step == .build)
    for turn in 0..<8 {
      let text = coaching(
        in: when { ($0.turn, $0.namesFeeling) = (turn, true) }, simple
      ).text
      #expect(!text.contains("a word for how it felt"))
    }
  }
}
