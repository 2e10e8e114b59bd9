import Foundation
import Testing

/// Scoring as a grader uses it.
struct ScoreCommandTests {
  let program: Program

  init() throws {
    program = try Program()
  }

  private func object(_ line: some StringProtocol) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  @Test("Asked to explain, it says below each reply what its codes rest on")
  func explained() throws {
    defer { program.remove() }
    let input = "Client: They sold the boat.\nTherapist: You should have kept an eye on it.\n"
    let plain = try program.run("score", input: input).output
    let explained = try program.run("score", "--explain", input: input).output
    let lines = explained.split(separator: "\n")
    #expect(lines.filter { plain.contains($0) } == plain.split(separator: "\n"))
    let reasons = lines.filter { !plain.contains($0) }
    // Four that tell something, and the sum of the rest.
    #expect(
      (1...5).contains(reasons.count { $0.contains(" judgment +") || $0.contains(" judgment -") }))
    #expect(reasons.contains { $0.contains("\"You should have\"") })
    let refused = try program.run("score", "--explain", "--format", "csv", input: input)
    #expect(refused.status == 64 && refused.output.isEmpty)
  }

  @Test("Reply records come back in order, with their ids as they came")
  func records() throws {
    defer { program.remove() }
    let input = """
      {"id":1,"client":"My son hasn't rung.","text":"You miss him."}
      {"id":"b","client":null,"text":"What happened?","more":true}
      {"id":12345678901234567890,"text":""}
      """
    let result = try program.run("score", "--format", "ndjson", "-", input: input)
    #expect(result.status == 0)
    let lines = try result.output.split(separator: "\n").map(object)
    try #require(lines.count == 3)
    #expect(lines[0]["id"] as? Int == 1)
    #expect(lines[1]["id"] as? String == "b")
    #expect(lines[2]["id"] as? UInt64 == 12_345_678_901_234_567_890)
    for line in lines {
      for key in ["empathy", "openness", "nonjudgment"] {
        let score = try #require(line[key] as? Int)
        #expect((0...100).contains(score))
      }
      let codes = try #require(line["codes"] as? [String: Any])
      #expect(
        Set(codes.keys).isSuperset(of: [
          "main", "reflection", "question", "judgment", "judgment_kind", "advice", "information",
          "affirmation", "collaboration", "autonomy", "transparency", "self_disclosure", "repair",
          "false_reassurance", "emotional_reaction", "interpretation", "exploration",
        ]))
      #expect(line["evidence"] is [Any])
      #expect((line["model"] as? String)?.contains("@") == true)
    }
  }

  @Test("Malformed lines are told with file and line, the rest is scored, the exit code says so")
  func malformed() throws {
    defer { program.remove() }
    let path = try program.write(
      """
      {"id":1,"text":"You miss him."}
      {"id":2,"text":
      {"id":3}

      {"id":4,"text":"What happened?"}
      """, to: "records.ndjson")
    let result = try program.run("score", "--format", "ndjson", path)
    #expect(result.status == 65)
    #expect(result.output.split(separator: "\n").count == 2)
    #expect(result.errors.contains("records.ndjson:2: error"))
    #expect(result.errors.contains("records.ndjson:3: error"))
    #expect(result.errors.contains("'text'"))
  }

  @Test("Text with speaker labels is scored turn by turn", arguments: ["table", "csv", "ndjson"])
  func labelled(format: String) throws {
    defer { program.remove() }
    let path = try program.write(
      "Client: I can't sleep.\nTherapist: Night after night.\nC: Yes.\nT: What keeps you up?\n",
      to: "talk.txt")
    let result = try program.run("score", "--format", format, path)
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.output.contains("What keeps you up?") || format == "ndjson")
    let rows = result.output.split(whereSeparator: \.isNewline)
    #expect(format == "ndjson" ? rows.count == 2 : rows.count >= 3)
  }

  @Test("A saved session scores as it was graded while it was played")
  func savedSession() throws {
    defer { program.remove() }
    _ = try program.run("practice", "maya", "--seed", "7", input: PipedSessionTests.replies)
    let saved = program.sessions.appendingPathComponent("maya-7.ndjson")
    let result = try program.run("score", "--format", "ndjson", saved.path)
    #expect(result.status == 0)
    let scored = try result.output.split(separator: "\n").map(object)
    let grades = try String(contentsOf: saved, encoding: .utf8).split(separator: "\n").map(object)
      .filter { $0["type"] as? String == "grade" }
    #expect(scored.count == grades.count && !scored.isEmpty)
    for (again, saved) in zip(scored, grades) {
      for key in ["empathy", "openness", "nonjudgment"] {
        #expect(again[key] as? Int == saved[key] as? Int)
      }
      #expect((again["codes"] as? NSDictionary) == (saved["codes"] as? NSDictionary))
    }
  }

  @Test("A saved session that two have handed in is counted for both, and that is told")
  func handedInTwice() throws {
    defer { program.remove() }
    let file = Program.root.appendingPathComponent("Transcripts/maya-skilled.ndjson")
    let text = try String(contentsOf: file, encoding: .utf8)
    for name in ["class #1/ada/one.ndjson", "class #1/bo/two.ndjson"] {
      _ = try program.write(text, to: name)
    }
    let result = try program.run("score", "--per", "trainee", "--format", "csv", "class #1")
    #expect(result.status == 0 && result.output.split(separator: "\r\n").count == 3)
    #expect(
      result.errors.contains(
        "class #1/bo/two.ndjson: warning: the session is the same as 'class #1/ada/one.ndjson'"),
      "\(result.errors)")
  }

  @Test("Standard input is read where no file is named; nothing in, nothing out")
  func empty() throws {
    defer { program.remove() }
    let result = try program.run("score", "--format", "ndjson")
    #expect(result.status == 0)
    #expect(result.output == "")
  }
}
