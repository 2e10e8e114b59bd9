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

  @Test(
    "A part outside 0 to 1 is no reading",
    arguments: ["-0.01", "1.01", "1e300", "-1e300", "null", "\"1\""])
  func outOfRange(number: String) throws {
    for key in ["bond", "task", "goal"] {
      let json = #"{"bond":1,"task":1,"goal":1}"#
      let wrong = json.replacing("\"\(key)\":1", with: "\"\(key)\":\(number)")
      #expect(throws: Never.self) {
        try JSONDecoder().decode(AllianceReading.self, from: Data(json.utf8))
      }
      #expect(throws: DecodingError.self, "\(wrong)") {
        try JSONDecoder().decode(AllianceReading.self, from: Data(wrong.utf8))
      }
    }
  }

  @Test("Every number has a percentage")
  func percent() {
    #expect(0.005.percent == 1 && 0.994.percent == 99 && (-0.3).percent == -30)
    for number in [1e300, -1e300, .infinity, -.infinity, .nan] {
      #expect(abs(number.percent) == 10000)
    }
  }

  @Test("A reading comes back from JSON as it went")
  func roundTrip() throws {
    let reading = AllianceReading(bond: 0.24, task: 0.3, goal: 1.0 / 3)
    let data = try JSONEncoder().encode(reading)
    #expect(try JSONDecoder().decode(AllianceReading.self, from: data) == reading)
  }
}
