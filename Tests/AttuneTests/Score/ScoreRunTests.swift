import Files
import Foundation
import Testing

/// Long runs of `attune score`: killed, interrupted, gone on with, and used as a filter.
struct ScoreRunTests {
  let program: Program

  init() throws {
    program = try Program()
  }

  private func records(_ count: Int) -> String {
    (0..<count).map { #"{"id":\#($0),"client":"Hm.","text":"So \#($0)."}"# + "\n" }.joined()
  }

  /// The program, started and not waited for, after a shell's commands, if any.
  private func start(
    _ arguments: [String], after commands: String? = nil, input: Any? = FileHandle.nullDevice,
    output: Any? = nil
  ) throws -> Process {
    let process = Process()
    let shell = commands.map { ["-c", "\($0); exec \"$0\" \"$@\"", Program.executable.path] }
    process.executableURL =
      shell == nil ? Program.executable : URL(fileURLWithPath: "/bin/sh")
    process.arguments = (shell ?? []) + arguments
    process.environment = program.environment
    process.currentDirectoryURL = program.home
    process.standardInput = input
    process.standardOutput = output ?? FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private func size(_ name: String) -> Int {
    let path = program.home.appendingPathComponent(name).path
    return (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
  }

  private func waitUntil(_ condition: () -> Bool) {
    let deadline = Date().addingTimeInterval(90)
    while !condition(), Date() < deadline { usleep(2_000) }
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: program.home.appendingPathComponent(name), encoding: .utf8)
  }

  @Test(
    "Killed in the middle, a run goes on to the bytes of one that was not", .timeLimit(.minutes(5)))
  func killed() throws {
    defer { program.remove() }
    _ = try program.write(records(6_000), to: "in.ndjson")
    let command = ["score", "--format", "ndjson", "in.ndjson", "--output"]
    let process = try start(command + ["out"])
    // The journal grows with each checkpoint; its first line is written at once.
    let identity = 40
    waitUntil { size("out.part.journal") > identity + 60 }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(size("out") == 0 && size("out.part") > 0)
    let refused = try program.run(command + ["out"])
    #expect(refused.status == 65 && refused.errors.contains("add --resume"))
    let resumed = try program.run(command + ["out", "--resume", "--jobs", "3"])
    #expect(resumed.status == 0, "\(resumed.errors)")
    #expect(try program.run(command + ["whole", "--jobs", "1"]).status == 0)
    let whole = try text("whole")
    #expect(try text("out") == whole)
    #expect(whole.split(separator: "\n").count == 6_000)
    #expect(size("out.part.journal") == 0)
  }

  @Test("Ctrl-C finishes what is being graded and says how to go on", arguments: [SIGINT, SIGTERM])
  func interrupted(signal: Int32) throws {
    defer { program.remove() }
    let pipe = Pipe()
    let arguments = ["score", "--format", "ndjson", "-o", "out", "--resume", "-"]
    let process = try start(arguments, input: pipe.fileHandleForReading)
    try pipe.fileHandleForWriting.write(contentsOf: Data(records(500).utf8))
    waitUntil { size("out.part.journal") > 0 }
    // The journal is there, so the run is under way: grading, or waiting for more input.
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 128 + signal)
    let done = try text("out.part")
    let resumed = try program.run(arguments, input: Data(records(500).utf8))
    #expect(resumed.status == 0, "\(resumed.errors)")
    let whole = try program.run(["score", "--format", "ndjson"], input: Data(records(500).utf8))
    #expect(try text("out") == whole.output)
    #expect(whole.output.hasPrefix(done))
  }

  @Test("A signal inside a row that goes on in the next line makes no bad record of it")
  func interruptedRow() throws {
    defer { program.remove() }
    let (begun, rest) = ("speaker,text\nC,Hi.\nT,So.\nC,\"Well,\n", "no.\"\nT,No?\n")
    let pipe = Pipe()
    let arguments = ["score", "--format", "csv", "-o", "out", "--resume", "--errors", "e", "-"]
    let process = try start(arguments, input: pipe.fileHandleForReading)
    try pipe.fileHandleForWriting.write(contentsOf: Data(begun.utf8))
    var waiting: Int32 = 1
    waitUntil {
      _ = ioctl(pipe.fileHandleForReading.fileDescriptor, UInt(FIONREAD), &waiting)
      return waiting == 0
    }
    usleep(200_000)
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 128 + SIGINT)
    #expect(try text("e") == "")
    let resumed = try program.run(arguments, input: Data((begun + rest).utf8))
    #expect(resumed.status == 0 && resumed.errors == "", "\(resumed.errors)")
    #expect(try text("out").split(separator: "\r\n").count == 3)
  }

  @Test(
    "Where nobody reads the output, a second signal ends the run", .timeLimit(.minutes(5)),
    arguments: [SIGINT, SIGTERM])
  func interruptedTwice(signal: Int32) throws {
    defer { program.remove() }
    let path = try program.write(records(4_000), to: "in.ndjson")
    let pipe = Pipe()
    let process = try start(["score", "--format", "ndjson", path], output: pipe)
    // As much as the pipe takes has come, and the next write waits.
    var waiting: Int32 = 0
    waitUntil {
      let before = waiting
      _ = ioctl(pipe.fileHandleForReading.fileDescriptor, UInt(FIONREAD), &waiting)
      usleep(300_000)
      return waiting > 0 && waiting == before
    }
    kill(process.processIdentifier, SIGINT)
    usleep(200_000)
    #expect(process.isRunning)
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == signal)
    withExtendedLifetime(pipe) {}
  }

  @Test("A signal that was ignored when the run began stays ignored", .timeLimit(.minutes(5)))
  func ignoredSignal() throws {
    defer { program.remove() }
    let pipe = Pipe()
    let process = try start(
      ["score", "--format", "ndjson", "-o", "out", "-"], after: "trap '' INT",
      input: pipe.fileHandleForReading)
    waitUntil { size("out.part.journal") > 0 }
    kill(process.processIdentifier, SIGINT)
    try pipe.fileHandleForWriting.write(contentsOf: Data(records(2).utf8))
    try pipe.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 0)
    #expect(try text("out").split(separator: "\n").count == 2)
  }

  @Test("Bad records: the first, too many, and all of them in a file")
  func faults() throws {
    defer { program.remove() }
    let path = try program.write(
      "{\"id\":1,\"text\":\"So.\"}\nx\n{\"id\":2}\n{\"id\":3,\"text\":\"Well.\"}\n", to: "in.ndjson"
    )
    func lines(_ text: String) -> Int { text.split(separator: "\n").count }
    let all = try program.run("score", "--format", "ndjson", "--errors", "e", path)
    #expect(all.status == 65 && lines(all.output) == 2)
    #expect(
      try text("e").contains(
        #""line":3,"mend":"passed over","reason":"not a reply record: the key 'text'"#))
    let strict = try program.run("score", "--format", "ndjson", "--errors", "e", "--strict", path)
    #expect(strict.status == 65 && lines(strict.output) == 1)
    #expect(lines(try text("e")) == 1)
    #expect(strict.errors.contains("stopped after 1 bad record; 1 reply is scored"))
    let one = try program.run("score", "--format", "ndjson", "--max-errors", "1", path)
    #expect(one.status == 65 && lines(one.output) == 1)
    #expect(one.errors.contains("stopped after 2 bad records"))
    let kept = ["score", "--format", "ndjson", "-o", "out", "--resume", path]
    let stopped = try program.run(kept + ["--max-errors", "1"])
    #expect(stopped.errors.contains("; raise --max-errors, and the same command with --resume"))
    #expect(try program.run(kept + ["--max-errors", "2"]).status == 65)
    #expect(lines(try text("out")) == 2)
    let two = try program.run("score", "--format", "ndjson", "--max-errors", "2", path)
    #expect(two.status == 65 && lines(two.output) == 2)
  }

  @Test("The output '-' is standard output, and no file of that name")
  func standardOutput() throws {
    defer { program.remove() }
    let path = try program.write(records(2), to: "in.ndjson")
    let plain = try program.run("score", "--format", "csv", path)
    for name in ["-o", "--output"] {
      let result = try program.run("score", "--format", "csv", name, "-", path)
      #expect(result.status == 0 && result.output == plain.output, "\(result.errors)")
    }
    let file = program.home.appendingPathComponent("-").path
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  @Test("The bad records are in their file however the run ends, and a file that cannot be is told")
  func errorFile() throws {
    defer { program.remove() }
    _ = try program.write(records(1) + "x\n" + records(300), to: "in.ndjson")
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let process = try start(
      ["score", "--format", "ndjson", "--errors", "e", "in.ndjson"], output: full)
    process.waitUntilExit()
    #expect(process.terminationStatus == 74)
    let told = try text("e")
    #expect(
      told.contains(#""line":2,"mend":"passed over","reason":"not a reply record: not JSON""#))
    let lost = try program.run("score", "--format", "ndjson", "--errors", "/dev/full", "in.ndjson")
    #expect(lost.status == 74)
    #expect(lost.errors.contains("cannot write /dev/full: No space left on device"))
    let command = ["score", "--format", "ndjson", "-o", "out", "in.ndjson"]
    #expect(try program.run(command + ["--errors", "/nowhere/e"]).status == 73)
    for name in ["out", "out.part", "out.part.journal"] {
      #expect(
        !FileManager.default.fileExists(atPath: program.home.appendingPathComponent(name).path))
    }
    #expect(try program.run(command + ["--strict"]).status == 65)
    let refused = try program.run(command + ["--errors", "e"])
    #expect(refused.status == 65 && refused.errors.contains("add --resume"))
    #expect(try text("e") == told, "a run that is refused throws nothing away")
    #expect(try program.run(command + ["--errors", "new"]).status == 65)
    #expect(
      !FileManager.default.fileExists(atPath: program.home.appendingPathComponent("new").path),
      "and leaves nothing new")
  }

  @Test(
    "Bad records are not written where the scores are", arguments: ["", ".part", ".part.journal"])
  func errorsOverScores(end: String) throws {
    defer { program.remove() }
    _ = try program.write("x\n" + records(1), to: "in.ndjson")
    let command = ["score", "--format", "ndjson", "-o", "out", "in.ndjson", "--errors"]
    // By name, where nothing is there yet, and by another name of the same file.
    let link = program.home.appendingPathComponent("link").path
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: program.home.path)
    for name in ["./out", "link/out"] {
      let byName = try program.run(command + [name + end])
      #expect(byName.status == 64 && byName.errors.contains("write the errors to another file"))
    }
    _ = try program.write("mine", to: "out" + end)
    try FileManager.default.linkItem(
      atPath: program.home.appendingPathComponent("out" + end).path,
      toPath: program.home.appendingPathComponent("other").path)
    #expect(try program.run(command + ["other"]).status == 64)
    #expect(try text("other") == "mine")
  }

  @Test(
    "A pipe that nobody writes to is left on a signal, and read when somebody does",
    .timeLimit(.minutes(5)))
  func unwrittenPipe() throws {
    defer { program.remove() }
    let path = program.home.appendingPathComponent("talks/pipe.txt").path
    _ = try program.write("T: So.\n", to: "talks/a.txt")
    #expect(mkfifo(path, 0o600) == 0)
    // In a folder it is no transcript.
    #expect(try program.run("score", "talks").status == 0)
    for signal in [SIGTERM, SIGINT] {
      let process = try start(["score", "--format", "csv", "-o", "out\(signal)", path])
      waitUntil { size("out\(signal).part.journal") > 0 }
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      #expect(process.terminationStatus == 128 + signal)
    }
    let process = try start(["score", "--format", "csv", "-o", "out", path])
    waitUntil { size("out.part.journal") > 0 }
    let pipe = try #require(FileHandle(forWritingAtPath: path))
    try pipe.write(contentsOf: Data("C: Hi.\nT: So.\n".utf8))
    try pipe.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try text("out").contains("So.,Hi."))
  }

  @Test("As a filter it says where reading stopped, after the answers to what came whole")
  func filterCutShort() throws {
    defer { program.remove() }
    let folder = try FileHandle(forReadingFrom: program.home)
    let process = try start(["score", "--stream"], input: folder)
    process.waitUntilExit()
    #expect(process.terminationStatus == 65)
    // A header alone, as of a packed file that is cut short.
    let cut = try program.run(
      ["score", "--stream"], input: Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]))
    #expect(cut.status == 65 && cut.output == "")
    #expect(
      cut.errors == "attune: standard input:1: reading stops here: "
        + "the gzip data ends in the middle; fetch the file again\n")
  }

  @Test(
    "Sparse files that say they are larger together than a number holds are no end of the program",
    .enabled(if: Folder.exists(at: "/dev/shm"), "few file systems have such files"))
  func sparse() throws {
    defer { program.remove() }
    let folder = "/dev/shm/attune-tests-\(UUID().uuidString)"
    try Folder.makePrivate(at: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let paths = ["a", "b"].map { "\(folder)/\($0)" }
    for path in paths {
      let file = try OpenFile(path, O_RDWR | O_CREAT)
      let status = ftruncate(file.descriptor, off_t(7) << 60)
      try #require(status == 0)
    }
    // The options are refused once the files are measured, and before any is read.
    let result = try program.run(["score", "--resume", "-o", "out"] + paths)
    #expect(result.status == 64, "\(result.errors)")
  }

  @Test("What another attune writes is left alone, and the exit code says to try again")
  func held() throws {
    defer { program.remove() }
    _ = try program.write(records(1), to: "in.ndjson")
    let path = program.home.appendingPathComponent("out.part.journal").path
    let journal = try OpenFile(path, O_RDWR | O_CREAT)
    defer { withExtendedLifetime(journal) {} }
    try journal.lock()
    let result = try program.run("score", "--format", "ndjson", "-o", "out", "in.ndjson")
    #expect(result.status == 75)
    #expect(result.errors.hasSuffix("out.part.journal is in use by another attune\n"))
  }

  @Test(
    "Options that contradict each other are refused",
    arguments: [
      (["--resume"], 64, "--output"), (["--jobs", "0"], 64, "--jobs"),
      (["--strict", "--max-errors", "3"], 64, "--strict"),
      (["--stream", "x.ndjson"], 64, "--stream"), (["--stream", "-o", "x"], 64, "--stream"),
      (["--stream", "--format", "csv"], 64, "--stream"),
      (["--stream", "--per", "session"], 64, "--stream"),
      (["--stream", "--therapist", "ben"], 64, "--stream"),
      (["-o", "/nowhere/x"], 73, "/nowhere/x"), (["-o", "/dev/null"], 73, "regular file"),
      (["-o", "x", "--resume"], 64, "csv and ndjson"),
      (["-o", "-", "--resume"], 64, "--output"), (["--max-errors", "-1"], 64, "is 0 or more"),
      (["--errors", "/nowhere/e"], 73, "/nowhere/e"),
    ] as [([String], Int32, String)])
  func refused(arguments: [String], status: Int32, message: String) throws {
    defer { program.remove() }
    let result = try program.run(["score"] + arguments)
    #expect(result.status == status)
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test(
    "As a filter it answers each line before it waits for the next, on a pipe that does not block too",
    arguments: [true, false])
  func inStep(blocks: Bool) throws {
    defer { program.remove() }
    let (input, output) = (Pipe(), Pipe())
    if !blocks { _ = fcntl(input.fileHandleForReading.fileDescriptor, F_SETFL, O_NONBLOCK) }
    let process = try start(
      ["score", "--stream"], input: input.fileHandleForReading,
      output: output.fileHandleForWriting)
    try output.fileHandleForWriting.close()
    for line in [#"{"id":1,"text":"So."}"#, "nonsense", #"{"id":3,"utterances":[]}"#] {
      try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
      var answer = Data()
      while answer.last != 0x0A {
        let more = output.fileHandleForReading.availableData
        guard !more.isEmpty else { break }
        answer += more
      }
      let object = try #require(JSONSerialization.jsonObject(with: answer) as? [String: Any])
      #expect((object["error"] != nil) == (line == "nonsense"))
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test("A terminal sees how far it is, a pipe sees nothing")
  func progress() throws {
    defer { program.remove() }
    let path = try program.write(records(2_000), to: "in.ndjson")
    let arguments = ["score", "--format", "ndjson", "-o", path + ".scores", path]
    let pty = try Pty(program, arguments)
    try pty.expect("replies  ", "/s")
    #expect(pty.finish(seconds: 120) == 0)
    #expect(pty.seen.contains(" %  "))
    #expect(pty.seen.hasSuffix("\r\u{1B}[K"), "the line is wiped away")
    let piped = try program.run(arguments)
    #expect(piped.errors == "" && piped.output == "")
    let shared = try Pty(program, ["score", path])
    #expect(shared.finish(seconds: 120) == 0)
    #expect(!shared.seen.contains("/s"))
  }
}
