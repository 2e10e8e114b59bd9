import Foundation
import Testing

/// `attune model evaluate` and `attune model examples`, as an instructor runs them.
struct ModelEvaluateTests {
  let program: Program

  init() throws {
    program = try Program()
  }

  private struct Figures: Decodable {
    struct Row: Decodable {
      var decision: String
      var confusion: [[Int]]
      var macroF1: Double

      enum CodingKeys: String, CodingKey {
        case decision, confusion
        case macroF1 = "macro_f1"
      }
    }
    var rows: [Row]
  }

  /// A floor well under what the model card reports: a grader that fell below it would be broken.
  @Test("The shipped model is measured on replies that its training left out")
  func heldOut() throws {
    defer { program.remove() }
    let file = Program.root.appendingPathComponent("Corpus/held-out/clear-cases.ndjson").path
    let result = try program.run("model", "evaluate", "--held-out", file, "--format", "json")
    #expect(result.status == 0, "\(result.errors)")
    let figures = try JSONDecoder().decode(Figures.self, from: Data(result.output.utf8))
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").count
    for decision in ["reflection, any", "question", "judgment, any"] {
      let row = try #require(figures.rows.first { $0.decision == decision })
      #expect(row.confusion.joined().reduce(0, +) == lines)
      #expect(row.macroF1 > 0.8, "\(decision)")
    }
    let folder = Program.root.appendingPathComponent("Corpus/held-out").path
    let table = try program.run("model", "evaluate", "--held-out", folder, "--confusion")
    #expect(table.status == 0 && table.output.contains("| judgment, any"))
    #expect(table.output.contains("as strong"))
  }

  @Test("Examples for other learners are a JSON object a line, in the order of their files")
  func examples() throws {
    defer { program.remove() }
    let lines = (0..<700).map {
      #"{"client":"It is gone.","text":"Gone, \#($0).","theme":"t\#($0 % 9)","codes":{}}"#
    }
    _ = try program.write(lines.joined(separator: "\n") + "\n", to: "coded/replies.ndjson")
    let result = try program.run("model", "examples", "--corpus", "coded")
    #expect(result.status == 0, "\(result.errors)")
    let texts = try result.output.split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return object?["text"] as? String
    }
    #expect(texts == (0..<700).map { "Gone, \($0)." })
  }

  @Test("What cannot be measured is refused, with the place and the mend")
  func refused() throws {
    defer { program.remove() }
    let good =
      #"{"client":"It is gone.","text":"Gone.","theme":"t","codes":{"reflection":"simple"}}"#
    let bad = try program.write(
      good + "\n" + #"{"text":"Why?","codes":{"question":"ajar"}}"#, to: "bad.ndjson")
    let alike = try program.write("\(good)\n\(good)\n", to: "alike.ndjson")
    let unlabelled = try program.write(#"{"note":"x"}"#, to: "notes.ndjson")
    let probe =
      #"{"id":"a","capability":"c","kind":"k","text":"Why?","expect":{"question":"open"}}"#
    let twice = try program.write("\(probe)\n\(probe)\n", to: "twice.ndjson")
    let empty = program.home.appendingPathComponent("empty")
    try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
    for (arguments, status, words) in [
      (["--held-out", bad], 65, "bad.ndjson:2:25: error: 'question' has no value 'ajar'"),
      (["--held-out", alike], 65, "nothing can be measured: it takes"),
      (["--held-out", empty.path], 66, "no .ndjson file"),
      (["--held-out", "nowhere"], 66, "'nowhere'"),
      (["--held-out", unlabelled], 65, "no labelled replies"),
      (["--probes", twice], 65, "twice.ndjson:2: error: the id comes twice"),
      (["--probes", "nowhere"], 66, "nowhere: error: cannot be read: No such file or directory"),
      (["--probes", empty.path], 66, "empty: error: cannot be read: it is a folder"),
      (["--held-out", bad, "--probes", bad], 64, "--probes"),
      (["--held-out", bad, "--curve"], 64, "--held-out"),
      (["--held-out", bad, "--corpus", "Corpus"], 64, "--held-out"),
      (["--held-out", bad, "--folds", "5"], 64, "--folds goes with neither"),
      (["--probes", twice, "--folds", "5"], 64, "--folds goes with neither"),
      (["--corpus", "Corpus", "--model", "m"], 64, "--model goes with --held-out or --probes"),
      ([], 64, "--corpus"),
    ] {
      let result = try program.run(["model", "evaluate"] + arguments)
      #expect(result.status == status, "\(arguments): \(result.errors)")
      #expect(result.errors.contains(words), "\(result.errors)")
    }
  }
}
