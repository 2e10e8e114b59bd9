import Foundation
import Testing

/// `attune replay` on files in every state.
struct ReplayCommandTests {
  let program: Program

  init() throws {
    program = try Program()
  }

  /// A session that Attune has saved.
  private func session(_ reply: String) throws -> URL {
    _ = try program.run("practice", "maya", "--seed", "7", input: reply + "\n")
    return program.sessions.appendingPathComponent("maya-7.ndjson")
  }

  @Test(
    "What Attune saves it reads again, whatever line ends of Unicode a reply holds",
    arguments: ["\u{2028}", "\u{2029}", "\u{85}", "\u{0B}", "\u{0C}"])
  func lineEnds(mark: String) throws {
    defer { program.remove() }
    let file = try session("You came\(mark)in.")
    let result = try program.run("replay", file.path)
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.output.contains("1 reply graded anew"))
  }

  @Test("A folder of sessions that cannot be looked into is input that is missing, in each command")
  func unreadableSessions() throws {
    defer { program.remove() }
    try FileManager.default.createDirectory(
      at: program.sessions.deletingLastPathComponent(), withIntermediateDirectories: true)
    // A link to itself is there, and nobody can look into it.
    try FileManager.default.createSymbolicLink(
      at: program.sessions, withDestinationURL: program.sessions)
    for command in [["replay"], ["practice", "--resume"], ["practice", "--course"]] {
      let result = try program.run(command)
      #expect(result.status == 66)
      #expect(result.errors.contains("cannot look into the folder"))
    }
  }

  @Test("A session packed with gzip, or behind a byte order mark, replays as it is")
  func packed() throws {
    defer { program.remove() }
    let file = try session("You came in.")
    let plain = try program.run("replay", file.path)
    let marked = Data("\u{FEFF}".utf8) + (try Data(contentsOf: file))
    try marked.write(to: program.home.appendingPathComponent("marked.ndjson"))
    #expect(try program.shell("gzip -c '\(file.path)' > packed.gz").status == 0)
    for name in ["marked.ndjson", "packed.gz"] {
      let result = try program.run("replay", name)
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output == plain.output)
    }
  }

  @Test("What was told in the session is told again, and asking about suicide is no slip in either")
  func coach() throws {
    defer { program.remove() }
    let asked = "Are you thinking of killing yourself?"
    let file = try session("Did you come by bus?\n" + asked)
    let right = "You asked plainly, as this has to be asked;"
    let saved = try program.run("replay", file.path).output
    #expect(saved.contains(right))
    #expect(saved.contains("What to hear in") && saved.contains("You might try:"))
    let talk = try program.write(
      "Client: I can't go on.\nTherapist: \(asked)\n", to: "talk.txt")
    let text = try program.run("replay", talk).output
    #expect(text.contains("closed question") && text.contains(right))
    #expect(!text.contains("'what' or 'how'"))
  }

  @Test("A file that was cut short is told, and what stands before the cut is shown")
  func cutShort() throws {
    defer { program.remove() }
    let file = try session("You came in.\nAnd now?")
    let whole = try Data(contentsOf: file)
    try whole.dropLast(20).write(to: program.home.appendingPathComponent("cut.ndjson"))
    let result = try program.run("replay", "cut.ndjson")
    #expect(result.status == 65)
    #expect(result.errors.contains("cut.ndjson:9: error: not an event of a session: not JSON"))
    #expect(result.output.contains("2 replies graded anew"))
  }

  @Test("A turn that was not written whole is told and not shown", arguments: [6, 7])
  func cutTurn(lines: Int) throws {
    defer { program.remove() }
    let saved = try String(contentsOf: session("You came in.\nAnd now?"), encoding: .utf8)
    let kept = saved.split(separator: "\n").prefix(lines).map { $0 + "\n" }.joined()
    let result = try program.run("replay", program.write(kept, to: "cut.ndjson"))
    #expect(result.status == 65)
    #expect(result.errors.contains("cut.ndjson:6: error: from this line on no turn is whole"))
    #expect(result.output.contains("1 reply graded anew"))
    #expect(!result.output.contains("And now?"))
  }

  @Test("Text in which the therapist speaks first is shown in its order, and no trust beside it")
  func therapistFirst() throws {
    defer { program.remove() }
    let talk = try program.write(
      """
      Therapist: What brings you here?
      Client: My job.
      Therapist: Your job wears you out.
      Client: Yes.

      """, to: "talk.txt")
    let result = try program.run("replay", talk)
    #expect(result.status == 0 && result.errors == "")
    #expect(
      result.output == """
        you
          What brings you here?

          empathy 40   openness 90   non-judgment 100
          open question
          They can answer that freely; before the next question, tell them what you have
          understood.

        Client
          My job.

        you
          Your job wears you out.

          empathy 50   openness 65   non-judgment 100
          simple reflection
          This time you said what you heard, and that is what they can go on from.
          Nothing more is needed; let them take it further.

        Client
          Yes.

        2 replies graded anew by attune@1; 0 scored otherwise.

        Session summary
          replies                       2
          mean empathy                  45.0
          mean openness                 77.5
          mean non-judgment             100.0
          reflections                   1 simple, 0 complex
          questions                     1 open, 0 closed
          reflections per question      1.0
          complex among reflections     0 %
          open among questions          100 %
          MI-adherent moves             0
          MI-non-adherent moves         0
          your share of the words       75 %
          You said more than they did: shorter replies would leave them room.
          The manual's marks are for longer sessions: from 10 replies on.


        """)
  }

  @Test("A client's line that is not known is not made up for by the next one")
  func unknownLine() throws {
    defer { program.remove() }
    let talk = try program.write(
      "C: One.\nT: So one.\nX: Who knows?\nT: So two.\nC: Three.\nT: So three.\n", to: "gap.txt"
    )
    let shown = try program.run("replay", talk).output
    let said = shown.split(separator: "\n").filter {
      ["  One.", "  So one.", "  So two.", "  Three.", "  So three."].contains($0)
    }
    #expect(said == ["  One.", "  So one.", "  So two.", "  Three.", "  So three."])
    #expect(!shown.contains("trust"))
  }

  @Test("A saved session shows trust beside the client's lines")
  func savedTrust() throws {
    defer { program.remove() }
    let result = try program.run("replay", try session("You came in.").path)
    #expect(result.output.contains("\n  trust "))
  }

  @Test(
    "Options that a list of the sessions has no use for are refused",
    arguments: [
      ["--color", "auto"], ["--therapist", "Ben"], ["--client", "Ada"], ["--model", "m"],
    ])
  func list(options: [String]) throws {
    defer { program.remove() }
    #expect(try program.run("replay").status == 0)
    let result = try program.run(["replay"] + options)
    #expect(result.status == 64 && result.output == "")
    #expect(result.errors.contains("\(options[0])") && result.errors.contains("name one"))
  }

  @Test("Names stand for the roles where they are said, and headings are passed over")
  func names() throws {
    defer { program.remove() }
    _ = try program.write("Date: 3 May\nAda: I can't sleep.\nBen: You lie awake.\n", to: "n.txt")
    let unnamed = try program.run("replay", "n.txt")
    #expect(unnamed.status == 65 && unnamed.errors.contains("say --therapist or --client"))
    let named = try program.run("replay", "n.txt", "--therapist", "Ben")
    #expect(named.status == 0)
    #expect(named.output.contains("1 reply graded anew"))
    #expect(
      named.errors.hasPrefix("attune: n.txt:1: warning: what follows 'Date' is taken for a heading")
        && named.errors.split(separator: "\n").count == 1)
    #expect(try program.run("replay", "n.txt", "--therapist", " ").status == 64)
  }

  @Test("Text with lines that nobody says is shown without them, with the mend")
  func heading() throws {
    defer { program.remove() }
    _ = try program.write(
      "Interview 3, 12 May\n\nC: I can't sleep.\nT: You lie awake.\n", to: "t.txt")
    let result = try program.run("replay", "t.txt")
    #expect(result.status == 0)
    #expect(result.output.contains("1 reply graded anew"))
    #expect(result.errors.contains("t.txt:1: warning: nobody is named"))
    #expect(result.errors.contains("and a heading with '#'"))
  }

  @Test("What cannot be replayed is told for what it is")
  func nothing() throws {
    defer { program.remove() }
    _ = try program.write("", to: "empty")
    _ = try program.write("{broken\n{}\n", to: "broken")
    _ = try program.write("client,text\nHi.,So.\n", to: "pairs.csv")
    _ = try program.write("WEBVTT\n", to: "v.vtt")
    func other(_ file: String, _ kind: String) -> String {
      "\(file): error: this is \(kind), and replay reads saved sessions and text with speaker "
        + "labels alone; use 'attune score' [kind]"
    }
    for (name, status, message) in [
      ("empty", 65, "empty: there is nothing to replay"),
      (".", 66, ".: error: cannot be read: it is a folder [unreadable]"),
      ("nowhere", 66, "there is no transcript and no saved session 'nowhere'"),
      ("broken", 65, "broken:1: error: not JSON [event]"),
      ("pairs.csv", 65, other("pairs.csv", "csv")),
      ("v.vtt", 65, other("v.vtt", "webvtt")),
    ] as [(String, Int32, String)] {
      let result = try program.run("replay", name)
      #expect(result.status == status)
      #expect(result.errors == "attune: \(message)\n")
      #expect(result.output == "")
    }
  }
}
