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
      (
        #"{"text":"x","codes":{"reflection":"deep"}}"#,
        "22: error: 'reflection' has no value 'deep'; one of none, simple, complex"
      ),
      (
        #"{"text":"x","codes":{"reflecton":"simple"}}"#,
        "22: error: no code is named 'reflecton'; did you mean 'reflection'?"
      ),
      (
        #"{"text":"x","codes":{"humour":true}}"#,
        "22: error: no code is named 'humour'; the codes are main, reflection, question, "
      ),
      (#"{"text":"x","codes":7}"#, " error: not a coded reply: 'codes' is not an object"),
      (
        #"{"text":"","codes":{"reflection":"none"}}"#,
        " error: 'text' is empty; write what the reply says, or take the line out"
      ), (#"{"text":" \t","codes":{}}"#, " error: 'text' is empty"),
      (#"{"text":"","source":"annomi","labels":{"main":"other"}}"#, " error: 'text' is empty"),
      (#"{"text":"","source":"epitome","labels":{"er":0}}"#, " error: 'text' is empty"),
      (#"{"text":7}"#, " error: 'text' is not a string"), (#"{"text":"#, " error: not JSON"),
      (#"{"text":"x","source":"annomi","labels":{"main":"y"}}"#, " error: 'labels.main' holds 'y'"),
      (
        #"{"text":"x","source":"annomi","labels":{"reflection":true,"reflection_subtype":"deep"}}"#,
        " error: 'labels.reflection_subtype' holds 'deep'"
      ),
      (
        #"{"text":"x","source":"annomi","labels":{"question":true}}"#,
        " error: 'labels.question_subtype' holds 'null'"
      ),
      (
        #"{"text":"x","source":"annomi","labels":{"main":"other","reflecton":false}}"#,
        " error: no label is named 'reflecton'; did you mean 'reflection'?"
      ),
      (
        #"{"text":"x","source":"epitome","labels":{"er":1,"humour":null}}"#,
        " error: no label is named 'humour'; the labels are main, reflection, question, "
      ),
      (#"{"text":"x","source":"epitome","labels":{"er":7}}"#, " error: 'labels.er' holds '7'"),
      (#"{"text":"x","source":"empathy","labels":{"ex":-1}}"#, " error: 'labels.ex' holds '-1'"),
    ])
  func badRow(row: String, told: String) {
    let error = #expect(throws: TrainingSetError.self) {
      try TrainingSet(files: [("a.ndjson", rows + "\n\(row)\n")])
    }
    #expect(error?.line == 61)
    #expect(error?.description.hasPrefix("a.ndjson:61:\(told)") == true, "\(error as Any)")
  }

  @Test func filesWithoutRepliesAreSkipped() throws {
    let others =
      "{\"id\":1}\n\n{\"text\":\"x\",\"labels\":{\"mood\":\"low\"}}\n{\"text\":\"\"}\n"
    let set = try TrainingSet(files: [("b.ndjson", others), ("a.ndjson", rows)])
    #expect(set.skipped == ["b.ndjson"])
  }
}
