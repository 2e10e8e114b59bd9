import Listening
import Testing
import Transcripts

@testable import Practice

@Suite("What is told of words that may be a slip")
struct SlipFeedbackTests {
  private static let told = "I drove up here in the rain."

  @Test(
    "of words that earn a judgment and say nothing of the client it tells how they may be heard",
    arguments: [
      ("I meant the row", JudgmentKind.disbelief, true),
      ("A new one every year", .minimize, true), ("It's a bit much maybe", .label, true),
      ("Two years, though", .blame, true), ("You were not looking", .blame, false),
      ("Sounds like excuses to me", .blame, false), ("One should not do that", .moralize, false),
    ])
  func mayBeHeard(words: String, kind: JudgmentKind, isSoft: Bool) throws {
    let reply = "\(words). And so it went on and on, as it has a way of doing."
    let coach = try feedback(reply, quoting: words, for: .judgment) {
      ($0.judgment, $0.judgmentKind) = (.mild, kind)
    }.coach
    #expect(coach.hasPrefix("About “\(words)”: This"), "\(coach)")
    #expect(coach.contains("may be heard as") == isSoft, "\(coach)")
  }

  @Test("of a word of the trainee's own life beside something else there is one of the coach")
  func ownLife() throws {
    func coach(_ unsure: [CodeName] = [], _ change: (inout Codes) -> Void) throws -> String {
      try feedback(
        "You drove. I drive too.", to: Self.told, unsure: unsure, change
      ).coach
    }
    func isTold(_ coach: String) -> Bool { CoachLines.ownLife.contains { coach.hasSuffix($0) } }
    func beside(_ codes: inout Codes) {
      (codes.reflection, codes.selfDisclosure) = (.complex, .brief)
    }
    let told = try coach([], beside)
    #expect(isTold(told), "\(told)")
    #expect(try !isTold(coach([.selfDisclosure], beside)))
    #expect(try !isTold(coach { $0.reflection = .complex }))
    #expect(try coach { $0.selfDisclosure = .brief }.hasPrefix(CoachLines.ownLifeAlone))
    let earlier = GradeTurn(
      turn: 1, grade: Grade(codes: Codes(), evidence: [], unsure: [], model: "by-hand@1"),
      coach: told)
    let again = try feedback(
      "You drove. I drive too.", to: Self.told, turn: 2, earlier: [earlier],
      beside)
    #expect(!isTold(again.coach))
  }
}
