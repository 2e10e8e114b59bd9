/// The three scores of a reply, worked out from its codes alone, so that a person can do it too.
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

  /// From this score up, a screen shows it as good.
  public static let good = 65
  /// From this score up, a screen shows it as fair.
  public static let fair = 40

  /// The steps that lead to the empathy score; their sum is held between 0 and 100.
  public static func empathy(_ c: Codes) -> [Step] { collect { empathy(c, $0) } }

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

  /// The steps that lead to the openness score; their sum is held between 0 and 100.
  public static func openness(_ c: Codes) -> [Step] { collect { openness(c, $0) } }

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

  /// The steps that lead to the non-judgment score; their sum is held between 0 and 100.
  public static func nonjudgment(_ c: Codes) -> [Step] { collect { nonjudgment(c, $0) } }

  @inline(__always)
  private static func nonjudgment(_ c: Codes, _ add: Add) {
    add(true, 100, "every reply starts here")
    add(c.judgment == .mild, -45, "mild judgment")
    add(c.judgment == .strong, -85, "strong judgment")
    add(c.advice == .unsolicited, -10, "advice without permission implies a fault")
  }

  /// Adds a step where its condition is met.
  private typealias Add = (_ condition: Bool, _ points: Int, _ reason: String) -> Void

  @inline(__always)
  private static func collect(_ give: (Add) -> Void) -> [Step] {
    var steps: [Step] = []
    give { if $0 { steps.append(Step(reason: $2, points: $1)) } }
    return steps
  }

  /// The three scores of codes, without a list of the steps that lead to them: of each reply nothing
  /// but these is wanted.
  static func all(_ codes: Codes) -> (empathy: Int, openness: Int, nonjudgment: Int) {
    var sums = (0, 0, 0)
    empathy(codes) { condition, points, _ in if condition { sums.0 += points } }
    openness(codes) { condition, points, _ in if condition { sums.1 += points } }
    nonjudgment(codes) { condition, points, _ in if condition { sums.2 += points } }
    return (held(sums.0), held(sums.1), held(sums.2))
  }

  /// What codes add to the three scores together, or take from them.
  public static func effect(_ codes: Codes) -> Int {
    func points(_ codes: Codes) -> Int {
      (empathy(codes) + openness(codes) + nonjudgment(codes)).reduce(0) { $0 + $1.points }
    }
    return points(codes) - points(Codes())
  }

  /// The score that steps add up to, held between 0 and 100.
  public static func total(_ steps: [Step]) -> Int { held(steps.reduce(0) { $0 + $1.points }) }

  private static func held(_ points: Int) -> Int { min(100, max(0, points)) }
}

extension Grade {
  /// Creates a grade whose scores follow from its codes.
  public init(codes: Codes, evidence: [Evidence], unsure: [CodeName], model: String) {
    let scores = Scores.all(codes)
    self.init(
      empathy: scores.empathy, openness: scores.openness, nonjudgment: scores.nonjudgment,
      codes: codes, evidence: evidence, unsure: unsure, model: model)
  }
}
