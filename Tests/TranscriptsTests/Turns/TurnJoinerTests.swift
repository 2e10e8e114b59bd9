import Diagnostics
import Testing

@testable import Transcripts

@Suite("Turns joined of what was said")
struct TurnJoinerTests {
  @Test("What has been said before counts once; another id, text or speaker makes it another")
  func repeated() throws {
    var turns = TurnJoiner(file: "in")
    var found: [Decoded] = []
    for (line, (speaker, id, text)) in [
      (Speaker.client, "1", "Hm."), (.client, "1", "Hm."), (.client, "1", "Hm!"),
      (.client, "2", "Hm."), (.trainee, "2", "Hm."), (.trainee, "2", "Hm."), (.client, "1", "Hm."),
    ].enumerated() {
      found += turns.take(
        Utterance(
          conversation: "c", id: .string(id), speaker: speaker, text: text, line: line + 1))
    }
    found += turns.finish()
    let replies: [ReplyToScore] = found.compactMap {
      if case .reply(let reply) = $0 { reply } else { nil }
    }
    #expect(replies.map(\.text) == ["Hm."])
    #expect(replies.map(\.client) == ["Hm.\nHm!\nHm."])
    #expect(replies.map(\.closing) == [nil])
  }

  @Test("A turn without end is cut and told once; the next one is read")
  func longTurn() throws {
    var turns = TurnJoiner(file: "in")
    let words = String(repeating: "so ", count: 1 << 19)
    var found: [Decoded] = []
    for line in 1...14 {
      found += turns.take(Utterance(speaker: .trainee, text: words, line: line))
    }
    found += turns.take(Utterance(speaker: .client, text: "Hi.", line: 15))
    found += turns.take(Utterance(speaker: .trainee, text: "Well.", line: 16))
    found += turns.finish()
    var lengths: [Int] = []
    var faults: [String] = []
    for item in found {
      switch item {
      case .reply(let reply): lengths.append(reply.text.utf8.count)
      case .fault(let fault): faults.append("\(fault.rule) \(fault.location?.line ?? 0)")
      }
    }
    #expect(lengths.count == 2 && lengths.last == 5)
    #expect((TurnJoiner.longestTurn / 2...TurnJoiner.longestTurn).contains(lengths[0]))
    #expect(faults == ["long-turn 11"])
  }
}
