import LineProtocol
import Server
import Testing

/// The dialogues of `Documentation/LineProtocol.md`, as they stand there.
struct DialogueTests {
  @Test func everyVerbIsShown() {
    let sent = Document.stories.flatMap(\.dialogues).map {
      String(decoding: $0.sent, as: UTF8.self)
    }
    let words = sent.flatMap { $0.split(separator: "\n") }
      .compactMap { $0.split(separator: " ").first?.uppercased() }
    for verb in Command.Verb.allCases {
      #expect(words.contains(verb.rawValue), "\(verb)")
    }
  }

  @Test func everyCodeIsShown() {
    let lines = Document.stories.flatMap(\.dialogues).flatMap(\.expected)
    for code in ReplyCode.allCases {
      #expect(lines.contains { $0.hasPrefix("\(code.rawValue) ") }, "\(code)")
    }
  }

  @Test(arguments: Document.stories)
  func inProcessWhole(story: Document.Story) async throws {
    try await run(story) { [$0] }
  }

  @Test(arguments: Document.stories)
  func inProcessByteByByte(story: Document.Story) async throws {
    try await run(story) { $0.map { [$0] } }
  }

  @Test(arguments: Document.stories)
  func inProcessAllAtOnce(story: Document.Story) async throws {
    try await withEngine(story.sessions) { engine in
      for dialogue in story.dialogues {
        var conversation = Conversation(sessionHost: engine.sessionHost())
        let lines = conversation.greeting.lines + conversation.answers(to: dialogue.sent)
        expect(lines, toMatch: dialogue.expected, dialogue)
      }
    }
  }

  @Test(arguments: Document.stories)
  func overTCP(story: Document.Story) async throws {
    try await run(story, at: { _ in .tcp(host: "127.0.0.1", port: 0) })
  }

  @Test(arguments: Document.stories)
  func overAUnixSocket(story: Document.Story) async throws {
    try await run(story, at: { .unix(path: $0.socketPath) })
  }

  /// Runs a story in process; each group of commands is cut into pieces.
  private func run(_ story: Document.Story, _ cut: ([UInt8]) -> [[UInt8]]) async throws {
    try await withEngine(story.sessions) { engine in
      for dialogue in story.dialogues {
        var conversation = Conversation(sessionHost: engine.sessionHost())
        for (index, exchange) in dialogue.exchanges.enumerated() {
          var lines = index == 0 ? conversation.greeting.lines : []
          for piece in cut(exchange.sent) { lines += conversation.answers(to: piece) }
          expect(lines, toMatch: exchange.expected, dialogue)
        }
      }
    }
  }

  /// Runs a story over a socket: step by step, and on another server all at once.
  private func run(_ story: Document.Story, at address: (Engine) -> Endpoint) async throws {
    for stepByStep in [true, false] {
      try await withEngine(story.sessions) { engine in
        try await withServer(address(engine), engine) { endpoint in
          for dialogue in story.dialogues {
            let got = try await onThread {
              try SocketClient(endpoint).hold(dialogue, stepByStep: stepByStep)
            }
            let steps = dialogue.steps(stepByStep)
            #expect(got.count == steps.count, "the dialogue of line \(dialogue.line)")
            for (lines, expected) in zip(got, steps) {
              expect(lines, toMatch: expected, dialogue)
            }
          }
        }
      }
    }
  }
}

extension Dialogue {
  /// What must come after each step.
  func steps(_ stepByStep: Bool) -> [[Substring]] {
    stepByStep ? exchanges.map(\.expected) : [expected]
  }
}

extension SocketClient {
  /// Holds a dialogue, and returns the lines that came after each step of it.
  func hold(_ dialogue: Dialogue, stepByStep: Bool) throws -> [[String]] {
    guard stepByStep else {
      try put(dialogue.sent)
      finishSending()
      return [try readToEnd()]
    }
    var got: [[String]] = []
    for exchange in dialogue.exchanges {
      try put(exchange.sent)
      got.append(try readReplies(exchange.replies))
    }
    finishSending()
    if let last = got.indices.last { got[last] += try readToEnd() }
    return got
  }
}

extension Dialogue.Exchange {
  /// How many replies are expected.
  var replies: Int {
    var count = 0
    var inBlock = false
    for line in expected {
      if inBlock {
        inBlock = line != "."
      } else {
        count += 1
        inBlock = Int(line.prefix(3)).flatMap(ReplyCode.init(rawValue:))?.hasBlock == true
      }
    }
    return count
  }
}

extension Conversation {
  /// The lines of all answers to bytes.
  mutating func answers(to bytes: [UInt8]) -> [String] {
    receive(bytes)
    var lines: [String] = []
    while let answer = nextAnswer() { lines += answer.lines }
    return lines
  }
}

extension String {
  /// The lines of an answer; each must end in LF.
  var lines: [String] {
    var lines = split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() } else { lines.append("(no LF)") }
    return lines
  }
}
