import Testing

import Transcripts

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
      """
    let reading = try Reading(text)
    #expect(
      reading.replies == [
        ReplyToScore(
          session: "in#a", file: "in", turn: 1, id: .string("in#a#1"), client: "Hi.\nI came.",
          text: "You came.\nSo.", closing: "Yes.\nWell."),
        ReplyToScore(
          session: "in#7", file: "in", turn: 1, id: .string("in#7#1"), client: nil,
          text: "Hello."),
        ReplyToScore(
          session: "in:4", file: "in", turn: 1, id: .string("in:4#1"), client: nil,
          text: "Hello."),
      ])
    #expect(reading.faults.isEmpty)
  }

  @Test("A conversation without a reply is told among others, once, and scored are the others")
  func withoutReplies() throws {
    let silent = #"{"utterances":[]}"# + "\n"
    let client = #"{"utterances":[{"speaker":"client","text":"Hi."}]}"# + "\n"
    let other = #"{"utterances":[{"speaker":"trainee","text":"Hello."}]}"# + "\n"
    let told = "no reply of a therapist's is in the conversation of this line"
    let mend = "nothing of it is scored [no-replies]"
    let cases: [(String, [String])] = [
      (silent + other, ["in:1: warning: \(told); \(mend)"]),
      (other + client + silent, ["in:2: warning: \(told), nor in 1 more; \(mend)"]),
      // That a file has none at all is told of the file.
      (silent + client, []),
    ]
    for (text, complaints) in cases {
      let reading = try Reading(text)
      #expect(reading.complaints == complaints)
      #expect(reading.replies.map(\.text) == (complaints.isEmpty ? [] : ["Hello."]))
    }
  }

  @Test("An id that has been there before is told, and its conversation passed over")
  func twice() throws {
    let text = [#"1"#, #""b""#, #""1""#, "null", "null"].map {
      #"{"id":\#($0),"utterances":[{"speaker":"trainee","text":"Hello."}]}"# + "\n"
    }.joined()
    let reading = try Reading(text)
    #expect(reading.replies.map(\.session) == ["in#1", "in#b", "in:4", "in:5"])
    #expect(
      reading.complaints == [
        "in:3: error: the conversation 'in#1' has been there before; give each an id of its own; "
          + "passed over [conversation-twice]"
      ])
  }

  @Test("A speaker or a text that is null costs its utterance alone, and is told")
  func nulls() throws {
    let text = """
      {"id":1,"utterances":[{"speaker":"client","text":"Hi."},{"speaker":"T","text":"So."},\
      {"speaker":null,"text":"(laughs)"},{"speaker":"T","text":"Well."},{"speaker":"T","text":null},\
      {"speaker":"C","text":null},{"speaker":"T","text":"Hm."},{"speaker":"C","text":"Bye."},\
      {"speaker":null,"text":null}]}

      """
    let reading = try Reading(text)
    #expect(reading.told == ["in#1", "Hi. > So.", "- > Well.", " > Hm.", ">> Bye."])
    #expect(
      reading.complaints == [
        "in:1: error: nobody is named as the speaker: 'utterances.2.speaker' is null, and so are 1 "
          + "more; name the client or the therapist; passed over [no-speaker]",
        "in:1: warning: nothing is said: 'utterances.4.text' is null, and so are 1 more; it counts "
          + "as silence; where words are missing, fill them in [no-words]",
      ])
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
    let named = try Reading(text, options: .init(names: try SpeakerNames(therapists: ["Ada"])))
    #expect(named.replies.map(\.text) == ["Hello."] && named.faults.count == 3)
  }

  @Test("A conversation in which no client speaks who was named is left out, and told once")
  func withoutClient() throws {
    let text = ["Ben Ruiz", "Ben", "Cy"].map { client in
      #"{"utterances":[{"speaker":"\#(client)","text":"Hi."},{"speaker":"Ada","text":"So."}]}"#
        + "\n"
    }.joined()
    let reading = try Reading(text, options: .init(names: try SpeakerNames(clients: ["Ben"])))
    #expect(reading.told == ["Hi. > So."])
    #expect(reading.faults.map(\.rule) == ["speaker", "several-others"])
    #expect(reading.faults.first?.message.hasSuffix("of this line, nor in 1 more") == true)
  }
}
