import Testing

@testable import Transcripts

@Suite("Conversations of a line each")
struct TranscriptLineDecoderTests {
  @Test("Turns are joined, and known by the conversation's id or its line")
  func turns() throws {
    let text = """
      {"id":"a","utterances":[{"speaker":"client","text":"Hi."},{"speaker":"C","text":"I came."},\
      {"speaker":"Therapist","text":"You came."},{"speaker":"trainee","text":"So."},\
      {"speaker":"client","text":"Yes."},{"speaker":"client","text":"Well."}]}

      {"utterances":[{"speaker":"trainee","text":"Hello."}],"id":7,"text":null,"more":1.5}
      {"utterances":[{"speaker":"trainee","text":"Hello."}]}
      {"utterances":[]}
      """
    let reading = try Reading(text)
    #expect(
      reading.replies == [
        ReplyToScore(
          session: "in#a", turn: 1, id: .string("in#a#1"), client: "Hi.\nI came.",
          text: "You came.\nSo.", closing: "Yes.\nWell."),
        ReplyToScore(
          session: "in#7", turn: 1, id: .string("in#7#1"), client: nil, text: "Hello."),
        ReplyToScore(
          session: "in:4", turn: 1, id: .string("in:4#1"), client: nil, text: "Hello."),
      ])
    #expect(reading.faults.isEmpty)
  }

  @Test("What cannot be read is told with its line and passed over, and names can be said")
  func faults() throws {
    let text = """
      {"utterances":[{"speaker":"Ada","text":"Hello."}],"id":7}
      {"id":"c"}
      nonsense
      {"utterances":[{"speaker":"therapist"}]}
      """
    let reading = try Reading(text)
    #expect(reading.replies.isEmpty)
    #expect(
      reading.complaints == [
        "in:1: error: not a transcript: 'utterances.0.speaker' is neither the client nor the"
          + " therapist; passed over [transcript]",
        "in:2: error: not a transcript: the key 'utterances' is missing; passed over [transcript]",
        "in:3: error: not a transcript: not JSON; passed over [transcript]",
        "in:4: error: not a transcript: the key 'utterances.0.text' is missing; passed over"
          + " [transcript]",
      ])
    let named = try Reading(text, options: .init(names: SpeakerNames(therapists: ["Ada"])))
    #expect(named.replies.map(\.text) == ["Hello."] && named.faults.count == 3)
  }
}
