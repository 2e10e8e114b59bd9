import Clients
import Listening
import Scenarios
import Testing

@Suite("The rules of the alliance")
struct AllianceTests {
  static let styles = Style.allCases
  static let lines: [(name: String, move: @Sendable (Int) -> GradedReply)] = [
    ("complex", SampleReplies.complex), ("simple", SampleReplies.simple),
    ("open", SampleReplies.open),
    ("collaboration", SampleReplies.collaboration), ("affirmation", SampleReplies.affirmation),
    ("transparency", SampleReplies.transparency),
  ]

  /// A client of whom nothing is known but their style.
  static func someone(_ style: Style, _ expectations: [Expected] = []) -> Alliance {
    Alliance(with: ShippedClients.anyone(style, expectations: expectations))
  }

  static func appraisal(_ answer: GradedReply) -> Appraisal {
    Appraisal(reply: answer.reply, grade: answer.grade, to: "I don't know.", earlier: [])
  }

  /// What a reply costs an alliance, on a copy of it.
  static func cost(_ answer: GradedReply, to alliance: Alliance, turn: Int) -> Double {
    var after = alliance
    after.receive(appraisal(answer), turn: turn)
    return alliance.bond - after.bond
  }

  /// An alliance after replies, the first of which is turn 1.
  static func after(_ answers: [GradedReply], _ alliance: Alliance) -> Alliance {
    var alliance = alliance
    for (turn, answer) in answers.enumerated() {
      alliance.receive(appraisal(answer), turn: turn + 1)
    }
    return alliance
  }

  /// Judges until a rupture opens.
  static func ruptured(_ alliance: Alliance, turn: Int = 1) -> Alliance {
    var alliance = alliance
    for turn in turn..<(turn + 20) where alliance.rupture == .none {
      alliance.receive(appraisal(SampleReplies.judgment(turn, .mild)), turn: turn)
    }
    return alliance
  }

  @Test("each good move gains", arguments: 0..<6, styles)
  func gains(index: Int, style: Style) {
    let answer = Self.lines[index].move(5)
    #expect(Self.cost(answer, to: Self.someone(style), turn: 5) < 0, "\(Self.lines[index].name)")
  }

  @Test("the same move again earns less", arguments: 0..<6, styles)
  func repetition(index: Int, style: Style) {
    var alliance = Self.someone(style)
    var last = Double.infinity
    for turn in 5...14 {
      let gain = -Self.cost(Self.lines[index].move(turn), to: alliance, turn: turn)
      #expect(gain > 0 && gain < last)
      last = gain
      alliance.receive(Self.appraisal(Self.lines[index].move(turn)), turn: turn)
    }
  }

  @Test("a loss outweighs the gain of understanding at the same place", arguments: styles)
  func lossesOutweigh(style: Style) {
    let gain = -Self.cost(SampleReplies.complex(12), to: Self.someone(style, [.judging]), turn: 12)
    let loss = Self.cost(
      SampleReplies.judgment(12, .strong), to: Self.someone(style, [.judging]), turn: 12)
    #expect(loss > gain)
  }

  @Test("confrontation and advice cost no less the earlier they come", arguments: styles)
  func haste(style: Style) {
    for answer in [
      SampleReplies.judgment(1, .mild), SampleReplies.judgment(1, .strong), SampleReplies.advice(1),
    ] {
      let costs = (1...14).map { Self.cost(answer, to: Self.someone(style), turn: $0) }
      #expect(zip(costs, costs.dropFirst()).allSatisfy { $0 >= $1 })
      #expect(costs[1] > costs[11])
    }
  }

  @Test("the harm of a reply grows with its severity", arguments: styles)
  func severity(style: Style) {
    let costs = [
      SampleReplies.plain(3), SampleReplies.misreading(3), SampleReplies.judgment(3, .mild),
    ].map {
      Self.cost($0, to: Self.someone(style), turn: 3)
    }
    let strong = Self.cost(SampleReplies.judgment(3, .strong), to: Self.someone(style), turn: 3)
    #expect(costs == costs.sorted() && costs[0] == 0 && costs[2] < strong)
  }

  @Test("where the grader is unsure, less is at stake", arguments: styles)
  func unsure(style: Style) {
    func cost(_ answer: GradedReply, _ unsure: [CodeName]) -> Double {
      var answer = answer
      answer.grade.unsure = unsure
      return Self.cost(answer, to: Self.someone(style), turn: 3)
    }
    let slip = SampleReplies.misreading(3)
    #expect(cost(slip, [.misreading]) > 0 && cost(slip, [.misreading]) < cost(slip, []))
    let harsh = SampleReplies.judgment(3, .strong)
    #expect(cost(harsh, [.judgment]) == 0 && cost(harsh, []) > 0)
  }

  @Test(
    "an expectation that stays unspoken caps the bond; speaking of it lifts the cap",
    arguments: styles, Expected.allCases)
  func cap(style: Style, expectation: Expected) {
    let reflections = (1...200).map { SampleReplies.complex($0) }
    let unspoken = Self.after(reflections, Self.someone(style, [expectation]))
    #expect(unspoken.bond <= 0.6)
    var doubtful = SampleReplies.transparency(201)
    doubtful.grade.unsure = [.transparency]
    #expect(Self.after([doubtful] + reflections, unspoken).bond <= 0.6)
    let spoken = Self.after([SampleReplies.transparency(201)] + reflections, unspoken)
    #expect(spoken.bond > 0.9 && spoken.bond <= 1)
    #expect(Self.after(reflections, Self.someone(style)).bond > 0.9)
  }

  @Test(
    "confirming what a client expects costs more than the same reply to another",
    arguments: styles)
  func confirmation(style: Style) {
    let silence = GradedReply(reply: "", grade: grade { _ in })
    let pairs: [(Expected, GradedReply)] = [
      (.judging, SampleReplies.judgment(6, .mild)), (.cold, silence),
      (.sent, SampleReplies.advice(6)),
    ]
    for (expectation, answer) in pairs {
      let confirmed = Self.cost(answer, to: Self.someone(style, [expectation]), turn: 6)
      #expect(confirmed > Self.cost(answer, to: Self.someone(style), turn: 6))
    }
  }

  @Test("trauma slows gains and magnifies losses; grief does neither", arguments: styles)
  func trauma(style: Style) {
    func someone(_ history: [History]) -> Alliance {
      Alliance(with: ShippedClients.anyone(style, history: history))
    }
    let (good, bad) = (SampleReplies.complex(4), SampleReplies.judgment(4, .mild))
    for history in History.allCases where history != .loss {
      #expect(
        Self.cost(good, to: someone([history]), turn: 4) > Self.cost(good, to: someone([]), turn: 4)
      )
      #expect(
        Self.cost(bad, to: someone([history]), turn: 4) > Self.cost(bad, to: someone([]), turn: 4))
    }
    #expect(
      Self.cost(bad, to: someone([.loss]), turn: 4) == Self.cost(bad, to: someone([]), turn: 4))
  }

  @Test("distance weighs most with the anxious, an early question least with the avoidant")
  func byStyle() {
    func relative(_ answer: GradedReply, _ style: Style, _ turn: Int) -> Double {
      Self.cost(answer, to: Self.someone(style), turn: turn)
    }
    let silence = GradedReply(reply: "", grade: grade { _ in })
    for style in Self.styles where style != .anxious {
      #expect(relative(silence, .anxious, 3) > relative(silence, style, 3))
    }
    for style in Self.styles where style != .avoidant {
      #expect(
        -relative(SampleReplies.open(2), .avoidant, 2) < -relative(SampleReplies.open(2), style, 2))
    }
    #expect(
      relative(SampleReplies.open(9), .avoidant, 9) < relative(SampleReplies.open(2), .avoidant, 2))
  }

  // MARK: - Ruptures

  @Test("those who keep their distance withdraw, the others protest")
  func kinds() {
    let kinds = Self.styles.map { Self.ruptured(Self.someone($0)).rupture }
    #expect(kinds == [.confrontation, .confrontation, .withdrawal, .withdrawal])
  }

  /// Ruptures that open one after the other, each repaired, by the same kind of harm.
  static func kinds(
    _ style: Style, _ history: [History], _ harm: (Int) -> GradedReply, _ count: Int
  )
    -> [Rupture]
  {
    var alliance = Alliance(with: ShippedClients.anyone(style, history: history))
    return (0..<count).map { _ in
      for turn in 12..<60 where alliance.rupture == .none {
        alliance.receive(appraisal(harm(turn)), turn: turn)
      }
      let kind = alliance.rupture
      alliance.receive(appraisal(SampleReplies.repair(60)), turn: 60)
      return kind
    }
  }

  @Test("what opened a rupture, and what was lived through, can make it of the other kind")
  func otherKinds() {
    func attack(_ turn: Int) -> GradedReply { SampleReplies.judgment(turn, .strong) }
    func silence(_ turn: Int) -> GradedReply { GradedReply(reply: "", grade: grade { _ in }) }
    #expect(Self.kinds(.avoidant, [], attack, 1) == [.confrontation], "a direct attack")
    #expect(Self.kinds(.avoidant, [], silence, 1) == [.withdrawal])
    #expect(Self.kinds(.secure, [.neglect], silence, 1) == [.withdrawal])
    #expect(Self.kinds(.secure, [.violence], silence, 1) == [.withdrawal])
    #expect(Self.kinds(.fearful, [.violence], attack, 1) == [.withdrawal])
    #expect(Self.kinds(.fearful, [.betrayal], attack, 1) == [.confrontation])
  }

  @Test("whoever answered in vain may answer otherwise the next time", arguments: styles)
  func second(style: Style) {
    func harsh(_ turn: Int) -> GradedReply { SampleReplies.judgment(turn, .mild) }
    func silence(_ turn: Int) -> GradedReply { GradedReply(reply: "", grade: grade { _ in }) }
    let all = Self.kinds(style, [], harsh, 3) + Self.kinds(style, [], silence, 3)
    #expect(Set(all) == [.confrontation, .withdrawal])
  }

  @Test("no vignette has ruptures of one kind alone", arguments: ShippedClients.names)
  func bothHeard(name: String) throws {
    let vignette = try #require(ShippedClients.vignette(name))
    func silence(_ turn: Int) -> GradedReply { GradedReply(reply: "", grade: grade { _ in }) }
    var seen: Set<Rupture> = []
    for harm in [
      { SampleReplies.judgment($0, .mild) }, { SampleReplies.judgment($0, .strong) }, silence,
    ] {
      seen.formUnion(Self.kinds(vignette.attachment, vignette.history, harm, 2))
    }
    #expect(seen == [.confrontation, .withdrawal])
  }

  @Test("nothing but repair gains while a rupture is open", arguments: styles, 0..<6)
  func nothingGains(style: Style, index: Int) {
    let rupture = Self.ruptured(Self.someone(style))
    #expect(Self.cost(Self.lines[index].move(9), to: rupture, turn: 9) == 0)
    #expect(Self.cost(SampleReplies.repair(9), to: rupture, turn: 9) < 0)
  }

  @Test("a repair gives back less than the rupture cost; the rest is earned", arguments: styles)
  func earned(style: Style) {
    let before = Self.after((1...4).map { SampleReplies.complex($0) }, Self.someone(style))
    let ruptured = Self.ruptured(before, turn: 5)
    #expect(ruptured.bond < before.bond && ruptured.ruptures == 1)
    let repaired = Self.after([SampleReplies.repair(10)], ruptured)
    #expect(repaired.rupture == .none && repaired.repairs == 1)
    #expect(repaired.bond > ruptured.bond && repaired.bond < before.bond)
    // What was owned comes back beside what the replies earn by themselves.
    func gain(_ alliance: Alliance, _ answer: GradedReply) -> Double {
      -Self.cost(answer, to: alliance, turn: 11)
    }
    let (met, asked) = (SampleReplies.complex(11), SampleReplies.open(11))
    #expect(gain(repaired, met) > gain(before, met))
    #expect(gain(repaired, asked) > gain(before, asked))
    #expect(gain(repaired, met) > gain(repaired, asked))
    // Owning it once more earns nothing.
    #expect(gain(repaired, SampleReplies.repair(11)) == 0)
    let after = Self.after((11...14).map { SampleReplies.complex($0) }, repaired)
    #expect(after.bond > before.bond)
  }

  @Test("amends wear out with use", arguments: styles)
  func wear(style: Style) {
    var alliance = Self.someone(style)
    var gains: [Double] = []
    for _ in 0..<4 {
      alliance = Self.ruptured(alliance, turn: 12)
      let hurt = alliance.bond
      alliance.receive(Self.appraisal(SampleReplies.repair(12)), turn: 12)
      gains.append(alliance.bond - hurt)
    }
    #expect(zip(gains, gains.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test("a miss owned earns less than the one before, unless another move came between")
  func ownedInARow() {
    let (harm, owned) = (SampleReplies.judgment(12, .mild), SampleReplies.repair(12))
    for style in Self.styles {
      // What the second miss owned earns, with these replies between the first and the harm.
      func earned(_ between: [GradedReply]) -> Double {
        var alliance = Self.someone(style)
        for answer in [harm, owned] + between + [harm] {
          alliance.receive(Self.appraisal(answer), turn: 12)
        }
        return -Self.cost(owned, to: alliance, turn: 12)
      }
      let inARow = earned([])
      #expect(earned([SampleReplies.plain(12)]) > inARow)
      #expect(earned([owned]) == inARow, "an apology for nothing is no other move")
    }
  }

  @Test("an apology that judges in the same breath mends nothing", arguments: styles)
  func halfAnApology(style: Style) {
    var sorry = SampleReplies.repair(9)
    sorry.grade.codes.judgment = .mild
    let rupture = Self.ruptured(Self.someone(style))
    #expect(Self.cost(sorry, to: rupture, turn: 9) > 0)
    #expect(Self.after([sorry], rupture).rupture != .none)
  }

  @Test(
    "a rupture that nobody mends ends with the client leaving",
    arguments: styles, ["plain", "closed", "open", "advice"])
  func leaving(style: Style, kind: String) {
    var alliance = Self.ruptured(Self.someone(style))
    #expect(!alliance.isLost, "whoever has just been hurt says so first")
    for turn in 10..<15 where !alliance.isLost {
      let answer =
        switch kind {
        case "plain": SampleReplies.plain(turn)
        case "closed": SampleReplies.closed(turn)
        case "open": SampleReplies.open(turn)
        default: SampleReplies.advice(turn)
        }
      alliance.receive(Self.appraisal(answer), turn: turn)
    }
    #expect(alliance.isLost)
  }

  @Test(
    "understanding alone softens a rupture in time, but mends less than repair",
    arguments: styles)
  func softening(style: Style) {
    var understood = Self.ruptured(Self.someone(style))
    let repaired = Self.after([SampleReplies.repair(10)], understood)
    for turn in 10..<16 where understood.rupture != .none {
      understood.receive(Self.appraisal(SampleReplies.complex(turn)), turn: turn)
    }
    #expect(understood.rupture == .none && understood.repairs == 0)
    #expect(understood.bond < repaired.bond)
  }
}
