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

  @Test("Replies are waited for on a pipe that another program has set not to block")
  func nonBlocking() throws {
    defer { program.remove() }
    let input = Pipe()
    _ = fcntl(input.fileHandleForReading.fileDescriptor, F_SETFL, O_NONBLOCK)
    let process = Process()
    process.executableURL = Program.executable
    process.arguments = ["practice", "maya", "--seed", "7"]
    process.environment = program.environment
    process.standardInput = input.fileHandleForReading
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    // The session is saved before the first reply is asked for.
    let saved = program.sessions.appendingPathComponent("maya-7.ndjson")
    let deadline = Date().addingTimeInterval(90)
    while !FileManager.default.fileExists(atPath: saved.path), Date() < deadline { usleep(2_000) }
    usleep(200_000)
    try input.fileHandleForWriting.write(contentsOf: Data("You came in.\n".utf8))
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try String(contentsOf: saved, encoding: .utf8).contains("You came in."))
  }

  @Test("Of a reply that goes on in a line that is no text nothing is sent, and that is told")
  func continuedByNoText() throws {
    defer { program.remove() }
    let input = Data("I hear\\\n".utf8) + [0xFF, 0x0A] + Data("And\\\nthen?\\\n".utf8)
    let result = try program.run(["practice", "maya", "--seed", "7"], input: input)
    #expect(result.status == 65)
    #expect(result.output.contains("That was no UTF-8 text; it was not sent."))
    #expect(result.errors.contains("line 2 of the replies is not UTF-8 text"))
    let saved = try String(
      contentsOf: program.sessions.appendingPathComponent("maya-7.ndjson"), encoding: .utf8)
    #expect(!saved.contains("I hear"))
    // The end of the input completes a reply.
    #expect(saved.contains(#""text":"And\nthen?""#))
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

  @Test("A copy that is handed in is readable as the umask says, another by its owner alone")
  func copies() throws {
    defer { program.remove() }
    let replies = try program.write(
      "You came in.\n/save kept.ndjson\n/end handed.ndjson\n", to: "replies.txt")
    let run = try program.shell("umask 022; $ATTUNE practice maya < \(replies)")
    #expect(run.status == 0, "\(run.told)")
    for (name, mode) in [("kept.ndjson", 0o600), ("handed.ndjson", 0o644)] {
      let path = program.home.appendingPathComponent(name).path
      let found = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(found as? Int == mode)
    }
    // A file that is there already is not touched; another name mends it.
    for (lines, status) in [
      ("/end kept.ndjson\n", 73), ("/end kept.ndjson\n/save other.ndjson\n", 0),
    ] as [(String, Int32)] {
      let again = try program.run("practice", "maya", input: "Hello.\n" + lines)
      #expect(again.status == status)
      #expect(again.output.contains("it is there already; name another file."))
    }
  }

  @Test(
    "What cannot be saved ends in exit code 74, and where a copy was asked for in 73",
    arguments: [("", 74), ("/end\n", 74), ("/end copy.ndjson\n", 73), ("/quit\n", 74)]
      as [(String, Int32)])
  func unsaved(last: String, status: Int32) throws {
    defer { program.remove() }
    let replies = try program.write("You came in.\n" + last, to: "replies.txt")
    // Room for the opening and no more, as on a full disk.
    let run = try program.shell(
      "trap '' XFSZ; ulimit -f 1; $ATTUNE practice maya --seed 7 < \(replies)")
    #expect(run.status == status, "\(run.told)")
    #expect(run.told.contains("The turn could not be saved"))
    #expect(run.told.contains("Left open."))
    #expect(run.told.contains("No copy was written.") == (status == 73))
    let saved = program.sessions.appendingPathComponent("maya-7.ndjson")
    #expect(try String(contentsOf: saved, encoding: .utf8).split(separator: "\n").count == 2)
  }

  @Test("A session that cannot be saved does not begin, and is told as what it is")
  func unsavedBeginning() throws {
    defer { program.remove() }
    let run = try program.shell(
      "trap '' XFSZ; ulimit -f 0; $ATTUNE practice maya --seed 7 < /dev/null")
    #expect(run.status == 73)
    #expect(run.told == "attune: the session could not be saved: File too large\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: program.sessions.path).isEmpty)
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

  @Test("Before the first reply the summary shows no mean")
  func nothingSaid() throws {
    defer { program.remove() }
    let result = try program.run("practice", "maya", "--seed", "7", input: "/summary\n/quit\n")
    #expect(result.output.contains("Session summary") && !result.output.contains("mean "))
  }

  @Test("/why is about the last reply that counts, after /retry and after --resume")
  func whyAfterRetry() throws {
    defer { program.remove() }
    let input = "Part of you wanted to drive off.\nSo it hurt.\n/retry\n/why\n/quit\n"
    let result = try program.run("practice", "maya", "--seed", "7", input: input)
    let resumed = try program.run("practice", "--resume", input: "/why\n/quit\n")
    let why = try [result, resumed].map { result in
      let end = try #require(result.output.range(of: "empathy: +25 every reply starts here"))
      return String(result.output[..<end.lowerBound].suffix(120))
    }
    #expect(why[0].contains("wanted to drive off"))
    #expect(why[0].split(separator: "\n").suffix(2) == why[1].split(separator: "\n").suffix(2))
    let early = try program.run("practice", "maya", "--seed", "8", input: "/why\n/retry\n")
    #expect(early.output.components(separatedBy: "There is no reply of yours yet.").count == 3)
  }

  @Test("/retry is offered where the client has ended the session, and not where the trainee has")
  func retryWhenOver() throws {
    defer { program.remove() }
    let offer = "/retry takes the last turn back"
    _ = try program.run("practice", "maya", "--seed", "7", input: "You came anyway.\n/end\n")
    let ended = try program.run("practice", "--resume", "maya-7", input: "And now?\n/retry\n")
    #expect(ended.output.components(separatedBy: "The session is over. /quit leaves.").count == 3)
    #expect(!ended.output.contains(offer))
    let course = "'attune practice --course maya-7'"
    let top = ended.output.split(separator: "You came anyway")[0]
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(top.contains("Session maya-7, seed 7, has ended; \(course) goes on with Maya."))
    #expect(ended.status == 65)
    #expect(
      ended.errors == "attune: line 1 of the replies was not sent, for the session had ended "
        + "before; \(course) begins the next one\n")
    let looked = try program.run("practice", "--resume", "maya-7", input: "/summary\n")
    #expect(looked.status == 0 && looked.errors.isEmpty)
    let rude = String(repeating: "You stupid, lazy liar.\n", count: 20)
    let left = try program.run("practice", "maya", "--seed", "8", input: rude)
    #expect(left.output.contains("The session is over. \(offer), /quit leaves."))
    #expect(left.output.contains("\(offer); /quit leaves."))
  }

  @Test("Replies that the client who walked out does not hear are told, and how to begin anew")
  func walkout() throws {
    defer { program.remove() }
    let rude = String(repeating: "You stupid, lazy liar.\n", count: 20)
    let left = try program.run("practice", "maya", "--seed", "8", input: rude)
    let saved = program.sessions.appendingPathComponent("maya-8.ndjson")
    let sent = try String(contentsOf: saved, encoding: .utf8).split(separator: "\n")
      .filter { $0.contains("\"type\":\"reply\"") }.count
    let resumed = try program.run("practice", "--resume", "maya-8", input: "Hello.\n")
    for (result, line) in [(left, sent + 1), (resumed, 1)] {
      #expect(result.status == 65)
      #expect(
        result.errors
          == "attune: line \(line) of the replies was not sent, for the session had ended before; "
          + "'attune practice foundations/maya' starts a new one\n")
    }
  }

  @Test("/save writes a copy into the home that HOME names, and never over a file")
  func save() throws {
    defer { program.remove() }
    let input =
      "You came anyway.\n/save ~/copy.ndjson\n/save ~/copy.ndjson\n/save /dev/null/x\n/quit\n"
    let result = try program.run("practice", "maya", "--seed", "7", input: input)
    let copy = program.home.appendingPathComponent("copy.ndjson")
    let saved = program.sessions.appendingPathComponent("maya-7.ndjson")
    #expect(try Data(contentsOf: copy) == Data(contentsOf: saved))
    let mode = try FileManager.default.attributesOfItem(atPath: copy.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    let told = result.output.replacing("\n  ", with: " ")
    #expect(told.contains("copy.ndjson: it is there already; name another file."))
    #expect(told.contains("Cannot write /dev/null/x: Not a directory."))
  }

  @Test("/end FILE writes a copy of the whole session, and another file can be named")
  func endWithCopy() throws {
    defer { program.remove() }
    let saved = program.sessions.appendingPathComponent("maya-7.ndjson")
    let input = "You came anyway.\n/end /dev/null/x\nAnd now?\n/end ~/whole.ndjson\n/summary\n"
    let result = try program.run("practice", "maya", "--seed", "7", input: input)
    #expect(result.output.contains("Cannot write /dev/null/x: Not a directory."))
    #expect(result.output.contains("The session is over. /quit leaves."))
    #expect(result.output.components(separatedBy: "Session summary").count == 2)
    let copy = try Data(contentsOf: program.home.appendingPathComponent("whole.ndjson"))
    #expect(try copy == Data(contentsOf: saved))
    #expect(String(decoding: copy, as: UTF8.self).contains("\"type\":\"end\""))
  }

  @Test(
    "Text is set for COLUMNS, and breaks at spaces alone where its words fit",
    arguments: [20, 24, 30, 40, 60, 100])
  func columns(width: Int) throws {
    defer { program.remove() }
    var program = program
    let input = "You came anyway, and it hurt.\nYou idiot.\n/why\n/help\n/hint\n/end\n"
    func words(_ columns: String) throws -> [Substring] {
      program.environment["COLUMNS"] = columns
      let arguments = ["practice", "foundations/maya", "--seed", "7"]
      let text = try program.run(arguments, input: Data(input.utf8)).output
      let lines = text.split(separator: "\n")
      if let width = Int(columns), width > 0 {
        #expect(lines.allSatisfy { $0.count <= width }, "\(lines.filter { $0.count > width })")
      } else {
        #expect(lines.map(\.count).max().map { 70...80 ~= $0 } == true)
      }
      try FileManager.default.removeItem(at: program.sessions)
      // A narrow summary has colons in place of columns.
      return lines.joined(separator: " ").replacing(":", with: "").split(separator: " ")
    }
    #expect(try words("\(width)") == words("none"))
  }

  @Test("The ways to go on that are told name the packs that they need")
  func hints() throws {
    defer { program.remove() }
    _ = try program.run("pack", "new", "my packs/grief")
    let arguments = ["practice", "grief/alex", "--pack", "my packs/grief"]
    let result = try program.run(arguments, input: Data("/quit\n".utf8))
    let told = result.output.replacing("\n  ", with: " ")
    let command = "attune practice --pack 'my packs/grief' --resume"
    #expect(told.contains("'\(command)' goes on with it"))
    let resumed = try program.shell(
      command.replacing("attune", with: #""$ATTUNE""#) + " </dev/null")
    #expect(resumed.told.contains("Session summary"))
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
