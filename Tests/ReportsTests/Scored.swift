import Listening
import Reports
import Transcripts

/// A report of replies as the text that it writes.
func report(_ format: ScoreFormat, _ replies: [ScoredReply]) -> String {
  var output = ""
  var report = format.makeReport()
  report.begin(into: &output)
  for reply in replies { report.add(reply, into: &output) }
  report.end(into: &output)
  return output
}

/// A reply with a grade that follows from its codes.
func scored(
  _ text: String, session: String? = nil, id: JSONValue = .null, client: String? = nil,
  unsure: [CodeName] = [], _ change: (inout Codes) -> Void = { _ in }
) -> ScoredReply {
  var codes = Codes()
  change(&codes)
  return ScoredReply(
    reply: ReplyToScore(session: session, id: id, client: client, text: text),
    grade: Grade(codes: codes, evidence: [], unsure: unsure, model: "attune@1"))
}
