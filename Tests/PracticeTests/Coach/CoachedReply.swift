import Clients
import Foundation
import Listening
import Scenarios
import Testing
import Transcripts

@testable import Practice

/// The coach on a reply to some client's words, with some of the reply as evidence for a code.
func feedback(
  _ reply: String, to client: String? = nil, turn: Int = 1,
  quoting words: String? = nil, for code: CodeName = .reflection,
  unsure: [CodeName] = [], line: ClientLine? = nil, occasion: Client.Occasion = .talk,
  earlier: [GradeTurn] = [], _ change: (inout Codes) -> Void
) throws -> Feedback {
  var codes = Codes()
  change(&codes)
  var evidence: [Evidence] = []
  if let words {
    let start = try #require(reply.range(of: words)).lowerBound
    let from = reply.utf8.distance(from: reply.startIndex, to: start)
    evidence = [
      Evidence(code: code, value: "yes", span: from..<from + words.utf8.count, confidence: 0.9)
    ]
  }
  let grade = Grade(codes: codes, evidence: evidence, unsure: unsure, model: "by-hand@1")
  return Feedback(
    reply: reply, turn: turn, grade: grade, client: client, line: line, occasion: occasion,
    told: earlier.map(\.coach), before: earlier.last?.grade)
}

/// Judges the client mildly.
func judge(_ codes: inout Codes) {
  (codes.judgment, codes.judgmentKind) = (.mild, .blame)
}
