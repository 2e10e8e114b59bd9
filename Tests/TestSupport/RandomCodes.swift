import Listening

extension Codes {
  /// Codes drawn from the whole vocabulary.
  public static func random(_ g: inout Seeded) -> Codes {
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
}
