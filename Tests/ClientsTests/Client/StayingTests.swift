import Listening
import Repeatable
import Scenarios
import Testing

@testable import Clients

@Suite("Staying with what went deep")
struct StayingTests {
  /// A client who has just said this, after that line of a topic.
  private static func client(
    _ vignette: Vignette = AnswerTests.ada, at line: ClientLine, saying current: ClientLine? = nil,
    _ occasion: Client.Occasion = .talk
  ) -> Client {
    var client = Client(vignette, seed: 1)
    let topic = vignette.topics.first { $0.lines.contains(line) }
    client.topic = topic?.id
    client.told += topic?.lines.prefix { $0 != line } ?? []
    client.told.append(line)
    let now = current ?? line
    client.said.formUnion(client.told.map(\.text) + [now.text])
    client.depth = line.depth
    client.current = Client.Utterance(text: now.text, line: now, occasion: occasion)
    return client
  }

  private static let felt = AnswerTests.lake[3]
  private static let deepest = AnswerTests.lake[4]

  @Test(
    "understood in what it was like, with nothing further to be had, they stay with it",
    arguments: [
      "On that jetty, with your shoes in your hand.", "A jetty is no help to anybody.",
      "And since then you've had your shoes off, in a way, on the way to the van.",
    ])
  func staying(reply: String) {
    let client = Self.client(at: Self.felt)
    let text = AnswerTests.said(client, reply, AnswerTests.simple)
    #expect(text.hasSuffix("Asked: \(Self.felt.text)"), "\(text)")
    var after = client
    after.answer(reply, grade: AnswerTests.simple)
    #expect(AnswerTests.said(after, "So it was, on the jetty.", AnswerTests.simple) != text)
  }

  @Test("so they do after something between the two has come in between")
  func afterAmends() {
    let client = Self.client(
      at: Self.deepest, saying: AnswerTests.line("repaired 9", 0, asked: false))
    let text = AnswerTests.said(
      client, "You were strong, and you've driven that about with you.", AnswerTests.simple)
    #expect(text.hasSuffix("Asked: \(Self.deepest.text)"), "\(text)")
  }

  @Test("a reflection that holds no word of it, and one of a lighter line, do not hold them there")
  func elsewhere() {
    for reply in ["So that's how it was.", "You can't let it go, even now."] {
      let text = AnswerTests.said(Self.client(at: Self.felt), reply, AnswerTests.simple)
      #expect(!text.contains("Asked: "), "\(text)")
    }
    let lighter = Self.client(at: AnswerTests.lake[2])
    #expect(!AnswerTests.said(lighter, "She rowed.", AnswerTests.simple).contains("Asked: "))
  }

  @Test("given the moment that they asked for, they go on from where they were")
  func moment() throws {
    let pause = try #require(DefaultLines.pause.first)
    let client = Self.client(at: Self.deepest, saying: pause, .time)
    for reply in ["Take your time.", "", "I'm here."] {
      let text = AnswerTests.said(client, reply, grade { _ in })
      #expect(text.hasSuffix("Asked: \(Self.deepest.text)"), "\(text)")
      #expect(DefaultLines.resumingPrefaces.contains { text.hasPrefix($0) }, "\(text)")
    }
    // 'We can leave it there' is no waiting.
    let left = AnswerTests.said(client, "We can leave that just there for today.", grade { _ in })
    #expect(!left.contains("Asked: "), "\(left)")
  }

  @Test("from there they turn to what is under way rather than to small talk, while there is some")
  func smallTalk() {
    for seed in UInt64(1)...20 {
      var ada = AnswerTests.ada
      ada.topics[0].lines[3].asked = nil
      var client = Self.client(ada, at: ada.topics[0].lines[3])
      client.generator = SplitMix64(seed: seed)
      client.said.insert(AnswerTests.sister[0].text)
      // With trust for what lies one step down.
      for turn in 1...12 where client.alliance.depth < 2 {
        client = Self.trusted(client, turn)
      }
      let text = AnswerTests.said(client, "So it was.", AnswerTests.simple)
      #expect(text.hasSuffix(AnswerTests.sister[1].text), "\(text)")
    }
  }

  /// A client whose trust has grown by one reply, with all else as it was.
  private static func trusted(_ client: Client, _ turn: Int) -> Client {
    var next = client
    next.answer("\(turn). Part of you wants it over.", grade: AnswerTests.complex)
    (next.said, next.told, next.topic) = (client.said, client.told, client.topic)
    (next.current, next.depth) = (client.current, client.depth)
    return next
  }

  @Test("understood in what goes on in them now, they say more of it, where they have been as deep")
  func now() {
    var ada = AnswerTests.ada
    let first = AnswerTests.line("My foot's going.", asked: false)
    let second = AnswerTests.line("It's tight in here.", 2, asked: false)
    ada.answers[.now] = [second, first]
    let reply = "The foot had the news before you did."
    let deep = Self.client(ada, at: Self.felt, saying: first)
    #expect(AnswerTests.said(deep, reply, AnswerTests.complex).hasSuffix(second.text))
    #expect(!AnswerTests.said(deep, reply, AnswerTests.simple).hasSuffix(second.text))
    let early = Self.client(ada, at: AnswerTests.lake[0], saying: first)
    #expect(!AnswerTests.said(early, reply, AnswerTests.complex).hasSuffix(second.text))
  }
}
