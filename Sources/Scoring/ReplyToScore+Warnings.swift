import Diagnostics
import Grading
import Listening
import Transcripts

extension ReplyToScore {
  /// Tells of a reply, and of a client's turn before it, that goes on beyond what counts for the
  /// grade, and of a reply in which likely somebody else speaks as well.
  ///
  /// - Parameters:
  ///   - file: The name of their file.
  ///   - line: The line up to which the file has been read: that of a reply by itself.
  /// - Returns: Warnings; none where all of both counts and the reply is not so long.
  public func lengthWarnings(in file: String, line: Int? = nil) -> [Diagnostic] {
    let several = severalVoicesWarning(in: file).map { [$0] } ?? []
    // Of nearly all replies that is all.
    guard max(text.utf8.count, client?.utf8.count ?? 0) > Grader.byteLimit else { return several }
    let parts = [(client ?? "", "the client's words before \(name)"), (text, name)]
    let cut = parts.filter { $0.0.utf8.count > Grader.byteLimit }.map { _, name in
      Diagnostic(
        .warning, "long-turn", at: Location(file: file, line: session == nil ? line : nil),
        "only the first \(Grader.byteLimit) bytes of \(name) count for its grade",
        mend: "part it where somebody else speaks")
    }
    return cut + several
  }

  /// What the reply is called.
  private var name: String {
    turn.map { "turn \($0)" + (session.map { " of '\($0)'" } ?? "") }
      ?? (id == .null ? "a reply" : "the reply '\(id.plain)'")
  }

  /// A reply of more words is likely several, with what the client said between: two minutes of talk.
  /// The number is Attune's own.
  static let mostLikelyWords = 300

  /// Of a reply that is cut it is not told as well.
  private func severalVoicesWarning(in file: String) -> Diagnostic? {
    // Words are counted only where there are bytes enough for so many.
    guard session != nil, text.utf8.count > 2 * Self.mostLikelyWords,
      text.utf8.count <= Grader.byteLimit
    else { return nil }
    let words = wordCount(text)
    guard words > Self.mostLikelyWords else { return nil }
    return Diagnostic(
      .warning, "long-reply", at: Location(file: file), "\(name) has \(words) words",
      mend: "look whether the client speaks in it without a label; it is graded as one reply")
  }

  /// Tells of a reply of a saved session whose grade now is another one than its file has.
  ///
  /// - Parameter grade: The grade now.
  /// - Returns: A warning, or `nil` where scores and codes are the same or the file has none.
  func regradeWarning(_ grade: Grade) -> Diagnostic? {
    guard let session, let graded,
      graded.codes != grade.codes
        || ScoreName.allCases.contains(where: { $0.value(in: graded) != $0.value(in: grade) })
    else { return nil }
    let isSameModel = graded.model == grade.model
    return Diagnostic(
      .warning, "grade-differs", at: Location(file: session),
      "reply \(turn ?? 1) has another grade in the file than now"
        + (isSameModel ? "" : ": it was graded by \(graded.model)"),
      mend: (isSameModel ? "the file was changed, or another version graded; " : "")
        + "what is written is graded anew, and trust and depth are the file's")
  }
}
