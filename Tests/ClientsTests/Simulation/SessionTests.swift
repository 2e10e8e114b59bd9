import Clients
import Listening
import Repeatable
import Scenarios
import Testing

@Suite("A session, by every kind of trainee, with every vignette and many seeds")
struct SessionTests {
  static let policies = Policies.all.map(\.name)

  @Test("the vignettes of all packs are there, each with a name of its own")
  func vignettes() {
    #expect(ShippedClients.names.count >= 20)
    #expect(Set(ShippedClients.names).count == ShippedClients.names.count)
  }

  @Test(
    "trust ends in the order of skill",
    arguments: [
      ("skilled", "novice"), ("novice", "advice-giver"), ("advice-giver", "judgmental"),
      ("novice", "parrot"), ("novice", "keyword-stuffer"), ("novice", "silent"),
      ("novice", "over-discloser"), ("skilled", "ruptures-then-repairs"),
      ("novice", "closed-questioner"),
    ], ShippedClients.names)
  func order(pair: (better: String, worse: String), vignette: String) {
    let better = Sessions.meanBond(pair.better, vignette)
    let worse = Sessions.meanBond(pair.worse, vignette)
    #expect(better > worse, "\(pair.better) \(better), \(pair.worse) \(worse)")
  }

  /// The mean of the final bond over all seeds, with any vignette and by any policy.
  static func meanBond(_ vignette: Vignette, _ policy: Policy) -> Double {
    let bonds = Sessions.seeds.map { seed in
      Played(vignette, seed: seed, policy: policy).end.alliance.bond
    }
    return bonds.reduce(0, +) / Double(max(1, bonds.count))
  }

  @Test("trauma and scepticism cost against a twin without them", arguments: ShippedClients.names)
  func twins(name: String) throws {
    var secure = try #require(ShippedClients.vignette(name))
    secure.attachment = .secure
    secure.history = []
    secure.expectations = []
    var traumatised = secure
    traumatised.attachment = .fearful
    traumatised.history = [.betrayal]
    var sceptical = secure
    sceptical.expectations = [.cold, .judging]
    let twins = [secure, traumatised, sceptical]
    let skilled = twins.map { Self.meanBond($0, Policies.skilled) }
    let novice = twins.map { Self.meanBond($0, Policies.novice) }
    #expect(skilled[1] < skilled[0])
    #expect(novice[1] < novice[0])
    // A skilled trainee speaks of what is expected, and then it costs nothing more.
    #expect(skilled[2] <= skilled[0])
    #expect(novice[2] < novice[0])
  }

  /// Skilled, with the outbursts of the one who repairs, and nothing owned.
  static let unrepaired: Policy = { client, turn, rng in
    if turn == 4 || turn == 9 { return SampleReplies.judgment(turn, .strong) }
    if turn == 5 || turn == 10 { return SampleReplies.plain(turn) }
    return Policies.skilled(client, turn, &rng)
  }

  @Test("repair beats no repair", arguments: ShippedClients.names)
  func repair(name: String) throws {
    let vignette = try #require(ShippedClients.vignette(name))
    #expect(
      Sessions.meanBond("ruptures-then-repairs", name) > Self.meanBond(vignette, Self.unrepaired))
  }

  @Test("skill earns trust, and the rest of the time loses it", arguments: ShippedClients.names)
  func direction(vignette: String) throws {
    let start = try #require(Sessions.played("skilled", vignette).first).clients[0].alliance
    #expect(Sessions.meanBond("skilled", vignette) > start.bond + 0.25)
    #expect(Sessions.meanBond("parrot", vignette) <= start.bond)
    #expect(Sessions.meanBond("keyword-stuffer", vignette) <= start.bond)
    #expect(Sessions.meanBond("judgmental", vignette) < start.bond / 2)
  }

  @Test("skill hears more than a novice does", arguments: ShippedClients.names)
  func depth(vignette: String) {
    func mean(_ policy: String) -> Double {
      let depths = Sessions.played(policy, vignette).map { Double($0.end.depth) }
      return depths.reduce(0, +) / Double(max(1, depths.count))
    }
    #expect(mean("skilled") >= 3)
    #expect(mean("skilled") > mean("novice") + 1)
    #expect(mean("novice") > mean("judgmental"))
  }

  @Test("nothing is ever said twice", arguments: policies, ShippedClients.names)
  func noRepetition(policy: String, vignette: String) {
    for session in Sessions.played(policy, vignette) {
      #expect(session.repetitions == [])
      if session.end.ending == nil { #expect(!session.said.contains(session.end.farewell())) }
    }
  }

  @Test("every line has words, and coaching for it", arguments: policies, ShippedClients.names)
  func coaching(policy: String, vignette: String) {
    for session in Sessions.played(policy, vignette) {
      for client in session.clients where client.ending == nil {
        #expect(!client.current.text.isEmpty)
        #expect(!client.current.line.example.isEmpty && !client.current.line.why.isEmpty)
      }
    }
  }

  @Test("every value stays between 0 and 1", arguments: policies, ShippedClients.names)
  func range(policy: String, vignette: String) {
    for alliance in Sessions.played(policy, vignette).flatMap({ $0.clients.map(\.alliance) }) {
      for value in [
        alliance.bond, alliance.task, alliance.goal, alliance.distress, alliance.reliability,
      ] {
        #expect((0...1).contains(value))
      }
      #expect(alliance.repairs <= alliance.ruptures)
    }
  }

  @Test(
    "it lasts twelve turns for whoever does not drive the client out", arguments: policies,
    ShippedClients.names)
  func lasts(policy: String, vignette: String) {
    for session in Sessions.played(policy, vignette) where session.end.ending != .left {
      #expect(session.turns >= 12)
    }
  }

  @Test("a client leaves only out of a rupture, and does not come back", arguments: policies)
  func leaving(policy: String) {
    for session in ShippedClients.names.flatMap({ Sessions.played(policy, $0) })
    where session.end.ending == .left {
      #expect(session.end.alliance.rupture != .none)
      #expect(!session.end.returns)
      #expect(session.end.vignette.closings[.left]?.contains(session.end.current.text) == true)
    }
  }

  @Test("nobody skilled is walked out on", arguments: ShippedClients.names)
  func skilledStay(vignette: String) {
    let sessions = Sessions.played("skilled", vignette)
    #expect(sessions.count == Sessions.seeds.count)
    #expect(sessions.allSatisfy { $0.end.ending == nil && $0.end.returns })
  }

  @Test("equal seeds and replies give equal sessions", arguments: policies, ShippedClients.names)
  func deterministic(policy: String, vignette: String) throws {
    let policyToPlay = try #require(Policies.all.first { $0.name == policy }).policy
    let client = try #require(ShippedClients.vignette(vignette))
    for seed in Sessions.seeds.prefix(5) {
      let again = Played(client, seed: seed, policy: policyToPlay)
      #expect(again.clients == Sessions.played(policy, vignette)[Int(seed)].clients)
    }
  }

  @Test("other seeds give other sessions", arguments: ShippedClients.names)
  func seeds(vignette: String) {
    let sessions = Set(Sessions.played("closed-questioner", vignette).map(\.lines))
    #expect(sessions.count > 40)
  }

  @Test("a turn taken back and said again goes as it went", arguments: ShippedClients.names)
  func retry(vignette: String) {
    for session in Sessions.played("novice", vignette).prefix(10) {
      for turn in 1...session.turns {
        var taken = session.clients[turn - 1]
        let kept = taken
        taken.answer(
          "You've only yourself to blame.", grade: SampleReplies.judgment(turn, .strong).grade)
        var rng = SplitMix64(seed: 5)
        let answer = Policies.novice(kept, turn, &rng)
        var (first, second) = (kept, session.clients[turn - 1])
        first.answer(answer.reply, grade: answer.grade)
        second.answer(answer.reply, grade: answer.grade)
        #expect(first == second)
        #expect(taken != first)
      }
    }
  }
}
