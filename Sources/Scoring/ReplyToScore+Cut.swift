import Diagnostics
import Grading
import Transcripts

extension ReplyToScore {
  /// Tells of a reply that goes on beyond what counts for its grade.
  ///
  /// - Parameter file: The name of its file.
  /// - Returns: A warning, or `nil` where all of the reply counts.
  public func cutWarning(in file: String) -> Diagnostic? {
    guard text.utf8.count > Grader.byteLimit else { return nil }
    let name =
      turn.map { "turn \($0)" + (session.map { " of '\($0)'" } ?? "") }
      ?? (id == .null ? "a reply" : "the reply '\(id.plain)'")
    return Diagnostic(
      .warning, "long-turn", at: Location(file: file),
      "only the first \(Grader.byteLimit) bytes of \(name) count for its grade",
      mend: "part it where somebody else speaks")
  }
}
