import LineProtocol
import Server
import Testing

struct ConversationTests {
  @Test func aCommandIsCarriedOutWhenItsAnswerIsAskedFor() async throws {
    try await withEngine { engine in
      var first = Conversation(seat: engine.seat())
      first.receive("BEGIN maya SEED 1\nSAY Mm.\n".utf8)
      #expect(first.nextAnswer()?.hasPrefix("220 ") == true)
      var second = Conversation(seat: engine.seat())
      second.receive("BEGIN maya SEED 1\n".utf8)
      #expect(second.nextAnswer()?.hasPrefix("220 session maya-1.2 ") == true)
      #expect(first.nextAnswer()?.hasPrefix("221 ") == true)
      #expect(first.nextAnswer() == nil)
    }
  }

  @Test func nothingIsAnsweredAfterQuit() async throws {
    try await withEngine { engine in
      var conversation = Conversation(seat: engine.seat())
      conversation.receive("QUIT\nHELP\n".utf8)
      #expect(conversation.nextAnswer() == "205 goodbye\n")
      #expect(conversation.isOver)
      #expect(conversation.nextAnswer() == nil)
    }
  }

  @Test func aSessionIsOpenInOnePlaceAtATime() async throws {
    try await withEngine { engine in
      var first = Conversation(seat: engine.seat())
      first.receive("BEGIN maya SEED 1\n".utf8)
      _ = first.nextAnswer()
      var second = Conversation(seat: engine.seat())
      second.receive("RESUME maya-1\n".utf8)
      #expect(second.nextAnswer()?.hasPrefix("450 ") == true)
      first.receive("END\n".utf8)
      #expect(first.nextAnswer()?.hasPrefix("227 ") == true)
    }
  }

  @Test func aSessionThatHasEndedCanBeLookedAtAgain() async throws {
    try await withEngine { engine in
      var conversation = Conversation(seat: engine.seat())
      conversation.receive("BEGIN maya SEED 1\nEND\nRESUME maya-1\nSUMMARY\nSAY Mm.\n".utf8)
      var codes: [Substring] = []
      while let answer = conversation.nextAnswer() { codes.append(answer.prefix(3)) }
      #expect(codes == ["220", "227", "228", "226", "411"])
    }
  }
}
