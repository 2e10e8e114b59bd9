import Lines
import Listening

/// A row for each session with its MITI measures.
struct SessionReport: ScoreReport {
  /// How the rows are written.
  enum Form {
    case csv, ndjson
  }

  private let form: Form
  private var sessions = SessionGrouper()

  init(_ form: Form) {
    self.form = form
  }

  mutating func begin(into output: inout some TextOutputStream) {
    switch form {
    case .csv:
      let names = SessionRow(measures: SessionMeasures(), model: "").columns.map(\.name)
      output.write(CSVRow.line(["session"] + names))
    case .ndjson: break
    }
  }

  mutating func add(_ scored: ScoredReply, into output: inout some TextOutputStream) {
    write(sessions.add(scored).ended, into: &output)
  }

  mutating func end(into output: inout some TextOutputStream) {
    write(sessions.end(), into: &output)
  }

  private func write(_ session: ScoredSession?, into output: inout some TextOutputStream) {
    guard let session else { return }
    switch form {
    case .csv:
      let values = SessionRow(session).columns.map { $0.value?.description ?? "" }
      output.write(CSVRow.line([session.name] + values))
    case .ndjson: output.write(JSONLine.encode(Line(session: session)) + "\n")
    }
  }

  /// A session's name and measures side by side.
  private struct Line: Encodable {
    enum CodingKeys: String, CodingKey { case session }

    var session: ScoredSession

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(session.name, forKey: .session)
      try SessionRow(session).encode(to: encoder)
    }
  }
}
