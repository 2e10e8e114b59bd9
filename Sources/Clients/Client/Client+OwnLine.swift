/// What a client's own line asks of the trainee, and whether an author's example answers it.
extension Client {
  /// Whether a line of a client's ends on asking for a moment.
  public static func asksForTime(_ line: String) -> Bool { Words.asksForTime(line) }

  /// The question at the end of a client's line that asks the trainee of themselves or of how they work;
  /// `nil` where there is none.
  public static func askedOfTrainee(in line: String) -> String? { Words.askedOfTrainee(in: line) }

  /// Whether an example of a reply says something of the trainee's own part.
  public static func answersForOneself(_ example: String) -> Bool {
    Words.answersForOneself(Clause.all(of: example))
  }
}
