import Scenarios

/// What becomes of a question that stands beside something else in a reply.
extension Client {
  /// Whether a line drops a question for a fact, or for yes or no, that stands behind what was said back: it
  /// neither bears on it nor tells what came next.
  func drops(
    _ reply: Reply, _ a: Appraisal, for line: ClientLine, of topic: String, _ fit: Fit
  ) -> Bool {
    let question = reply.question
    guard a.understood > 0, a.questioned > 0, a.explored == 0, a.collaborated == 0,
      a.isUnambiguous, question.isWorded, question.turnsVerb || reply.wording.asksFact,
      !question.asksForAssent, !reply.wording.asksWish
    else { return false }
    // When or where it was is not told by what it was like.
    if line == told.last?.answer, question.asksDetail { return true }
    if fit != .elsewhere, question.asksCourse, !asksDetailOfLast(question) { return false }
    return question.things.isEmpty
      ? reply.wording.asksFact && fit == .elsewhere
      : !bearsOn(question, line, of: topic, fit)
  }

  /// A plain word for a question that they pass over; none that sounds like an answer to it, or that says
  /// of what they have just told that they do not know.
  mutating func passingWords(over question: Question) -> [String] {
    let isTold = asksOfLast(question)
    let words =
      [vignette.reactions.passedOver.filter { !Words.announces($0) }]
      + own(DefaultLines.unanswered.map(\.text), text: \.self)
    return one(
      ofFirst: words.map { pool in
        pool.filter {
          Words.all(of: $0).first != "no" && !(isTold && Words.saysNotKnowing($0))
        }
      })
  }
}
