import Lines
import Listening
import Reports
import Testing
import Transcripts

@Suite("Scores as lines of JSON")
struct ScoreNDJSONTests {
  @Test("Without replies there is nothing")
  func empty() {
    #expect(report(.ndjson, []).isEmpty)
  }

  @Test("Each reply is its id and its grade on a line")
  func lines() throws {
    let replies = [
      scored("Mm.", id: .string("a")), scored("So?", session: "s") { $0.question = .closed },
    ]
    let text = report(.ndjson, replies)
    #expect(
      text.hasPrefix(
        """
        {"codes":{"advice":"none","affirmation":false,"autonomy":false,"collaboration":false,\
        "emotional_reaction":0,"exploration":0,"false_reassurance":false,"information":false,\
        "interpretation":0,"judgment":"none","judgment_kind":null,"main":"other",\
        "misreading":false,"question":"none","reflection":"none","repair":false,\
        "self_disclosure":"none","transparency":false},"empathy":25,"evidence":[],"id":"a",\
        "model":"attune@1","nonjudgment":100,"openness":50,"unsure":[]}

        """))
    let lines = text.split(separator: "\n")
    #expect(lines.count == 2)
    for (line, reply) in zip(lines, replies) {
      #expect(try JSONLine.decode(Grade.self, from: line) == reply.grade)
    }
  }
}
