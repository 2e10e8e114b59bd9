import Transcripts

/// One graded record a line, as programs take them.
struct ScoreNDJSON: ScoreReport {
  mutating func begin(into output: inout some TextOutputStream) {}

  mutating func add(_ scored: ScoredReply, into output: inout some TextOutputStream) {
    output.write(
      GradedRecord.line(
        id: scored.reply.id, session: scored.reply.session, grade: scored.grade))
    output.write("\n")
  }

  mutating func end(into output: inout some TextOutputStream) {}
}
