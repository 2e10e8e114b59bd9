import Diagnostics
import Testing

import Transcripts

@Suite("ConvoKit corpora")
struct ConvoKitDecoderTests {
  @Test("Each conversation is a session, and what a speaker's meta says tells the side")
  func corpus() throws {
    let reading = try Reading(Samples.convoKit)
    #expect(
      reading.told == [
        "in#u1", "I came, almost not. > And yet you came.", "in#u3", "- > Hello.", ">> Hi.",
      ])
    #expect(reading.ids == [.string("u2"), .string("u3")])
    #expect(reading.complaints == [])
  }

  @Test("The field names of older corpora are known, and ids may be numbers")
  func older() throws {
    let text = """
      {"id":1,"root":1,"text":"Hi.","user":"seeker","reply-to":null}
      {"id":2,"root":1,"text":"So.","user":"supporter","reply-to":1}
      """
    let reading = try Reading(text)
    #expect(reading.told == ["in#1", "Hi. > So."])
    #expect(reading.ids == [.integer(2)])
  }

  @Test("One side that is named leaves the others to the other side")
  func named() throws {
    let text = """
      {"id":"a","conversation_id":"a","speaker":"ada","text":"Hi."}
      {"id":"b","conversation_id":"a","speaker":"ben","text":"So."}
      """
    let names = try SpeakerNames(therapists: ["Ben"])
    #expect(try Reading(text, options: .init(names: names)).told == ["in#a", "Hi. > So."])
    #expect(try Reading(text).faults.map(\.rule) == ["unknown-speaker", "unknown-speaker"])
    let misspelt = try Reading(text, options: .init(names: try SpeakerNames(clients: ["Adda"])))
    #expect(misspelt.replies.isEmpty && misspelt.faults.map(\.rule) == ["speaker"])
  }

  @Test("Where a role tells one of two speakers, the other is the other side, whoever comes first")
  func counterpart() throws {
    func line(_ id: String, _ speaker: String, _ text: String, _ role: String? = nil) -> String {
      let meta = role.map { ",\"meta\":{\"role\":\"\($0)\"}" } ?? ""
      return "{\"id\":\"\(id)\",\"conversation_id\":\"a\",\"speaker\":\"\(speaker)\","
        + "\"text\":\"\(text)\"\(meta)}\n"
    }
    for role in ["client", "Patient"] {
      let two = line("1", "ben", "Hello.") + line("2", "ada", "Hi.", role) + line("3", "ben", "So.")
      let reading = try Reading(two)
      #expect(reading.told == ["in#a", "- > Hello.", "Hi. > So."] && reading.faults.isEmpty)
      let three = try Reading(two + line("4", "cy", "Hm."))
      #expect(three.replies.isEmpty)
      #expect(three.faults.map(\.rule) == ["unknown-speaker", "unknown-speaker"])
    }
  }

  @Test("A speaker's role is remembered for as long as there are not ten thousand others")
  func rememberedRoles() throws {
    func line(_ speaker: String, _ role: String?) -> String {
      let meta = role.map { ",\"meta\":{\"role\":\"\($0)\"}" } ?? ""
      let id = role == nil ? "\(speaker), again" : speaker
      return "{\"id\":\"\(id)\",\"conversation_id\":\"a\",\"speaker\":\"\(speaker)\","
        + "\"text\":\"Hi.\"\(meta)}\n"
    }
    func rules(others: Int) throws -> [String] {
      let between = (0..<others).map { line("n\($0)", "client") }.joined()
      let text = line("ben", "therapist") + line("ada", "client") + between + line("ben", nil)
      return try Reading(text).faults.map(\.rule)
    }
    #expect(try rules(others: 9_998) == [])
    #expect(try rules(others: 9_999) == ["unknown-speaker"])
  }

  @Test("An utterance that lacks something is reported with its line and passed over")
  func faults() throws {
    let text = """
      {"id":"a","conversation_id":"a","speaker":"client","text":"Hi."}
      {"id":"b","conversation_id":"a","speaker":"therapist","text":null}
      {"id":"c","conversation_id":"a","text":"So."}
      {"id":"d","speaker":"therapist","text":"So."}
      {"id":"e",
      {"id":"f","conversation_id":"a","speaker":"therapist","text":"Well."}
      """
    let reading = try Reading(text)
    #expect(reading.told == ["in#a", "- > Well."])
    #expect(
      reading.complaints == [
        "in:2: error: the key 'text' is missing; passed over [utterance]",
        "in:3: error: the key 'speaker' is missing; passed over [utterance]",
        "in:4: error: the key 'conversation_id' is missing; passed over [utterance]",
        "in:5: error: not an utterance of ConvoKit's: not JSON; passed over [utterance]",
      ])
  }
}
