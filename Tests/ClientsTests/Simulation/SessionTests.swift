import Clients
import Listening
import Repeatable
import Scenarios
import Testing

@Suite("A session, by every kind of trainee, with every vignette and fifty seeds")
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
      for value in [alliance.bond, alliance.task, alliance.goal] {
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
