import Files
import Foundation
import Grading
import Lines
import Listening
import Testing
import Transcripts

import Scoring

@Suite("One line out for each line in")
struct StreamFilterTests {
  private func answers(_ lines: [String], threads: Int = 2, isStrict: Bool = false) throws
    -> (lines: [String], faults: Int)
  {
    let folder = try Folder()
    try Data(lines.map { $0 + "\n" }.joined().utf8).write(
      to: URL(fileURLWithPath: folder.path("in")))
    let input = open(folder.path("in"), O_RDONLY)
    let output = open(folder.path("out"), O_WRONLY | O_CREAT, 0o600)
    defer {
      close(input)
      close(output)
    }
    let faults = try StreamFilter(grader: try Fixtures.grader()).run(
      FileLines(descriptor: input), threads: threads, isStrict: isStrict,
      into: BufferedOutput(descriptor: output))
    let text = try #require(folder.text("out"))
    #expect(text.isEmpty || text.hasSuffix("\n"))
    return (
      text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init),
      faults
    )
  }

  @Test(
    "A line that cannot be read is answered in its place with its id and the reason",
    arguments: [
      ("", #"{"error":"not JSON","id":null}"#), ("{", #"{"error":"not JSON","id":null}"#),
      (#"{"id":9}"#, #"{"error":"the key 'text' is missing","id":9}"#),
      (#"{"id":"a","text":7}"#, #"{"error":"'text' is not a string","id":"a"}"#),
      (#"{"id":7,"error":5}"#, #"{"error":"the key 'text' is missing","id":7}"#),
      ("a\0", #"{"error":"not UTF-8 text, or with a NUL","id":null}"#),
      (
        #"{"id":2.5,"text":"So."}"#,
        #"{"error":"'id' is neither a string nor a whole number of 64 bits; put it in quotes","#
          + #""id":null}"#
      ),
      (
        #"{"id":3,"utterances":[{"speaker":"cat","text":""}]}"#,
        #"{"error":"'utterances.0.speaker' is neither the client nor the therapist","id":3}"#
      ),
      (
        #"{"id":3,"utterances":[{"speaker":"client"}]}"#,
        #"{"error":"the key 'utterances.0.text' is missing","id":3}"#
      ),
    ])
  func faults(line: String, answer: String) throws {
    let good = #"{"id":1,"text":"You miss him."}"#
    let result = try answers([good, line, good])
    #expect(result.lines.count == 3)
    #expect(result.lines[1] == answer)
    #expect(result.lines[0] == result.lines[2] && result.lines[0].contains(#""id":1"#))
    #expect(result.faults == 1)
  }

  @Test("The answers are the same for any number of threads, and those of a plain run")
  func threads() throws {
    let replies = Fixtures.replies(200)
    let grader = try Fixtures.grader()
    let lines = replies.map { reply in
      #"{"client":\#(JSONLine.encode(JSONValue(reply.client))),"#
        + #""id":\#(JSONLine.encode(reply.id)),"text":\#(JSONLine.encode(reply.text))}"#
    }
    let expected = replies.map {
      GradedRecord(id: $0.id, grade: grader.grade($0.text, client: $0.client)).line
    }
    for threads in [1, 2, 5] { #expect(try answers(lines, threads: threads).lines == expected) }
  }

  @Test("With strictness the first bad line is the last that is answered")
  func strict() throws {
    let good = #"{"id":1,"text":"You miss him."}"#
    let lines =
      Array(repeating: good, count: 150) + ["nonsense"] + Array(repeating: good, count: 150)
    let result = try answers(lines, isStrict: true)
    #expect(result.lines.count == 151)
    #expect(result.lines.last == #"{"error":"not JSON","id":null}"#)
    #expect(result.faults == 1)
  }

  @Test("An utterance of nobody's is left out of its transcript alone, and the answer says which")
  func leftOut() throws {
    let line =
      #"{"id":3,"utterances":[{"speaker":null,"text":"(rain)"},"#
      + #"{"speaker":"trainee","text":"You miss him."}]}"#
    let result = try answers([line])
    #expect(result.faults == 0)
    #expect(result.lines.first?.hasPrefix(#"{"id":3,"left_out":[0],"measures":{"#) == true)
    #expect(result.lines.first?.contains(#""turn":1,"#) == true)
  }

  @Test("A transcript is answered with a grade for each turn of the trainee's, and its measures")
  func transcript() throws {
    let line = """
      {"id":"s","utterances":[{"speaker":"trainee","text":"Hello."},{"speaker":"Client","text":"Hi."},\
      {"speaker":"client","text":"I miss him."},{"speaker":"Therapist","text":"You miss him."},\
      {"speaker":"trainee","text":"What happened?"}],"more":[1.5]}
      """
    let answer = try #require(try answers([line]).lines.first)
    struct Answer: Decodable {
      struct Reply: Decodable {
        var turn: Int
        var utterance: Int
        var empathy: Int
      }
      struct Measures: Decodable {
        var replies: Int
        var client_words: Int
      }
      var id: String
      var replies: [Reply]
      var measures: Measures
    }
    let found = try JSONLine.decode(Answer.self, from: answer)
    #expect(found.id == "s")
    #expect(found.replies.map(\.turn) == [1, 2])
    #expect(found.replies.map(\.utterance) == [0, 3])
    #expect(found.measures.replies == 2 && found.measures.client_words == 4)
    let grade = try Fixtures.grader().grade(
      "You miss him.\nWhat happened?", client: "Hi.\nI miss him.")
    #expect(found.replies[1].empathy == grade.empathy)
    let canonical = JSONLine.encode(try JSONLine.decode(JSONValue.self, from: answer))
    #expect(answer == canonical)
  }
}

extension StreamFilterTests {
  @Test("In a transcript without a reply nothing is measured, and nothing is 0 that was not")
  func withoutReply() throws {
    let answer = try #require(try answers([#"{"id":1,"utterances":[]}"#]).lines.first)
    #expect(
      answer == #"{"id":1,"measures":{"adherent":0,"client_words":0,"closed_questions":0,"#
        + #""complex_reflections":0,"empathy":null,"non_adherent":0,"nonjudgment":null,"#
        + #""open_questions":0,"openness":null,"replies":0,"simple_reflections":0,"#
        + #""trainee_words":0},"replies":[]}"#)
  }

  @Test("What cannot be read to its end is an error, after the answers to what was read")
  func cutShort() throws {
    let folder = try Folder()
    let plain = (0..<500).map { #"{"id":\#($0),"text":"So \#($0 * 7919)."}"# + "\n" }.joined()
    try Data(plain.utf8).write(to: URL(fileURLWithPath: folder.path("in")))
    let gzip = Process()
    gzip.executableURL = URL(fileURLWithPath: "/bin/gzip")
    gzip.arguments = [folder.path("in")]
    try gzip.run()
    gzip.waitUntilExit()
    let packed = URL(fileURLWithPath: folder.path("in.gz"))
    try Data(contentsOf: packed).dropLast(60).write(to: packed)
    let input = open(packed.path, O_RDONLY)
    let output = open(folder.path("out"), O_WRONLY | O_CREAT, 0o600)
    defer {
      close(input)
      close(output)
    }
    let lines = FileLines(descriptor: input)
    let filter = StreamFilter(grader: try Fixtures.grader())
    #expect(throws: ReadFailure.self) {
      try filter.run(
        lines, threads: 2, isStrict: false, into: BufferedOutput(descriptor: output))
    }
    let answers = try #require(folder.text("out")).split(separator: "\n")
    #expect(answers.count == lines.number && answers.count > 100)
  }
}

extension JSONValue {
  fileprivate init(_ text: String?) {
    self = text.map { .string($0) } ?? .null
  }
}
