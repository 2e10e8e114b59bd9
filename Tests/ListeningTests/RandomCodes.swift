import Listening
import TestSupport

extension Seeded {
  /// One of an enumeration's values.
  mutating func any<Value: CaseIterable>(_ type: Value.Type) -> Value {
    let all = Array(type.allCases)
    return all[Int.random(in: all.indices, using: &self)]
  }
}

extension Codes {
  /// Codes drawn from the whole vocabulary.
  static func random(_ g: inout Seeded) -> Codes {
    var codes = Codes()
    codes.main = g.any(MainBehaviour.self)
    codes.reflection = g.any(Reflection.self)
    codes.question = g.any(Question.self)
    codes.judgment = g.any(Judgment.self)
    codes.judgmentKind = codes.judgment == .none ? nil : g.any(JudgmentKind.self)
    codes.advice = g.any(Advice.self)
    codes.information = Bool.random(using: &g)
    codes.affirmation = Bool.random(using: &g)
    codes.collaboration = Bool.random(using: &g)
    codes.autonomy = Bool.random(using: &g)
    codes.transparency = Bool.random(using: &g)
    codes.selfDisclosure = g.any(SelfDisclosure.self)
    codes.repair = Bool.random(using: &g)
    codes.falseReassurance = Bool.random(using: &g)
    codes.misreading = Bool.random(using: &g)
    codes.emotionalReaction = g.any(Level.self)
    codes.interpretation = g.any(Level.self)
    codes.exploration = g.any(Level.self)
    return codes
  }

  /// Codes with one change.
  func with(_ change: (inout Codes) -> Void) -> Codes {
    var copy = self
    change(&copy)
    return copy
  }
}

extension Grade {
  /// A grade of random codes, with evidence.
  static func random(_ g: inout Seeded) -> Grade {
    let evidence = (0..<Int.random(in: 0...3, using: &g)).map { _ in
      let start = Int.random(in: 0...40, using: &g)
      return Evidence(
        code: g.any(CodeName.self), value: ["open", "yes", "blame"].randomElement(using: &g) ?? "",
        span: start..<start + Int.random(in: 0...40, using: &g),
        confidence: Double(Int.random(in: 0...100, using: &g)) / 100)
    }
    return Grade(
      codes: .random(&g), evidence: evidence,
      unsure: CodeName.allCases.filter { _ in Int.random(in: 0..<8, using: &g) == 0 },
      model: "attune@\(Int.random(in: 1...9, using: &g))")
  }
}
