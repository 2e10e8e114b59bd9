import Foundation
import Testing

/// Sessions whose replies come from a pipe.
struct PipedSessionTests {
  let program: Program
  static let replies = """
    Part of you wanted to drive off, and you came up.
    What was it like to walk in here?
    Is it always like that?
    You really should have noticed sooner.
    I'm sorry, that was unfair of me. How did it land with you?
    So even now you keep an eye on the door.

    """

  init() throws {
    program = try Program()
  }

  @Test("A whole session runs from a pipe, and its end is saved")
  func wholeSession() throws {
    defer { program.remove() }
    let result = try program.run("practice", "foundations/maya", "--seed", "7", input: Self.replies)
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.output.contains("Session summary"))
    #expect(!result.output.contains("\u{1B}"))
    let saved = program.sessions.appendingPathComponent("maya-7.ndjson")
    let text = try String(contentsOf: saved, encoding: .utf8)
    #expect(text.split(separator: "\n").last?.contains("\"type\":\"end\"") == true)
    let mode = try FileManager.default.attributesOfItem(atPath: saved.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test("The same seed and replies give the same bytes; another seed does not")
  func determinism() throws {
    let other = try Program()
    defer {
      program.remove()
      other.remove()
    }
    let arguments = ["practice", "foundations/callum", "--seed", "11"]
    let input = Data(Self.replies.utf8)
    let first = try program.run(arguments, input: input)
    let second = try other.run(arguments, input: input)
    #expect(first.output == second.output)
    let files = try [program, other].map {
      try Data(contentsOf: $0.sessions.appendingPathComponent("callum-11.ndjson"))
    }
    #expect(files[0] == files[1])
    let third = try other.run(["practice", "foundations/callum", "--seed", "12"], input: input)
    #expect(first.output != third.output)
  }

  @Test("A second session of the same seed is kept beside the first")
  func secondSession() throws {
    defer { program.remove() }
    for _ in 1...2 {
      _ = try program.run("practice", "maya", "--seed", "7", input: "Hello.\n")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: program.sessions.path)
    #expect(names.sorted() == ["maya-7.2.ndjson", "maya-7.ndjson"])
  }

  @Test("Before the first reply the summary shows no mean; input that fails ends no session")
  func nothingSaid() throws {
    defer { program.remove() }
    let result = try program.run("practice", "maya", "--seed", "7", input: "/summary\n/quit\n")
    #expect(result.output.contains("replies                       0\n"))
    #expect(!result.output.contains("mean "))
    let process = Process()
    process.executableURL = Program.executable
    process.arguments = ["practice", "--resume"]
    process.environment = program.environment
    // A folder, which cannot be read as a file is.
    process.standardInput = try FileHandle(forReadingFrom: program.home)
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 74)
    let saved = program.sessions.appendingPathComponent("maya-7.ndjson")
    #expect(try !String(contentsOf: saved, encoding: .utf8).contains("\"type\":\"end\""))
  }

  @Test("--color always colours a pipe")
  func color() throws {
    defer { program.remove() }
    let result = try program.run("practice", "maya", "--color", "always", input: "Hello.\n")
    #expect(result.output.contains("\u{1B}[1;36m"))
  }

  @Test("Wide and combining characters keep within the width")
  func width() throws {
    defer { program.remove() }
    let reply = String(repeating: "你好世界 ", count: 30) + String(repeating: "é👩‍🚀", count: 40)
    let result = try program.run("practice", "maya", input: reply + "\n")
    #expect(result.status == 0)
    let said = result.output.split(separator: "\n").filter { $0.contains("你") }
    #expect(said.count > 1)
    #expect(
      said.allSatisfy { line in
        line.reduce(0) { $0 + ($1.isASCII || "é“”".contains($1) ? 1 : 2) } <= 80
      })
  }
}
