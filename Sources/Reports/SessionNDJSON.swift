import Lines
import Transcripts

/// Sessions as lines of JSON: one object for each with its MITI measures.
struct SessionNDJSON: ScoreReport {
  private var sessions = SessionGrouper()

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

  mutating func begin(into output: inout some TextOutputStream) {}

  mutating func add(_ scored: ScoredReply, into output: inout some TextOutputStream) {
    write(sessions.add(scored).ended, into: &output)
  }

  mutating func end(into output: inout some TextOutputStream) {
    write(sessions.end(), into: &output)
  }

  private func write(_ session: ScoredSession?, into output: inout some TextOutputStream) {
    guard let session else { return }
    output.write(JSONLine.encode(Line(session: session)) + "\n")
  }
}
