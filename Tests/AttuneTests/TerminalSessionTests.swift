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
    try pty.expect("you")
    try pty.expect("> ")
    return pty
  }

  private func transcript(_ id: String) throws -> String {
    try String(contentsOf: program.sessions.appendingPathComponent("\(id).ndjson"), encoding: .utf8)
  }

  @Test("A whole session: choose from the list, talk, ask why, end")
  func wholeSession() throws {
    defer { program.remove() }
    let pty = try Pty(program, [])
    try pty.expect("1. ")
    try pty.expect("Who would you like to talk with?")
    pty.type("foundations/maya\n")
    try pty.expect("To practise:")
    try pty.expect("I almost didn't come today.")
    try pty.expect("> ")
    pty.type("Part of you wanted to drive off, and you came up all the same.\n")
    try pty.expect("empathy")
    try pty.expect("openness")
    try pty.expect("non-judgment")
    try pty.expect("trust")
    for (command, answer) in [
      ("/why", "every reply starts here"), ("/help", "take your last reply back"),
      ("/hint", "> "), ("/example", "> "), ("/summary", "MITI"), ("/save", "maya-"),
      ("/list", "jonas"), ("/hnt", "Did you mean /hint?"),
    ] {
      pty.type("\(command)\n")
      try pty.expect(answer)
    }
    pty.type("/end\n")
    try pty.expect("You ended the session.")
    try pty.expect("Session summary")
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
      pty.type("\(typed)\n")
      try pty.expect(answer)
    }
    try pty.expect("Who would you like to talk with?")
    pty.type("maya\n")
    try pty.expect("I almost didn't come today.")
    try pty.expect("> ")
    pty.type("/quit\n")
    #expect(pty.finish() == 0)
  }

  @Test("Tab completes commands and vignette names")
  func completion() throws {
    defer { program.remove() }
    let pty = try Pty(program, [])
    try pty.expect("Who would you like to talk with?")
    pty.type("foundations/ma\t\n")
    try pty.expect("foundations/maya")
    try pty.expect("I almost didn't come today.")
    try pty.expect("> ")
    pty.type("/sum\t\n")
    try pty.expect("/summary")
    try pty.expect("Session summary")
    pty.type("/quit\n")
    try pty.expect("Left open.")
    #expect(pty.finish() == 0)
  }

  @Test("Ctrl-C drops the line and nothing else")
  func interrupt() throws {
    defer { program.remove() }
    let pty = try begin("foundations/maya", "--seed", "7")
    pty.type("You are so lazy and stu\u{03}")
    try pty.expect("> ")
    pty.type("What brought you up the stairs?\n")
    try pty.expect("empathy")
    pty.type("/end\n")
    #expect(pty.finish() == 0)
    let saved = try transcript("maya-7")
    #expect(!saved.contains("lazy"))
    #expect(saved.contains("What brought you up the stairs?"))
  }

  @Test("Ctrl-C drops a reply of several lines whole, and what was asked")
  func interruptInReply() throws {
    defer { program.remove() }
    let pty = try begin("foundations/maya", "--seed", "7")
    pty.type("You should have known better \\\n")
    try pty.expect("...>")
    pty.type("you lazy\u{03}")
    try pty.expect("you")
    try pty.expect("> ")
    pty.type("\n")
    try pty.expect("Enter again stays silent")
    try pty.expect("> ")
    pty.type("\u{03}")
    try pty.expect("> ")
    pty.type("\n")
    try pty.expect("Enter again stays silent")
    try pty.expect("> ")
    pty.type("What brought you up the stairs?\n")
    try pty.expect("empathy")
    pty.type("/end\n")
    #expect(pty.finish() == 0)
    let saved = try transcript("maya-7")
    #expect(!saved.contains("known better") && !saved.contains("lazy"))
    #expect(saved.contains(#""text":"What brought you up the stairs?","turn":1"#))
    let path = program.home.appendingPathComponent("state/attune/history").path
    #expect(
      try String(contentsOfFile: path, encoding: .utf8)
        == "What brought you up the stairs?\n/end\n")
  }

  @Test("Ctrl-D asks once, and then ends the session properly")
  func endOfInput() throws {
    defer { program.remove() }
    let pty = try begin("foundations/maya", "--seed", "7")
    pty.type("\u{04}")
    try pty.expect("Ctrl-D again ends it")
    pty.type("What was the drive like?\n")
    try pty.expect("empathy")
    try pty.expect("> ")
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
    pty.type("/hint\n")
    try pty.expect("> ")
    pty.resize(columns: 40)
    pty.type("/hint\n")
    try pty.expect("/hint")
    let hint = try pty.expect("> ")
    let widest = hint.split(whereSeparator: \.isNewline).map(\.count).max() ?? 0
    #expect(hint.contains("Listen for"))
    #expect(widest <= 40)
    pty.type("/quit\n")
    #expect(pty.finish() == 0)
  }

  @Test("/retry takes the turn back: the same reply then gets the same answer")
  func retry() throws {
    defer { program.remove() }
    let pty = try begin("foundations/jonas", "--seed", "3")
    let reply = "You were afraid I'd seen you go."
    pty.type(reply + "\n")
    let first = try pty.expect("trust")
    pty.type("/retry\n")
    try pty.expect("Taken back.")
    try pty.expect("> ")
    pty.type(reply + "\n")
    let second = try pty.expect("trust")
    #expect(first.contains("empathy"))
    #expect(
      first.split(whereSeparator: \.isNewline).dropFirst()
        == second.split(whereSeparator: \.isNewline).dropFirst())
    pty.type("/end\n")
    #expect(pty.finish() == 0)
    #expect(try transcript("jonas-3").contains("\"type\":\"retry\""))
  }

  @Test("A reply of several lines can be pasted, or continued with a backslash")
  func severalLines() throws {
    defer { program.remove() }
    let pty = try begin("foundations/maya", "--seed", "7")
    pty.type("You came up anyway.\\\n")
    try pty.expect("...>")
    pty.type("What made you?\n")
    try pty.expect("trust")
    try pty.expect("> ")
    pty.type("\u{1B}[200~One line.\nAnd another.\u{1B}[201~\n")
    try pty.expect("trust")
    pty.type("/end\n")
    #expect(pty.finish() == 0)
    let saved = try transcript("maya-7")
    #expect(saved.contains(#"You came up anyway.\nWhat made you?"#))
    #expect(saved.contains(#"One line.\nAnd another."#))
  }

  @Test("An empty line asks first; a second one is silence")
  func silence() throws {
    defer { program.remove() }
    let pty = try begin("foundations/maya", "--seed", "7")
    pty.type("\n")
    try pty.expect("Enter again stays silent")
    pty.type("\n")
    try pty.expect("empathy")
    pty.type("/end\n")
    #expect(pty.finish() == 0)
    #expect(try transcript("maya-7").contains(#""text":"","turn":1"#))
  }

  @Test("kill -9 in mid-session loses nothing that was graded, and --resume goes on")
  func killAndResume() throws {
    defer { program.remove() }
    let pty = try begin("foundations/maya", "--seed", "7")
    pty.type("Two years, and it was on the kitchen table.\n")
    try pty.expect("trust")
    pty.killNow()
    let resumed = try Pty(program, ["practice", "--resume"])
    try resumed.expect("Two years, and it was on the kitchen table.")
    try resumed.expect("empathy")
    try resumed.expect("> ")
    resumed.type("What is it like to sit here?\n")
    try resumed.expect("trust")
    resumed.type("/end\n")
    try resumed.expect("replies                       2")
    #expect(resumed.finish() == 0)
  }

  @Test("A terminal that goes away ends the shell; what was said is saved")
  func hangUp() throws {
    defer { program.remove() }
    let pty = try begin("foundations/maya", "--seed", "7")
    pty.type("You came anyway.\n")
    try pty.expect("trust")
    #expect(pty.hangUp() == 74)
    #expect(try transcript("maya-7").contains("You came anyway."))
  }

  @Test("A terminal that goes away in the middle of a reply sends no half of it")
  func hangUpInReply() throws {
    defer { program.remove() }
    let pty = try begin("foundations/maya", "--seed", "7")
    pty.type("I hear\\\n")
    try pty.expect("...>")
    #expect(pty.hangUp() == 74)
    #expect(try !transcript("maya-7").contains("I hear"))
  }

  @Test("The user's inputrc counts, under the name attune")
  func inputrc() throws {
    defer { program.remove() }
    _ = try program.write("$if attune\n\"\\C-t\": \"/summary\"\n$endif\n", to: ".inputrc")
    let pty = try begin("foundations/maya", "--seed", "7")
    pty.type("\u{14}\n")
    try pty.expect("Session summary")
    pty.type("/quit\n")
    #expect(pty.finish() == 0)
  }

  @Test("The history keeps what was typed, for its owner alone")
  func history() throws {
    defer { program.remove() }
    let pty = try begin("foundations/maya", "--seed", "7")
    pty.type("/hint\n")
    try pty.expect("Listen for")
    try pty.expect("> ")
    pty.type("/quit\n")
    #expect(pty.finish() == 0)
    let path = program.home.appendingPathComponent("state/attune/history").path
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains("/hint"))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let again = try begin("foundations/maya", "--seed", "8")
    again.type("\u{1B}[A\u{1B}[A\n")
    try again.expect("Listen for")
    again.type("/quit\n")
    #expect(again.finish() == 0)
  }

  @Test("What is set aside stays out of the saved history, and so does what was not graded")
  func crisisHistory() throws {
    defer { program.remove() }
    let pty = try Pty(program, [])
    for (typed, answer) in [
      ("I want to kill myself.\n", "Choose a number from the list."),
      ("foundations/maya\n", "I almost didn't come today."),
      ("I want to kill myself.\n", "findahelpline.com"),
      ("It was all too much, and now \\\nI want to kill myself.\n", "findahelpline.com"),
      ("Then go and kill yourself.\n", "does not say that to a client"),
      ("/mistyped, I want to die\n", "There is no /mistyped,"),
      ("Part of you wanted to drive off.\n", "empathy"),
      // It can still be brought back to be written anew, as long as Attune runs.
      ("\u{1B}[A\u{1B}[A\u{1B}[A\n", "does not say that to a client"),
      ("/end\n", "Session summary"),
    ] {
      pty.type(typed)
      try pty.expect(answer)
    }
    #expect(pty.finish() == 0)
    let path = program.home.appendingPathComponent("state/attune/history").path
    let saved = try String(contentsOfFile: path, encoding: .utf8)
    #expect(saved == "Part of you wanted to drive off.\n/end\n")
  }

  @Test("A line that goes on in what is no text stays out of the saved history")
  func notTextHistory() throws {
    defer { program.remove() }
    let pty = try begin("foundations/maya", "--seed", "7")
    pty.type("My own sister \\\n")
    try pty.expect("...>")
    pty.type(bytes: [0xFF, 0x0A])
    try pty.expect("That was no UTF-8 text")
    pty.type("Part of you wanted to drive off.\n")
    try pty.expect("empathy")
    pty.type("/end\n")
    #expect(pty.finish() == 0)
    let path = program.home.appendingPathComponent("state/attune/history").path
    #expect(
      try String(contentsOfFile: path, encoding: .utf8)
        == "Part of you wanted to drive off.\n/end\n")
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
      pty.type("/quit\n")
      #expect(pty.finish() == 0)
    }
  }
}
