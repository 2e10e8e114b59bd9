import Listening

/// A generator with a seed (SplitMix64), so that a failing case comes back.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

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
