import Listening

/// What a session's graded turns tell besides its measures.
public struct SessionRemarks: Hashable, Sendable {
  /// Closed questions that were right to ask: plainly about suicide, for leave, what the client
  /// wants, or how a miss landed.
  public var rightToAsk = 0
  /// Replies that ask for leave or wishes.
  public var asksForLeave = 0
  /// Replies that own a miss.
  public var missesOwned = 0

  /// Counts the turns of a session.
  public init(_ turns: [GradeTurn]) {
    for turn in turns {
      let codes = turn.grade.codes
      // Of a question that narrows, a remark is made only where it was right to ask.
      let isRight = codes.question == .closed && (turn.remark != nil || !codes.narrows)
      rightToAsk += isRight ? 1 : 0
      asksForLeave += codes.collaboration ? 1 : 0
      missesOwned += codes.repair ? 1 : 0
    }
  }
}
