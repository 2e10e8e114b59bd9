/// The three scores of a reply, worked out from its codes and from which of them the grader is
/// unsure of, so that a person can do it too.
///
/// The weights are Attune's own: an ordering that instructors expect put into numbers, not a
/// published scale. What raises and lowers each score rests on the literature: reflections over
/// questions and complex over simple ones (MITI 4.2.1), advice without permission and confrontation
/// as non-adherent (MITI 4.2.1), empathy as accurate understanding rather than warm words (Rogers
/// 1957; EPITOME), owning a miss (Safran & Muran 2000).
public enum Scores {
  /// One step of a score: what it is for and how many points.
  public struct Step: Hashable, Sendable {
    /// What earns or costs the points, in words.
    public var reason: String
    /// Points, added to the score.
    public var points: Int
  }

  /// Points by which a score is drawn towards the middle where the grader is unsure whether there
  /// is a reflection, or judgment: less than any of the steps between a code and its absence, so
  /// that what is found still counts for more than what may be there. Attune's own.
  static let doubt = 10

  /// From this score up, a screen shows it as good.
  public static let good = 65
  /// From this score up, a screen shows it as fair.
  public static let fair = 40

  /// The steps that lead to a score; their sum is held between 0 and 100.
  public static func steps(
    to score: ScoreName, for codes: Codes, unsure: [CodeName] = []
  ) -> [Step] {
    var steps: [Step] = []
    forEachStep(to: score, for: codes, unsure) { condition, points, reason in
      if condition { steps.append(Step(reason: reason, points: points)) }
    }
    return steps
  }

  /// A score of codes, without a list of the steps that lead to it: of each reply nothing but the
  /// scores is wanted.
  @inline(__always)
  static func value(of score: ScoreName, for codes: Codes, unsure: [CodeName]) -> Int {
    var sum = 0
    forEachStep(to: score, for: codes, unsure) { condition, points, _ in
      if condition { sum += points }
    }
    return held(sum)
  }

  /// Adds a step where its condition is met.
  private typealias Add = (_ condition: Bool, _ points: Int, _ reason: String) -> Void

  @inline(__always)
  private static func forEachStep(
    to score: ScoreName, for codes: Codes, _ unsure: [CodeName], _ add: Add
  ) {
    switch score {
    case .empathy:
      empathy(codes, add)
      if unsure.contains(.reflection) {
        add(codes.reflection != .none, -doubt, "unsure whether it is a reflection")
        add(codes.reflection == .none, doubt, "perhaps a reflection")
      }
    case .openness: openness(codes, add)
    case .nonjudgment:
      nonjudgment(codes, add)
      if unsure.contains(.judgment) {
        add(codes.judgment != .none, doubt, "unsure whether it is judgment")
        add(codes.judgment == .none, -doubt, "perhaps judgment")
      }
    }
  }

  @inline(__always)
  private static func empathy(_ c: Codes, _ add: Add) {
    add(true, 25, "every reply starts here")
    add(c.reflection == .simple, 25, "simple reflection")
    add(c.reflection == .complex, 45, "complex reflection")
    let touches = c.reflection != .none && !c.misreading
    // Warm words count where they come with understanding; alone they earn next to nothing.
    add(touches && c.emotionalReaction != .none, 5 * c.emotionalReaction.rawValue, "warmth")
    add(touches && c.interpretation != .none, 5 * c.interpretation.rawValue, "interpretation")
    add(c.question == .open, 15, "interest: an open question")
    add(c.affirmation, 10, "affirmation")
    add(c.repair, 20, "a miss owned")
    add(c.collaboration || c.autonomy || c.transparency, 5, "power shared or openness")
    add(c.misreading, -20, "a misreading")
    add(c.selfDisclosure == .takeover, -20, "the trainee's story takes over")
    add(c.falseReassurance, -10, "false reassurance")
    add(c.advice == .unsolicited, -15, "advice without permission")
    add(c.judgment == .mild, -35, "mild judgment")
    add(c.judgment == .strong, -70, "strong judgment")
  }

  @inline(__always)
  private static func openness(_ c: Codes, _ add: Add) {
    add(true, 50, "every reply starts here")
    add(c.question == .open, 40, "open question or invitation")
    add(c.narrows, -30, "closed or leading question")
    add(c.reflection != .none, 15, "a reflection leaves room")
    add(c.collaboration, 10, "asks what the client wants")
    add(c.autonomy, 10, "leaves the choice with the client")
    add(c.advice == .unsolicited, -20, "advice without permission")
    add(c.selfDisclosure == .takeover, -20, "the trainee's story takes over")
    add(c.falseReassurance, -10, "reassurance closes the subject")
    add(c.judgment == .mild, -20, "mild judgment")
    add(c.judgment == .strong, -35, "strong judgment")
  }

  @inline(__always)
  private static func nonjudgment(_ c: Codes, _ add: Add) {
    add(true, 100, "every reply starts here")
    add(c.judgment == .mild, -45, "mild judgment")
    add(c.judgment == .strong, -85, "strong judgment")
    add(c.advice == .unsolicited, -10, "advice without permission implies a fault")
  }

  /// What codes add to the three scores together, or take from them.
  public static func effect(_ codes: Codes) -> Int {
    func points(_ codes: Codes) -> Int {
      ScoreName.allCases.flatMap { steps(to: $0, for: codes) }.reduce(0) { $0 + $1.points }
    }
    return points(codes) - points(Codes())
  }

  private static func held(_ points: Int) -> Int { min(100, max(0, points)) }
}

extension Grade {
  /// Creates a grade whose scores follow from its codes and from what is unsure of them.
  public init(codes: Codes, evidence: [Evidence], unsure: [CodeName], model: String) {
    self.init(
      empathy: Scores.value(of: .empathy, for: codes, unsure: unsure),
      openness: Scores.value(of: .openness, for: codes, unsure: unsure),
      nonjudgment: Scores.value(of: .nonjudgment, for: codes, unsure: unsure),
      codes: codes, evidence: evidence, unsure: unsure, model: model)
  }
}
