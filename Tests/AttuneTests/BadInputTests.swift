import Foundation
import Testing

/// What goes wrong gets a clear message and an exit code of sysexits.h, and costs nothing saved.
struct BadInputTests {
  let program: Program

  init() throws {
    program = try Program()
  }

  @Test(
    "An unknown name gets the nearest known one",
    arguments: [
      (["practice", "foundations/mya"], 66, "did you mean 'foundations/maya'?"),
      (["mya"], 66, "did you mean 'maya'?"),
      (["scor"], 66, "did you mean 'attune score'?"),
      (["foo"], 66, "'attune practice' lists them, 'attune --help' the commands"),
      (["practice", ""], 66, "no vignette ''"),
      (["practice", "--resume", "nothing"], 66, "no session 'nothing'"),
      (["practice", "--resume"], 66, "no saved session"),
      (["practice", "maya", "--pack", "nowhere"], 66, "no pack folder 'nowhere'"),
      (
        ["practice", "maya", "--model", "nowhere"], 66,
        "the model nowhere cannot be read: No such file or directory"
      ),
      (["score", "--model", ".", "-"], 66, "the model . cannot be read: it is a folder"),
      (
        ["score", "--model", "/dev/null", "-"], 66,
        "the model /dev/null cannot be read: it is no regular file"
      ),
      (
        ["model", "evaluate", "--probes", "nowhere"], 66,
        "nowhere: error: cannot be read: No such file or directory"
      ),
      (["practice", "maya", "--seed", "x"], 64, "seed"),
      (["practice", "maya", "--connect", "nonsense"], 64, "HOST:PORT"),
      (["practice", "maya", "--connect", "unix:/nowhere/socket"], 69, "cannot connect"),
      (["replay", "nowhere.ndjson"], 66, "nowhere.ndjson"),
      (["score", "nowhere.txt"], 66, "nowhere.txt"),
      (["serve"], 64, "--stdio"),
      (["serve", "--listen", "unix:/nowhere/socket"], 69, "cannot listen"),
      (
        ["serve", "--listen", "unix:/tmp/" + String(repeating: "a", count: 99)], 64,
        "the path of a Unix socket has at most 103 bytes"
      ),
    ] as [([String], Int32, String)])
  func unknownNames(arguments: [String], status: Int32, message: String) throws {
    defer { program.remove() }
    let result = try program.run(arguments)
    #expect(result.status == status)
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test("A name of one letter is a name like any other")
  func oneLetter() throws {
    defer { program.remove() }
    for (arguments, told) in [
      (["score", "x"], "x: error: cannot be read: No such file or directory"),
      (["practice", "maya", "--pack", "x"], "no pack folder 'x'"),
    ] {
      let result = try program.run(arguments)
      #expect(result.status == 66 && result.errors.contains(told), "\(result.errors)")
    }
    _ = try program.write("You came.\n/save y\n", to: "r")
    #expect(try program.shell("$ATTUNE practice maya <r >shown").status == 0)
    #expect(
      FileManager.default.fileExists(atPath: program.home.appendingPathComponent("y").path))
  }

  @Test("A mistyped file name gets the nearest one in its folder")
  func nearFile() throws {
    defer { program.remove() }
    _ = try program.write("T: Hello.\n", to: "session.txt")
    let result = try program.run("score", "sesion.txt")
    #expect(result.status == 66)
    #expect(result.errors.contains("did you mean 'session.txt'?"))
  }

  @Test(
    "A file of another folder is suggested with it, and none for its ending alone",
    arguments: [
      ("talks/tow.csv", "talks/two.csv"), ("./talks/two.cvs", "./talks/two.csv"),
      ("talks/so.csv", nil), ("talks/a.csv", nil), ("elsewhere/two.csv", nil),
    ] as [(String, String?)])
  func nearFileElsewhere(path: String, meant: String?) throws {
    defer { program.remove() }
    for name in ["talks/two.csv", "talks/longer.csv"] {
      _ = try program.write("speaker,text\nT,Hello.\n", to: name)
    }
    let result = try program.run("score", path)
    let mend = meant.map { "; did you mean '\($0)'?" } ?? ""
    #expect(result.status == 66)
    #expect(
      result.errors == "attune: \(path): error: cannot be read: No such file or directory\(mend) "
        + "[unreadable]\n")
  }

  @Test("A broken pack is told with file, line, column and mend")
  func brokenPack() throws {
    defer { program.remove() }
    let pack = "format: 1\ntitle: T\nversion: 1.0.0\nlanguage: en\nlicence: MIT\nsummry: S\n"
    _ = try program.write(pack, to: "broken/pack.yaml")
    let result = try program.run("practice", "maya", "--pack", "broken")
    #expect(result.status == 65)
    #expect(result.errors.contains("pack.yaml:6:1: error: unknown key 'summry'"))
    #expect(result.errors.contains("did you mean 'summary'?"))
  }

  @Test("Two packs of one name are refused with both folders; the same folder may be named twice")
  func packsOfOneName() throws {
    defer { program.remove() }
    for folder in ["one", "two"] {
      try FileManager.default.createDirectory(
        at: program.home.appendingPathComponent(folder), withIntermediateDirectories: false)
      #expect(try program.run("pack", "new", "\(folder)/grief", "--name", "Ada").status == 0)
    }
    let arguments = ["practice", "grief/ada", "--pack", "one/grief", "--pack"]
    let refused = try program.run(arguments + ["two/grief"])
    #expect(refused.status == 65)
    #expect(
      refused.errors.contains(
        "two/grief: error: a second pack 'grief'; the first is one/grief; give one of the folders "
          + "another name, or name one pack alone [name-clash]"), "\(refused.errors)")
    let played = try program.run(arguments + ["./one/../one/grief"])
    #expect(played.status == 0, "\(played.errors)")
  }

  @Test(
    "A model that is damaged, cut short, newer or something else is refused",
    arguments: ["empty", "text", "cut", "flipped"])
  func badModel(kind: String) throws {
    defer { program.remove() }
    let shipped = Program.root.appendingPathComponent("Models/attune.model")
    var bytes = [UInt8](try Data(contentsOf: shipped))
    switch kind {
    case "empty": bytes = []
    case "text": bytes = Array("format: 1\n".utf8)
    case "cut": bytes = Array(bytes.prefix(bytes.count / 2))
    default: bytes[bytes.count / 2] ^= 0x55
    }
    let path = program.home.appendingPathComponent("bad.model")
    try Data(bytes).write(to: path)
    let result = try program.run("practice", "maya", "--model", path.path)
    #expect(result.status == 65)
    #expect(result.errors.contains("bad.model"))
  }

  @Test(
    "A reply that cannot be sent costs nothing: the session goes on",
    arguments: [
      ("NUL", Data("a\0b\n".utf8)), ("not UTF-8", Data([0xFF, 0xFE, 0x0A])),
      ("a megabyte", Data((String(repeating: "word ", count: 210_000) + "\n").utf8)),
    ])
  func badReply(name: String, bytes: Data) throws {
    defer { program.remove() }
    let input = Data("You came.\n".utf8) + bytes + Data("What now?\n".utf8)
    let result = try program.run(["practice", "maya", "--seed", "7"], input: input)
    #expect(result.status == 65)
    let reason =
      name == "a megabyte" ? "ends one of more than 65536 bytes" : "is not UTF-8 text; save them"
    #expect(result.errors.contains("line 2 of the replies \(reason)"), "\(result.errors)")
    #expect(result.output.contains("not sent"))
    #expect(result.output.contains("replies                       2"))
  }

  @Test(
    "A number that no vignette has is asked for again", arguments: ["0", "99999", "\(Int.min)"])
  func choice(number: String) throws {
    defer { program.remove() }
    let result = try program.run("practice", input: number + "\n/quit\n")
    #expect(result.status == 0)
    #expect(result.output.contains("Choose a number from 1 to "))
  }

  @Test(
    "A saved number that cannot be is told with its line, in replaying and in resuming",
    arguments: [
      (#""alliance":{"bond":"#, "1e300", "bond"), (#""alliance":{"bond":"#, "-1", "bond"),
      (#""outcome":{"acts":false,"bond":"#, "1e300", "bond"),
      (#""depth":"#, "-3", "depth"), (#""depth":"#, "9", "depth"),
      (#""ruptures":"#, "-1", "ruptures"),
      (#""distress":{"from":"#, "1e300", "from"),
      (#""simple_reflections":"#, "9223372036854775807", "simple_reflections"),
      (#""trainee_words":"#, "-1", "trainee_words"), (#""confidence":"#, "1e300", "confidence"),
    ])
  func savedNumbers(key: String, number: String, named: String) throws {
    defer { program.remove() }
    let input = "You didn't want to come, and you came. See you next week.\nWhat happened?\n"
    #expect(try program.run("practice", "maya", "--seed", "7", input: input).status == 0)
    let url = program.sessions.appendingPathComponent("maya-7.ndjson")
    let saved = try String(contentsOf: url, encoding: .utf8)
    let start = try #require(
      saved.range(of: key) ?? saved.range(of: key.replacing("\"acts\":false,", with: "")))
    let end = try #require(saved[start.upperBound...].firstIndex { ",}".contains($0) })
    let broken = saved.replacingCharacters(in: start.upperBound..<end, with: number)
    try Data(broken.utf8).write(to: url)
    let line = broken[..<start.lowerBound].count { $0 == "\n" } + 1
    for arguments in [["replay", "maya-7"], ["practice", "--resume", "maya-7"]] {
      let result = try program.run(arguments)
      #expect((65...74).contains(result.status), "\(arguments) \(result.status)")
      #expect(result.errors.contains("maya-7.ndjson:\(line)"), "\(result.errors)")
      #expect(result.errors.contains(named), "\(result.errors)")
    }
    #expect(try String(contentsOf: url, encoding: .utf8) == broken)
  }

  @Test(
    "One empty line is skipped, and two are silence, which the client answers",
    arguments: [("\n", 0), ("You came.\n\nWhat now?\n\n", 0), ("\n \n", 1), ("\n\n\n", 1)])
  func silence(input: String, silences: Int) throws {
    defer { program.remove() }
    let result = try program.run("practice", "maya", "--seed", "7", input: input)
    #expect(result.output.split(separator: "\n").count { $0 == "  (silence)" } == silences)
  }

  @Test("Replies that cannot be read are told, and the session stays open")
  func unreadableReplies() throws {
    defer { program.remove() }
    let result = try program.shell(#""$ATTUNE" practice maya --seed 7 < / > shown"#)
    #expect(result.status == 74)
    #expect(result.told == "attune: cannot read the replies: Is a directory\n")
    let saved = program.sessions.appendingPathComponent("maya-7.ndjson")
    #expect(try !String(contentsOf: saved, encoding: .utf8).contains(#""type":"end""#))
  }

  @Test("A damaged session is refused with its place, and one more is gone on with in its stead")
  func damagedSession() throws {
    defer { program.remove() }
    for seed in ["1", "2"] {
      _ = try program.run("practice", "maya", "--seed", seed, input: "You came.\n/quit\n")
    }
    let path = program.sessions.appendingPathComponent("maya-2.ndjson")
    var lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
    lines[1] = "{broken"
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: path)
    let place = "attune: \(path.path):2: damaged: not JSON"
    for arguments in [["--resume", "maya-2"], ["--course", "maya-2"]] {
      let refused = try program.run(["practice"] + arguments)
      #expect(refused.status == 65)
      #expect(refused.errors == place + "\n")
    }
    let resumed = try program.run("practice", "--resume", input: "/quit\n")
    #expect(resumed.status == 0)
    #expect(resumed.errors == place + "; skipped\n")
    #expect(resumed.output.contains("Session maya-1"))
  }

  @Test("A history that cannot be written is told once, and practice goes on")
  func unwritableHistory() throws {
    defer { program.remove() }
    var program = program
    program.environment["XDG_STATE_HOME"] = "/dev/null"
    let pty = try Pty(program, ["practice", "foundations/maya", "--seed", "7"])
    try pty.expect("history cannot be kept", "> ")
    try pty.enter("You came.", "trust")
    #expect(pty.leave("/end") == 0)
  }

  @Test("A folder of sessions that cannot be made is told before anything is said")
  func unwritableSessions() throws {
    defer { program.remove() }
    var program = program
    program.environment["XDG_DATA_HOME"] = "/dev/null"
    let result = try program.run(["practice", "maya"], input: Data("You came.\n".utf8))
    #expect(result.status == 73)
    #expect(result.errors.contains("cannot make the folder"))
  }

  @Test("A reader that goes away ends a session quietly, saved")
  func closedPipe() throws {
    defer { program.remove() }
    _ = try program.write(String(repeating: "You came anyway.\n", count: 20), to: "replies.txt")
    let result = try program.shell("\"$ATTUNE\" practice maya --seed 7 < replies.txt | head -n 1")
    #expect(result.status == 0)
    #expect(result.told.split(separator: "\n").count == 1)
    let saved = program.sessions.appendingPathComponent("maya-7.ndjson")
    #expect(FileManager.default.fileExists(atPath: saved.path))
  }

  @Test("A full disk is told, and scoring fails")
  func fullDiskWhileScoring() throws {
    defer { program.remove() }
    let records = String(repeating: #"{"id":1,"text":"You came."}"# + "\n", count: 500)
    _ = try program.write(records, to: "records.ndjson")
    let result = try program.shell("\"$ATTUNE\" score --format ndjson records.ndjson > /dev/full")
    #expect(result.status == 74)
    #expect(result.told.contains("No space left"))
  }

  @Test("A disk that fills up in mid-session costs nothing saved; the turn can be sent again")
  func fullDiskWhilePractising() throws {
    defer { program.remove() }
    _ = try program.write(String(repeating: "You came anyway.\n", count: 12), to: "replies.txt")
    // A limit on the size of files stands in for a disk that is full.
    let result = try program.shell(
      "(ulimit -f 4; exec \"$ATTUNE\" practice maya --seed 7 < replies.txt) | cat")
    let told = result.told.replacing("\n  ", with: " ")
    #expect(told.contains("The turn could not be saved"))
    #expect(told.contains("send it again"))
    let replayed = try program.run("replay", "maya-7")
    #expect(replayed.status == 0)
    #expect(replayed.output.contains("You came anyway."))
    let counted = result.told.split(separator: "\n").first { $0.hasPrefix("  replies") }
    let replies = try #require(counted?.split(separator: " ").last)
    let count = replies == "1" ? "1 reply" : "\(replies) replies"
    #expect(replayed.output.contains("\(count) graded anew"))
  }
}
