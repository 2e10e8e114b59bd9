extension SessionMeasures {
  /// Adds the counts of another session; means are left as they are.
  fileprivate mutating func add(_ other: SessionMeasures) {
    replies += other.replies
    simpleReflections += other.simpleReflections
    complexReflections += other.complexReflections
    openQuestions += other.openQuestions
    closedQuestions += other.closedQuestions
    adherent += other.adherent
    nonAdherent += other.nonAdherent
    traineeWords += other.traineeWords
    clientWords += other.clientWords
  }
}

/// Measures a session as it comes, turn by turn, and keeps none of it.
///
///     var tally = SessionTally()
///     tally.add(clientLine: "I almost didn't come.")
///     tally.add("Part of you wanted to stay away.", grade)
///     tally.measures.replies  // 1
public struct SessionTally: Sendable {
  private var counts = SessionMeasures()
  private var empathy = 0
  private var openness = 0
  private var nonjudgment = 0

  /// A tally of nothing.
  public init() {}

  /// Takes the next reply and its grade.
  public mutating func add(_ text: String, _ grade: Grade) {
    let codes = grade.codes
    counts.replies += 1
    counts.simpleReflections += codes.reflection == .simple ? 1 : 0
    counts.complexReflections += codes.reflection == .complex ? 1 : 0
    counts.openQuestions += codes.question == .open ? 1 : 0
    counts.closedQuestions += codes.question == .closed ? 1 : 0
    for present in [codes.affirmation, codes.collaboration, codes.autonomy] where present {
      counts.adherent += 1
    }
    for present in [codes.judgment != .none, codes.advice == .unsolicited] where present {
      counts.nonAdherent += 1
    }
    counts.traineeWords += wordCount(text)
    empathy += grade.empathy
    openness += grade.openness
    nonjudgment += grade.nonjudgment
  }

  /// Takes something that the client said.
  public mutating func add(clientLine: String) {
    counts.clientWords += wordCount(clientLine)
  }

  /// Takes all of another session, as if both were one.
  public mutating func add(_ other: SessionTally) {
    counts.add(other.counts)
    empathy += other.empathy
    openness += other.openness
    nonjudgment += other.nonjudgment
  }

  /// The session so far.
  public var measures: SessionMeasures {
    func mean(_ sum: Int) -> Double? {
      counts.replies == 0 ? nil : (Double(sum) / Double(counts.replies)).roundedToTenths
    }
    var measures = counts
    measures.empathy = mean(empathy)
    measures.openness = mean(openness)
    measures.nonjudgment = mean(nonjudgment)
    return measures
  }
}
