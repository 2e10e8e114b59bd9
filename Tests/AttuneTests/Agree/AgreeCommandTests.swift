import Foundation
import Testing

/// Comparing codes as a grader of a course does.
struct AgreeCommandTests {
  let program: Program

  init() throws {
    program = try Program()
  }

  private let coded = """
    conversation,id,rater,client,text,reflection,question
    one,1,ann,My son hasn't rung.,You miss him.,simple,
    one,2,ann,Every day.,What do you miss most?,,open
    two,3,ann,I can't sleep.,Do you drink coffee?,,closed
    two,4,ann,Yes.,You lie awake and wait for the morning.,complex,
    one,1,bo,My son hasn't rung.,You miss him.,complex,
    one,2,bo,Every day.,What do you miss most?,,open
    two,3,bo,I can't sleep.,Do you drink coffee?,,closed
    two,4,bo,Yes.,You lie awake and wait for the morning.,complex,

    """

  @Test("Two raters have no majority, and what three are tied on is counted")
  func majority() throws {
    defer { program.remove() }
    let two = try program.run("agree", "--human", try program.write(coded, to: "two.csv"))
    #expect(two.status == 0 && !two.output.contains("majority"))
    let cy = [
      "one,1,cy,My son hasn't rung.,You miss him.,,",
      "one,2,cy,Every day.,What do you miss most?,,open",
    ]
    let path = try program.write(coded + cy.joined(separator: "\n") + "\n", to: "three.csv")
    let three = try program.run("agree", "--human", path)
    #expect(three.output.contains("against the majority of 3 raters"))
    #expect(three.output.contains("\nleft out, where the raters are tied: reflection 1\n"))
    let json = try program.run("agree", "--human", path, "--format", "json")
    #expect(json.output.contains(#""ties":{"reflection":1}"#))
  }

  @Test("A file that is named twice is read once, and a slip in many rows is told once")
  func repeated() throws {
    defer { program.remove() }
    let path = try program.write(coded.replacing("closed", with: "colsed"), to: "coded.csv")
    let result = try program.run("agree", "--human", path, "--human", path)
    #expect(result.status == 65)
    let told = result.errors.split(separator: "\n")
    #expect(told.count == 2, "\(told)")
    #expect(told[0].contains("the file is named more than once; read once [file-twice]"))
    #expect(told[1].contains("'question' has no value 'colsed', and so in 1 more; did you mean"))
  }

  @Test("A file in which no coded reply is read is told, whether others hold some or none do")
  func emptyFiles() throws {
    defer { program.remove() }
    let path = try program.write(coded, to: "coded.csv")
    let header = try program.write("conversation,id,reflection\n", to: "header.csv")
    let empty = try program.write("", to: "empty.csv")
    let three = try program.run(
      "agree", "--human", path, "--human", header, "--human", empty, "--humans-only")
    #expect(three.status == 65 && three.output.contains("Between 2 raters"))
    let told = three.errors.split(separator: "\n")
    #expect(told.count == 2, "\(told)")
    for (line, file) in zip(told, [header, empty]) {
      #expect(line.contains("\(file): error: no coded reply was read in it;"), "\(line)")
    }
    let none = try program.run("agree", "--human", empty)
    #expect(none.status == 65 && none.output == "")
    #expect(none.errors.contains("\(empty): error: no coded reply was read in it;"))
  }

  @Test("Raters are compared with each other and each of them with the grader")
  func compared() throws {
    defer { program.remove() }
    let path = try program.write(coded, to: "coded.csv")
    let result = try program.run("agree", "--human", path, "--confusion")
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.output.contains("Between 2 raters (ann, bo), 2 sessions"))
    #expect(result.output.contains("against each of 2 raters"))
    #expect(result.output.contains("one#1: You miss him."))
    let again = try program.run("agree", "--human", path, "--confusion")
    #expect(again.output == result.output)
  }

  @Test("The figures are the same whichever rater's rows stand first and hold the texts")
  func order() throws {
    defer { program.remove() }
    let lines = coded.split(separator: "\n").map(String.init)
    let ann = Array(lines[1...4])
    let bo = lines[5...8].map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return (cells.prefix(3) + ["", ""] + cells.dropFirst(5)).joined(separator: ",")
    }
    func table(_ rows: [String]) -> String {
      ([lines[0]] + rows).joined(separator: "\n") + "\n"
    }
    let results = try [ann + bo, bo + ann].map { rows in
      try program.run(
        "agree", "--human", try program.write(table(rows), to: "coded.csv"), "--format", "csv")
    }
    #expect(results.allSatisfy { $0.status == 0 && $0.errors == "" })
    #expect(results[0].output == results[1].output)
    let lacking = try program.write(
      table(ann + bo).replacing("You miss him.", with: ""), to: "lacking.csv")
    let told = try program.run("agree", "--human", lacking, "--format", "csv")
    #expect(told.status == 0 && told.output.contains("grader_with_each,reflection,,3,"))
    #expect(
      told.errors.contains("lacking.csv:2: warning: 1 coded reply has no text: 'one#1'; fill it"))
    let humans = try program.run("agree", "--human", lacking, "--humans-only")
    #expect(humans.status == 0 && humans.errors == "")
  }

  @Test("Options that would change nothing are refused")
  func refusedOptions() throws {
    defer { program.remove() }
    let path = try program.write(coded, to: "coded.csv")
    for (arguments, words) in [
      (["--humans-only", "--model", "m"], "--model goes with neither"),
      (["--grades", "g", "--model", "m"], "--model goes with neither"),
      (["--format", "csv", "--confusion"], "do not go with --format csv"),
      (["--format", "csv", "--disagreements", "5"], "do not go with --format csv"),
    ] {
      let result = try program.run(["agree", "--human", path] + arguments)
      #expect(result.status == 64 && result.errors.contains(words), "\(result.errors)")
    }
  }

  @Test("Grades made before are taken by id, and give what grading anew gives")
  func savedGrades() throws {
    defer { program.remove() }
    let path = try program.write(coded, to: "coded.csv")
    let replies = """
      {"id":"1","client":"My son hasn't rung.","text":"You miss him."}
      {"id":"2","client":"Every day.","text":"What do you miss most?"}
      {"id":"3","client":"I can't sleep.","text":"Do you drink coffee?"}
      {"id":"4","client":"Yes.","text":"You lie awake and wait for the morning."}
      """
    let grades = try program.run("score", "--format", "ndjson", "-", input: replies)
    let saved = try program.write(grades.output, to: "grades.ndjson")
    let anew = try program.run("agree", "--human", path, "--format", "json")
    let taken = try program.run("agree", "--human", path, "--format", "json", "--grades", saved)
    #expect(taken.status == 0)
    #expect(anew.output == taken.output)
    let first = grades.output.split(separator: "\n").first.map { "\($0)\n" } ?? ""
    let one = try program.run(
      "agree", "--human", path, "--grades", try program.write(first, to: "one.ndjson"))
    #expect(one.status == 0)
    #expect(
      one.errors.contains(
        "one.ndjson: warning: 3 coded replies have no grade in it: 'one#2', 'two#3', 'two#4'; "))
  }

  @Test("Codings that share no reply, and grades that are no NDJSON, are told once")
  func nothingShared() throws {
    defer { program.remove() }
    let ann = try program.write("id,text,question\n01,So?,open\n02,Who?,closed\n", to: "ann.csv")
    let bo = try program.write("id,text,question\n1,So?,open\n2,Who?,closed\n", to: "bo.csv")
    let apart = try program.run("agree", "--human", ann, "--human", bo, "--humans-only")
    #expect(apart.status == 65)
    #expect(
      apart.errors.contains(
        "error: no two raters coded the same reply: 'ann' coded '01', 'bo' coded '1'; give a"))
    let table = try program.run("agree", "--human", ann, "--grades", bo)
    #expect(table.status == 65)
    #expect(
      table.errors.contains("\(bo):1: error: not NDJSON; name what 'attune score --format ndjson'"))
    #expect(table.errors.split(separator: "\n").count == 2)
  }

  @Test("Scores written as CSV and read again are the same, whatever their text begins with")
  func readAgain() throws {
    defer { program.remove() }
    let replies = try program.write(
      """
      {"id":"=1","client":"My son hasn't rung.","text":"- You miss him."}
      {"id":"@2","client":"Every day.","text":"+ What do you miss most?"}

      """, to: "replies.ndjson")
    let table = try program.run("score", "--format", "csv", replies)
    #expect(
      table.output.contains("\r\n,'=1,")
        && table.output.contains(",'- You miss him.,My son hasn't rung.\r\n"))
    let path = try program.write(table.output, to: "scores.csv")
    let lines = try program.run("score", "--format", "ndjson", replies)
    let grades = try program.write(lines.output, to: "grades.ndjson")
    let result = try program.run("agree", "--human", path, "--grades", grades, "--format", "csv")
    #expect(result.status == 0 && result.errors == "")
    #expect(result.output.contains("grader,question,,2,,1.0,"))
  }

  @Test("A folder and a pattern stand for the codings in them")
  func folders() throws {
    defer { program.remove() }
    let lines = coded.split(separator: "\n", omittingEmptySubsequences: false)
    for (rater, rows) in [("ann", lines[1...4]), ("bo", lines[5...8])] {
      _ = try program.write(
        ([lines[0]] + rows).joined(separator: "\n") + "\n", to: "codings/\(rater).csv")
    }
    for name in ["codings", "codings/*.csv"] {
      let result = try program.run("agree", "--human", name, "--humans-only")
      #expect(result.status == 0 && result.errors == "")
      #expect(result.output.contains("Between 2 raters (ann, bo), 2 sessions"))
    }
    _ = try program.write("", to: "codings/cy.xlsx")
    let result = try program.run("agree", "--human", "codings", "--humans-only")
    #expect(result.status == 0)
    #expect(result.errors.hasPrefix("attune: codings: warning: passed over for want of "))
    #expect(result.errors.contains(" ending: codings/cy.xlsx; "))
  }

  @Test("Where some of what is named is missing, the rest is not compared")
  func missing() throws {
    defer { program.remove() }
    let path = try program.write(coded, to: "coded.csv")
    for name in ["missing.csv", "none/*.csv"] {
      let result = try program.run("agree", "--human", path, "--human", name)
      #expect(result.status == 66 && result.output == "")
      #expect(result.errors.hasPrefix("attune: \(name): error: "))
    }
  }

  @Test("Lines of JSON that name their speakers give what the table of the same talk gives")
  func utterances() throws {
    defer { program.remove() }
    let rows = [("client", "He died.", "none"), ("therapist", "What happened?", "oq")]
    let table = try program.write(
      "id,speaker,text,question\n"
        + rows.enumerated().map { "\($0),\($1.0),\($1.1),\($1.2)\n" }.joined(), to: "coded.csv")
    let lines = try program.write(
      rows.enumerated().map {
        #"{"id":\#($0),"speaker":"\#($1.0)","text":"\#($1.1)","codes":{"question":"\#($1.2)"}}"#
          + "\n"
      }.joined(), to: "coded.ndjson")
    let results = try [table, lines].map {
      try program.run("agree", "--human", $0, "--format", "csv")
    }
    #expect(results.allSatisfy { $0.status == 0 && $0.errors == "" })
    #expect(results[0].output == results[1].output && results[0].output.contains("question,,1,"))
  }

  @Test("The grader agrees with its own CSV in everything, conversation by conversation")
  func ownScores() throws {
    defer { program.remove() }
    let folder = Program.root.appendingPathComponent("Transcripts").path
    let table = try program.run("score", "--format", "csv", folder)
    let path = try program.write(table.output, to: "scores.csv")
    let result = try program.run(
      "agree", "--human", path, "--format", "json", "--resamples", "0")
    #expect(result.status == 0 && result.errors == "")
    let kappas = result.output.matches(of: /"kappa":\{[^}]*"value":([0-9.]+)/).map { String($0.1) }
    #expect(kappas.count > 10 && Set(kappas) == ["1"])
    let sessions = try program.run("agree", "--human", path, "--resamples", "0")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(sessions.output.contains("\(files.count { $0.hasSuffix(".ndjson") }) sessions"))
  }

  @Test("A slip in a column's name is told and ends in exit code 65, with the rest compared")
  func slip() throws {
    defer { program.remove() }
    let path = try program.write(
      coded.replacingOccurrences(of: ",question\n", with: ",quetsion\n"), to: "coded.csv")
    let result = try program.run("agree", "--human", path, "--humans-only")
    #expect(result.status == 65)
    #expect(result.errors.contains("coded.csv:1:46: error: no code is named 'quetsion'"))
    #expect(result.errors.contains("did you mean 'question'?"))
    #expect(result.output.contains("reflection"))
  }

  @Test("What cannot be compared is said to be that")
  func nothing() throws {
    defer { program.remove() }
    let single = try program.write("id,question\n1,open\n", to: "single.csv")
    let alone = try program.run("agree", "--human", single)
    #expect(alone.status == 65)
    #expect(alone.errors.contains("no texts") && alone.errors.contains("nothing to compare"))
    let humans = try program.run("agree", "--human", single, "--humans-only")
    #expect(humans.status == 65)
    #expect(
      humans.errors
        == "attune: there is only one rater; name another --human file, or leave out "
        + "--humans-only\n")
    let uncoded = try program.write("client,text\nHi.,So?\n", to: "pairs.csv")
    let pairs = try program.run("agree", "--human", uncoded)
    #expect(pairs.status == 65 && pairs.output == "")
    #expect(
      pairs.errors.contains(
        "pairs.csv: error: no column and no key in it names a code; name what was coded: "
          + "main, reflection, "))
    let both = try program.run("agree", "--human", single, "--human", uncoded)
    #expect(both.status == 65 && both.errors.contains("pairs.csv: error: no column and no key"))
    #expect(try program.run("agree", "--human", "missing.csv").status == 66)
    let folder = program.home.appendingPathComponent("none")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    #expect(try program.run("agree", "--human", folder.path).status == 66)
    #expect(try program.run("agree").status == 64)
    for (option, told) in [("--resamples", "from 0 to 100000"), ("--disagreements", "0 or more")] {
      let negative = try program.run("agree", "--human", single, option, "-5")
      #expect(negative.status == 64 && negative.errors.contains("\(option) is "))
      #expect(negative.errors.contains(told))
    }
    let empty = try program.write("", to: "empty.csv")
    #expect(try program.run("agree", "--human", empty).status == 65)
    let mixed = try program.write("conversation,id,question\nx,1,open\ny,1,open\n", to: "m.csv")
    let grades = try program.run(
      "score", "--format", "ndjson", "-", input: #"{"id":1,"text":"What happened?"}"#)
    let saved = try program.write(grades.output, to: "grades.ndjson")
    let result = try program.run("agree", "--human", mixed, "--grades", saved)
    #expect(result.status == 65)
    #expect(result.errors.contains("grades.ndjson: error: which grade is meant by the id '1'"))
    let none = try program.run("agree", "--human", mixed, "--grades", empty)
    #expect(none.status == 65)
    #expect(none.errors.contains("empty.csv: no grades are in it"))
  }

  @Test("Grades are found by conversation and id where the same ids come in each conversation")
  func conversations() throws {
    defer { program.remove() }
    let talks = try program.write(
      """
      conversation,id,speaker,text
      x,1,client,I am tired.
      x,2,therapist,You are worn out.
      y,1,client,He died.
      y,2,therapist,What happened?

      """, to: "talks.csv")
    let scored = try program.run("score", "--format", "ndjson", talks)
    #expect(scored.output.contains(#""session":"\#(talks)#y""#))
    let grades = try program.write(scored.output, to: "grades.ndjson")
    let human = try program.write(
      "conversation,id,question\ny,2,open\nx,2,\n", to: "coded.csv")
    let result = try program.run("agree", "--human", human, "--grades", grades, "--format", "csv")
    #expect(result.status == 0 && result.errors.hasSuffix("[uncoded]\n"))
    #expect(result.output.contains("grader,question,,2,,1.0,"))
  }
}
