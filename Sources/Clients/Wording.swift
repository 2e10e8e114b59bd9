/// What a reply says that no code of the grader's stands for: plain rules on wordings.
enum Wording {
  /// A step for the time until the next session.
  private static let steps = Phrase.list(
    """
    before we next? meet|speak|talk|see again|next?
    before|until|till|for next time|week|session
    before|until|till your|our|the next time|session|appointment
    between now|sessions and? next? week|time|session|sessions?
    this|the|over coming|next week|days|fortnight
    this week
    """)
  private static let tries = Phrase.list(
    """
    try|trying|notice|noticing|write|writing|practise|practising|practice|keep|watch|do|doing|think|ask|tell|take
    """)
  /// Coming back to something in the next session.
  private static let later = Phrase.list(
    """
    next time|week|session|thursday|tuesday|monday|wednesday|friday
    when|once we meet|speak|see|talk
    in the|our next session
    """)
  private static let resuming = Phrase.list(
    """
    come|coming|go|going|get|getting back to
    return|returning to
    pick|picking that|this|it? up
    start|starting|begin|beginning|carry|carrying with|from|on|there
    talk|hear|look|say|tell more? about|at|of|me
    """)

  /// Whether a step for the time until the next session is proposed.
  static func proposesStep(_ reply: String) -> Bool {
    clauses(of: reply).contains { steps.range(in: $0) != nil && tries.range(in: $0) != nil }
  }

  /// The words in which it is promised to come back to something next time, without those of the
  /// promise itself; `nil` where nothing is promised.
  static func promisedReturn(_ reply: String) -> [String]? {
    for clause in clauses(of: reply) {
      if let time = later.range(in: clause), let verb = resuming.range(in: clause) {
        return clause.indices.filter { !time.contains($0) && !verb.contains($0) }.map { clause[$0] }
      }
    }
    return nil
  }

  private static func clauses(of reply: String) -> [[String]] {
    reply.split { ".!?;\n".contains($0) }.map { Words.all(of: String($0)) }
  }
}
