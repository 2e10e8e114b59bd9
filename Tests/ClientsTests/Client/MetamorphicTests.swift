import Clients
import Listening
import Repeatable
import Scenarios
import Testing

/// Rules on pairs of sessions that differ in one thing.
@Suite("Two sessions that differ in one thing")
struct MetamorphicTests {
  static let seeds: [UInt64] = Array(0..<50)

  /// Allows for rounding.
  static let tolerance = 1e-9

  /// Whether one bond is never below another, at each turn that both sessions reach.
  static func neverBelow(_ a: Played, _ b: Played) -> Bool {
    zip(a.bonds, b.bonds).allSatisfy { $0 >= $1 - tolerance }
  }

  /// Plays a script drawn by a seed, and the same script with one answer put in place of another.
  static func pair(
    _ name: String, _ seed: UInt64, _ first: (Int) -> GradedReply, _ second: (Int) -> GradedReply
  ) throws -> (first: Played, second: Played, turn: Int) {
    let vignette = try #require(ShippedClients.vignette(name))
    var rng = SplitMix64(seed: seed)
    var script = Scripts.drawn(&rng)
    let turn = Int(rng.next() % UInt64(Played.length))
    script[turn] = first(turn + 1)
    let one = Played(vignette, seed: seed, script: script)
    script[turn] = second(turn + 1)
    return (one, Played(vignette, seed: seed, script: script), turn + 1)
  }

  @Test(
    "a judgment in place of an accurate reflection never ends in a higher bond",
    arguments: ShippedClients.names, seeds)
  func judgmentForReflection(vignette: String, seed: UInt64) throws {
    let reflection = seed.isMultiple(of: 2) ? SampleReplies.simple : SampleReplies.complex
    let strength = (seed / 2).isMultiple(of: 2) ? Judgment.mild : .strong
    for draw in [seed, seed + 1000] {
      let pair = try Self.pair(vignette, draw, reflection) { SampleReplies.judgment($0, strength) }
      #expect(Self.neverBelow(pair.first, pair.second), "at turn \(pair.turn)")
    }
  }

  @Test(
    "nor do advice, a misreading or silence in its place",
    arguments: ShippedClients.names, seeds)
  func harmForReflection(vignette: String, seed: UInt64) throws {
    let silence = GradedReply(reply: "", grade: grade { _ in })
    let harms: [(Int) -> GradedReply] = [
      SampleReplies.advice, SampleReplies.misreading, { _ in silence },
    ]
    let pair = try Self.pair(vignette, seed, SampleReplies.simple, harms[Int(seed % 3)])
    #expect(Self.neverBelow(pair.first, pair.second), "at turn \(pair.turn)")
  }

  @Test(
    "a secure twin trusts no less than a fearful one, whatever is said",
    arguments: ShippedClients.names, seeds)
  func twins(name: String, seed: UInt64) throws {
    let vignette = try #require(ShippedClients.vignette(name))
    var rng = SplitMix64(seed: seed)
    let script = Scripts.drawn(&rng)
    let played = [Style.secure, .fearful].map { style in
      var twin = vignette
      twin.attachment = style
      return Played(twin, seed: seed, script: script)
    }
    #expect(Self.neverBelow(played[0], played[1]))
  }

  @Test(
    "a fearful twin gains no faster and loses no slower, reply by reply",
    arguments: ShippedClients.names)
  func twinSteps(name: String) throws {
    var vignette = try #require(ShippedClients.vignette(name))
    vignette.attachment = .secure
    let secure = Alliance(with: vignette)
    vignette.attachment = .fearful
    let fearful = Alliance(with: vignette)
    // Of the way that is left to go.
    func share(_ answer: GradedReply, _ alliance: Alliance) -> Double {
      -AllianceTests.cost(answer, to: alliance, turn: 3) / (1 - alliance.bond)
    }
    for (name, move) in AllianceTests.lines {
      let ceiling = vignette.expectations.isEmpty ? 1 : 0.6
      let gained = [secure, fearful].map {
        -AllianceTests.cost(move(3), to: $0, turn: 3) / (ceiling - $0.bond)
      }
      #expect(name == "transparency" || gained[0] >= gained[1], "\(name)")
    }
    #expect(
      share(SampleReplies.transparency(3), secure) >= share(SampleReplies.transparency(3), fearful))
    for harm in [
      SampleReplies.advice(3), SampleReplies.misreading(3), SampleReplies.judgment(3, .mild),
    ] {
      let costs = [secure, fearful].map { AllianceTests.cost(harm, to: $0, turn: 3) }
      #expect(costs[0] <= costs[1])
    }
  }

  @Test(
    "the same confrontation costs no less at turn 2 than at turn 12",
    arguments: ShippedClients.names, [Judgment.mild, .strong])
  func earlyAndLate(name: String, strength: Judgment) throws {
    let vignette = try #require(ShippedClients.vignette(name))
    func cost(at turn: Int, _ other: (Int) -> GradedReply) -> Double {
      var script = (1...Played.length).map(other)
      script[turn - 1] = SampleReplies.judgment(turn, strength)
      let bonds = Played(vignette, seed: 3, script: script).bonds
      return bonds[turn - 1] - bonds[turn]
    }
    for other in [SampleReplies.simple, SampleReplies.complex, SampleReplies.open] {
      #expect(cost(at: 2, other) >= cost(at: 12, other) && cost(at: 12, other) > 0)
    }
  }

  @Test(
    "a repair in a rupture beats anything else said there",
    arguments: ShippedClients.names, seeds.prefix(5))
  func repairInRupture(name: String, seed: UInt64) throws {
    let vignette = try #require(ShippedClients.vignette(name))
    let others = [
      SampleReplies.simple, SampleReplies.complex, SampleReplies.open, SampleReplies.plain,
      SampleReplies.affirmation,
    ]
    var compared = 0
    for other in others {
      let scripts = [SampleReplies.repair, other].map { answer in
        (1...Played.length).map { turn in
          switch turn {
          case 4, 5: SampleReplies.judgment(turn, .strong)
          case 6: answer(turn)
          default: SampleReplies.simple(turn)
          }
        }
      }
      let played = scripts.map { Played(vignette, seed: seed, script: $0) }
      // A client who walks out before the repair has been said shows nothing of it.
      guard played[0].clients.count > 6 else { continue }
      compared += 1
      #expect(played[0].end.alliance.bond > played[1].end.alliance.bond)
    }
    #expect(compared == others.count)
  }

  @Test(
    "a rupture repaired, and listened to afterwards, ends no lower than nothing said in its place",
    arguments: ShippedClients.names, seeds.prefix(8))
  func ruptureAndRepair(name: String, seed: UInt64) throws {
    let vignette = try #require(ShippedClients.vignette(name))
    for first in [1, 2, 5, 8] {
      let scripts = [true, false].map { ruptures in
        (1...Played.length).map { turn in
          switch turn {
          case first: ruptures ? SampleReplies.judgment(turn, .strong) : SampleReplies.plain(turn)
          case first + 1: ruptures ? SampleReplies.repair(turn) : SampleReplies.plain(turn)
          default: turn.isMultiple(of: 2) ? SampleReplies.simple(turn) : SampleReplies.open(turn)
          }
        }
      }
      let played = scripts.map { Played(vignette, seed: seed, script: $0) }
      #expect(played[0].turns == Played.length)
      #expect(played[0].end.alliance.bond >= played[1].end.alliance.bond - Self.tolerance)
    }
  }

  @Test(
    "a client who expected the harm is hurt more than one who did not",
    arguments: ShippedClients.names
  )
  func expected(name: String) throws {
    var vignette = try #require(ShippedClients.vignette(name))
    let harms: [Expected: GradedReply] = [
      .judging: SampleReplies.judgment(6, .mild), .sent: SampleReplies.advice(6),
      .cold: GradedReply(reply: "", grade: grade { _ in }),
    ]
    for (expectation, harm) in harms {
      vignette.expectations = [expectation]
      let expecting = AllianceTests.cost(harm, to: Alliance(with: vignette), turn: 6)
      vignette.expectations = []
      #expect(expecting > AllianceTests.cost(harm, to: Alliance(with: vignette), turn: 6))
    }
  }
}
