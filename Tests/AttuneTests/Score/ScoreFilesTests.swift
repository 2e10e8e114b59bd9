import Foundation
import Testing

/// Scoring files of many kinds, folders and patterns, as a grader uses it.
struct ScoreFilesTests {
  let program: Program

  init() throws { program = try Program() }

  /// The sessions of a table in their order.
  private func sessions(_ arguments: String...) throws -> (names: [String], result: Program.Result)
  {
    let result = try program.run(["score", "--format", "csv"] + arguments)
    var names: [String] = []
    for row in result.output.split(whereSeparator: \.isNewline).dropFirst() {
      let name = String(row.prefix { $0 != "," })
      if names.last != name { names.append(name) }
    }
    return (names, result)
  }

  /// What is told of a folder in which files are passed over.
  private func passedOver(_ files: String, in folder: String) -> String {
    "attune: \(folder): warning: passed over for want of a transcript's ending: \(files); to have "
      + "one read, name the file itself, or export it as plain text or CSV [passed-over]\n"
  }

  @Test("A folder stands for the transcripts in it, in order, hidden and foreign files left out")
  func folder() throws {
    defer { program.remove() }
    let talk = "C: Hi.\nT: What brings you here?\n"
    for name in ["b.txt", "a/z.txt", "a/B.TXT", ".hidden.txt", "notes.md", "a/.git/c.txt"] {
      _ = try program.write(talk, to: "talks/\(name)")
    }
    _ = try program.write("speaker,text\nC,Hi.\nT,So.\n", to: "talks/c.csv")
    let (names, result) = try sessions("talks")
    #expect(names == ["talks/a/B.TXT", "talks/a/z.txt", "talks/b.txt", "talks/c.csv"])
    #expect(result.status == 0 && result.errors == passedOver("talks/notes.md", in: "talks"))
    #expect(try sessions("talks/").names == names)
  }

  @Test("Files that are passed over are told once for each folder that is named, the first by name")
  func foreign() throws {
    defer { program.remove() }
    let foreign = ["bo/a.text", "bo/b.docx", "bo/c.json", "bo/d.md"]
    let own = ["ada/old.csv.part", "ada/old.csv.part.journal", "errors", "page.html"]
    for name in ["ada/s.txt", "bo/.DS_Store"] + foreign + own {
      _ = try program.write("C: Hi.\nT: So.\n", to: "class/\(name)")
    }
    // What the run itself writes, and what an unfinished one left, is nothing to tell of.
    let page = try program.run(
      "score", "--format", "html", "-o", "class/page.html", "--errors", "class/errors", "class")
    let first = "class/bo/a.text, class/bo/b.docx, class/bo/c.json, and 1 more"
    #expect(page.status == 0 && page.errors == passedOver(first, in: "class"), "\(page.errors)")
    // Nor is what is named itself.
    let (names, result) = try sessions("class", "class/bo/a.text")
    #expect(names == ["class/ada/s.txt", "class/bo/a.text"] && result.status == 0)
    let rest = "class/bo/b.docx, class/bo/c.json, class/bo/d.md, and 2 more"
    #expect(result.errors == passedOver(rest, in: "class"), "\(result.errors)")
    _ = try program.write("", to: "alone/s.docx")
    let alone = try program.run("score", "alone")
    #expect(alone.status == 66)
    #expect(alone.errors.hasPrefix(passedOver("alone/s.docx", in: "alone")))
  }

  @Test("A turn of which only the beginning counts is told, and scored all the same")
  func longTurn() throws {
    defer { program.remove() }
    let long = String(repeating: "So. ", count: 4097)
    _ = try program.write("C: Hi.\nT: \(long)\nC: Yes.\nT: And now?\n", to: "talk.txt")
    let (names, result) = try sessions("--strict", "--errors", "errors.ndjson", "talk.txt")
    #expect(names == ["talk.txt"] && result.status == 0)
    let message = "only the first 16384 bytes of turn 1 of 'talk.txt' count for its grade"
    #expect(result.errors.contains("attune: talk.txt: warning: \(message)"))
    #expect(result.errors.split(separator: "\n").count == 1)
    let errors = program.home.appendingPathComponent("errors.ndjson")
    #expect(try String(contentsOf: errors, encoding: .utf8).contains(message))
  }

  @Test("A file without a reply is told, and changes no exit code")
  func noReplies() throws {
    defer { program.remove() }
    _ = try program.run("practice", "maya", "--seed", "7")
    let session = program.sessions.appendingPathComponent("maya-7.ndjson").path
    _ = try program.write("", to: "empty.txt")
    _ = try program.write("C: Hi.\n", to: "hi.txt")
    _ = try program.write("C: Hi.\nT: So.\n", to: "so.txt")
    let (names, result) = try sessions(session, "empty.txt", "hi.txt", "so.txt")
    #expect(names == ["so.txt"] && result.status == 0)
    #expect(
      result.errors
        == [session, "empty.txt", "hi.txt"].map {
          "attune: \($0): warning: no reply of a therapist's is in it; nothing is scored "
            + "[no-replies]\n"
        }.joined())
    // Where the whole run comes to none, a script can tell; nothing in is nothing wrong.
    #expect(try sessions("empty.txt").result.status == 0)
    #expect(try sessions("hi.txt").result.status == 65)
    // What says already why there is none is enough.
    _ = try program.write("Who speaks?\n", to: "who.txt")
    #expect(try sessions("who.txt").result.errors.split(separator: "\n").count == 1)
  }

  @Test("What a saved session's file tells stands in its row")
  func savedSession() throws {
    defer { program.remove() }
    _ = try program.run("practice", "maya", "--seed", "7", input: "You came.\n/end\n")
    let session = "data/attune/sessions/maya-7.ndjson"
    let result = try program.run("score", "--per", "session", session)
    #expect(result.output.contains("  session, in data/attune/sessions/\n"))
    #expect(result.output.contains(" maya-7.ndjson  (foundations/maya, seed 7, trust "))
    #expect(result.output.contains(", 0 ruptures, 0 repairs)\n"))
  }

  @Test("So is a client's turn, and a reply without a name by its line")
  func longClient() throws {
    defer { program.remove() }
    let long = String(repeating: "So. ", count: 4097)
    _ = try program.write("C: \(long)\nT: And now?\n", to: "talk.txt")
    let replies = #"{"text":"So."}\#n{"client":"Hi.","text":"\#(long)"}\#n"#
    _ = try program.write(replies, to: "a.ndjson")
    let result = try program.run("score", "--format", "csv", "talk.txt", "a.ndjson")
    #expect(result.status == 0)
    let head = "warning: only the first 16384 bytes of"
    let told = result.errors.split(separator: "\n")
    #expect(told.count == 2)
    #expect(
      told.first?.hasPrefix(
        "attune: talk.txt: \(head) the client's words before turn 1 of 'talk.txt' count") == true)
    #expect(told.last?.hasPrefix("attune: a.ndjson:2: \(head) a reply count") == true)
  }

  @Test("A link back to a folder above is not followed for ever")
  func loop() throws {
    defer { program.remove() }
    _ = try program.write("C: Hi.\nT: So.\n", to: "talks/a.txt")
    let home = program.home.appendingPathComponent("talks")
    try FileManager.default.createSymbolicLink(
      at: home.appendingPathComponent("loop.txt"), withDestinationURL: home)
    try FileManager.default.createSymbolicLink(
      at: home.appendingPathComponent("link.txt"),
      withDestinationURL: home.appendingPathComponent("a.txt"))
    #expect(try sessions("talks").names == ["talks/a.txt"])
  }

  @Test("A pattern that the shell left alone is expanded in order; a file of that name comes first")
  func patterns() throws {
    defer { program.remove() }
    for name in ["s2.txt", "s10.txt", "s1.txt", "other.txt", "odd[1].txt"] {
      _ = try program.write("C: Hi.\nT: So.\n", to: name)
    }
    #expect(
      try sessions("s*.txt", "odd[1].txt").names == ["s1.txt", "s10.txt", "s2.txt", "odd[1].txt"])
  }

  @Test("A file that is named again, by whatever name, is scored once, and that is told")
  func namedTwice() throws {
    defer { program.remove() }
    for name in ["talks/a.txt", "talks/b.txt"] {
      _ = try program.write("C: Hi.\nT: So.\n", to: name)
    }
    let (names, result) = try sessions("talks/b.txt", "talks", "./talks/a.txt", "talks/*")
    #expect(names == ["talks/b.txt", "talks/a.txt"] && result.status == 0)
    #expect(
      result.errors
        == "attune: talks/b.txt: warning: the file is named more than once, and 3 more; scored once "
        + "[file-twice]\n")
  }

  @Test("Files that cannot be read are among the errors, and count as they do")
  func unreadable() throws {
    defer { program.remove() }
    _ = try program.write("C: Hi.\nT: So.\n", to: "a.txt")
    let result = try program.run("score", "--errors", "e", "nowhere", "a.txt")
    #expect(result.status == 66 && result.output.contains("So."))
    let errors = program.home.appendingPathComponent("e")
    #expect(
      try String(contentsOf: errors, encoding: .utf8)
        == #"{"file":"nowhere","reason":"cannot be read: No such file or directory","#
        + #""rule":"unreadable","severity":"error"}"# + "\n")
    let stopped = try program.run("score", "--max-errors", "0", "nowhere", "a.txt")
    #expect(stopped.status == 66 && !stopped.output.contains("So."))
  }

  @Test("Sessions that are named are scored alone, and one that is not there is told")
  func namedSession() throws {
    defer { program.remove() }
    let rows = (1...3).map { "\($0),C,Hi.\n\($0),T,So \($0).\n" }.joined()
    _ = try program.write("conversation,speaker,text\n" + rows, to: "talks.csv")
    let (names, result) = try sessions(
      "talks.csv", "--session", "talks.csv#3", "--session", "talks.csv#1")
    #expect(names == ["talks.csv#1", "talks.csv#3"] && result.status == 0 && result.errors == "")
    // Where the file is named with its folder, its name is enough.
    #expect(
      try sessions("./talks.csv", "--session", "talks.csv#2").names == ["./talks.csv#2"])
    // That name may hold a `#` itself.
    _ = try program.write("conversation,speaker,text\n" + rows, to: "class #1/talks #2.csv")
    for name in ["talks #2.csv#2", "class #1/talks #2.csv#2"] {
      #expect(
        try sessions("class #1", "--session", name).names == ["class #1/talks #2.csv#2"], "\(name)")
    }
    let none = try program.run("score", "--session", "talks.csv#4", "talks.csv")
    #expect(none.status == 65)
    #expect(none.errors.contains("error: no session is called 'talks.csv#4'"))
  }

  @Test("Single replies have no row per session, and that is told")
  func singles() throws {
    defer { program.remove() }
    let reply = #"{"id":1,"text":"So."}"#
    let result = try program.run("score", "--per", "session", "--format", "csv", input: reply)
    #expect(result.status == 0)
    #expect(
      result.errors.contains("warning: replies that belong to no session: 1; they have no row"))
  }

  @Test("What stands for nothing is told, the rest is scored, and the exit code is 66")
  func missing() throws {
    defer { program.remove() }
    _ = try program.write("C: Hi.\nT: So.\n", to: "a.txt")
    try FileManager.default.createDirectory(
      at: program.home.appendingPathComponent("empty"), withIntermediateDirectories: true)
    let (names, result) = try sessions("empty", "x*.csv", "b.txt", "a.txt")
    #expect(names == ["a.txt"])
    #expect(result.status == 66)
    #expect(
      result.errors.contains("attune: empty: error: no transcripts are in this folder (.csv, "))
    #expect(result.errors.contains(", .tab, "))
    #expect(result.errors.contains("attune: x*.csv: error: matches no file"))
    #expect(
      result.errors.contains(
        "attune: b.txt: error: cannot be read: No such file or directory; did you mean 'a.txt'?"))
  }

  /// A folder that nobody can look into, not even the system's administrator: its path is longer
  /// than the system takes.
  private func makeTooDeep() throws {
    _ = try program.write("C: Hi.\nT: So.\n", to: "deep/a.txt")
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/bash")
    let name = String(repeating: "d", count: 250)
    shell.arguments = ["-c", "for i in {1..20}; do mkdir \(name) && cd \(name) || exit 1; done"]
    shell.currentDirectoryURL = program.home.appendingPathComponent("deep")
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 0)
  }

  private func removeTooDeep() throws {
    let remove = Process()
    remove.executableURL = URL(fileURLWithPath: "/bin/rm")
    remove.arguments = ["-rf", program.home.appendingPathComponent("deep").path]
    try remove.run()
    remove.waitUntilExit()
    program.remove()
  }

  @Test("A folder within that cannot be looked into is told, the rest is scored, the code is 66")
  func tooDeep() throws {
    try makeTooDeep()
    defer { try? removeTooDeep() }
    let (names, result) = try sessions("deep")
    #expect(names == ["deep/a.txt"])
    #expect(result.status == 66)
    #expect(result.errors.contains("cannot be read: File name too long"))
    #expect(!result.errors.contains("no transcripts"))
    let strict = try program.run("score", "--strict", "deep")
    #expect(strict.status == 66)
    #expect(strict.errors.contains("stopped because of a file that cannot be read"))
  }

  @Test(
    "An output that is an input is refused, whatever it is called, and nothing is written",
    arguments: [
      ["-o", "talks/a.txt", "talks/a.txt"], ["-o", "hard.txt", "talks/a.txt"],
      ["-o", "soft.txt", "talks"], ["--errors", "talks/a.txt", "-o", "out", "talks/*.txt"],
      ["--errors", "soft.txt", "talks/a.txt"], ["-o", "out", "out.part"],
      ["--errors", "same", "-o", "./same", "talks"],
      ["-o", "talks/a.txt", "talks/b.txt", "soft.txt"],
    ])
  func overwriting(arguments: [String]) throws {
    defer { program.remove() }
    let talk = "C: Hi.\nT: What brings you here?\n"
    for name in ["talks/a.txt", "talks/b.txt", "out.part"] { _ = try program.write(talk, to: name) }
    let files = FileManager.default
    func url(_ name: String) -> URL { program.home.appendingPathComponent(name) }
    try files.createSymbolicLink(at: url("soft.txt"), withDestinationURL: url("talks/a.txt"))
    try files.linkItem(at: url("talks/a.txt"), to: url("hard.txt"))
    let result = try program.run(["score", "--format", "csv"] + arguments)
    #expect(result.status == 64, "\(result.errors)")
    #expect(result.output == "")
    for name in ["talks/a.txt", "talks/b.txt", "hard.txt", "out.part"] {
      #expect(try String(contentsOf: url(name), encoding: .utf8) == talk)
    }
    for name in ["same", "out", "talks/a.txt.part"] {
      #expect(!files.fileExists(atPath: url(name).path))
    }
  }

  @Test("Standard input, too, is not written over")
  func overwritingStandardInput() throws {
    defer { program.remove() }
    let path = try program.write("C: Hi.\nT: So.\n", to: "a.txt")
    let process = Process()
    process.executableURL = Program.executable
    process.arguments = ["score", "-o", path]
    process.environment = program.environment
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 64)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "C: Hi.\nT: So.\n")
  }

  @Test("A missing file outranks a bad record, whichever comes first")
  func worst() throws {
    defer { program.remove() }
    _ = try program.write("{\"id\":1}\n", to: "bad.ndjson")
    for files in [["bad.ndjson", "nowhere"], ["nowhere", "bad.ndjson"]] {
      #expect(try program.run(["score"] + files).status == 66)
    }
  }

  @Test("Kind, columns and speakers can be said, for standard input too")
  func options() throws {
    defer { program.remove() }
    let table = "Wer\tWas\tGespräch\nAda\tHallo.\t1\nBen\tWas führt Sie her?\t1\n"
    let result = try program.run(
      "score", "--format", "csv", "--kind", "tsv", "--columns", "speaker=Wer,text=Was",
      "--columns", "conversation=Gespräch", "--therapist", "ben", input: table)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("standard input#1,standard input#1#1,"))
    #expect(result.output.hasSuffix("Was führt Sie her?,Hallo.\r\n"))
    let wrong = try program.run("score", "--columns", "txt=Was", input: table)
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("did you mean 'text'?"))
    let kind = try program.run("score", "--kind", "xml", input: table)
    #expect(kind.status == 64)
  }

  @Test("A packed file that is cut short is told with its line, and the exit code is 65")
  func cutShort() throws {
    defer { program.remove() }
    let plain = try program.write(
      (0..<2_000).map { "{\"id\":\($0),\"text\":\"So \($0 * 7919).\"}\n" }.joined(), to: "r.ndjson")
    let gzip = Process()
    gzip.executableURL = URL(fileURLWithPath: "/bin/gzip")
    gzip.arguments = [plain]
    try gzip.run()
    gzip.waitUntilExit()
    let packed = program.home.appendingPathComponent("r.ndjson.gz")
    let whole = try program.run("score", "--format", "ndjson", packed.path)
    #expect(whole.status == 0)
    #expect(whole.output.split(separator: "\n").count == 2_000)
    try Data(contentsOf: packed).dropLast(100).write(to: packed)
    let cut = try program.run("score", "--format", "ndjson", packed.path)
    #expect(cut.status == 65)
    #expect(whole.output.hasPrefix(cut.output))
    #expect(cut.errors.contains("the gzip data ends in the middle; fetch the file again"))
  }

  @Test("A speaker's name that nobody bears is told with the name that was meant")
  func unheard() throws {
    defer { program.remove() }
    let table = try program.write("speaker,text\nAda,So?\nBen,Hm.\nAda,Oh.\n", to: "a.csv")
    let text = try program.write("Eve: So?\nBen: Hm.\nEve: Oh.\n", to: "b.txt")
    let told = "error: no speaker is named 'Adda'; did you mean 'Ada'? [speaker]"
    for options in [[], ["--strict"]] {
      let typed = try program.run(["score", "--therapist", "Adda", table] + options)
      #expect(typed.status == 65)
      #expect(typed.errors.contains(told) || options == ["--strict"])
    }
    let both = try program.run(
      "score", "--format", "csv", "--therapist", "Ada", "--therapist", "eve", table, text)
    #expect(both.status == 0 && both.errors == "")
    #expect(both.output.split(whereSeparator: \.isNewline).count == 5)
    let one = try program.run("score", "--therapist", "Eve", "--therapist", "Adda", table, text)
    #expect(one.status == 65 && one.errors.contains(told))
  }

  @Test("A name cannot be on both sides")
  func bothSides() throws {
    defer { program.remove() }
    let result = try program.run(
      "score", "--therapist", "Ada", "--client", "ada", input: "C: Hi.\nT: So.\n")
    #expect(result.status == 64)
    #expect(result.errors.contains("'Ada' is named as the therapist and as the client"))
  }

  @Test("A file with the line ends of old Macs is scored")
  func oldMac() throws {
    defer { program.remove() }
    _ = try program.write(
      "Client: Hi.\rTherapist: So.\rClient: Yes.\rTherapist: Oh.\r", to: "m.txt")
    let (_, result) = try sessions("m.txt")
    #expect(result.status == 0 && result.errors == "")
    #expect(result.output.split(whereSeparator: \.isNewline).count == 3)
  }
}
