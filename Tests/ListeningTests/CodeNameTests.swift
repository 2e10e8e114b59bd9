import Listening
import TestSupport
import Testing

@Suite("The codes by name")
struct CodeNameTests {
  @Test("A reply without codes has no value of any code")
  func nothing() {
    for name in CodeName.allCases { #expect(Codes().value(of: name) == nil) }
  }

  @Test(
    "A code that is present has the value of its record",
    arguments: [
      (CodeName.reflection, "complex", Codes().with { $0.reflection = .complex }),
      (.question, "open", Codes().with { $0.question = .open }),
      (.judgment, "mild", Codes().with { $0.judgment = .mild }),
      (.advice, "permitted", Codes().with { $0.advice = .permitted }),
      (.information, "yes", Codes().with { $0.information = true }),
      (.affirmation, "yes", Codes().with { $0.affirmation = true }),
      (.collaboration, "yes", Codes().with { $0.collaboration = true }),
      (.autonomy, "yes", Codes().with { $0.autonomy = true }),
      (.transparency, "yes", Codes().with { $0.transparency = true }),
      (.selfDisclosure, "takeover", Codes().with { $0.selfDisclosure = .takeover }),
      (.repair, "yes", Codes().with { $0.repair = true }),
      (.falseReassurance, "yes", Codes().with { $0.falseReassurance = true }),
      (.misreading, "yes", Codes().with { $0.misreading = true }),
      (.emotionalReaction, "1", Codes().with { $0.emotionalReaction = .weak }),
      (.interpretation, "2", Codes().with { $0.interpretation = .strong }),
      (.exploration, "2", Codes().with { $0.exploration = .strong }),
    ])
  func values(name: CodeName, value: String, codes: Codes) {
    #expect(codes.value(of: name) == value)
    for other in CodeName.allCases where other != name { #expect(codes.value(of: other) == nil) }
  }

  @Test(
    "A code that is present has words for a reader",
    arguments: [
      (CodeName.reflection, "complex reflection", Codes().with { $0.reflection = .complex }),
      (.question, "closed question", Codes().with { $0.question = .closed }),
      (.judgment, "mild judgment", Codes().with { $0.judgment = .mild }),
      (
        .judgment, "strong judgment (blame)",
        Codes().with { ($0.judgment, $0.judgmentKind) = (.strong, .blame) }
      ),
      (.advice, "advice with permission", Codes().with { $0.advice = .permitted }),
      (.advice, "unsolicited advice", Codes().with { $0.advice = .unsolicited }),
      (.selfDisclosure, "self-disclosure", Codes().with { $0.selfDisclosure = .brief }),
      (.falseReassurance, "false reassurance", Codes().with { $0.falseReassurance = true }),
      (.exploration, "exploration 2", Codes().with { $0.exploration = .strong }),
    ])
  func phrases(name: CodeName, phrase: String, codes: Codes) {
    #expect(codes.phrase(for: name) == phrase)
    for other in CodeName.allCases where other != name { #expect(codes.phrase(for: other) == nil) }
  }

  @Test("One code taken alone keeps its value and nothing else", arguments: 0..<20 as Range<UInt64>)
  func alone(seed: UInt64) {
    var random = Seeded(seed: seed)
    let codes = Codes.random(&random)
    for name in CodeName.allCases {
      let alone = codes.keeping([name])
      for other in CodeName.allCases {
        #expect(alone.phrase(for: other) == (other == name ? codes.phrase(for: name) : nil))
      }
    }
  }

  @Test("A code's label has no underscores")
  func labels() {
    #expect(CodeName.selfDisclosure.label == "self disclosure")
    #expect(CodeName.reflection.label == "reflection")
    #expect(CodeName.allCases.allSatisfy { !$0.label.contains("_") })
  }
}
