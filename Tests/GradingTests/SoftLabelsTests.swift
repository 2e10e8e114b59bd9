import Foundation
import Testing

@testable import Grading

struct SoftLabelsTests {
  /// Pairs in EPITOME's form: without a label of interpretation in those of odd numbers.
  private let pairs = (0..<200).map { number in
    let word = number % 4 < 2 ? "boat" : "garden"
    let label = number % 2 == 0 ? #"{"er":0,"ip":0}"# : #"{"er":0}"#
    return """
      {"source":"empathy","group":"g\(number % 10)","client":"It is gone.",\
      "text":"Pair \(number) of the \(word).","labels":\(label)}
      """
  }.joined(separator: "\n")

  /// Soft labels that hold every reply with a word in it to be a strong interpretation.
  private func soft(_ set: TrainingSet, word: String, movingFoldsBy shift: Int = 0) -> String {
    set.exported.map { example in
      var logOdds = [UInt8](repeating: 128, count: SoftLabels.width)
      guard let place = SoftLabels.place(of: .interpretation) else { return "" }
      // Each head before it has one log-odds fewer than values.
      let before = SoftLabels.heads.prefix { $0 != .interpretation }.count
      let start = place.lowerBound - before
      logOdds[start] = 0
      logOdds[start + 1] = example.text.contains(word) ? 255 : 0
      let bytes = (0..<SoftLabels.teacherCount).flatMap { _ in logOdds }
      return """
        {"reply":"\(example.reply)","fold":\((example.fold + shift) % 5),\
        "soft":"\(Data(bytes).base64EncodedString())"}
        """
    }.joined(separator: "\n")
  }

  private func interpretation(_ text: String, by model: Model) -> Float {
    var reading = Reading(model: model)
    reading.read(text, client: "It is gone.")
    return reading.outputs[Head.interpretation.offset + 1]
  }

  @Test("What teachers say is learned, whatever little the labels say")
  func teaches() throws {
    let plain = try TrainingSet(files: [("pairs.ndjson", pairs)])
    let files = [("pairs.ndjson", pairs), ("soft-labels.ndjson", soft(plain, word: "boat"))]
    let taught = try TrainingSet(files: files)
    #expect(taught.skipped.isEmpty && !taught.hasUnusedSoftLabels)
    let model = Trainer.train(on: taught)
    let without = Trainer.train(on: plain)
    func gap(_ model: Model) -> Float {
      interpretation("Pair 7 of the boat.", by: model)
        - interpretation("Pair 7 of the garden.", by: model)
    }
    #expect(gap(model) > gap(without) + 1)
    #expect(Trainer.train(on: taught).serialized() == model.serialized())
  }

  @Test("A cross-validation hears of each fold's replies from the teacher unaware of them alone")
  func unaware() throws {
    let logOdds = (0..<SoftLabels.teacherCount).flatMap { teacher in
      [UInt8](repeating: teacher == 3 ? 255 : 0, count: SoftLabels.width)
    }
    let place = try #require(SoftLabels.place(of: .input))
    #expect(
      SoftLabels.targets(logOdds, by: .unaware(ofFold: 3))[place][place.lowerBound + 1] > 0.99)
    #expect(
      SoftLabels.targets(logOdds, by: .unaware(ofFold: 2))[place][place.lowerBound + 1] < 0.01)
    let mean = SoftLabels.targets(logOdds, by: .all)
    #expect(abs(mean[place.lowerBound + 1] - 0.2) < 0.01)
    for head in SoftLabels.heads {
      let range = try #require(SoftLabels.place(of: head))
      #expect(abs(mean[range].reduce(0, +) - 1) < 1e-4)
    }
    #expect(SoftLabels.targets(logOdds, by: .none).isEmpty)
  }

  @Test("Soft labels made for other folds teach nothing, and it is told")
  func otherFolds() throws {
    let plain = try TrainingSet(files: [("pairs.ndjson", pairs)])
    let moved = soft(plain, word: "boat", movingFoldsBy: 1)
    let set = try TrainingSet(files: [("pairs.ndjson", pairs), ("soft-labels.ndjson", moved)])
    #expect(set.hasUnusedSoftLabels)
    var told: [String] = []
    let model = Trainer.train(on: set) { told.append($0) }
    #expect(told.contains(SoftLabels.unused))
    #expect(model.serialized() == Trainer.train(on: plain).serialized())
  }

  @Test("A soft label that is too short is told with its line")
  func tooShort() {
    let row = #"{"reply":"00000000000000ff","soft":"AAAA"}"#
    let error = #expect(throws: TrainingSetError.self) {
      try TrainingSet(files: [("soft-labels.ndjson", row)])
    }
    #expect(error?.line == 1)
  }
}
