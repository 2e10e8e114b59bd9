import Testing

import Transcripts

@Suite("Utterances as lines of JSON")
struct UtteranceDecoderTests {
  @Test(
    "A line that names its speaker is an utterance, by the names of tables",
    arguments: ["speaker", "role", "interlocutor", "Speaker"])
  func speakers(key: String) throws {
    let text = """
      {"conversation":"c1","\(key)":"client","text":"Bad."}
      {"conversation":"c1","\(key)":"therapist","text":"You are sad."}
      {"conversation":2,"\(key)":"client","text":"Hi."}
      {"conversation":2,"text":"So.","\(key)":"therapist","id":7}
      """
    let reading = try Reading(text)
    #expect(reading.told == ["in#c1", "Bad. > You are sad.", "in#2", "Hi. > So."])
    #expect(reading.complaints == [])
  }

  @Test("It is the same talk whoever speaks first", arguments: ["speaker", "role"])
  func therapistFirst(key: String) throws {
    let reading = try Reading(
      """
      {"\(key)":"therapist","text":"Hi?"}
      {"\(key)":"client","text":"Bad."}
      {"\(key)":"therapist","text":"You feel bad."}
      """)
    #expect(reading.told == ["- > Hi?", "Bad. > You feel bad."])
    #expect(reading.replies.map(\.session) == ["in", "in"] && reading.complaints == [])
  }

  @Test("Names and columns are said as of tables, and a bad line is told and passed over")
  func said() throws {
    let names = try SpeakerNames(therapists: ["Ada"])
    let options = ScoreInput.Options(
      kind: .utterances, columns: try ColumnMapping(["speaker=by", "text=words"]), names: names)
    let text = """
      {"by":"Ben","words":"Bad."}
      {"by":"Ada","words":"You are sad."}
      no
      {"by":"Ada","words":"So."}
      """
    let reading = try Reading(text, options: options)
    #expect(reading.told == ["Bad. > You are sad.", "- > So."])
    #expect(
      reading.complaints == ["in:3: error: not an utterance: not JSON; passed over [utterance]"])
  }

  @Test(
    "A record that names another speaker is refused, and one with the client's words beside is not",
    arguments: [
      (#"{"text":"Bad.","speaker":"client"}"#, false),
      (#"{"text":"Bad.","role":"Patient"}"#, false),
      (#"{"text":"Bad.","speaker":"Ben"}"#, false), (#"{"text":"Bad.","speaker":null}"#, true),
      (#"{"text":"So.","speaker":"therapist"}"#, true),
      (#"{"text":"So.","client":"Bad.","role":"assistant"}"#, true),
      (#"{"text":"So.","client":"P07","speaker":"client"}"#, false),
      (#"{"text":"So.","topic":"client"}"#, true),
    ])
  func records(line: String, isReply: Bool) throws {
    #expect(((try? ReplyRecord(line: line)) != nil) == isReply)
    #expect(((try? ScoreLine(line)) != nil) == isReply)
    let reading = try Reading(line, options: .init(kind: .records))
    #expect(reading.replies.count == (isReply ? 1 : 0))
    #expect(reading.complaints.isEmpty == isReply)
    if !isReply { #expect(reading.complaints[0].contains("say --kind utterances")) }
  }
}
