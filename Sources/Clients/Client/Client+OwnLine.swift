import Listening

/// What a client's own line asks of the trainee, and whether an author's example answers it.
extension Client {
  /// Whether a line of a client's ends on asking for a moment.
  public static func asksForTime(_ line: String) -> Bool { Words.asksForTime(line) }

  /// The last question of a client's line, where it asks the trainee of themselves or of how they work;
  /// `nil` where it does not.
  public static func askedOfTrainee(in line: String) -> String? { Words.askedOfTrainee(in: line) }

  /// Whether a client's line asks the trainee to do or to leave something.
  public static func requestsOfTrainee(in line: String) -> Bool {
    Words.requestsOfTrainee(in: line)
  }

  /// Whether an example of a reply says something of the trainee's own part.
  public static func answersForOneself(_ example: String) -> Bool {
    Words.answersForOneself(Clause.all(of: example))
  }

  /// Whether the mild judgment found in a reply is none: the reply answers yes or no to what the client's
  /// line asks the trainee, and the words that were taken for a verdict speak of nobody but the trainee.
  public static func isPlainAnswer(_ reply: Reply, graded grade: Grade, to line: String) -> Bool {
    guard grade.codes.judgment == .mild, Words.asksTraineeYesOrNo(in: line),
      Words.answersYesOrNo(reply.words)
    else { return false }
    let verdict = grade.words(for: .judgment, in: reply.text)
    let words = Words.all(of: verdict ?? Substring(reply.text))
    return Pronouns.you.union(Pronouns.others).isDisjoint(with: words)
  }
}
