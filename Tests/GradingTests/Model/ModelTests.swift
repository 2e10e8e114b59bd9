import Foundation
import GraderTraining
import Repeatable
import Testing

@testable import Grading
@testable import Listening

@Suite struct ModelTests {
  @Test func theShippedModelSurvivesARoundTrip() throws {
    let model = try Model(TestModel.bytes)
    #expect(model.name == "attune")
    #expect(model.serialized() == TestModel.bytes)
  }

  @Test func aModelWithoutRowsGrades() throws {
    let empty = Model(
      name: "empty", version: "1", weights: [], keeping: [],
      biases: Array(repeating: 0, count: HiddenLayer.columns), hidden: .none, mixture: .none,
      calibrations: Head.allCases.map { Calibration(outputs: $0.valueCount - 1) },
      pooling: Pooling(share: 0.6, lengthExponent: 0.5))
    let model = try Model(empty.serialized())
    #expect(model.serialized() == empty.serialized())
    #expect(!Grader(model: model).grade("You kept the date, alone.", client: nil).codes.misreading)
  }

  @Test func otherFilesAreNoModel() {
    #expect(throws: ModelError.notAModel) { try Model(Data()) }
    #expect(throws: ModelError.notAModel) { try Model(Data("{\"a\": 1}".utf8)) }
  }

  @Test func aNewerFormatIsNamed() {
    var bytes = TestModel.bytes
    bytes[8] = 9
    #expect(throws: ModelError.unsupportedFormat(found: 9, supported: Model.formatVersion)) {
      try Model(bytes)
    }
  }

  @Test func anOlderFormatIsToldToBeTrainedAgain() {
    var bytes = TestModel.bytes
    bytes[8] = 1
    let error = ModelError.unsupportedFormat(found: 1, supported: Model.formatVersion)
    #expect(throws: error) { try Model(bytes) }
    #expect(error.description.contains("attune model train"))
  }

  @Test func theShippedModelIsSmallAndKnowsWhatWordsMean() throws {
    #expect(TestModel.bytes.count <= 8_000_000)
    let meaning = try #require(TestModel.grader().meaning)
    #expect(meaning.rarities.count > 20_000)
    func number(_ word: String) throws -> Int { try #require(meaning.number(of: word)) }
    let near = meaning.similarity(try number("dad"), try number("father"))
    let far = meaning.similarity(try number("dad"), try number("boiler"))
    #expect(near > 0.5 && far < near - 0.3)
    #expect(meaning.rarities[try number("you")] < meaning.rarities[try number("spouse")])
  }

  @Test(arguments: [9, 12, 20, 27, 28, 40, 200, 5_000])
  func aShortFileIsTruncated(length: Int) {
    #expect(throws: ModelError.truncated) {
      try Model(TestModel.bytes.prefix(length))
    }
  }

  @Test func aChangedByteFailsTheChecksum() {
    var bytes = TestModel.bytes
    bytes[bytes.count / 2] ^= 1
    #expect(throws: ModelError.corrupt("the checksum does not match")) { try Model(bytes) }
  }

  /// A model of a handful of features and words.
  private func smallModel() throws -> Model {
    let replies = (0..<24).map { number in
      number % 2 == 0
        ? #"{"client":"The boat is gone.","text":"What was the boat like?","theme":"t\#(number % 3)","codes":{"question":"open"}}"#
        : #"{"client":"The boat is gone.","text":"Your boat is gone.","theme":"t\#(number % 3)","codes":{"reflection":"simple"}}"#
    }
    let words = ["boat", "gone", "like", "what", "your"].enumerated().map { number, word in
      let vector = Data((0..<64).map { $0 % 5 == number ? 90 : UInt8($0) })
      return #"{"word":"\#(word)","vector":"\#(vector.base64EncodedString())"}"#
    }
    let set = try TrainingSet(files: [
      ("replies", replies.joined(separator: "\n")), ("words", words.joined(separator: "\n")),
    ])
    return try Model(Trainer.train(on: set).serialized())
  }

  /// The bytes of a model file that begins as another does and holds a payload, whose length and checksum
  /// fit.
  private static func file(like other: Data, holding payload: Data) -> Data {
    var bytes = Data(other.prefix(12))
    bytes.append(UInt64(payload.count), bytes: 8)
    bytes.append(Checksum.of(payload), bytes: 8)
    return bytes + payload
  }

  @Test("Bytes behind a model's last part are damage, inside its payload and behind it")
  func bytesLeftOver() throws {
    let whole = try smallModel().serialized()
    let payload = Data(whole.dropFirst(28))
    #expect(Self.file(like: whole, holding: payload) == whole)
    #expect(throws: ModelError.corrupt("bytes follow its words")) {
      try Model(Self.file(like: whole, holding: payload + [0]))
    }
    #expect(throws: ModelError.corrupt("bytes follow its end")) { try Model(whole + [0]) }
  }

  /// Damage that the checksum does not show, because it was made to fit: anywhere in a model, whose
  /// features and words are few enough for every part to be hit.
  @Test func hostileBytesNeverTrap() throws {
    var random = SplitMix64(seed: 7)
    let whole = try smallModel().serialized()
    var loaded = 0
    for round in 0..<1_000 {
      var payload = Data(whole.dropFirst(28))
      // One byte alone leaves the rest as it was, so that what comes after it is read, too.
      for _ in 0..<(round % 2 == 0 ? 1 : Int.random(in: 2...8, using: &random)) {
        payload[Int.random(in: 0..<payload.count, using: &random)] = .random(
          in: .min ... .max, using: &random)
      }
      if round % 10 == 9 {
        payload = payload.prefix(.random(in: 0..<payload.count, using: &random))
      }
      do throws(ModelError) {
        let grader = Grader(model: try Model(Self.file(like: whole, holding: payload)))
        loaded += 1
        _ = grader.explain("What was your boaat like, gone?", client: "The boat is gone.")
        if let meaning = grader.meaning, let boat = meaning.number(of: "boat") {
          _ = meaning.areNear(boat, boat)
        }
      } catch {}
    }
    #expect(loaded > 100 && loaded < 1_000)
  }

  @Test(arguments: [
    ModelError.notAModel, .truncated, .corrupt("x"),
    .unsupportedFormat(found: 1, supported: Model.formatVersion),
    .unsupportedFormat(found: 0, supported: Model.formatVersion),
  ])
  func everyErrorNamesAMend(error: ModelError) {
    let text = error.description
    #expect(
      text.contains("attune model train") || text.contains("again") || text.contains("newer"))
  }
}
