import Files
import Foundation
import Testing

/// Practice over the line protocol, with the program on both sides.
struct ServeCommandTests {
  let program: Program

  init() throws {
    program = try Program()
  }

  /// A server that runs until it is let go.
  final class Server {
    let process = Process()
    let address: String

    init(_ program: Program, listen: String) throws {
      process.executableURL = Program.executable
      process.arguments = ["serve", "--listen", listen]
      process.environment = program.environment
      process.standardOutput = FileHandle.nullDevice
      let errors = Pipe()
      process.standardError = errors
      try process.run()
      var told = ""
      while !told.contains("\n") {
        let data = errors.fileHandleForReading.availableData
        if data.isEmpty { break }
        told += String(decoding: data, as: UTF8.self)
      }
      address = told.split(separator: " ").last.map { $0.trimmingCharacters(in: .newlines) } ?? ""
    }

    /// Asks the server to stop; its exit status.
    func stop() -> Int32 {
      process.terminate()
      process.waitUntilExit()
      return process.terminationStatus
    }
  }

  /// The name of the session that a screen tells of.
  private static func name(in screen: String) throws -> String {
    String(try #require(screen.firstMatch(of: /Session ([a-z]+-[0-9]+-[a-z]{8}), seed/)).1)
  }

  @Test("A session on a server is its beginner's: its name cannot be guessed, and no other goes on")
  func secretNames() throws {
    defer { program.remove() }
    let server = try Server(program, listen: "127.0.0.1:0")
    let begin = ["practice", "maya", "--seed", "7"]
    let own = try program.run(begin, input: Data("You came.\n/quit\n".utf8))
    #expect(own.status == 0)
    let connect = ["--connect", server.address]
    let names = try (0..<2).map { _ in
      try Self.name(in: program.run(begin + connect, input: Data("You came.\n/quit\n".utf8)).output)
    }
    #expect(names[0] != names[1])
    for guess in ["maya-7", "maya-7.2", "maya-7-aaaaaaaa"] {
      for way in ["--resume", "--course"] {
        let result = try program.run(["practice", way, guess] + connect)
        #expect(
          result.status == 66
            && result.errors.contains(
              "no session '\(guess)' is saved; on a server, name the session")
        )
      }
    }
    let resumed = try program.run(["practice", "--resume", names[0]] + connect)
    #expect(resumed.status == 0 && resumed.output.contains("You came."))
    let next = try program.run(["practice", "--course", names[0]] + connect)
    #expect(next.status == 0 && next.output.contains("after \(names[0])"))
    #expect(server.stop() == 0)
  }

  @Test("What is said over a socket is kept to the byte", arguments: ["unix"])
  func longReplies(kind: String) throws {
    defer { program.remove() }
    let server = try Server(program, listen: "unix:\(program.home.path)/s")
    let here = try Program()
    defer { here.remove() }
    let words = String(repeating: "word ", count: 6000) + "end."
    let replies = [
      words, "one\u{2028}two\u{85}three", "\u{301}a\u{301}", ". dot\\\n.\u{301}dot\\\n.", "cr\r\r",
      String(repeating: "x", count: 65536), " space",
    ]
    let input = Data(replies.map { $0 + "\n" }.joined().utf8)
    let arguments = ["practice", "foundations/ruth", "--seed", "5"]
    let alone = try here.run(arguments, input: input)
    let across = try program.run(arguments + ["--connect", server.address], input: input)
    #expect(alone.status == 0 && across.status == 0)
    #expect(alone.output.contains("replies                       7"))
    let id = try Self.name(in: across.output)
    let kept = [(here, "ruth-5"), (program, id)].map {
      $0.sessions.appendingPathComponent("\($1).ndjson")
    }
    #expect(try Data(contentsOf: kept[0]) == Data(contentsOf: kept[1]))
    #expect(server.stop() == 0)
  }

  @Test("Practice over a socket is the same as in process", arguments: ["tcp", "unix"])
  func connect(kind: String) throws {
    defer { program.remove() }
    let socket = "unix:\(program.home.path)/s"
    let server = try Server(program, listen: kind == "tcp" ? "127.0.0.1:0" : socket)
    let input = Data(PipedSessionTests.replies.utf8)
    let here = try Program()
    defer { here.remove() }
    let arguments = ["practice", "foundations/ruth", "--seed", "5"]
    let alone = try here.run(arguments, input: input)
    let across = try here.run(arguments + ["--connect", server.address], input: input)
    #expect(alone.status == 0 && across.status == 0)
    let id = try Self.name(in: across.output)
    // But for the way to go on, which leads back to the server.
    func session(_ output: String) -> String.SubSequence {
      output[..<(output.range(of: "'attune practice")?.lowerBound ?? output.endIndex)]
    }
    #expect(session(alone.output) == session(across.output.replacing(id, with: "ruth-5")))
    let kept = [(here, "ruth-5"), (program, id)].map {
      $0.sessions.appendingPathComponent("\($1).ndjson")
    }
    #expect(try Data(contentsOf: kept[0]) == Data(contentsOf: kept[1]))
    #expect(server.stop() == 0)
    #expect(!FileManager.default.fileExists(atPath: "\(program.home.path)/s"))
  }

  @Test("A name that no line can carry is nobody's, and no second command goes out with it")
  func namesWithBlanks() throws {
    defer { program.remove() }
    let server = try Server(program, listen: "unix:\(program.home.path)/s")
    let there = ["practice", "--connect", server.address]
    for name in ["a b", "maya\nHELP"] {
      for way in [[], ["--resume"], ["--course"]] {
        let result = try program.run(there + way + [name], input: Data("You came in.\n".utf8))
        #expect(result.status == 66, "\(result.errors)")
        #expect(result.output == "")
      }
    }
    #expect(server.stop() == 0)
  }

  @Test("The ways to go on that are told lead back to the server")
  func hints() throws {
    defer { program.remove() }
    let server = try Server(program, listen: "unix:\(program.home.path)/s")
    let trainee = try Program()
    defer { trainee.remove() }
    let there = ["practice", "--connect", server.address]
    let input = Data("Part of you wanted to drive off, and you came up.\n".utf8)
    let left = try trainee.run(
      there + ["maya", "--seed", "7"], input: input + Data("/quit\n".utf8))
    let ended = try trainee.run(there + ["maya", "--seed", "8"], input: input)
    for (told, option, next) in [(left, "--resume", "maya-7-"), (ended, "--course", "maya-9-")] {
      let id = try Self.name(in: told.output)
      #expect(
        told.output.replacing("\n  ", with: " ")
          .contains("'attune practice --connect \(server.address) \(option) \(id)' goes on"))
      let again = try trainee.run(there + [option, id])
      #expect(again.status == 0 && again.output.contains("Session \(next)"))
    }
    #expect(server.stop() == 0)
  }

  @Test("A session on a server that was killed can be resumed on the next one")
  func resume() throws {
    defer { program.remove() }
    let socket = "unix:\(program.home.path)/s"
    let first = try Server(program, listen: socket)
    let pty = try Pty(program, ["practice", "maya", "--seed", "7", "--connect", socket])
    try pty.expect("> ")
    try pty.enter("You came up the stairs.", "trust")
    let id = try Self.name(in: pty.seen)
    kill(first.process.processIdentifier, SIGKILL)
    first.process.waitUntilExit()
    try pty.enter("And now?", "may not have been counted", "--resume", "closed the connection")
    #expect(pty.finish() == 69)
    let second = try Server(program, listen: socket)
    let resumed = try Pty(program, ["practice", "--resume", id, "--connect", socket])
    try resumed.expect("You came up the stairs.", "> ")
    try resumed.enter("/end", "replies                       1")
    #expect(resumed.finish() == 0)
    #expect(second.stop() == 0)
  }

  @Test("Ctrl-C leaves a server that does not answer, and the session can be gone on with")
  func hangingServer() throws {
    defer { program.remove() }
    let server = try Server(program, listen: "unix:\(program.home.path)/s")
    defer { kill(server.process.processIdentifier, SIGKILL) }
    for (signal, status) in [(SIGINT, Int32(130)), (SIGTERM, 143)] {
      let pty = try Pty(program, ["practice", "maya", "--seed", "7", "--connect", server.address])
      try pty.expect("> ")
      kill(server.process.processIdentifier, SIGSTOP)
      pty.type("You came up the stairs.\n")
      // Readline gives the terminal back, and the reply is sent.
      try pty.expect("\u{1B}[?2004l")
      if signal == SIGINT {
        pty.type("\u{03}")
        try pty.expect("Left open.", "--resume")
      } else {
        pty.signal(signal)
      }
      #expect(pty.finish() == status)
      kill(server.process.processIdentifier, SIGCONT)
      let id = try Self.name(in: pty.seen)
      // The server comes to the reply, and then to its sender's having left.
      let deadline = Date().addingTimeInterval(60)
      var again: Program.Result
      repeat {
        again = try program.run(["practice", "--resume", id, "--connect", server.address])
      } while !again.output.contains("You came up the stairs.") && Date() < deadline
      #expect(again.status == 0 && again.output.contains("You came up the stairs."))
    }
    #expect(server.stop() == 0)
  }

  @Test(
    "What a server says reaches no terminal raw, however it refuses",
    arguments: [
      ("500 no \u{1B}[31m\n", "answers 500 no ?[31m\n"),
      ("\u{1B}]0;title\u{7}\n", "does not speak ALP/1: not a status line: '?]0;title?'\n"),
      (
        "200 ALP/1\n212 vignettes follows\n.\n511 gone \u{1B}]0;title\u{7}\u{202E}\n",
        "attune: gone ?]0;title??; on a server, name the session as its end or '/quit' told it\n"
      ),
    ])
  func controls(said: String, told: String) throws {
    defer { program.remove() }
    let path = "\(program.home.path)/s"
    let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(listener) }
    let bound = withUnixAddress(of: path) { bind(listener, $0, $1) }
    try #require(bound == 0 && listen(listener, 1) == 0)
    Thread.detachNewThread {
      let peer = accept(listener, nil, nil)
      let bytes = Array(said.utf8)
      _ = send(peer, bytes, bytes.count, Int32(MSG_NOSIGNAL))
      // Whoever was answered in advance may still ask.
      var asked: UInt8 = 0
      while recv(peer, &asked, 1, 0) > 0 {}
      close(peer)
    }
    let result = try program.run("practice", "maya", "--connect", "unix:\(path)")
    #expect(result.status != 0)
    #expect(result.errors.hasSuffix(told), "\(result.errors)")
  }

  @Test("--stdio speaks the protocol on standard input and output")
  func stdio() throws {
    defer { program.remove() }
    let commands = """
      BEGIN foundations/maya SEED 7
      SAY Part of you wanted to drive off.
      SAY
      Two lines,
      ..and a dot.
      .
      SUMMARY
      END
      QUIT

      """
    let result = try program.run("serve", "--stdio", input: commands)
    #expect(result.status == 0)
    let statuses = result.output.split(separator: "\n")
      .filter { $0.first?.isNumber == true }.map { String($0.prefix(3)) }
    #expect(statuses == ["200", "220", "221", "340", "221", "226", "227", "205"])
    let saved = program.sessions.appendingPathComponent("maya-7.ndjson")
    #expect(try String(contentsOf: saved, encoding: .utf8).contains(#"Two lines,\n.and a dot."#))
  }
}
