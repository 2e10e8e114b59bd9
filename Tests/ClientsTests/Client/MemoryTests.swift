import Clients
import Listening
import Scenarios
import Testing

@testable import Clients

@Suite("What a client carries from one session into the next")
struct MemoryTests {
  /// Sessions one after the other, as far as the client comes back.
  static func course(
    _ name: String, seed: UInt64, _ policies: [Policy], turns: Int = 8,
    ending: SessionEnding? = .ended
  ) throws -> [Played] {
    let vignette = try #require(ShippedClients.vignette(name))
    var sessions: [Played] = []
    var memory: Memory?
    for (number, policy) in policies.enumerated() {
      if let memory, !memory.comesBack { break }
      let session = Played(
        vignette, seed: seed + UInt64(number), memory: memory, turns: turns, policy: policy)
      sessions.append(session)
      memory = session.end.memory(after: ending)
    }
    return sessions
  }

  @Test(
    "over a course nothing told is told again, and trust builds", arguments: ShippedClients.names)
  func course(name: String) throws {
    for seed in UInt64(0)..<5 {
      let sessions = try Self.course(
        name, seed: seed, [Policies.skilled, Policies.skilled, Policies.skilled])
      #expect(sessions.count == 3, "whoever is met well comes back")
      let topicLines = Set(sessions[0].end.vignette.topics.flatMap(\.lines).map(\.text))
      let told = sessions.flatMap { $0.clients.map(\.current.line.text) }.filter(
        topicLines.contains)
      #expect(Set(told).count == told.count)
      let openings = sessions.map(\.lines[0])
      #expect(Set(openings).count == 3)
      let ends = sessions.map(\.end.alliance.bond)
      #expect(ends == ends.sorted())
      for alliance in sessions.flatMap({ $0.clients.map(\.alliance) }) {
        #expect((0...1).contains(alliance.bond) && (0...1).contains(alliance.reliability))
        #expect((0...1).contains(alliance.distress))
      }
    }
  }

  @Test(
    "the first line refers to the session before, in the vignette's own words",
    arguments: ShippedClients.names)
  func opening(name: String) throws {
    for seed in UInt64(0)..<5 {
      let sessions = try Self.course(name, seed: seed, [Policies.skilled, Policies.skilled])
      let first = sessions[0].end
      let opening = sessions[1].lines[0]
      let own = first.vignette.returns[first.memory(after: .ended).way] ?? []
      #expect(own.contains { opening.hasPrefix($0.text) }, "\(opening)")
      #expect(first.vignette.topics.contains { $0.recall.map(opening.hasSuffix) == true })
    }
  }

  @Test("a pack without lines for coming back plays with plain ones", arguments: Returning.allCases)
  func defaults(way: Returning) {
    let lines = ShippedClients.anyone(.secure).returning(way).joined()
    #expect(Array(lines).count >= 2)
    #expect(lines.allSatisfy { !$0.text.isEmpty && !$0.example.isEmpty && !$0.why.isEmpty })
  }

  @Test(
    "every shipped client has words for every way of coming back, and for every topic",
    arguments: ShippedClients.names)
  func shipped(name: String) throws {
    let vignette = try #require(ShippedClients.vignette(name))
    for way in Returning.allCases {
      #expect(vignette.returns[way]?.isEmpty == false, "\(way.rawValue)")
    }
    #expect(vignette.topics.allSatisfy { $0.recall != nil })
  }

  @Test(
    "leaving in the middle costs trust and reliability against a goodbye",
    arguments: ShippedClients.names)
  func leaving(name: String) throws {
    let session = try Self.course(name, seed: 1, [Policies.skilled])[0].end
    let (kept, broken) = (session.memory(after: .ended), session.memory(after: nil))
    #expect(kept.alliance.bond > broken.alliance.bond)
    #expect(kept.alliance.reliability > broken.alliance.reliability)
    #expect(kept.alliance.reliability > session.alliance.reliability)
    #expect(broken.way == .brokenOff)
  }

  @Test("a rupture left open is open when they come back, and can be repaired then")
  func openRupture() throws {
    let hurtful: Policy = { client, turn, rng in
      turn < 12 ? Policies.skilled(client, turn, &rng) : SampleReplies.judgment(turn, .strong)
    }
    var met: Set<String> = []
    for name in ShippedClients.names {
      for seed in UInt64(0)..<5 {
        let session = try Self.course(name, seed: seed, [hurtful], turns: 14)[0].end
        let memory = session.memory(after: .ended)
        guard session.alliance.rupture != .none, memory.comesBack else { continue }
        met.insert(name)
        var client = Client(session.vignette, seed: seed, memory: memory)
        #expect(client.alliance.rupture == session.alliance.rupture && memory.way == .hurt)
        let before = client.alliance.bond
        client.answer(SampleReplies.repair(1).reply, grade: SampleReplies.repair(1).grade)
        #expect(client.alliance.rupture == .none && client.alliance.bond > before)
      }
    }
    // Those who feared judgment, and those who trust least, stay away.
    #expect(met.count > ShippedClients.names.count / 3, "\(met.sorted())")
    #expect(met.count < ShippedClients.names.count)
  }

  @Test("whoever was judged does not come back", arguments: ShippedClients.names)
  func absent(name: String) throws {
    let session = try Self.course(name, seed: 1, [Policies.judgmental])[0].end
    #expect(!session.memory(after: .ended).comesBack && !session.returns)
  }

  @Test(
    "what was agreed is done where the task is shared, and begins the next session",
    arguments: ShippedClients.names)
  func agreed(name: String) throws {
    func after(_ turns: Int) throws -> Memory {
      let vignette = try #require(ShippedClients.vignette(name))
      var client = Client(vignette, seed: 2)
      for turn in 1...turns {
        let move =
          turn.isMultiple(of: 2) ? SampleReplies.collaboration(turn) : SampleReplies.complex(turn)
        client.answer(move.reply, grade: move.grade)
      }
      client.answer(
        "Would you be willing to notice that before next week?",
        grade: grade { $0.question = .closed })
      return client.memory(after: .ended)
    }
    let (little, much) = (try after(1), try after(10))
    #expect(little.hasActed == false && little.way == .undone)
    #expect(much.hasActed == true && much.way == .done)
  }

  @Test("a step told beside praise, or beside a word of the trainee's own, is not agreed on")
  func toldStep() throws {
    let kinds: [(told: (inout Codes) -> Void, isAgreed: Bool)] = [
      ({ $0.affirmation = true }, false), ({ $0.selfDisclosure = .brief }, false),
      ({ $0.autonomy = true }, true), ({ $0.collaboration = true }, true),
    ]
    for kind in kinds {
      var client = Client(try #require(ShippedClients.vignette("wes")), seed: 2)
      client.answer(
        "That took courage. This week, write her a letter.", grade: grade(kind.told))
      #expect((client.memory(after: .ended).hasActed != nil) == kind.isAgreed)
    }
  }

  @Test("equal pasts give equal futures", arguments: ShippedClients.names.prefix(4))
  func deterministic(name: String) throws {
    let policies: [Policy] = [Policies.skilled, Policies.novice, Policies.rupturesThenRepairs]
    let once = try Self.course(name, seed: 4, policies)
    let again = try Self.course(name, seed: 4, policies)
    #expect(once.map(\.clients) == again.map(\.clients))
  }
}
