import LineProtocol
import Listening
import Testing
import Transcripts

import Terminal

@Suite("The answer to /why")
struct WhyTests {
  private let type = Typesetter(width: 100, style: Style(color: false, unicode: true))

  private func evidence(_ words: String, _ code: CodeName, _ value: String = "yes") -> Item {
    let evidence = Evidence(code: code, value: value, span: 0..<1, confidence: 0.9)
    return .evidence(EvidenceItem(turn: 1, evidence: evidence, words: words))
  }

  @Test("The words stand once, with every code that they earned beneath them")
  func words() {
    #expect(
      type.why([
        evidence("You miss him", .repair), evidence("You miss him", .affirmation),
        evidence("and I see it", .affirmation),
      ]) == [
        "  “You miss him”", "    repair, 90 % sure", "    affirmation, 90 % sure",
        "  “and I see it”",
        "    affirmation, 90 % sure", "",
      ])
    #expect(
      type.why([
        evidence("You miss him", .reflection, "simple"), evidence("why?", .question, "open"),
      ]) == [
        "  “You miss him”", "    reflection, 90 % sure: simple",
        "  “why?”", "    question: open, 90 % sure", "",
      ])
    #expect(type.why([]) == ["  No words of this reply earned a code.", ""])
  }

  @Test("Reasons are told by code, for and against, words of the reply first, weights in words")
  func reasons() {
    let reasons = [
      Reason(code: .question, feature: "the length of the reply", weight: 2),
      Reason(code: .question, feature: "the words \"what was\"", weight: 0.5),
      Reason(code: .question, feature: "ends with \"that\"", weight: -0.1),
      Reason(code: .reflection, feature: "the order of its sentences", weight: 0.3),
    ]
    #expect(
      type.why(reasons.map(Item.reason)).suffix(4) == [
        "  for reflection: the order of its sentences (somewhat)",
        "  for question: the words \"what was\" (somewhat); the length of the reply (much)",
        "  against question: ends with \"that\" (a little)", "",
      ])
  }

  @Test("What is unsure and was found is told apart from what may be there")
  func doubts() {
    var codes = Codes()
    codes.question = .open
    let unsure: [CodeName] = [.reflection, .question]
    let told = type.grade(
      GradeTurn(
        turn: 1, grade: Grade(codes: codes, evidence: [], unsure: unsure, model: "by-hand@1"),
        coach: ""))
    #expect(told.contains("  unsure about: question (it moves the client half as much)"))
    #expect(told.contains("  perhaps: reflection"))
    #expect(told.first == "  empathy 50   openness 90   non-judgment 100")
  }

  @Test("What was right to say is called neither nothing nor perhaps a judgment")
  func right() {
    func told(_ remark: String?) -> [String] {
      let grade = Grade(
        codes: Codes(), evidence: [], unsure: [.judgment, .reflection], model: "by-hand@1")
      return type.grade(GradeTurn(turn: 1, grade: grade, coach: "", remark: remark))
    }
    #expect(told(nil).contains("  no skill and no slip found"))
    #expect(told(nil).contains { $0.hasPrefix("  perhaps: ") && $0.contains("judgment") })
    let right = told("it gives them time")
    #expect(!right.contains { $0.contains("no skill") })
    #expect(right.contains("  perhaps: reflection"))
  }

  @Test("The scores have the names that the grade has, in its order")
  func names() {
    let steps = ScoreName.allCases.reversed().map {
      StepItem(score: $0, reason: "start", points: 5)
    }
    let told = type.why(steps.map(Item.step)).filter { $0.contains("+5 start") }
    #expect(
      told == ["  empathy: +5 start", "  openness: +5 start", "  non-judgment: +5 start"])
    let grade = Grade(codes: Codes(), evidence: [], unsure: [], model: "by-hand@1")
    #expect(
      type.grade(GradeTurn(turn: 1, grade: grade, coach: "")).first
        == "  empathy 25   openness 50   non-judgment 100")
  }

  @Test("Scores are coloured by the marks that stand with them")
  func colors() {
    let type = Typesetter(width: 100, style: Style(color: true, unicode: true))
    func color(_ score: Int) -> String? {
      let grade = Grade(
        empathy: score, openness: 0, nonjudgment: 0, codes: Codes(), evidence: [], unsure: [],
        model: "by-hand@1")
      return type.grade(GradeTurn(turn: 1, grade: grade, coach: "")).first?
        .firstMatch(of: /empathy \u{1B}\[([0-9]+)m/).map { String($0.1) }
    }
    #expect([Scores.good, 100].map(color) == ["32", "32"])
    #expect([Scores.fair, Scores.good - 1].map(color) == ["33", "33"])
    #expect([0, Scores.fair - 1].map(color) == ["31", "31"])
  }
}
