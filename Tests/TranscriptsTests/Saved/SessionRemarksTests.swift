import Listening
import Testing
import Transcripts

@Suite("What graded turns tell besides a session's measures")
struct SessionRemarksTests {
  private func turn(remark: String? = nil, _ change: (inout Codes) -> Void) -> GradeTurn {
    var codes = Codes()
    change(&codes)
    let grade = Grade(codes: codes, evidence: [], unsure: [], model: "by-hand@1")
    return GradeTurn(turn: 1, grade: grade, coach: "", remark: remark)
  }

  @Test("A session without turns tells nothing")
  func nothing() {
    let remarks = SessionRemarks([])
    #expect([remarks.rightToAsk, remarks.asksForLeave, remarks.missesOwned] == [0, 0, 0])
  }

  @Test("Closed questions that are right to ask, replies that ask for leave and misses owned count")
  func counts() {
    let remarks = SessionRemarks([
      turn { $0.question = .closed }, turn { $0.question = .open },
      turn(remark: "it gives them time") { _ in },
      turn(remark: "closed, but right to ask") { $0.question = .closed },
      turn {
        $0.question = .closed
        $0.collaboration = true
      },
      turn {
        $0.question = .closed
        $0.repair = true
      },
      turn { $0.collaboration = true }, turn { $0.repair = true },
    ])
    #expect(remarks.rightToAsk == 3)
    #expect(remarks.asksForLeave == 2)
    #expect(remarks.missesOwned == 2)
  }
}
