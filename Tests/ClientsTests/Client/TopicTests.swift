import Listening
import Repeatable
import Scenarios
import Testing

@testable import Clients

@Suite("What a client turns to next")
struct TopicTests {
  @Test(
    "the topic that a question names is taken up", arguments: ShippedClients.names,
    ClientTests.seeds)
  func named(name: String, seed: UInt64) throws {
    // A topic without a line that anyone may hear waits for trust.
    for topic in try ClientTests.client(name).vignette.topics
    where topic.lines.contains(where: { $0.depth == 1 }) {
      let question = GradedReply(
        reply: "Tell me about \(topic.about.prefix(3).joined(separator: " and ")).",
        grade: grade { $0.question = .open })
      #expect(ClientTests.topic(of: try ClientTests.line(name, seed, [question]))?.id == topic.id)
    }
  }

  @Test(
    "who is understood stays on the topic while it has more", arguments: ShippedClients.names,
    ClientTests.seeds
  )
  func stays(name: String, seed: UInt64) throws {
    var client = try ClientTests.line(name, seed, [SampleReplies.open(1)])
    for turn in 2...Played.length {
      let before = try #require(ClientTests.topic(of: client))
      let told = client.current.line
      // Words of another topic in a reflection are no question about it.
      let other = client.vignette.topics.first { $0.id != before.id }?.about.first ?? ""
      client.answer("\(turn). So \(other) comes into it.", grade: SampleReplies.simple(turn).grade)
      guard let after = ClientTests.topic(of: client) else {
        // Nothing more to tell of it, and a pause before something else.
        #expect(told == before.lines.last)
        break
      }
      let index = try #require(before.lines.firstIndex(of: told))
      let next = before.lines.dropFirst(index + 1).first
      if let next, next.depth <= told.depth { #expect(after.id == before.id) }
    }
  }

  @Test(
    "an open question that names nothing stays on the topic", arguments: ShippedClients.names,
    ClientTests.seeds
  )
  func openStays(name: String, seed: UInt64) throws {
    let first = try ClientTests.line(name, seed, [SampleReplies.simple(1)])
    let topic = try #require(ClientTests.topic(of: first))
    guard topic.lines.count(where: { $0.depth == 1 }) > 1 else { return }
    let second = try ClientTests.line(name, seed, [SampleReplies.simple(1), SampleReplies.open(2)])
    #expect(ClientTests.topic(of: second)?.id == topic.id)
  }

  @Test(
    "asked for more of a topic than they dare, a client says so before they turn to another",
    arguments: ShippedClients.names, ClientTests.seeds.prefix(3))
  func notYet(name: String, seed: UInt64) throws {
    for topic in try ClientTests.client(name).vignette.topics {
      var client = try ClientTests.client(name, seed)
      let about = topic.about.prefix(3).joined(separator: " and ")
      for turn in 1...topic.lines.count {
        client.answer("\(turn). Tell me about \(about).", grade: SampleReplies.open(turn).grade)
        let told = ClientTests.topic(of: client)
        if told?.id == topic.id { continue }
        // The words may name another topic as well, which then is no other.
        func stems(_ words: some Sequence<String>) -> Set<Substring> {
          Set(words.map { $0.prefix(4) })
        }
        if let told, !stems(told.about).isDisjoint(with: stems(topic.about.prefix(3))) { break }
        #expect(told == nil, "\(topic.id)")
        #expect(!client.current.line.example.isEmpty && !client.current.line.why.isEmpty)
        break
      }
    }
  }

  @Test(
    "what is taken back, and a home that something is likened to, name no topic",
    arguments: [
      ("I shouldn't have started with your sister. You like the water.", "lake"),
      ("I should not have asked about Ruth. Tell me about the lake.", "lake"),
      ("I take that back. You went to your sister.", "sister"),
      ("It was like a second home.", nil), ("So it was home for you.", nil),
      ("You like it at home.", "sister"),
    ] as [(String, String?)])
  func takenBack(reply: String, topic: String?) {
    let client = Client(AnswerTests.ada, seed: 1)
    #expect(client.topicNamed(by: Client.Reply(reply).naming) == topic)
  }

  @Test("a home that something is likened to is asked about by no question")
  func likened() {
    let question = { (text: String) in Question(Clause.all(of: text)).things }
    let home = Words.stem("home")
    #expect(!question("So it was home for you, and then?").contains(home))
    #expect(!question("Was it like a second home?").contains(home))
    #expect(question("What was home like?").contains(home))
    #expect(question("How is it at home?").contains(home))
  }

  @Test(
    "each topic is told from the surface down", arguments: ShippedClients.names, ClientTests.seeds)
  func surfaceDown(name: String, seed: UInt64) {
    let session = Sessions.played("skilled", name)[Int(seed)]
    var deepest: [String: Int] = [:]
    for client in session.clients {
      guard let topic = ClientTests.topic(of: client) else { continue }
      #expect(client.current.line.depth >= deepest[topic.id] ?? 0)
      deepest[topic.id] = client.current.line.depth
    }
  }

  @Test(
    "nobody comments on every reply, but for passing a question over or turning elsewhere",
    arguments: ShippedClients.names, ClientTests.seeds)
  func responses(name: String, seed: UInt64) {
    let session = Sessions.played("skilled", name)[Int(seed)]
    let inFront = session.clients.map(\.current).filter { !$0.line.text.isEmpty }
      .map { $0.text.dropLast($0.line.text.count) }
    let exempt =
      DefaultLines.turningPrefaces + DefaultLines.sideways + DefaultLines.unanswered.map(\.text)
      + (ShippedClients.vignette(name)?.reactions.passedOver ?? [])
    let responds = inFront.map { words in
      !words.isEmpty && !exempt.contains { $0 + " " == words }
    }
    #expect(zip(responds, responds.dropFirst()).allSatisfy { !($0 && $1) })
    #expect(inFront.contains { !$0.isEmpty })
  }

  /// What a client says who is brought back to something.
  private static let back = DefaultLines.returnPrefaces

  @Test("a client brought back to something says so, at times, and goes on with it")
  func refersBack() {
    var times = 0
    for vignette in ShippedClients.tellers {
      for seed in ClientTests.seeds {
        var client = Client(vignette, seed: seed)
        client.answer("How was it?", grade: SampleReplies.open(1).grade)
        guard let first = ClientTests.topic(of: client),
          let other = vignette.topics.first(where: { $0.id != first.id })
        else { continue }
        func name(_ topic: Topic) -> String { "\(topic.about[0]) and \(topic.about[1])" }
        client.answer("Tell me about \(name(other)).", grade: SampleReplies.open(2).grade)
        guard ClientTests.topic(of: client)?.id == other.id else { continue }
        client.answer("And what about \(name(first))?", grade: SampleReplies.open(3).grade)
        guard ClientTests.topic(of: client)?.id == first.id else { continue }
        times += Self.back.contains { client.current.text.hasPrefix($0) } ? 1 : 0
      }
    }
    #expect(times > 50)
  }

  @Test(
    "a client who was not asked about something earlier does not say they were brought back to it",
    arguments: ShippedClients.names)
  func noFalseReference(name: String) throws {
    let topics = try ClientTests.client(name).vignette.topics
    for seed in ClientTests.seeds {
      var client = try ClientTests.client(name, seed)
      for turn in 1...8 {
        // A word of some topic in a reply that asks nothing.
        let words = topics[turn % topics.count].about.prefix(2).joined(separator: " and ")
        client.answer(
          "\(turn). That's all right, whatever of \(words).",
          grade: SampleReplies.simple(turn).grade)
        #expect(!Self.back.contains { client.current.text.hasPrefix($0) }, "\(client.current.text)")
      }
    }
  }

  @Test("an open question that nothing answers begins nothing new; after it they go on, and say so")
  func passesOver() {
    // The first time in each session, when none of these words has been used.
    var (passed, turned) = (0, 0)
    for vignette in ShippedClients.tellers {
      let words =
        vignette.reactions.passedOver.filter { !Words.announces($0) }
        + DefaultLines.unanswered.map(\.text)
      for seed in ClientTests.seeds {
        var client = Client(vignette, seed: seed)
        client.answer("So it was like that.", grade: SampleReplies.simple(1).grade)
        for turn in 2...9 {
          let before = client
          client.answer("\(turn). What was that like?", grade: SampleReplies.open(turn).grade)
          if ClientTests.topic(of: client)?.id == ClientTests.topic(of: before)?.id { continue }
          #expect(words.contains(client.current.text), "\(client.current.text)")
          passed += 1
          client.answer("And what was it like?", grade: SampleReplies.open(turn).grade)
          let goingOn =
            DefaultLines.turningPrefaces + DefaultLines.sideways + words
            + vignette.reactions.passedOver
          let isSaid = goingOn.contains { client.current.text.hasPrefix($0) }
          if ClientTests.topic(of: client) != nil, isSaid { turned += 1 }
          // Nothing was told that they could go on from.
          #expect(!DefaultLines.furtherPrefaces.contains { client.current.text.hasPrefix($0) })
          break
        }
      }
    }
    #expect(passed > 100)
    #expect(turned * 10 > passed * 9)
  }

  @Test(
    "nobody announces an answer and then tells what was not asked", arguments: ShippedClients.names)
  func announcesNoOther(name: String) throws {
    var announced = 0
    for seed in ClientTests.seeds {
      var client = try ClientTests.client(name, seed)
      for turn in 1...10 {
        let other = client.vignette.topics[turn % client.vignette.topics.count]
        let question =
          turn.isMultiple(of: 2) ? "What was that like for you?" : "What about \(other.about[0])?"
        client.answer("\(turn). \(question)", grade: SampleReplies.open(turn).grade)
        let words = client.vignette.reactions.prefaces[.explored] ?? []
        guard words.contains(where: { client.current.text.hasPrefix($0 + " ") }) else { continue }
        announced += 1
        if turn.isMultiple(of: 2) {
          #expect(client.current.line.depth >= 3)
        } else {
          let stem = Words.stem(other.about[0])
          #expect(
            ClientTests.topic(of: client)?.about.map(Words.stem).contains(stem) == true
              || Words.content(of: client.current.line.text).contains(stem))
        }
      }
    }
    #expect(announced > 0)
  }

  @Test("a question that takes up a word of the last line gets more of the same topic")
  func moreOfTheSame() throws {
    var asked = 0
    for vignette in ShippedClients.tellers {
      for seed in ClientTests.seeds.prefix(5) {
        var client = Client(vignette, seed: seed)
        client.answer("So it was like that.", grade: SampleReplies.simple(1).grade)
        guard let topic = ClientTests.topic(of: client),
          topic.lines.contains(where: { $0.depth == 1 && $0 != client.current.line }),
          let word = topic.about.first(where: {
            Words.content(of: client.current.line.text).contains(Words.stem($0))
          })
        else { continue }
        asked += 1
        client.answer("What about the \(word)?", grade: SampleReplies.open(2).grade)
        #expect(ClientTests.topic(of: client)?.id == topic.id, "\(vignette.id), \(word)")
      }
    }
    #expect(asked > 50)
  }

  @Test("a question that names something in the lines of one topic alone gets that topic")
  func namedByItsLines() throws {
    func topic(_ name: String, _ question: String) throws -> String? {
      let grade = SampleReplies.open(1).grade
      return ClientTests.topic(
        of: try ClientTests.line(name, 1, [GradedReply(reply: question, grade: grade)]))?
        .id
    }
    // 'Forklift' is in the lines of that topic alone, and among no topic's own words.
    #expect(try topic("callum", "What about the forklift?") == "nerve")
    #expect(try topic("hazel", "What about the extractor?") == topic("hazel", "What about Keith?"))
  }

  @Test(
    "heard in the heaviest line of a topic, a client pauses before another topic",
    arguments: ShippedClients.names)
  func pauses(name: String) throws {
    var (pauses, other) = (0, 0)
    for seed in ClientTests.seeds {
      var client = try ClientTests.client(name, seed)
      for turn in 1...30 where client.ending == nil {
        let before = client
        // Words that name no topic.
        client.answer("\(turn). So it is, and so it was.", grade: SampleReplies.complex(turn).grade)
        guard before.current.line.depth == 4, client.ending == nil else { continue }
        guard let topic = ClientTests.topic(of: client) else {
          pauses += 1
          #expect(!client.current.line.example.isEmpty && !client.current.line.why.isEmpty)
          #expect(client.bondContributions[.move(.ignored)] == nil)
          continue
        }
        if topic.id != ClientTests.topic(of: before)?.id { other += 1 }
      }
    }
    #expect(pauses > 0)
    #expect(other == 0)
  }

  @Test("a line of a pack that ends on asking for a moment is taken at its word")
  func asksForTime() throws {
    /// Maya, who has just answered a closed question in these words.
    func saying(_ words: String, seed: UInt64) throws -> Client {
      var vignette = try #require(ShippedClients.teller("maya"))
      // No topic is current, so that the story turns to one.
      vignette.opening.text = "Hello."
      var line = vignette.opening
      line.text = words
      vignette.reactions.standing[.closed] = [line]
      var client = Client(vignette, seed: seed)
      client.answer("Is it?", grade: SampleReplies.closed(1).grade)
      #expect(client.current.text == words)
      return client
    }
    for seed in ClientTests.seeds {
      for (words, isAsked) in [("I need a minute.", true), ("It took me a minute.", false)] {
        let client = try saying(words, seed: seed)
        #expect((client.occasion == .time) == isAsked)
        var silent = client
        silent.answer("", grade: grade { _ in })
        #expect((silent.alliance.bond >= client.alliance.bond) == isAsked)
      }
    }
  }

  @Test(
    "leave to stop for a moment is given by silence and by a word of leave, and then they go on",
    arguments: [
      "", "Of course, take your time.", "Sorry, take your time.", "Yes, of course it's all right.",
      "Of course you can. Sit as long as you like.",
    ])
  func leaveForMoment(reply: String) throws {
    let asking = "Is it all right if I just sit a second?"
    var wes = try #require(ShippedClients.teller("wes"))
    var line = ClientLine()
    line.text = asking
    wes.reactions.standing[.closed] = [line]
    var client = Client(wes, seed: 1)
    client.answer("Is it?", grade: SampleReplies.closed(1).grade)
    #expect(client.current.text == asking && client.occasion == .time)
    let bond = client.alliance.bond
    client.answer(reply, grade: grade { _ in })
    #expect(client.alliance.bond >= bond)
    #expect(DefaultLines.resumingPrefaces.contains { client.current.text.hasPrefix($0) })
  }

  @Test(
    "a moment asked for in any words of a pack is given by silence, a word of leave and time",
    arguments: [
      ("lionel", "If I could have a minute for the second."),
      ("felix", "Give me a tick on that one."), ("jonas", "Can I have a minute on that?"),
      ("ruth", "I'd want a minute at the lights."),
      ("neville", "That wants a minute."), ("leonie", "Bear with me."),
    ])
  func momentInOtherWords(name: String, words: String) throws {
    var vignette = try #require(ShippedClients.teller(name))
    vignette.reactions.standing[.closed] = vignette.reactions.standing[.closed]?.filter {
      $0.text.contains(words)
    }
    var client = Client(vignette, seed: 1)
    client.answer("Is it?", grade: SampleReplies.closed(1).grade)
    #expect(client.current.text.contains(words) && client.occasion == .time)
    for reply in ["", "Take your time.", "Of course."] {
      var next = client
      next.answer(reply, grade: grade { _ in })
      #expect(next.alliance.bond >= client.alliance.bond, "\(reply)")
      #expect(DefaultLines.resumingPrefaces.contains { next.current.text.hasPrefix($0) })
    }
  }

  @Test("a question behind a reflection is answered, and nobody thanks for being heard instead")
  func answersTheQuestion() {
    for vignette in ShippedClients.tellers {
      for seed in ClientTests.seeds.prefix(5) {
        var client = Client(vignette, seed: seed)
        for turn in 1...8 {
          var grade = SampleReplies.complex(turn).grade
          grade.codes.question = turn % 2 == 0 ? .open : .closed
          client.answer("\(turn). Part of you stays. What keeps you there?", grade: grade)
          let thanks = vignette.reactions.prefaces[.understood] ?? []
          #expect(!thanks.contains { client.current.text.hasPrefix($0 + " ") })
        }
      }
    }
  }
}
