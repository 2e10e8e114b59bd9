import Grading
import LineProtocol
import Listening
import Practice
import TestSupport
import Testing
import Transcripts

@Suite("What is done beside the words, in a session")
struct MarksTests {
  static let line = "They sold the boat while I was at the clinic. Nobody rang me."

  @Test(
    "A reply of nothing else is silence to grader and coach; other words in brackets are words",
    arguments: [
      ("(silence)", true), ("[silence]", true), ("*nods*, ((long pause)).", true),
      ("<unclear>", true), ("[00:12:03]", true), ("(nods) Did anybody tell you?", false),
      ("(Did anybody tell you?)", false), ("[Did anybody tell you?]", false),
      ("Did anybody tell you? [pause]", false), ("...", true), ("", true),
    ])
  func silence(reply: String, isSilence: Bool) throws {
    let (_, grader) = try Repository.parts.get()
    let grade = grader.grade(spoken: reply, to: Self.line)
    #expect((grade == grader.grade(spoken: "", to: Self.line)) == isSilence)
    let feedback = Feedback(reply: reply, turn: 1, grade: grade, client: Self.line)
    #expect(feedback.coach.hasPrefix("Silence") == isSilence)
  }

  @Test("The coach quotes a reply as it was typed")
  func quoted() throws {
    let reply = "*nods* You should (sighs) leave him. You sat there, and then you came in."
    let start = "*nods* ".utf8.count
    let span = start..<start + "You should (sighs) leave him.".utf8.count
    var codes = Codes()
    codes.judgment = .mild
    let evidence = Evidence(code: .judgment, value: "order", span: span, confidence: 0.9)
    let grade = Grade(codes: codes, evidence: [evidence], unsure: [], model: "by-hand@1")
    let feedback = Feedback(reply: reply, turn: 1, grade: grade, client: Self.line)
    #expect(feedback.coach.contains("“You should (sighs) leave him.”"))
  }

  @Test(
    "A client hears the words alone, and a nod without any as silence",
    arguments: [
      ("*nods*", ""), ("[pause]", ""),
      ("(laughs about the stage) You feel torn about it.", "You feel torn about it."),
    ])
  func heard(marked: String, plain: String) throws {
    func answers(to reply: String) throws -> [ClientTurn] {
      var desk = try Stage.opened.desk()
      return desk.send(.say(reply)).items.compactMap { item -> ClientTurn? in
        if case .event(.client(let turn)) = item { turn } else { nil }
      }
    }
    let answer = try answers(to: plain)
    #expect(answer.count == 1)
    #expect(try answers(to: marked) == answer)
  }

  @Test("A session counts the words that were said, the last ones too")
  func counted() throws {
    var desk = try Stage.opened.desk()
    for reply in [
      "*nods* You sat there, and then you came in.", "(You sat there.)", "[pause]",
    ] {
      #expect(desk.send(.say(reply)).code == .graded)
    }
    #expect(try desk.send("END").code == .ended)
    let transcript = try Transcript(events: try #require(desk.id.flatMap { desk.saved[$0] }))
    let end = try #require(transcript.end)
    #expect(end.measures.replies == 3)
    #expect(end.measures.traineeWords == 11)
    let said = transcript.clientLines.map(\.text) + [end.text]
    #expect(end.measures.clientWords == said.map(wordCount).reduce(0, +))
  }
}
