import Listening
import Repeatable
import Scenarios
import Testing

import Clients

@Suite("What a client says to each kind of reply")
struct ClientTests {
  static let seeds: [UInt64] = Array(0..<20)

  static func client(_ name: String, _ seed: UInt64 = 1) throws -> Client {
    Client(try #require(ShippedClients.teller(name)), seed: seed)
  }

  /// What a client says to replies, the last of which counts.
  static func line(_ name: String, _ seed: UInt64, _ answers: [GradedReply]) throws -> Client {
    var client = try client(name, seed)
    for answer in answers { client.answer(answer.reply, grade: answer.grade) }
    return client
  }

  static func texts(_ client: Client, _ occasion: Reactions.Standing) -> [String] {
    client.vignette.reactions.standing[occasion]?.map(\.text) ?? []
  }

  static func topic(of client: Client) -> Topic? {
    client.vignette.topics.first { $0.lines.contains(client.current.line) }
  }

  @Test("a session opens with the opening", arguments: ShippedClients.names)
  func opening(name: String) throws {
    let client = try Self.client(name)
    #expect(client.current.text == client.vignette.opening.text)
    #expect(client.ending == nil && client.depth == 0)
  }

  @Test("an open question or a reflection brings a story", arguments: ShippedClients.names, seeds)
  func stories(name: String, seed: UInt64) throws {
    for answer in [
      SampleReplies.open(1), SampleReplies.simple(1), SampleReplies.complex(1),
      SampleReplies.affirmation(1),
    ] {
      let client = try Self.line(name, seed, [answer])
      #expect(Self.topic(of: client) != nil)
      #expect(client.depth >= 1)
    }
  }

  @Test(
    "each other kind of reply has its own kind of answer",
    arguments: ShippedClients.names,
    [
      ("closed", SampleReplies.closed(1), Reactions.Standing.closed),
      ("advice", SampleReplies.advice(1), .advised),
      ("misreading", SampleReplies.misreading(1), .misread),
      ("transparency", SampleReplies.transparency(1), .transparent),
      ("silence", GradedReply(reply: "  …", grade: grade { _ in }), .ignored),
    ])
  func standing(
    name: String, kind: (name: String, answer: GradedReply, occasion: Reactions.Standing)
  )
    throws
  {
    for seed in Self.seeds {
      let client = try Self.line(name, seed, [kind.answer])
      #expect(Self.texts(client, kind.occasion).contains(client.current.text))
    }
  }

  @Test("judgment brings hurt, or a rupture's first sign", arguments: ShippedClients.names, seeds)
  func judgment(name: String, seed: UInt64) throws {
    for strength in [Judgment.mild, .strong] {
      let client = try Self.line(name, seed, [SampleReplies.judgment(1, strength)])
      let occasion: Reactions.Standing =
        switch client.alliance.rupture {
        case .none: .judged
        case .withdrawal: .withdrawal
        case .confrontation: .confrontation
        }
      #expect(Self.texts(client, occasion).contains(client.current.text))
    }
  }

  @Test(
    "a miss owned is met with softening, in a rupture and before one",
    arguments: ShippedClients.names, [Judgment.mild, .strong])
  func repair(name: String, strength: Judgment) throws {
    let client = try Self.line(
      name, 2, [SampleReplies.judgment(1, strength), SampleReplies.repair(2)])
    #expect(Self.texts(client, .repaired).contains(client.current.text))
  }

  @Test(
    "what may be no slip is let pass, at a price; what may be no slight costs nothing",
    arguments: ShippedClients.names)
  func letPass(name: String) throws {
    for (code, answer) in [
      (CodeName.misreading, SampleReplies.misreading(1)),
      (.judgment, SampleReplies.judgment(1, .mild)),
    ] {
      var answer = answer
      answer.grade.unsure = [code]
      answer.grade.codes.reflection = .simple
      let client = try Self.line(name, 2, [answer])
      #expect(Self.topic(of: client) != nil)
      let change = client.alliance.bond - client.alliance.startingBond
      #expect(code == .misreading ? change < 0 : change >= 0)
    }
  }

  @Test("an apology for nothing is no event", arguments: ShippedClients.names)
  func noMiss(name: String) throws {
    let client = try Self.line(name, 2, [SampleReplies.repair(1)])
    #expect(!Self.texts(client, .repaired).contains(client.current.text))
  }

  @Test("one nod keeps them talking, nods alone do not", arguments: ShippedClients.names, seeds)
  func nods(name: String, seed: UInt64) throws {
    let nods = ["Mm.", "Okay.", "Right."].map { GradedReply(reply: $0, grade: grade { _ in }) }
    let once = try Self.line(name, seed, [nods[0]])
    let twice = try Self.line(name, seed, Array(nods.prefix(2)))
    #expect(Self.topic(of: once) != nil)
    #expect(Self.texts(twice, .ignored).contains(twice.current.text))
    #expect(twice.alliance.bond < once.alliance.bond)
  }

  @Test("a speech beside the point is let pass politely", arguments: ShippedClients.names)
  func speech(name: String) throws {
    var rng = SplitMix64(seed: 1)
    let story = Policies.overDiscloser(try Self.client(name), 1, &rng)
    let client = try Self.line(name, 1, [story])
    #expect(Self.texts(client, .withdrawal).contains(client.current.text))
  }

  @Test("trust that is lost is told under what lost it")
  func accounts() throws {
    var client = try Self.client("maya")
    var answer = SampleReplies.open(1).grade
    answer.codes.misreading = true
    answer.unsure = [.misreading]
    for turn in 1...3 { client.answer("\(turn) And what did you expect?", grade: answer) }
    for (kind, change) in client.bondContributions where change < 0 {
      #expect(kind != .move(.explored) && kind != .move(.understood))
    }
    #expect(client.bondContributions[.move(.misread), default: 0] < 0)
    // A warning presses rather than judges, sure or not.
    var warned = try Self.client("maya")
    var warning = SampleReplies.judgment(1, .mild).grade
    warning.codes.judgmentKind = .warn
    warning.unsure = [.judgment]
    warned.answer("You'll regret it if you don't go back.", grade: warning)
    #expect(warned.bondContributions[.move(.pressured), default: 0] < 0)
    #expect(warned.bondContributions[.move(.judged)] == nil)
  }

  @Test("last words fit how it went", arguments: ShippedClients.names)
  func closings(name: String) throws {
    let words = try Self.client(name).vignette.closings
    let warm = Sessions.played("skilled", name).map { $0.end.farewell() }
    #expect(warm.allSatisfy { words[.warm]?.contains($0) == true })
    let neutral = try Self.client(name)
    #expect(words[.neutral]?.contains(neutral.farewell()) == true && neutral.returns)
    let cool = try Self.line(name, 1, [SampleReplies.judgment(1, .strong)])
    #expect(words[.cool]?.contains(cool.farewell()) == true && !cool.returns)
  }

  @Test("asking for last words ends nothing", arguments: ShippedClients.names)
  func farewell(name: String) throws {
    let client = try Self.client(name)
    let copy = client
    #expect(client.farewell() == client.farewell())
    #expect(client == copy && client.ending == nil)
  }
}
