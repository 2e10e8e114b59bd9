import Grading
import Listening
import Transcripts

/// What is graded of a text that somebody typed or transcribed: the words that were said. `*nods*` and
/// `(laughs)` are nobody's words; the same reply has the same grade in practice and in a transcript.
extension Grader {
  /// Grades what was said: see `grade(_:client:)`.
  public func grade(spoken reply: String, to client: String?) -> Grade {
    let words = TranscriptMarks.spoken(reply, to: client)
    return grade(words.text, client: words.client)
  }

  /// What counted most for each code found: see `explain(_:client:)`.
  func explain(spoken reply: String, to client: String?) -> [Reason] {
    let words = TranscriptMarks.spoken(reply, to: client)
    return explain(words.text, client: words.client)
  }
}
