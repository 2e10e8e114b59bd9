import Clients
import Foundation
import Listening
import Scenarios
import Testing

/// What every kind of trainee comes to with every vignette, session by session and on average.
///
/// `ATTUNE_SEEDS` says how many seeds are played: 20 unless it is set; `make simulate` sets 200.
@Suite("Every kind of trainee, with every vignette")
struct PolicyTests {
  static let seeds: Range<UInt64> = {
    let named = ProcessInfo.processInfo.environment["ATTUNE_SEEDS"].flatMap(UInt64.init)
    return 0..<(named ?? 20)
  }()

  /// Skilled, with the outbursts of the one who repairs, and nothing owned.
  static let unrepaired: Policy = { client, turn, rng in
    if turn == 4 || turn == 9 { return SampleReplies.judgment(turn, .strong) }
    if turn == 5 || turn == 10 { return SampleReplies.plain(turn) }
    return Policies.skilled(client, turn, &rng)
  }

  /// The mean of the final bond over all seeds; each session is checked on the way.
  static func meanBond(_ vignette: Vignette, _ policy: Policy) -> Double {
    var sum = 0.0
    for seed in seeds {
      let session = Played(vignette, seed: seed, policy: policy)
      check(session)
      sum += session.end.alliance.bond
    }
    return sum / Double(seeds.count)
  }

  /// Nothing is said twice, and no value leaves its range.
  static func check(_ session: Played) {
    #expect(session.repetitions == [])
    for client in session.clients {
      let alliance = client.alliance
      for value in [
        alliance.bond, alliance.task, alliance.goal, alliance.distress, alliance.reliability,
      ] where !(0...1).contains(value) {
        Issue.record("a value of \(value)")
      }
    }
  }

  @Test("trust ends in the order of skill", arguments: ShippedClients.names)
  func order(name: String) throws {
    let vignette = try #require(ShippedClients.vignette(name))
    let bonds = Dictionary(
      uniqueKeysWithValues: Policies.all.map { ($0.name, Self.meanBond(vignette, $0.policy)) })
    func bond(_ policy: String) throws -> Double { try #require(bonds[policy]) }
    let order = ["skilled", "novice", "advice-giver", "judgmental"]
    for (better, worse) in zip(order, order.dropFirst()) {
      #expect(try bond(better) > bond(worse), "\(better), \(worse)")
    }
    for poor in ["parrot", "keyword-stuffer", "silent", "over-discloser", "closed-questioner"] {
      #expect(try bond("novice") > bond(poor), "\(poor)")
    }
  }

  @Test("trauma and scepticism cost against a twin without them", arguments: ShippedClients.names)
  func twins(name: String) throws {
    let vignette = try #require(ShippedClients.vignette(name))
    let policies = [Policies.skilled, Policies.novice]
    var secure = vignette
    secure.attachment = .secure
    secure.history = []
    var traumatised = secure
    traumatised.attachment = .fearful
    traumatised.history = [.betrayal]
    var sceptical = secure
    sceptical.expectations = [.cold, .judging]
    secure.expectations = []
    traumatised.expectations = []
    for policy in policies {
      let best = Self.meanBond(secure, policy)
      #expect(Self.meanBond(traumatised, policy) < best)
      // A skilled trainee speaks of what is expected, and then it costs nothing more.
      #expect(Self.meanBond(sceptical, policy) <= best)
    }
    #expect(Self.meanBond(sceptical, Policies.novice) < Self.meanBond(secure, Policies.novice))
  }

  @Test(
    "repair beats no repair, and ends at least as high as if nothing had been",
    arguments: ShippedClients.names)
  func repair(name: String) throws {
    let vignette = try #require(ShippedClients.vignette(name))
    #expect(
      Self.meanBond(vignette, Policies.rupturesThenRepairs)
        > Self.meanBond(vignette, Self.unrepaired))
    for seed in Self.seeds {
      // So that five replies at least come after it.
      let first = Int(seed % 8) + 1
      let ends = [true, false].map { ruptures in
        let script = (1...Played.length).map { turn in
          switch turn {
          case first: ruptures ? SampleReplies.judgment(turn, .strong) : SampleReplies.plain(turn)
          case first + 1: ruptures ? SampleReplies.repair(turn) : SampleReplies.plain(turn)
          default: turn.isMultiple(of: 2) ? SampleReplies.simple(turn) : SampleReplies.open(turn)
          }
        }
        return Played(vignette, seed: seed, script: script).end.alliance.bond
      }
      #expect(ends[0] >= ends[1] - 1e-9, "seed \(seed), rupture at \(first)")
    }
  }
}
