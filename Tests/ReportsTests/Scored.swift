import Listening
import Reports
import Testing
import Transcripts

/// A report of replies as the text that it writes.
func report(
  _ format: ScoreFormat, per unit: ScoreUnit = .reply, in folder: CommonFolder = .none,
  _ replies: [ScoredReply]
) -> String {
  var output = ""
  var report = format.makeReport(per: unit, in: folder)
  report.begin(into: &output)
  for reply in replies { report.add(reply, into: &output) }
  report.end(into: &output)
  return output
}

/// A reply with a grade that follows from its codes; its file has the name of the session where none
/// is given.
func scored(
  _ text: String, session: String? = nil, file: String? = nil, turn: Int? = nil,
  id: RecordID = .null, client: String? = nil, closing: String? = nil, evidence: [Evidence] = [],
  unsure: [CodeName] = [], saved: SavedSession? = nil, _ change: (inout Codes) -> Void = { _ in }
) -> ScoredReply {
  var codes = Codes()
  change(&codes)
  return ScoredReply(
    reply: ReplyToScore(
      session: session, file: file ?? session, turn: turn, id: id, client: client, text: text,
      closing: closing, saved: saved),
    grade: Grade(codes: codes, evidence: evidence, unsure: unsure, model: "attune@1"))
}

/// The last row of a report with a row of column names first, whose fields hold no comma.
func columns(_ report: String) throws -> [String: String] {
  let rows = report.split(separator: "\r\n").map {
    $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
  let (names, values) = (try #require(rows.first), try #require(rows.last))
  return Dictionary(uniqueKeysWithValues: zip(names, values))
}
