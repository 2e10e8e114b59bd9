import Testing

@testable import Grading

@Suite struct ModelTests {
  @Test func theShippedModelSurvivesARoundTrip() throws {
    let model = try Model(bytes: TestModel.bytes)
    #expect(model.name == "attune")
    #expect(model.serialized() == TestModel.bytes)
  }

  @Test func otherFilesAreNoModel() {
    #expect(throws: ModelError.notAModel) { try Model(bytes: []) }
    #expect(throws: ModelError.notAModel) { try Model(bytes: Array("{\"a\": 1}".utf8)) }
  }

  @Test func aNewerFormatIsNamed() {
    var bytes = TestModel.bytes
    bytes[8] = 9
    #expect(throws: ModelError.unsupportedFormat(found: 9, supported: 3)) {
      try Model(bytes: bytes)
    }
  }

  @Test func anOlderFormatIsToldToBeTrainedAgain() {
    var bytes = TestModel.bytes
    bytes[8] = 1
    let error = ModelError.unsupportedFormat(found: 1, supported: 3)
    #expect(throws: error) { try Model(bytes: bytes) }
    #expect(error.description.contains("attune model train"))
  }

  @Test func theShippedModelIsSmallAndKnowsWhatWordsMean() throws {
    #expect(TestModel.bytes.count <= 8_000_000)
    let meaning = try #require(TestModel.grader().meaning)
    #expect(meaning.rarities.count > 20_000)
    let near = try #require(meaning.similarity("dad", "father"))
    let far = try #require(meaning.similarity("dad", "boiler"))
    #expect(near > 0.5 && far < near - 0.3)
    let (common, rare) = (try #require(meaning.number(of: "you")), meaning.number(of: "spouse"))
    #expect(meaning.rarities[common] < meaning.rarities[try #require(rare)])
  }

  @Test(arguments: [9, 12, 20, 27, 28, 40, 200, 5_000])
  func aShortFileIsTruncated(length: Int) {
    #expect(throws: ModelError.truncated) {
      try Model(bytes: Array(TestModel.bytes.prefix(length)))
    }
  }

  @Test func aChangedByteFailsTheChecksum() {
    var bytes = TestModel.bytes
    bytes[bytes.count / 2] ^= 1
    #expect(throws: ModelError.corrupt("the checksum does not match")) { try Model(bytes: bytes) }
  }

  /// Damage that the checksum does not show, because it was made to fit.
  @Test func hostileBytesNeverTrap() {
    var random = SplitMix(seed: 7)
    let head = Array(TestModel.bytes.prefix(2_000))
    for _ in 0..<300 {
      var payload = Array(head.dropFirst(28))
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        payload[Int.random(in: 0..<payload.count, using: &random)] = .random(
          in: .min ... .max, using: &random)
      }
      var bytes = Array(head.prefix(12))
      bytes.append(UInt64(payload.count), bytes: 8)
      bytes.append(Hashing.hash(payload), bytes: 8)
      #expect(throws: ModelError.self) { try Model(bytes: bytes + payload) }
    }
  }

  @Test(arguments: [
    ModelError.notAModel, .truncated, .corrupt("x"), .unsupportedFormat(found: 2, supported: 3),
    .unsupportedFormat(found: 0, supported: 3),
  ])
  func everyErrorNamesAMend(error: ModelError) {
    let text = error.description
    #expect(
      text.contains("attune model train") || text.contains("again") || text.contains("newer"))
  }
}
