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
    // But for the way to go on, which leads back to the server.
    func session(_ output: String) -> String.SubSequence {
      output[..<(output.range(of: "'attune practice")?.lowerBound ?? output.endIndex)]
    }
    #expect(session(alone.output) == session(across.output))
    let kept = [here, program].map { $0.sessions.appendingPathComponent("ruth-5.ndjson") }
    #expect(try Data(contentsOf: kept[0]) == Data(contentsOf: kept[1]))
    #expect(server.stop() == 0)
    #expect(!FileManager.default.fileExists(atPath: "\(program.home.path)/s"))
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
    for (told, way, next) in [
      (left, "--resume maya-7", "maya-7"), (ended, "--course maya-8", "maya-9"),
    ] {
      #expect(
        told.output.replacing("\n  ", with: " ")
          .contains("'attune practice --connect \(server.address) \(way)' goes on"))
      let again = try trainee.run(there + way.split(separator: " ").map(String.init))
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
    pty.type("You came up the stairs.\n")
    try pty.expect("trust")
    kill(first.process.processIdentifier, SIGKILL)
    first.process.waitUntilExit()
    pty.type("And now?\n")
    try pty.expect("closed the connection")
    #expect(pty.finish() == 69)
    let second = try Server(program, listen: socket)
    let resumed = try Pty(program, ["practice", "--resume", "maya-7", "--connect", socket])
    try resumed.expect("You came up the stairs.")
    try resumed.expect("> ")
    resumed.type("/end\n")
    try resumed.expect("replies                       1")
    #expect(resumed.finish() == 0)
    #expect(second.stop() == 0)
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
