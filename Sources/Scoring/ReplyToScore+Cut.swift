import Diagnostics
import Grading
import Transcripts

extension ReplyToScore {
  /// Tells of a reply, and of a client's turn before it, that goes on beyond what counts for the
  /// grade.
  ///
  /// - Parameters:
  ///   - file: The name of their file.
  ///   - line: The line up to which the file has been read: that of a reply by itself.
  /// - Returns: Warnings; none where all of both counts.
  public func cutWarnings(in file: String, line: Int? = nil) -> [Diagnostic] {
    guard max(text.utf8.count, client?.utf8.count ?? 0) > Grader.byteLimit else { return [] }
    let name =
      turn.map { "turn \($0)" + (session.map { " of '\($0)'" } ?? "") }
      ?? (id == .null ? "a reply" : "the reply '\(id.plain)'")
    let parts = [(client ?? "", "the client's words before \(name)"), (text, name)]
    return parts.filter { $0.0.utf8.count > Grader.byteLimit }.map { _, name in
      Diagnostic(
        .warning, "long-turn", at: Location(file: file, line: session == nil ? line : nil),
        "only the first \(Grader.byteLimit) bytes of \(name) count for its grade",
        mend: "part it where somebody else speaks")
    }
  }
}
