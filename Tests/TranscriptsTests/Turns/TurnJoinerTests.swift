import Diagnostics
import Lines
import Testing
import Transcripts

@Suite("Turns joined of what was said")
struct TurnJoinerTests {
  @Test("What has been said before counts once; another id, text or speaker makes it another")
  func repeated() throws {
    let reading = try Reading(
      """
      conversation,id,speaker,text
      c,1,client,Hm.
      c,1,client,Hm.
      c,1,client,Hm!
      c,2,client,Hm.
      c,2,therapist,Hm.
      c,2,therapist,Hm.
      c,1,client,Hm.

      """, file: "in.csv")
    #expect(reading.replies.map(\.text) == ["Hm."])
    #expect(reading.replies.map(\.client) == ["Hm.\nHm!\nHm."])
    #expect(reading.replies.map(\.closing) == [nil])
  }

  @Test("A turn without end is cut and told once; the next one is read")
  func longTurn() throws {
    let words = String(repeating: "so ", count: 1 << 19)
    let turn = String(repeating: "therapist,\(words)\n", count: 14)
    let reading = try Reading(
      "speaker,text\n\(turn)client,Hi.\ntherapist,Well.\n", file: "in.csv")
    let lengths = reading.replies.map(\.text.utf8.count)
    #expect(lengths.count == 2 && lengths.last == 5)
    #expect((FileLines.longestLine / 2...FileLines.longestLine).contains(lengths[0]))
    #expect(reading.faults.map { "\($0.rule) \($0.location?.line ?? 0)" } == ["long-turn 12"])
  }
}
