import Grading
import Testing

import GraderTraining

@Suite struct TrainerTests {
  private let rows = (0..<60).map { number in
    number % 2 == 0
      ? """
      {"client":"The boat is gone.","text":"What was boat \(number) like?","theme":"t\(number % 5)",\
      "codes":{"question":"open"}}
      """
      : """
      {"client":"The boat is gone.","text":"Your boat \(number) is gone.","theme":"t\(number % 5)",\
      "codes":{"reflection":"simple"}}
      """
  }.joined(separator: "\n")

  @Test func theSameFilesGiveTheSameBytes() throws {
    let set = try TrainingSet(files: [("a.ndjson", rows)])
    #expect(set.count == 60)
    let first = Trainer.train(on: set).serialized()
    #expect(first == Trainer.train(on: set).serialized())
    #expect(try Model(first).serialized() == first)
  }

  @Test(
    "A bad row is named by file and line, and said to be wrong as other JSON is",
    arguments: [
      (#"{"text":"x","codes":{"reflection":"deep"}}"#, "'codes.reflection' holds"),
      (#"{"text":7}"#, "'text' is not a string"), (#"{"text":"#, "not JSON"),
      (#"{"text":"x","source":"annomi","labels":{"main":"y"}}"#, "'labels.main' holds 'y'"),
      (
        #"{"text":"x","source":"annomi","labels":{"reflection":true,"reflection_subtype":"deep"}}"#,
        "'labels.reflection_subtype' holds 'deep'"
      ),
      (
        #"{"text":"x","source":"annomi","labels":{"question":true}}"#,
        "'labels.question_subtype' holds 'null'"
      ),
      (#"{"text":"x","source":"epitome","labels":{"er":7}}"#, "'labels.er' holds '7'"),
      (#"{"text":"x","source":"empathy","labels":{"ex":-1}}"#, "'labels.ex' holds '-1'"),
    ])
  func badRow(row: String, reason: String) {
    let error = #expect(throws: TrainingSetError.self) {
      try TrainingSet(files: [("a.ndjson", rows + "\n\(row)\n")])
    }
    #expect(error?.line == 61)
    #expect(error?.description.hasPrefix("a.ndjson:61: error: \(reason)") == true)
  }

  @Test func filesWithoutRepliesAreSkipped() throws {
    let set = try TrainingSet(files: [("b.ndjson", "{\"id\":1}\n\n"), ("a.ndjson", rows)])
    #expect(set.skipped == ["b.ndjson"])
  }
}
