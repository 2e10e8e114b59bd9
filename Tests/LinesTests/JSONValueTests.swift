import Lines
import TestSupport
import Testing

@Suite("Any JSON value, kept as it came")
struct JSONValueTests {
  @Test(
    "A value is written as it was read",
    arguments: [
      "null", "true", "false", "0", "-1", "9223372036854775807", "9223372036854775808",
      "18446744073709551615", "-9223372036854775808", "0.5",
      "-1.25", "\"\"", #""a\"b\\c\nd""#, "[]", "[1,[2,[3]],null]", "{}",
      #"{"a":{"b":[true,"x",0.25]},"é":null}"#, #""🙂 “you” / é""#,
    ])
  func roundTrip(json: String) throws {
    let value = try JSONLine.decode(JSONValue.self, from: json)
    #expect(JSONLine.encode(value) == json)
  }

  @Test("Kinds are told apart")
  func kinds() throws {
    let json = #"[null, true, 1, 1.5, "1", [], {}]"#
    #expect(
      try JSONLine.decode(JSONValue.self, from: json)
        == .array([
          .null, .bool(true), .integer(1), .number(1.5), .string("1"), .array([]), .object([:]),
        ]))
  }

  @Test("Any value built at random comes back as it went", arguments: 0..<3)
  func random(seed: UInt64) throws {
    func value(_ g: inout Seeded, depth: Int) -> JSONValue {
      switch Int.random(in: 0..<(depth > 3 ? 5 : 7), using: &g) {
      case 0: return .null
      case 1: return .bool(Bool.random(using: &g))
      case 2: return .integer(Int64.random(in: .min ... .max, using: &g))
      case 3: return .number(Double(Int.random(in: -999...999, using: &g)) + 0.5)
      case 4: return .string(g.text())
      case 5:
        return .array(
          (0..<Int.random(in: 0...3, using: &g)).map { _ in value(&g, depth: depth + 1) })
      default:
        let pairs = (0..<Int.random(in: 0...3, using: &g)).map {
          ("k\($0)", value(&g, depth: depth + 1))
        }
        return .object(Dictionary(uniqueKeysWithValues: pairs))
      }
    }
    var generator = Seeded(seed: seed)
    for _ in 0..<200 {
      let original = value(&generator, depth: 0)
      let line = JSONLine.encode(original)
      #expect(try JSONLine.decode(JSONValue.self, from: line) == original)
    }
  }
}
