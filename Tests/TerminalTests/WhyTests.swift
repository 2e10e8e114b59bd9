import LineProtocol
import Listening
import Testing
import Transcripts

@testable import Terminal

@Suite("The answer to /why")
struct WhyTests {
  private let type = Typesetter(width: 100, style: Style(color: false, unicode: true))

  private func why(_ reply: String, _ spans: [Range<Int>], _ steps: [StepItem] = []) -> [String] {
    let evidence = spans.map { span in
      Item.evidence(
        EvidenceItem(
          turn: 1,
          evidence: Evidence(code: .reflection, value: "simple", span: span, confidence: 0.9),
          words: ""))
    }
    return type.why(reply: reply, evidence + steps.map(Item.step))
  }

  @Test("Brackets with numbers stand around the words of each piece of evidence")
  func marks() {
    #expect(why("You miss him.", [4..<8]).first == "  You [miss][1] him.")
    #expect(why("Où est-elle?", [0..<3]).first == "  [Où][1] est-elle?")
    #expect(why("You miss him.", []).first == "  You miss him.")
  }

  @Test("Pieces beside each other close before the next one opens")
  func adjacent() {
    #expect(why("You miss him.", [0..<3, 3..<8]).first == "  [You][1][ miss][2] him.")
  }

  @Test("Of pieces within each other the inner one closes first, whichever is told first")
  func nested() {
    #expect(why("You miss him.", [0..<12, 4..<8]).first == "  [You [miss][2] him][1].")
    #expect(why("You miss him.", [0..<8, 4..<8]).first == "  [You [miss][2]][1] him.")
    #expect(why("You miss him.", [4..<8, 0..<8]).first == "  [You [miss][1]][2] him.")
    #expect(why("You miss him.", [0..<3, 0..<8]).first == "  [[You][1] miss][2] him.")
  }

  @Test("The scores have the names that the grade has, in its order")
  func names() {
    let steps = ScoreName.allCases.reversed().map {
      StepItem(score: $0, reason: "start", points: 5)
    }
    let told = why("You miss him.", [], steps).filter { $0.contains("+5 start") }
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
