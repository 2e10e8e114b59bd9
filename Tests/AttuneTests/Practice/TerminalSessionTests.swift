import Foundation
import Testing

/// Sessions typed at a real pseudo-terminal.
@Suite(.serialized)
struct TerminalSessionTests {
  let program: Program

  init() throws {
    program = try Program()
  }

  private func begin(_ arguments: String..., columns: UInt16 = 80) throws -> Pty {
    let pty = try Pty(program, ["practice"] + arguments, columns: columns)
    try pty.expect("you", "> ")
    return pty
  }

  private func transcript(_ id: String) throws -> String {
    try String(contentsOf: program.sessions.appendingPathComponent("\(id).ndjson"), encoding: .utf8)
  }

  private var historyFile: URL { program.home.appendingPathComponent("state/attune/history") }

  private var history: String {
    get throws { try String(contentsOf: historyFile, encoding: .utf8) }
  }

  @Test("A whole session: choose from the list, talk, ask why, end")
  func wholeSession() throws {
    defer { program.remove() }
    let pty = try Pty(program, [])
    try pty.expect("1. ", "Who would you like to talk with?")
    try pty.enter("foundations/maya", "To practise:", "I almost didn't come today.", "> ")
    try pty.enter(
      "Part of you wanted to drive off, and you came up all the same.", "empathy", "openness",
      "non-judgment", "trust")
    for (command, answer) in [
      ("/why", "every reply starts here"), ("/help", "take your last reply back"),
      ("/hint", "> "), ("/example", "> "), ("/summary", "The manual's marks"), ("/save", "maya-"),
      ("/list", "jonas"), ("/hnt", "Did you mean /hint?"),
    ] {
      try pty.enter(command, answer)
    }
    let place = program.sessions.path + "/maya-"
    try pty.enter("/end", "You ended the session.", "Session summary", "Saved:", place)
    #expect(pty.finish() == 0)
  }

  @Test("A mistyped name or number asks again")
  func mistyped() throws {
    defer { program.remove() }
    let pty = try Pty(program, [])
    for (typed, answer) in [
      ("mya", "There is no 'mya'. Did you mean maya?"), ("999", "Choose a number"),
      ("qqqq", "There is no 'qqqq'. Choose a number from the list."),
    ] {
      try pty.expect("Who would you like to talk with?")
      try pty.enter(typed, answer)
    }
    try pty.expect("Who would you like to talk with?")
    try pty.enter("maya", "I almost didn't come today.", "> ")
    #expect(pty.leave("/quit") == 0)
  }

  @Test("Tab completes commands and vignette names")
  func completion() throws {
    defer { program.remove() }
    let pty = try Pty(program, [])
    try pty.expect("Who would you like to talk with?")
    try pty.enter("foundations/ma\t", "foundations/maya", "I almost didn't come today.", "> ")
    try pty.enter("/sum\t", "/summary", "Session summary")
    try pty.enter("/quit", "Left open.")
    #expect(pty.finish() == 0)
  }

  @Test("Ctrl-C drops the line and nothing else")
  func interrupt() throws {
    defer { program.remove() }
    let pty = try begin("foundations/maya", "--seed", "7")
    pty.type("You are so lazy and stu\u{03}")
    try pty.expect("> ")
    try pty.enter("What brought you up the stairs?", "empathy")
    #expect(pty.leave("/end") == 0)
    let saved = try transcript("maya-7")
    #expect(!saved.contains("lazy"))
    #expect(saved.contains("What brought you up the stairs?"))
  }

  @Test("Ctrl-C drops a reply of several lines whole, and what was asked")
  func interruptInReply() throws {
    defer { program.remove() }
    let pty = try begin("foundations/maya", "--seed", "7")
    try pty.enter("You should have known better \\", "...>")
    pty.type("you lazy\u{03}")
    try pty.expect("you", "> ")
    try pty.enter("", "Enter again stays silent", "> ")
    pty.type("\u{03}")
    try pty.expect("> ")
    try pty.enter("", "Enter again stays silent", "> ")
    try pty.enter("What brought you up the stairs?", "empathy")
    #expect(pty.leave("/end") == 0)
    let saved = try transcript("maya-7")
    #expect(!saved.contains("known better") && !saved.contains("lazy"))
    #expect(saved.contains(#""text":"What brought you up the stairs?","turn":1"#))
    #expect(try history == "What brought you up the stairs?\n/end\n")
  }

  @Test("Ctrl-D asks once, and then ends the session properly")
  func endOfInput() throws {
    defer { program.remove() }
    let pty = try begin("foundations/maya", "--seed", "7")
    pty.type("\u{04}")
    try pty.expect("Ctrl-D again ends it")
    try pty.enter("What was the drive like?", "empathy", "> ")
    pty.type("\u{04}")
    try pty.expect("Ctrl-D again ends it")
    // Typed before the prompt is back, it would go to a terminal that nobody reads keys from yet.
    try pty.expect("> ")
    pty.type("\u{04}")
    try pty.expect("You ended the session.")
    #expect(pty.finish() == 0)
    #expect(try transcript("maya-7").contains("\"type\":\"end\""))
  }

  @Test("A resize is followed: text wraps at the new width")
  func resize() throws {
    defer { program.remove() }
    let pty = try begin("foundations/maya", "--seed", "7", columns: 100)
    try pty.enter("/hint", "> ")
    pty.resize(columns: 40)
    try pty.enter("/hint", "/hint")
    let hint = try pty.expect("> ")
    let widest = hint.split(whereSeparator: \.isNewline).map(\.count).max() ?? 0
    #expect(hint.contains("Listen for"))
    #expect(widest <= 40)
    #expect(pty.leave("/quit") == 0)
  }

  @Test("/retry takes the turn back: the same reply then gets the same answer")
  func retry() throws {
    defer { program.remove() }
    let pty = try begin("foundations/jonas", "--seed", "3")
    let reply = "You were afraid I'd seen you go."
    pty.type(reply + "\n")
    let first = try pty.expect("trust")
    try pty.enter("/retry", "Taken back.", "> ")
    pty.type(reply + "\n")
    let second = try pty.expect("trust")
    #expect(first.contains("empathy"))
    #expect(
      first.split(whereSeparator: \.isNewline).dropFirst()
        == second.split(whereSeparator: \.isNewline).dropFirst())
    #expect(pty.leave("/end") == 0)
    #expect(try transcript("jonas-3").contains("\"type\":\"retry\""))
  }

  @Test("A reply of several lines can be pasted, or continued with a backslash")
  func severalLines() throws {
    defer { program.remove() }
    let pty = try begin("foundations/maya", "--seed", "7")
    try pty.enter("You came up anyway.\\", "...>")
    try pty.enter("What made you?", "trust", "> ")
    try pty.enter("\u{1B}[200~One line.\nAnd another.\u{1B}[201~", "trust")
    #expect(pty.leave("/end") == 0)
    let saved = try transcript("maya-7")
    #expect(saved.contains(#"You came up anyway.\nWhat made you?"#))
    #expect(saved.contains(#"One line.\nAnd another."#))
  }

  @Test("An empty line asks first; a second one is silence")
  func silence() throws {
    defer { program.remove() }
    let pty = try begin("foundations/maya", "--seed", "7")
    try pty.enter("", "Enter again stays silent")
    try pty.enter("", "empathy")
    #expect(pty.leave("/end") == 0)
    #expect(try transcript("maya-7").contains(#""text":"","turn":1"#))
  }

  @Test("kill -9 in mid-session loses nothing that was graded, and --resume goes on")
  func killAndResume() throws {
    defer { program.remove() }
    let pty = try begin("foundations/maya", "--seed", "7")
    try pty.enter("Two years, and it was on the kitchen table.", "trust")
    pty.killNow()
    let resumed = try Pty(program, ["practice", "--resume"])
    try resumed.expect("Two years, and it was on the kitchen table.", "empathy", "> ")
    try resumed.enter("What is it like to sit here?", "trust")
    try resumed.enter("/end", "replies                       2")
    #expect(resumed.finish() == 0)
  }

  @Test("A terminal that goes away ends the shell; what was said is saved")
  func hangUp() throws {
    defer { program.remove() }
    let pty = try begin("foundations/maya", "--seed", "7")
    try pty.enter("You came anyway.", "trust")
    #expect(pty.hangUp() == 129)
    #expect(try transcript("maya-7").contains("You came anyway."))
  }

  @Test(
    "A signal that stops the shell is told by its exit code, in a talk and before it",
    arguments: [SIGTERM, SIGHUP], [true, false])
  func stopped(signal: Int32, talks: Bool) throws {
    defer { program.remove() }
    let pty = try Pty(program, ["practice"] + (talks ? ["foundations/maya", "--seed", "7"] : []))
    try pty.expect(talks ? "> " : "Who would you like to talk with?")
    pty.signal(signal)
    #expect(pty.finish() == 128 + signal)
  }

  @Test("A terminal that goes away in the middle of a reply sends no half of it")
  func hangUpInReply() throws {
    defer { program.remove() }
    let pty = try begin("foundations/maya", "--seed", "7")
    try pty.enter("I hear\\", "...>")
    #expect(pty.hangUp() == 129)
    #expect(try !transcript("maya-7").contains("I hear"))
  }

  @Test("The user's inputrc counts, under the name attune")
  func inputrc() throws {
    defer { program.remove() }
    _ = try program.write("$if attune\n\"\\C-t\": \"/summary\"\n$endif\n", to: ".inputrc")
    let pty = try begin("foundations/maya", "--seed", "7")
    try pty.enter("\u{14}", "Session summary")
    #expect(pty.leave("/quit") == 0)
  }

  @Test("The history keeps what was typed, for its owner alone")
  func historyKept() throws {
    defer { program.remove() }
    let pty = try begin("foundations/maya", "--seed", "7")
    try pty.enter("/hint", "Listen for", "> ")
    #expect(pty.leave("/quit") == 0)
    #expect(try history.contains("/hint"))
    for (url, mode) in [(historyFile, 0o600), (historyFile.deletingLastPathComponent(), 0o700)] {
      let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
      #expect(attributes[.posixPermissions] as? Int == mode)
    }
    let again = try begin("foundations/maya", "--seed", "8")
    try again.enter("\u{1B}[A\u{1B}[A", "Listen for")
    #expect(again.leave("/quit") == 0)
  }

  @Test("A session that cannot be ended stays on the screen, and no copy is written of it")
  func unsavedEnd() throws {
    defer { program.remove() }
    // Room for the opening and no more, as on a full disk.
    let pty = try Pty(
      program, ["practice", "maya", "--seed", "7"], after: "trap '' XFSZ; ulimit -f 1")
    try pty.expect("you", "> ")
    try pty.enter("/end", "The turn could not be saved", "/end tries again", "> ")
    try pty.enter("/end ~/copy.ndjson", "/end tries again", "No copy was written.", "> ")
    try pty.enter("/quit", "Left open.")
    #expect(pty.finish() == 0)
    let copy = program.home.appendingPathComponent("copy.ndjson").path
    #expect(!FileManager.default.fileExists(atPath: copy))
  }

  @Test("A history that others could read is its owner's alone from then on")
  func historyClosed() throws {
    defer { program.remove() }
    _ = try program.write("/list\n", to: "state/attune/history")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: historyFile.path)
    let pty = try begin("foundations/maya", "--seed", "7")
    #expect(pty.leave("/quit") == 0)
    let mode =
      try FileManager.default.attributesOfItem(atPath: historyFile.path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try history.contains("/list"))
  }

  @Test("What is set aside stays out of the saved history, and so does what was not graded")
  func crisisHistory() throws {
    defer { program.remove() }
    let pty = try Pty(program, [])
    for (typed, answer) in [
      ("I want to kill myself.", "Choose a number from the list."),
      ("foundations/maya", "I almost didn't come today."),
      ("I want to kill myself.", "findahelpline.com"),
      ("It was all too much, and now \\\nI want to kill myself.", "findahelpline.com"),
      ("Then go and kill yourself.", "does not say that to a client"),
      ("/mistyped, I want to die", "Unknown command /mistyped,"),
      ("Part of you wanted to drive off.", "empathy"),
      // It can still be brought back to be written anew, as long as Attune runs.
      ("\u{1B}[A\u{1B}[A\u{1B}[A", "does not say that to a client"),
      ("/end", "Session summary"),
    ] { try pty.enter(typed, answer) }
    #expect(pty.finish() == 0)
    #expect(try history == "Part of you wanted to drive off.\n/end\n")
  }

  @Test("A line that goes on in what is no text stays out of the saved history")
  func notTextHistory() throws {
    defer { program.remove() }
    let pty = try begin("foundations/maya", "--seed", "7")
    try pty.enter("My own sister \\", "...>")
    pty.type(bytes: [0xFF, 0x0A])
    try pty.expect("That was no UTF-8 text")
    try pty.enter("Part of you wanted to drive off.", "empathy")
    #expect(pty.leave("/end") == 0)
    #expect(try history == "Part of you wanted to drive off.\n/end\n")
  }

  @Test(
    "What is typed is read as UTF-8, whatever the locale",
    arguments: [["LC_ALL": "C"], ["LC_ALL": "POSIX"], ["LC_CTYPE": "C"], ["LANG": "C"], [:]]
      as [[String: String]])
  func locale(variables: [String: String]) throws {
    defer { program.remove() }
    var program = program
    program.environment["LC_ALL"] = nil
    program.environment.merge(variables) { $1 }
    let pty = try Pty(program, ["practice", "foundations/maya", "--seed", "7"])
    try pty.expect("you", "> ")
    let replies = ["“Hurt”, you said.", "Élan, and then none.", "日本 is far away."]
    for reply in replies {
      try pty.enter(reply, "trust", "> ")
    }
    #expect(pty.leave("/end") == 0)
    let saved = try transcript("maya-7")
    for reply in replies {
      #expect(saved.contains(#""text":"\#(reply)""#))
    }
  }

  @Test("TERM=dumb and NO_COLOR get plain text; a terminal gets colour")
  func color() throws {
    defer { program.remove() }
    let escape = "\u{1B}[1;36m"
    let colored = try begin("foundations/maya", "--seed", "7")
    #expect(colored.seen.contains(escape))
    colored.type("/quit\n")
    colored.finish()
    for (key, value) in [("NO_COLOR", "1"), ("TERM", "dumb")] {
      var plain = program
      plain.environment[key] = value
      let pty = try Pty(plain, ["practice", "foundations/maya", "--seed", "7"])
      try pty.expect("you> ")
      #expect(!pty.seen.contains(escape))
      #expect(pty.leave("/quit") == 0)
    }
  }
}
