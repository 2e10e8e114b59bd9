import Files
import Foundation
import LineProtocol
import Server
import Testing

struct StdioServerTests {
  @Test(arguments: Document.stories)
  func theDialoguesWork(story: Document.Story) async throws {
    try await withEngine(story.sessions) { engine in
      for dialogue in story.dialogues {
        let output = try await answers(to: dialogue.sent, engine)
        expect(output.lines, toMatch: dialogue.expected, dialogue)
      }
    }
  }

  @Test func theEndOfTheInputEndsIt() async throws {
    try await withEngine { engine in
      let output = try await answers(to: Array("CAPABILITIES\nQUI".utf8), engine)
      #expect(output.lines.last == ".")
    }
  }

  @Test func aReaderThatHasGoneAwayEndsIt() async throws {
    try await withEngine { engine in
      try await onThread {
        signal(SIGPIPE, SIG_IGN)
        let (input, output) = (Pipe(), Pipe())
        try output.fileHandleForReading.close()
        try StdioServer(
          input: input.fileHandleForReading.fileDescriptor,
          output: output.fileHandleForWriting.fileDescriptor
        ).run(engine.sessionHost())
      }
    }
  }

  @Test func aFileThatCannotBeReadIsNamed() async throws {
    try await withEngine { engine in
      let error = try await onThread {
        let output = Pipe()
        return #expect(throws: FileError.self) {
          try StdioServer(input: -1, output: output.fileHandleForWriting.fileDescriptor)
            .run(engine.sessionHost())
        }
      }
      #expect(error?.description.hasPrefix("cannot read commands: ") == true)
    }
  }

  @Test func filesThatDoNotBlockAreWaitedFor() async throws {
    try await withEngine { engine in
      let sent = Array(String(repeating: "HELP\n", count: 500).utf8)
      let output = try await answers(to: sent, engine, blocking: false)
      #expect(output.lines.count { $0 == "211 commands follows" } == 500)
    }
  }

  /// What the server writes on a pipe for what comes in on another.
  private func answers(to bytes: [UInt8], _ engine: Engine, blocking: Bool = true) async throws
    -> String
  {
    let (input, output) = (Pipe(), Pipe())
    if !blocking {
      _ = fcntl(input.fileHandleForReading.fileDescriptor, F_SETFL, O_NONBLOCK)
      _ = fcntl(output.fileHandleForWriting.fileDescriptor, F_SETFL, O_NONBLOCK)
    }
    async let written: Void = onThread {
      try input.fileHandleForWriting.write(contentsOf: bytes)
      try input.fileHandleForWriting.close()
    }
    async let served: Void = onThread {
      defer { try? output.fileHandleForWriting.close() }
      try StdioServer(
        input: input.fileHandleForReading.fileDescriptor,
        output: output.fileHandleForWriting.fileDescriptor
      ).run(engine.sessionHost())
    }
    let read = try await onThread { try output.fileHandleForReading.readToEnd() ?? Data() }
    try await served
    try await written
    return String(decoding: read, as: UTF8.self)
  }
}
