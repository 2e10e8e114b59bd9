import Listening
import Testing

struct SessionJudgementTests {
  private func measures(
    replies: Int = 20, simple: Int = 3, complex: Int = 5, open: Int = 6, closed: Int = 2,
    adherent: Int = 3, nonAdherent: Int = 0
  ) -> SessionMeasures {
    var measures = SessionMeasures(turns: [], clientLines: [])
    measures.replies = replies
    measures.simpleReflections = simple
    measures.complexReflections = complex
    measures.openQuestions = open
    measures.closedQuestions = closed
    measures.adherent = adherent
    measures.nonAdherent = nonAdherent
    measures.traineeWords = 300
    measures.clientWords = 500
    return measures
  }

  private func probability(_ measures: SessionMeasures) throws -> Double {
    try #require(SessionJudgement(measures)).probability
  }

  @Test("A session of fewer than ten replies is too short to judge")
  func tooShort() {
    #expect(SessionJudgement(measures(replies: 9)) == nil)
    #expect(SessionJudgement(measures(replies: 10)) != nil)
    #expect(SessionJudgement(SessionMeasures(turns: [], clientLines: [])) == nil)
  }

  @Test("Reflections and open questions speak for a session, blame and advice against it")
  func order() throws {
    let plain = try probability(measures())
    #expect(try probability(measures(nonAdherent: 4)) < plain)
    #expect(try probability(measures(complex: 0)) < plain)
    #expect(try probability(measures(open: 1, closed: 7)) < plain)
    #expect(try probability(measures(adherent: 6)) > plain)
  }

  @Test("What is clear is said, and what is close is left open")
  func verdicts() throws {
    #expect(SessionJudgement(measures())?.verdict == .high)
    let poor = measures(simple: 1, complex: 0, open: 1, closed: 8, adherent: 0, nonAdherent: 9)
    #expect(SessionJudgement(poor)?.verdict == .low)
    let middling = measures(simple: 2, complex: 2, open: 3, closed: 5, adherent: 2, nonAdherent: 4)
    #expect(SessionJudgement(middling)?.verdict == .unsure)
  }

  @Test("Any counts give a probability")
  func anything() throws {
    for count in [0, 1, 50] {
      let value = try probability(
        measures(
          replies: 10 + count, simple: count, complex: count, open: count, closed: count,
          adherent: count, nonAdherent: count))
      #expect((0...1).contains(value))
    }
  }
}
