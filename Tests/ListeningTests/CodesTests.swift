import Foundation
import Listening
import TestSupport
import Testing

@Suite("Codes in records")
struct CodesTests {
  static func decode(_ json: String) throws -> Codes {
    try JSONDecoder().decode(Codes.self, from: Data(json.utf8))
  }

  @Test("Any codes come back from JSON as they went", arguments: 0..<3)
  func roundTrip(seed: UInt64) throws {
    var generator = Seeded(seed: seed)
    for _ in 0..<300 {
      let codes = Codes.random(&generator)
      let data = try JSONEncoder().encode(codes)
      #expect(try JSONDecoder().decode(Codes.self, from: data) == codes)
    }
  }

  @Test("What a record leaves out is absent from the reply")
  func defaults() throws {
    #expect(try Self.decode("{}") == Codes())
    #expect(try Self.decode(#"{"judgment_kind":null,"question":null}"#) == Codes())
    #expect(try Self.decode(#"{"reflection":"simple"}"#).reflection == .simple)
  }

  @Test("Every code is written, under the names of the record form")
  func everyKey() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let json = String(decoding: try encoder.encode(Codes()), as: UTF8.self)
    #expect(
      json == """
        {"advice":"none","affirmation":false,"autonomy":false,"collaboration":false,\
        "emotional_reaction":0,"exploration":0,"false_reassurance":false,"information":false,\
        "interpretation":0,"judgment":"none","judgment_kind":null,"main":"other",\
        "misreading":false,"question":"none","reflection":"none","repair":false,\
        "self_disclosure":"none","transparency":false}
        """)
  }

  @Test(
    "A value outside the vocabulary is refused",
    arguments: [
      #"{"reflection":"deep"}"#, #"{"question":"leading"}"#, #"{"judgment":"harsh"}"#,
      #"{"judgment_kind":"mean"}"#, #"{"advice":true}"#, #"{"information":"yes"}"#,
      #"{"emotional_reaction":3}"#, #"{"interpretation":-1}"#, #"{"exploration":"strong"}"#,
      #"{"main":"Reflection"}"#, #"{"self_disclosure":"long"}"#, #"{"repair":1}"#, "[]", "7",
    ])
  func refused(json: String) {
    #expect(throws: DecodingError.self) { try Self.decode(json) }
  }

  @Test("Levels are ordered")
  func levels() {
    #expect(Level.none < .weak && .weak < .strong)
    #expect(!(Level.strong < .strong))
  }
}
