import Foundation
import Testing

/// `attune score --strict` on records of every kind, and files, that cannot be read.
struct StrictRunTests {
  let program: Program

  init() throws {
    program = try Program()
  }

  @Test(
    "An error of those that are told at the end stops a run where it stands; mended, it goes on",
    arguments: [
      (
        """
        {"id":1,"utterances":[{"speaker":"C","text":"Low."},{"speaker":"T","text":"So low."}]}
        {"id":2,"utterances":[{"speaker":null,"text":"x"},{"speaker":"T","text":"So."}]}
        {"id":3,"utterances":[{"speaker":"C","text":"Oh."},{"speaker":"T","text":"You hurt."}]}

        """, "null", "\"C\"", "2: error: nobody is named as the speaker", "1 reply is scored"
      ),
      (
        "conversation,speaker,text\n1,C,Low.\n1,T,So low.\n,C,x\n2,T,So.\n3,C,Oh.\n3,T,You hurt.\n",
        "\n,C", "\n2,C", "4: error: no conversation is named", "0 replies are scored"
      ),
    ])
  func gathered(text: String, slip: String, mend: String, told: String, scored: String) throws {
    defer { program.remove() }
    _ = try program.write(text, to: "in")
    let command = ["score", "--format", "csv", "--strict", "--errors", "e", "in", "-o"]
    let stopped = try program.run(command + ["out"])
    #expect(stopped.status == 65)
    #expect(stopped.errors.contains("in:\(told)"), "\(stopped.errors)")
    #expect(stopped.errors.contains("stopped after 1 bad record; \(scored); mend the record"))
    let errors = program.home.appendingPathComponent("e")
    #expect(try String(contentsOf: errors, encoding: .utf8).split(separator: "\n").count == 1)
    try program.edit("in", slip, mend)
    let resumed = try program.run(command + ["out", "--resume"])
    #expect(resumed.status == 0 && resumed.errors == "", "\(resumed.errors)")
    #expect(try program.run(command + ["whole"]).status == 0)
    let results = try ["out", "whole"].map {
      try Data(contentsOf: program.home.appendingPathComponent($0))
    }
    #expect(results[0] == results[1])
  }

  @Test("An error that is told at the end counts for --max-errors from where it stands")
  func counted() throws {
    defer { program.remove() }
    let rows = "conversation,speaker,text\n,C,x\n1,C,Low.\n1,T,So low.\n2,Ada,No.\n2,T,So.\n"
    let path = try program.write(rows, to: "in.csv")
    let stopped = try program.run("score", "--format", "csv", "--max-errors", "1", path)
    #expect(stopped.status == 65)
    #expect(stopped.errors.contains("stopped after 2 bad records; 0 replies are scored"))
    let told = stopped.errors.split(separator: "\n").compactMap { $0.split(separator: "[").last }
    #expect(told.prefix(2) == ["no-conversation]", "unknown-speaker]"])
    let all = try program.run("score", "--format", "csv", "--max-errors", "2", path)
    #expect(all.status == 65 && !all.errors.contains("stopped"))
  }

  @Test(
    "With --strict a file that cannot be read ends the run, wherever it is named, and is told",
    arguments: [
      (["nowhere"], "0 replies are"), (["nowhere", "in.ndjson"], "0 replies are"),
      (["in.ndjson", "nowhere"], "0 replies are"), (["loop", "in.ndjson"], "0 replies are"),
      (["in.ndjson", "loop"], "1 reply is"),
    ])
  func unreadable(files: [String], scored: String) throws {
    defer { program.remove() }
    _ = try program.write("{\"id\":1,\"text\":\"So.\"}\n", to: "in.ndjson")
    // A link to itself is there, and cannot be opened by anybody.
    let loop = program.home.appendingPathComponent("loop").path
    try FileManager.default.createSymbolicLink(atPath: loop, withDestinationPath: loop)
    let out = program.home.appendingPathComponent("out")
    let arguments = ["score", "--format", "ndjson", "-o", "out"]
    let strict = try program.run(arguments + ["--strict"] + files)
    #expect(strict.status == 66)
    #expect(
      strict.errors.contains("stopped because of a file that cannot be read; \(scored) scored"))
    #expect(throws: CocoaError.self) { try Data(contentsOf: out) }
    let rest = try program.run(arguments + ["--resume"] + files)
    #expect(rest.status == 66 && !rest.errors.contains("stopped"))
    #expect(try Data(contentsOf: out).isEmpty == !files.contains("in.ndjson"))
  }
}
