import Clients
import Listening
import Repeatable
import Scenarios
import Testing

/// Attacks and apologies among good replies, drawn by a seed.
@Suite("What an apology gives back")
struct AmendsTests {
  static let seeds: [UInt64] = Array(0..<60)

  /// A client drawn by a seed: any history and expectations.
  static func someone(_ style: Style, _ rng: inout SplitMix64) -> Alliance {
    let history = History.allCases.filter { _ in rng.next().isMultiple(of: 3) }
    let expectations = Expected.allCases.filter { _ in rng.next().isMultiple(of: 3) }
    return Alliance(
      with: ShippedClients.anyone(style, history: history, expectations: expectations))
  }

  static let good = [
    SampleReplies.complex, SampleReplies.simple, SampleReplies.open, SampleReplies.affirmation,
    SampleReplies.collaboration, SampleReplies.transparency,
  ]
  static let harmful: [@Sendable (Int) -> GradedReply] = [
    { SampleReplies.judgment($0, .mild) }, { SampleReplies.judgment($0, .strong) },
    SampleReplies.advice,
  ]

  @Test(
    "after attacks and their repair, trust is below what listening would have reached",
    arguments: Style.allCases, seeds)
  func belowListening(style: Style, seed: UInt64) {
    var rng = SplitMix64(seed: seed)
    var attacked = Self.someone(style, &rng)
    var heard = attacked
    var hasHurt = false
    for turn in 1...Played.length {
      let draw = rng.next() % 4
      let harms = draw == 0
      let repairs = hasHurt && draw == 1
      let reply =
        harms
        ? rng.pick(Self.harmful)?(turn)
        : repairs ? SampleReplies.repair(turn) : rng.pick(Self.good)?(turn)
      guard let reply else { continue }
      attacked.receive(AllianceTests.appraisal(reply), turn: turn)
      heard.receive(
        AllianceTests.appraisal(harms || repairs ? SampleReplies.simple(turn) : reply), turn: turn)
      hasHurt = hasHurt || harms
      if hasHurt { #expect(attacked.bond < heard.bond, "turn \(turn)") }
    }
  }

  /// A bond high enough that no attack takes it to nothing.
  static func trusting(_ style: Style) -> Alliance {
    AllianceTests.after((1...8).map { SampleReplies.complex($0) }, AllianceTests.someone(style))
  }

  @Test("the same attack costs more after each repair", arguments: Style.allCases, 0..<3)
  func relapse(style: Style, index: Int) {
    let attack = Self.harmful[index](20)
    var (before, after) = (Self.trusting(style), Self.trusting(style))
    var last = AllianceTests.cost(attack, to: before, turn: 20)
    for _ in 1...3 {
      after.receive(AllianceTests.appraisal(SampleReplies.judgment(20, .strong)), turn: 20)
      after.receive(AllianceTests.appraisal(SampleReplies.repair(20)), turn: 20)
      let cost = AllianceTests.cost(attack, to: after, turn: 20)
      #expect(cost > last)
      last = cost
    }
    // A miss that hurt nobody is no repair, and makes nothing dearer.
    before.receive(AllianceTests.appraisal(SampleReplies.repair(20)), turn: 20)
    #expect(
      AllianceTests.cost(attack, to: before, turn: 20)
        == AllianceTests.cost(attack, to: Self.trusting(style), turn: 20))
  }

  @Test(
    "a repair gives back less than was lost, and what is said beside it earns no more than by itself",
    arguments: Style.allCases)
  func besides(style: Style) {
    var both = SampleReplies.repair(21)
    both.grade.codes.reflection = .complex
    for attack in [SampleReplies.judgment(20, .mild), SampleReplies.advice(20)] {
      let before = Self.trusting(style)
      var hurt = before
      hurt.receive(AllianceTests.appraisal(attack), turn: 20)
      let lost = before.bond - hurt.bond
      let gains = [SampleReplies.repair(21), SampleReplies.complex(21), both].map {
        -AllianceTests.cost($0, to: hurt, turn: 21)
      }
      #expect(0 < gains[0] && gains[0] < lost)
      #expect(gains[2] > gains[1] && gains[2] <= gains[0] + gains[1])
    }
  }

  @Test("an apology for nothing earns nothing", arguments: Style.allCases)
  func nothingOwed(style: Style) {
    let before = Self.trusting(style)
    let after = AllianceTests.after([SampleReplies.repair(20)], before)
    #expect(after.bond == before.bond)
    #expect(after.reading == before.reading)
  }

  @Test("each round of attack and repair leaves the bond lower", arguments: Style.allCases)
  func rounds(style: Style) {
    var alliance = Self.trusting(style)
    var bonds: [Double] = []
    for _ in 1...4 {
      alliance.receive(AllianceTests.appraisal(SampleReplies.judgment(20, .strong)), turn: 20)
      alliance.receive(AllianceTests.appraisal(SampleReplies.repair(20)), turn: 20)
      bonds.append(alliance.bond)
    }
    #expect(bonds[0] < Self.trusting(style).bond, "one breath does not make it good")
    #expect(zip(bonds, bonds.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test("blows to a client who has protested are not all taken back", arguments: Style.allCases)
  func blows(style: Style) {
    let rupture = AllianceTests.ruptured(Self.trusting(style), turn: 12)
    let repaired = AllianceTests.after([SampleReplies.repair(20)], rupture)
    var beaten = rupture
    var last = repaired.bond
    for _ in 1...3 {
      beaten.receive(AllianceTests.appraisal(SampleReplies.judgment(20, .mild)), turn: 20)
      let bond = AllianceTests.after([SampleReplies.repair(20)], beaten).bond
      #expect(bond < last && bond > beaten.bond)
      last = bond
    }
    #expect(last < Self.trusting(style).bond)
  }

  @Test("owning a miss does not lift the ceiling of what is unspoken", arguments: Style.allCases)
  func ceiling(style: Style) {
    var alliance = AllianceTests.someone(style, [.judging])
    for turn in 1...200 {
      let reply =
        turn.isMultiple(of: 20) ? SampleReplies.repair(turn) : SampleReplies.complex(turn)
      alliance.receive(AllianceTests.appraisal(reply), turn: turn)
    }
    #expect(alliance.bond <= 0.6)
  }
}
