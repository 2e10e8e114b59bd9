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
}
