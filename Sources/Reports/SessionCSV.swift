import Listening

/// Sessions as comma-separated values: a row for each with its MITI measures.
struct SessionCSV: ScoreReport {
  private var sessions = SessionGrouper()

  mutating func begin(into output: inout some TextOutputStream) {
    let names = SessionRow(measures: SessionMeasures(), model: "").columns.map(\.name)
    output.write(CSVRow.line(["session"] + names))
  }

  mutating func add(_ scored: ScoredReply, into output: inout some TextOutputStream) {
    write(sessions.add(scored).ended, into: &output)
  }

  mutating func end(into output: inout some TextOutputStream) {
    write(sessions.end(), into: &output)
  }

  private func write(_ session: ScoredSession?, into output: inout some TextOutputStream) {
    guard let session else { return }
    let values = SessionRow(session).columns.map { $0.value?.description ?? "" }
    output.write(CSVRow.line([session.name] + values))
  }
}
