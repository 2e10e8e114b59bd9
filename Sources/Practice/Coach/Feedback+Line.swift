import Clients
import Grading
import Listening
import Scenarios

/// What the client's line still holds, and what to do the step with.
extension Feedback {
  /// What there is in this line to do the step with.
  func detail(of step: Coaching.Step) -> String? {
    switch step {
    // What may be no slip may well have said their words back.
    case .check where grade.codes.reflection != .none: nil
    case .undo, .check: startingPoint.map { "Start from their words: “\($0)”." }
    case .reflect, .open:
      [unanswered.map { "\(leftUndone): “\($0)”." }, cue].compactMap(\.self)
        .joined(separator: " ").nonEmpty
    // Told to be compared, not as missing: a free reflection may say it in words of its own.
    case .deepen: line?.meaning.map { "What may lie beneath, to hold yours against: \($0)" } ?? cue
    case .handBack: nil
    case .build: further
    }
  }

  /// What to try after a reply that met the client: another thing from turn to turn, and nothing where
  /// all has been told of the last few replies.
  private var further: String? {
    let ways = [leftOpen.map { "Still open, to come back to: “\($0)”." }, feeling, room]
      .compactMap(\.self)
    return ways.isEmpty ? nil : ways[turn % ways.count]
  }

  /// A feeling told in the line that the reply leaves open; none that is only asked about there ('was I
  /// ever sad') or on the wane ('less grateful'), and none from which the client went on to what the reply
  /// says. Who says some of what lies beneath may well have answered it.
  private var leftOpen: Substring? {
    guard isQuotable, shareOfMeaning == 0, let words = uptake.leftOpen,
      words.firstMatch(of: Self.asked) == nil
    else { return nil }
    let after = String(heard[words.endIndex...])
    return Uptake.share(of: after, saidIn: reply, spelling: spelling) < Self.enoughOfMeaning
      ? words : nil
  }

  private nonisolated(unsafe) static let asked =
    /(?i)\b(?:am|was|did|do|have|had|could|would|should|if|whether) i\b|\b(?:less|no longer)\b/

  private var feeling: String? {
    guard let feelings = line?.feelings, !feelings.isEmpty, !namesFeeling else { return nil }
    // After what is hard for them, a word for a pleasant feeling would lead away from it.
    guard !speaksOfHardship || !feelings.contains(where: Uptake.isPleasantFeeling) else {
      return nil
    }
    return told.unlessLately(
      [
        "A word for the feeling could bring it closer still", "What it is like for them has a name",
        "The feeling in it is not named yet",
      ], turn: turn
    ).map { "\($0): \(feelings.joined(separator: ", "))." }
  }

  /// What to try, and what there is to hear in the line.
  func withCue(_ text: String) -> String {
    [text, cue].compactMap(\.self).joined(separator: " ")
  }

  /// Whether the reply says, of whatever it is, that it is hard.
  private var speaksOfHardship: Bool {
    reply.lowercased().split { !$0.isLetter }.contains { Self.hardships.contains(String($0)) }
  }

  private static let hardships: Set<String> = [
    "difficult", "hard", "heavy", "hurt", "hurts", "losing", "loss", "lost", "miss", "painful",
    "tough",
  ]

  /// To wait, unless the client has been asked something.
  private var room: String? {
    guard grade.codes.question == .none else { return nil }
    return told.unlessLately(
      [
        "Now give them time to find out whether it fits.",
        "See what they make of it before you add anything.",
        "Nothing more is needed; let them take it further.",
        "Let it stand; if it is not quite right, they can put it right.",
      ], turn: turn)
  }

  /// The feelings in the client's line that the reply does not name.
  private var cue: String? {
    let said = reply.lowercased()
    // Five letters, so that 'lonely' is named by 'loneliness'.
    let unnamed = (line?.feelings ?? []).filter { !said.contains($0.lowercased().prefix(5)) }
    return unnamed.isEmpty ? nil : "What to hear in this line: \(unnamed.joined(separator: ", "))."
  }

  /// What the reply leaves unanswered, of a line that there is something to answer in: small talk,
  /// a goodbye or a moment asked for need no answer to their words. What is said of the client, or of
  /// what lies beneath, answers in words of its own.
  var unanswered: Substring? {
    let hasWeight = line.map { $0.depth > 1 } ?? true
    let isAnswered = grade.codes.affirmation || shareOfMeaning > 0
    return isQuotable && hasWeight && !isAnswered ? uptake.unanswered : nil
  }

  /// A question may be about the very thing that it says nothing of.
  private var leftUndone: String {
    grade.codes.question == .none ? "Not yet answered" : "Not yet said back"
  }

  private var startingPoint: Substring? { isQuotable ? uptake.startingPoint : nil }

  var isQuotable: Bool { occasion.isTalk }

  /// A reply has said what lies beneath a line where this share of it is in the reply's words, or in
  /// words near to them.
  static let enoughOfMeaning = 0.4
}
