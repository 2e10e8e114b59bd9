import Testing

@testable import Grading

@Suite struct TrainingTests {
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

  @Test func aBadRowIsNamedByFileAndLine() {
    let text = rows + "\n{\"text\":\"x\",\"codes\":{\"reflection\":\"deep\"}}\n"
    let error = #expect(throws: TrainingSetError.self) {
      try TrainingSet(files: [("a.ndjson", text)])
    }
    #expect(error?.line == 61)
    #expect(error?.description.hasPrefix("a.ndjson:61: error: 'codes.reflection'") == true)
  }

  @Test func filesWithoutRepliesAreSkipped() throws {
    let set = try TrainingSet(files: [("b.ndjson", "{\"id\":1}\n\n"), ("a.ndjson", rows)])
    #expect(set.skipped == ["b.ndjson"])
  }
}
