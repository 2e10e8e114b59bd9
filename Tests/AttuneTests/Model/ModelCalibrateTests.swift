import Foundation
import Testing

/// Calibrating the grader as an instructor does.
struct ModelCalibrateTests {
  let program: Program

  init() throws {
    program = try Program()
  }

  private let coded =
    "conversation,id,client,text,question\n"
    + (0..<48).map { number in
      let topic = ["the boat", "your sister", "the move", "that letter"][number % 4]
      let (text, value) =
        number % 2 == 0 ? ("Would you say something of \(topic)?", "open") : ("So \(topic).", "")
      return "c\(number % 6),\(number),I think of \(topic).,\(text),\(value)\n"
    }.joined()

  @Test("Before and after are shown, and the model that is written grades with --model")
  func calibrated() throws {
    defer { program.remove() }
    let path = try program.write(coded, to: "coded.csv")
    let output = program.home.appendingPathComponent("local.model").path
    let result = try program.run(
      "model", "calibrate", "--human", path, "--retrain", "--output", output)
    #expect(result.status == 0)
    #expect(result.output.contains("question             48"))
    let info = try program.run("model", "info", "--model", output)
    #expect(info.output.contains(/^attune@1-local-[0-9a-f]{8}, [0-9a-f]+\n$/))
    #expect(result.output.contains(info.output.prefix { $0 != "," }))
    let graded = try program.run(
      "score", "--format", "ndjson", "--model", output, "-",
      input: #"{"client":"I think of the boat.","text":"Would you say something of the boat?"}"#)
    #expect(graded.output.contains(#""question":"open""#))
    let agreed = try program.run("agree", "--human", path, "--model", output)
    #expect(agreed.errors.contains("was calibrated on coded replies"))
  }

  @Test("Codes with too few replies, ties and that nothing was graded better are told")
  func leftOut() throws {
    defer { program.remove() }
    let lines = coded.split(separator: "\n")
    func rows(of rater: String, mild: Set<Int>) -> [String] {
      lines.dropFirst().enumerated().map { number, line in
        "\(line),\(mild.contains(number) ? "mild" : ""),\(rater)"
      }
    }
    let ann = ["\(lines[0]),judgment,rater"] + rows(of: "ann", mild: [1, 2, 3])
    let bo = rows(of: "bo", mild: [2, 3])
    let path = try program.write((ann + bo).joined(separator: "\n") + "\n", to: "coded.csv")
    let output = program.home.appendingPathComponent("local.model").path
    let result = try program.run("model", "calibrate", "--human", path, "--output", output)
    #expect(
      result.output.contains(
        "judgment             47    left as it was: too few replies (45 none, 2 mild)\n"))
    #expect(result.errors.contains("attune: left out, where the raters are tied: judgment 1\n"))
    let isBetter = result.output.contains("taken\n")
    #expect(result.status == (isBetter ? 0 : 1))
    #expect(FileManager.default.fileExists(atPath: output) == isBetter)
    #expect(
      result.errors.contains(
        "no code was graded better; no model is written; thresholds alone move little, --retrain "
          + "moves weights, too\n") == !isBetter)
  }

  @Test("Nothing that is read is written over: codes, the model at hand, replies to train on")
  func overwriting() throws {
    defer { program.remove() }
    let path = try program.write(coded, to: "coded.csv")
    let model = try program.write("a model", to: "own.model")
    let replies = #"{"client":"Hm.","text":"So.","codes":{},"theme":"a"}"#
    let corpus = try program.write(replies, to: "corpus/own.ndjson")
    let folder = try program.write(coded, to: "codes/a.csv")
    for arguments in [
      ["calibrate", "--human", path, "--output", path],
      ["calibrate", "--human", "codes", "--output", folder],
      ["calibrate", "--human", "codes/*.csv", "--output", folder],
      ["calibrate", "--human", path, "--model", model, "--output", model],
      [
        "train", "--corpus", program.home.appendingPathComponent("corpus").path, "--output", corpus,
      ],
    ] {
      let result = try program.run(["model"] + arguments)
      #expect(result.status == 64)
      #expect(result.errors.contains("would be read and written over; write to another file"))
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == coded)
    #expect(try String(contentsOfFile: folder, encoding: .utf8) == coded)
    #expect(try String(contentsOfFile: model, encoding: .utf8) == "a model")
    #expect(try String(contentsOfFile: corpus, encoding: .utf8) == replies)
  }

  @Test("Too few codes, no file, no place to write: told, with an exit code")
  func faults() throws {
    defer { program.remove() }
    let few = try program.write("id,text,question\n1,What happened?,open\n", to: "few.csv")
    let output = program.home.appendingPathComponent("local.model").path
    let result = try program.run("model", "calibrate", "--human", few, "--output", output)
    #expect(result.status == 65)
    #expect(result.errors.contains("too few coded replies"))
    #expect(!FileManager.default.fileExists(atPath: output))
    #expect(
      try program.run("model", "calibrate", "--human", "none.csv", "--output", output).status == 66)
    let path = try program.write(coded, to: "coded.csv")
    let place = program.home.appendingPathComponent("no/folder/local.model").path
    let unwritten = try program.run("model", "calibrate", "--human", path, "--output", place)
    #expect(unwritten.status == 73)
    // Told before the codes are read and weighed.
    #expect(unwritten.output.isEmpty)
    let folder = program.home.appendingPathComponent("no/folder").path
    #expect(
      unwritten.errors
        == "attune: cannot create \(place): there is no folder \(folder); make it first\n")
    let device = try program.run("model", "calibrate", "--human", path, "--output", "/dev/null")
    #expect(device.status == 73 && device.output.isEmpty)
    #expect(device.errors.contains("/dev/null is no regular file, so it cannot be replaced"))
  }
}
