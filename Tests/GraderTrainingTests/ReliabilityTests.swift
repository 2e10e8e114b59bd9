import Testing

@testable import GraderTraining

@Suite("How far confidence and truth lie apart")
struct ReliabilityTests {
  @Test("What is too sure in one bin is not made up for by what is too unsure in another")
  func error() throws {
    var reliability = Reliability()
    #expect(reliability.error == nil)
    let cases: [(confidence: Double, isRight: Bool)] = [
      (0.95, true), (0.95, true), (1, false),  // 2.9 sure, 2 right
      (0.55, true), (0.5, false),  // 1.05 sure, 1 right
      (0.2, true),  // 0.2 sure, 1 right
    ]
    for (confidence, isRight) in cases {
      reliability.add(confidence: confidence, isRight: isRight)
    }
    let error = try #require(reliability.error)
    let expected: Double = (0.9 + 0.05 + 0.8) / 6
    #expect(abs(error - expected) < 1e-9)
  }
}
