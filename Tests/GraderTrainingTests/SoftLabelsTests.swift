import Foundation
import Grading
import Testing

@testable import GraderTraining

struct SoftLabelsTests {
  /// Turns of talk, none of them input as far as labels go; those of odd numbers have no such label.
  private let turns = (0..<200).map { number in
    let word = number % 4 < 2 ? "boat" : "garden"
    let label = number % 2 == 0 ? #"{"main":"other","input":false}"# : #"{"main":"other"}"#
    return """
      {"source":"spoken","group":"g\(number % 10)","client":"It is gone.",\
      "text":"Turn \(number) on the \(word).","labels":\(label)}
      """
  }.joined(separator: "\n")

  /// Soft labels that hold every reply with a word in it to be input.
  private func soft(_ set: TrainingSet, word: String, movingFoldsBy shift: Int = 0) -> String {
    set.exported.map { example in
      var logOdds = [UInt8](repeating: 128, count: SoftLabels.width)
      guard let place = SoftLabels.place(of: .input) else { return "" }
      // Each head before it has one log-odds fewer than values.
      let before = SoftLabels.heads.prefix { $0 != .input }.count
      logOdds[place.lowerBound - before] = example.text.contains(word) ? 255 : 0
      let bytes = (0..<SoftLabels.teacherCount).flatMap { _ in logOdds }
      return """
        {"reply":"\(example.reply)","fold":\((example.fold + shift) % 5),\
        "soft":"\(Data(bytes).base64EncodedString())"}
        """
    }.joined(separator: "\n")
  }

  private func input(_ text: String, by model: Model) -> Float {
    var reading = Reading(model: model)
    reading.read(text, client: "It is gone.")
    return reading.outputs[Head.input.offset]
  }

  @Test("What teachers say is learned, whatever little the labels say")
  func teaches() throws {
    let plain = try TrainingSet(files: [("turns.ndjson", turns)])
    let files = [("turns.ndjson", turns), ("soft-labels.ndjson", soft(plain, word: "boat"))]
    let taught = try TrainingSet(files: files)
    #expect(taught.skipped.isEmpty && !taught.hasUnusedSoftLabels)
    let model = Trainer.train(on: taught)
    let without = Trainer.train(on: plain)
    func gap(_ model: Model) -> Float {
      input("Turn 7 on the boat.", by: model) - input("Turn 7 on the garden.", by: model)
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
      SoftLabels.targets(logOdds, by: .excluding(fold: 3))[place][place.lowerBound + 1] > 0.99)
    #expect(
      SoftLabels.targets(logOdds, by: .excluding(fold: 2))[place][place.lowerBound + 1] < 0.01)
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
    let plain = try TrainingSet(files: [("turns.ndjson", turns)])
    let moved = soft(plain, word: "boat", movingFoldsBy: 1)
    let set = try TrainingSet(files: [("turns.ndjson", turns), ("soft-labels.ndjson", moved)])
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
