import Transcripts

/// One graded record a line, as programs take them.
struct ScoreNDJSON: ScoreReport {
  mutating func begin(into output: inout some TextOutputStream) {}

  mutating func add(_ scored: ScoredReply, into output: inout some TextOutputStream) {
    let record = GradedRecord(id: scored.reply.id, grade: scored.grade)
    if let line = try? JSONLine.encode(record) { output.write(line + "\n") }
  }

  mutating func end(into output: inout some TextOutputStream) {}
}
