import Clients
import LineProtocol
import Lines
import Repeatable
import Server
import Testing

struct ConversationTests {
  @Test func aCommandIsCarriedOutWhenItsAnswerIsAskedFor() async throws {
    try await withEngine { engine in
      var first = Conversation(sessionHost: engine.sessionHost())
      first.receive("BEGIN maya SEED 1\nSAY Mm.\n".utf8)
      #expect(first.nextAnswer()?.hasPrefix("220 ") == true)
      var second = Conversation(sessionHost: engine.sessionHost())
      second.receive("BEGIN maya SEED 1\n".utf8)
      #expect(second.nextAnswer()?.hasPrefix("220 session maya-1.2 ") == true)
      #expect(first.nextAnswer()?.hasPrefix("221 ") == true)
      #expect(first.nextAnswer() == nil)
    }
  }

  @Test func nothingIsAnsweredAfterQuit() async throws {
    try await withEngine { engine in
      var conversation = Conversation(sessionHost: engine.sessionHost())
      conversation.receive("QUIT\nHELP\n".utf8)
      #expect(conversation.nextAnswer() == "205 goodbye\n")
      #expect(conversation.isOver)
      #expect(conversation.nextAnswer() == nil)
    }
  }

  @Test func aWebPageGetsNoCommandThrough() async throws {
    try await withEngine { engine in
      var conversation = Conversation(sessionHost: engine.sessionHost())
      let request = "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nBEGIN maya SEED 4\nSAY hello\n"
      #expect(conversation.answers(to: Array(request.utf8)) == ["500 this is no HTTP server"])
      #expect(conversation.isOver)
    }
  }

  @Test func aSessionIsOpenInOnePlaceAtATime() async throws {
    try await withEngine { engine in
      var first = Conversation(sessionHost: engine.sessionHost())
      first.receive("BEGIN maya SEED 1\n".utf8)
      _ = first.nextAnswer()
      var second = Conversation(sessionHost: engine.sessionHost())
      second.receive("RESUME maya-1\n".utf8)
      #expect(second.nextAnswer()?.hasPrefix("451 ") == true)
      first.receive("END\n".utf8)
      #expect(first.nextAnswer()?.hasPrefix("227 ") == true)
    }
  }

  @Test func aSessionThatHasEndedCanBeLookedAtAgain() async throws {
    try await withEngine { engine in
      var conversation = Conversation(sessionHost: engine.sessionHost())
      conversation.receive("BEGIN maya SEED 1\nEND\nRESUME maya-1\nSUMMARY\nSAY Mm.\n".utf8)
      var codes: [Substring] = []
      while let answer = conversation.nextAnswer() { codes.append(answer.prefix(3)) }
      #expect(codes == ["220", "227", "228", "226", "411"])
    }
  }

  @Test func aServersLineHasALimitToo() async throws {
    try await withEngine { engine in
      // Control characters take the most room in JSON: six bytes for one.
      let line = String(repeating: "\u{1}", count: 16383) + "\n"
      var first = Conversation(sessionHost: engine.sessionHost())
      let begun = first.answers(
        to: Array("BEGIN maya SEED 1\nSAY\n\(line)\(line)\(line)\(line).\n".utf8))
      #expect(begun.contains("221 turn 1 follows"))
      let why = first.answers(to: Array("WHY\nEND\n".utf8))
      let again = first.answers(to: Array("RESUME maya-1\n".utf8))
      let longest = (begun + why + again).map(\.utf8.count).max() ?? 0
      #expect(longest > 6 * 65532)
      #expect(longest <= LineBuffer.serverLimit)
    }
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func whateverComesInIsAnsweredTheSameHoweverItIsCut(seed: UInt64) async throws {
    var generator = SplitMix64(seed: seed)
    let bytes = (0..<60).flatMap { _ in Self.noise(&generator) } + Array("\n.\nQUIT\n".utf8)
    let whole = try Engine()
    let cut = try Engine()
    defer {
      whole.remove()
      cut.remove()
    }
    var first = Conversation(sessionHost: whole.sessionHost())
    let expected = first.answers(to: bytes)
    var second = Conversation(sessionHost: cut.sessionHost())
    var lines: [String] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let length = Int(generator.next() % (generator.next() % 5 == 0 ? 20000 : 7)) + 1
      lines += second.answers(to: Array(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    #expect(lines == expected)
    #expect(lines.last == "205 goodbye")
    var reader = ReplyReader()
    for line in expected { _ = try reader.take(line) }
  }

  /// A line, or something like one.
  private static func noise(_ generator: inout SplitMix64) -> [UInt8] {
    let deep = String(repeating: "[", count: Int(generator.next() % 4000))
    let lines = [
      "BEGIN foundations/maya SEED 5\n", "SAY You came in.\r\n", "SAY\nOne.\n..two\n.\n", "SAY\n",
      ".\n",
      "WHY\n", "RETRY\n", "END\n", "SUMMARY\n", "RESUME maya-5\n", "RESUME ../maya-5\n", "HELP",
      "SCORE {\"id\":\(deep)}\n", "SCORE {\"text\":\"\\u0000\\ud800\"}\n", "EXAMPLE\n", "HINT\n",
      "\n",
      String(repeating: "x", count: 17000) + "\n", "BEGIN \u{1B}[2J\r\u{85}\n",
      "SAY \u{202E}\u{0}\n",
      "say \u{301}\u{1F468}\u{200D}\n",
    ]
    if let line = generator.pick(lines), generator.next() % 6 != 0 { return Array(line.utf8) }
    return (0..<generator.next() % 40).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
  }
}
