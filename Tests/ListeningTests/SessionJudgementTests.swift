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
    measures.traineeWords = max(300, 15 * replies)
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
    // From a good session to a poor one by steps, the verdict falls and passes through 'unsure'.
    let steps = (0...100).compactMap { nonAdherent in
      SessionJudgement(
        measures(
          replies: 200, simple: 30, complex: 50, open: 60, closed: 20, adherent: 30,
          nonAdherent: nonAdherent))?.verdict
    }
    let ranks = steps.map { [.low: 0, .unsure: 1, .high: 2][$0, default: 0] }
    #expect(steps.count == 101 && ranks == ranks.sorted(by: >) && Set(ranks) == [0, 1, 2])
  }

  @Test("What lies outside of what the estimate was fitted to is not judged")
  func obstacles() {
    func obstacle(words: Int, reflections: Int = 0, closed: Int = 0, nonAdherent: Int = 0)
      -> SessionJudgement.Obstacle?
    {
      var measures = measures(
        replies: 12, simple: reflections, complex: 0, open: 0, closed: closed, adherent: 0,
        nonAdherent: nonAdherent)
      measures.traineeWords = words
      #expect(
        (SessionJudgement(measures) == nil) == (SessionJudgement.obstacle(to: measures) != nil))
      return SessionJudgement.obstacle(to: measures)
    }
    // 'Mm.' twelve times, with whatever codes a grader finds in it.
    #expect(obstacle(words: 12) == .fewWords)
    #expect(obstacle(words: 48, reflections: 12) == .fewWords)
    // The weather, at length.
    #expect(obstacle(words: 240) == .fewMoves)
    #expect(obstacle(words: 240, reflections: 2) == .fewMoves)
    // Poor sessions are judged: those that only ask, and those that only advise.
    #expect(obstacle(words: 120, closed: 11) == nil)
    #expect(obstacle(words: 120, nonAdherent: 12) == nil)
    #expect(obstacle(words: 120, reflections: 2, closed: 1) == nil)
  }

  @Test("Any counts give a probability")
  func anything() throws {
    for count in [3, 5, 50] {
      let value = try probability(
        measures(
          replies: 10 + count, simple: count, complex: count, open: count, closed: count,
          adherent: count, nonAdherent: count))
      #expect((0...1).contains(value))
    }
  }
}
