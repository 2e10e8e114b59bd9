import Foundation
import Listening
import Testing

@Suite("The alliance as a front end sees it")
struct AllianceReadingTests {
  @Test("Values are kept to two decimals")
  func tidy() {
    let reading = AllianceReading(bond: 0.123456, task: 0.999, goal: 0.005)
    #expect(reading.bond == 0.12)
    #expect(reading.task == 1)
    #expect(reading.goal == 0.01)
  }

  @Test("A reading comes back from JSON as it went")
  func roundTrip() throws {
    let reading = AllianceReading(bond: 0.24, task: 0.3, goal: 1.0 / 3)
    let data = try JSONEncoder().encode(reading)
    #expect(try JSONDecoder().decode(AllianceReading.self, from: data) == reading)
  }
}
