import Clients
import Listening
import Scenarios
import TestSupport
import Testing

@Suite("Where the grader is unsure")
struct UnsureTests {
  /// Moves of each kind, in words that do not bear them out.
  static let moves: [(name: String, code: CodeName, set: @Sendable (inout Codes) -> Void)] = [
    ("judgment", .judgment, { $0.judgment = .mild }),
    ("repair", .repair, { $0.repair = true }),
    ("misreading", .misreading, { $0.misreading = true }),
    ("advice", .advice, { $0.advice = .unsolicited }),
    ("reflection", .reflection, { $0.reflection = .complex }),
    ("transparency", .transparency, { $0.transparency = true }),
    ("closed question", .question, { $0.question = .closed }),
    ("open question", .question, { $0.question = .open }),
    ("affirmation", .affirmation, { $0.affirmation = true }),
  ]

  @Test(
    "no answer presumes what was perhaps not said: the client tells a story, and comments on nothing",
    arguments: ShippedClients.names, moves.indices)
  func plausible(name: String, index: Int) throws {
    let vignette = try #require(ShippedClients.vignette(name))
    for seed in UInt64(0)..<20 {
      var client = Client(vignette, seed: seed)
      client.answer("So that hurt.", grade: SampleReplies.simple(1).grade)
      var doubtful = grade(Self.moves[index].set)
      doubtful.unsure = [Self.moves[index].code]
      client.answer("It was like that the day before as well.", grade: doubtful)
      let line = client.current.line
      #expect(vignette.topics.contains { $0.lines.contains(line) }, "\(client.current.text)")
      #expect(client.current.text == line.text, "\(client.current.text)")
    }
  }

  @Test(
    "a reflection that names a feeling not shown moves the client half as much, and is put right",
    arguments: ShippedClients.names)
  func misnamedFeeling(name: String) throws {
    let vignette = try #require(ShippedClients.vignette(name))
    for seed in UInt64(0)..<20 {
      let reply = SampleReplies.complex(1)
      var (fits, misses) = (Client(vignette, seed: seed), Client(vignette, seed: seed))
      let before = fits.alliance.bond
      fits.answer(reply.reply, grade: reply.grade)
      misses.answer(reply.reply, grade: reply.grade, misnaming: .pleasant)
      let (gain, half) = (fits.alliance.bond - before, misses.alliance.bond - before)
      #expect(abs(half * 2 - gain) < 1e-9)
      #expect(misses.current.text == misses.current.line.text, "\(misses.current.text)")
      #expect(vignette.reactions.standing[.misread]?.contains(misses.current.line) == true)
    }
  }

  @Test(
    "what was not found, and judgment that may be none, cast no doubt on what is there for sure",
    arguments: ShippedClients.names)
  func notFound(name: String) throws {
    let vignette = try #require(ShippedClients.vignette(name))
    func answer(_ unsure: CodeName, _ set: (inout Codes) -> Void) -> ClientLine {
      var client = Client(vignette, seed: 3)
      var doubtful = grade(set)
      doubtful.unsure = [unsure]
      client.answer("You had a lovely time with them on Monday then.", grade: doubtful)
      return client.current.line
    }
    func pool(_ occasions: Reactions.Standing...) -> [ClientLine] {
      occasions.flatMap { vignette.reactions.standing[$0] ?? [] }
    }
    #expect(pool(.misread).contains(answer(.judgment) { $0.misreading = true }))
    let withJudgment = answer(.judgment) {
      $0.misreading = true
      $0.judgment = .mild
    }
    #expect(pool(.misread).contains(withJudgment))
    let ordered = answer(.advice) {
      $0.judgment = .mild
      $0.judgmentKind = .order
    }
    #expect(pool(.advised, .withdrawal, .confrontation).contains(ordered))
    let ignored = answer(.falseReassurance) { $0.selfDisclosure = .takeover }
    #expect(pool(.ignored, .withdrawal).contains(ignored))
  }

  @Test("what the words bear out is answered all the same", arguments: ShippedClients.names)
  func borneOut(name: String) throws {
    let vignette = try #require(ShippedClients.vignette(name))
    func answer(_ reply: String, _ code: CodeName, _ set: (inout Codes) -> Void) -> ClientLine {
      var client = Client(vignette, seed: 3)
      client.answer(
        "You've brought this on yourself.", grade: SampleReplies.judgment(1, .mild).grade)
      var doubtful = grade(set)
      doubtful.unsure = [code]
      client.answer(reply, grade: doubtful)
      return client.current.line
    }
    func pool(_ occasion: Reactions.Standing) -> [ClientLine] {
      vignette.reactions.standing[occasion] ?? []
    }
    #expect(
      pool(.repaired).contains(
        answer("I'm sorry, that was wrong of me.", .repair) { $0.repair = true }))
    #expect(
      pool(.closed).contains(answer("Was it long ago?", .question) { $0.question = .closed }))
  }
}
