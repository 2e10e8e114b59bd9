import Listening
import Testing

@testable import Grading

@Suite struct CoachingTests {
  private func line(_ change: (inout Codes) -> Void) -> String {
    var codes = Codes()
    change(&codes)
    return Coaching.line(for: Grade(codes: codes, evidence: [], unsure: [], model: "test@1"))
  }

  @Test func judgmentComesFirst() {
    let text = line {
      $0.judgment = .mild
      $0.judgmentKind = .moralize
      $0.misreading = true
      $0.advice = .unsolicited
    }
    #expect(text.contains("right to do"))
  }

  @Test func judgmentThatIsUnsureIsNoVerdictOnTheTrainee() {
    var codes = Codes()
    codes.judgment = .mild
    codes.judgmentKind = .blame
    let sure = Coaching.line(for: Grade(codes: codes, evidence: [], unsure: [], model: "test@1"))
    let unsure = Coaching.line(
      for: Grade(codes: codes, evidence: [], unsure: [.judgment], model: "test@1"))
    #expect(sure.contains("puts the fault"))
    #expect(unsure.contains("might hear a verdict"))
  }

  @Test func aMisreadingThatIsUnsureIsToBeChecked() {
    var codes = Codes()
    codes.main = .reflection
    codes.misreading = true
    let unsure = Coaching.line(
      for: Grade(codes: codes, evidence: [], unsure: [.misreading], model: "test@1"))
    #expect(unsure.contains("ask whether it fits"))
  }

  @Test func aReflectionThatIsUnsureIsNotAskedForAsIfItWereMissing() {
    var codes = Codes()
    codes.reflection = .complex
    codes.question = .open
    for turn in 0..<3 {
      let line = Coaching.line(
        for: Grade(codes: codes, evidence: [], unsure: [.reflection], model: "test@1"), turn: turn)
      #expect(line.contains("seem to say back"))
    }
  }

  @Test func aQuestionThatAsksForLeaveIsNotToBeOpened() {
    let line = line {
      $0.question = .closed
      $0.collaboration = true
    }
    #expect(line.contains("wait for the answer"))
  }

  @Test func slipsComeInOrder() {
    #expect(
      line {
        $0.misreading = true; $0.selfDisclosure = .takeover
      }.contains("last words"))
    #expect(
      line {
        $0.selfDisclosure = .takeover; $0.advice = .unsolicited
      }.contains("own story"))
    #expect(
      line {
        $0.advice = .unsolicited; $0.falseReassurance = true
      }.contains("way out"))
    #expect(
      line {
        $0.falseReassurance = true; $0.question = .closed
      }.contains("promise"))
    #expect(line { $0.question = .closed }.contains("'what' or 'how'"))
  }

  @Test func everyKindOfJudgmentHasALine() {
    let lines = JudgmentKind.allCases.map { kind in
      line {
        $0.judgment = .strong
        $0.judgmentKind = kind
      }
    }
    #expect(Set(lines).count == JudgmentKind.allCases.count)
  }

  @Test func goodRepliesHearWhatWorked() {
    #expect(line { $0.reflection = .complex }.hasPrefix("You said what lay behind"))
    #expect(line { $0.reflection = .simple }.contains("beneath it"))
    #expect(line { $0.repair = true }.contains("owned the miss"))
  }
}
