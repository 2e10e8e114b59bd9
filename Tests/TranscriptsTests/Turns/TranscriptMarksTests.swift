import Listening
import Testing

import Transcripts

@Suite("A transcriber's marks")
struct TranscriptMarksTests {
  static let notice = """
    This editable transcript was computer generated and might contain errors. People can also \
    change the text after it was created.
    """

  @Test(
    "Times, what was heard beside the words, and what stands below them are nobody's words",
    arguments: [
      ("You miss him. #00:01:12-5#", "You miss him."), ("[00:01:12] So.", "So."),
      ("(00:12) So.", "So."), ("00:12 So.", "So."), ("1:02:03 so", "so"), ("00:12 so", "so"),
      ("3:15 What helps?", "What helps?"), ("So. 00:12", "So."), ("So 00:01:12.5", "So"),
      ("So. [laughs]", "So."), ("So (sighs) it goes.", "So it goes."), ("*nods* So.", "So."),
      ("So. [inaudible 00:12:03]", "So."), ("So (xx) it is.", "So it is."),
      ("So (1.5) well.", "So well."),
      ("So (.) well.", "So well."), ("So <laughs> well.", "So well."), ("((coughs)) So.", "So."),
      ("(long pause, 40 seconds, looks out of the window)", ""), ("(silence)", ""),
      ("So.\nTranscribed by https://otter.ai", "So."), ("So.\n[End of recording]", "So."),
      ("So.\nPage 2 of 3\n---\n--- END ---", "So."), ("So.\nEND OF SESSION", "So."),
      ("So.\nAda Byron stopped transcription", "So."),
      ("So.\nTranscription ended after 00:06:10\nMeeting ended after 01:02:03 👋", "So."),
      ("So.\n\(TranscriptMarksTests.notice)", "So."),
      ("So [unintelligible\n00:27:23] it [clears\nthroat] goes.", "So it goes."),
      ("So. [door closes]", "So."), ("[both laugh] So.", "So."), ("[phone rings]", ""),
      ("*wipes eyes* So.", "So."), ("[scoffs] So.", "So."),
      ("So.\n00:12 And you?", "So. And you?"), ("[00:12]\nSo.", "So."),
    ])
  func marks(text: String, said: String) {
    let blanked = TranscriptMarks.blanked(text)
    #expect(blanked.split(whereSeparator: \.isWhitespace).joined(separator: " ") == said)
    // What is left stands where it stood.
    #expect(blanked.utf8.count == text.utf8.count)
    #expect(zip(blanked.utf8, text.utf8).allSatisfy { $0 == $1 || $0 == 0x20 })
  }

  @Test(
    "What somebody said stays, whatever marks and numbers are in it",
    arguments: [
      "You miss him.", "You (and your wife) feel sad.", "At 10:30 you left.", "10:30 would do?",
      "We could meet at 10:30", "You *really* miss him.", "He said: no.", "a < b > c",
      "(you laughed about it then)", "[I smile when I see you]", "Page 2 of 3", "End of session",
      "So.\nI stopped transcription", "So.\nthen she started transcription",
      "So.\nBen stopped transcription.", "So.\nThe meeting ended after he left",
      "So.\nMeeting ended after a quarrel", "Ben stopped transcription", "So.\nThis was generated",
      "It was #1 for you.", "One\ntwo\nthree", "So.\nEnd of the road for him", "2:1 for you",
      "You felt sad (", "[", "*", "#", ":", "\n", "", "🙂 [", "(10 %)", "(You miss him.)",
      "[You miss him]", "((( [[ ** {{{", "*** he left", "(she drinks)",
      "(the door closes on you)", "* he nods\n* he left", "[you] closed the door",
    ])
  func words(text: String) {
    #expect(TranscriptMarks.blanked(text) == text)
  }

  @Test(
    "Marks that open and never close are looked at once", .timeLimit(.minutes(1)),
    arguments: ["(", "[", "<", "{", "*", "([", "#1", "*("])
  func unclosed(mark: String) {
    let text = String(repeating: mark, count: 1 << 20)
    #expect(TranscriptMarks.blanked(text) == text)
  }

  @Test("Of a session the words that were said are counted, on either side")
  func counted() {
    let grade = Grade(codes: Codes(), evidence: [], unsure: [], model: "m@1")
    let measures = SessionMeasures(
      spoken: [("*nods* You miss him.", grade), ("(You miss him.)", grade), ("[pause]", grade)],
      clientLines: ["(sighs) He left.", "[crying]"])
    #expect(measures.replies == 3)
    #expect(measures.traineeWords == 6)
    #expect(measures.clientWords == 2)
  }

  @Test("What is graded is the reply and the client's line without them; what is shown keeps them")
  func spoken() {
    let reply = ReplyToScore(
      session: nil, id: .null, client: "He left. (cries)", text: "[00:12] You miss him.")
    #expect(reply.spoken.text == "        You miss him.")
    #expect(reply.spoken.client == "He left.        ")
    #expect(reply.text == "[00:12] You miss him.")
  }
}
