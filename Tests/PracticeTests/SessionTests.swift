import LineProtocol
import Listening
import Practice
import Scenarios
import Testing
import Transcripts

@Suite("A session as a state machine")
struct SessionTests {
  /// The code that each command is answered with, by stage.
  static let table: [(line: String, codes: [Stage: Int])] = {
    func all(_ code: Int) -> [Stage: Int] {
      Dictionary(uniqueKeysWithValues: Stage.allCases.map { ($0, code) })
    }
    return [
      ("CAPABILITIES", all(210)), ("HELP", all(211)), ("VIGNETTES", all(212)),
      (
        "BEGIN foundations/ruth SEED 1",
        [.none: 220, .opened: 412, .underWay: 412, .ended: 220, .left: 220]
      ),
      (
        "BEGIN foundations/nobody",
        [.none: 510, .opened: 412, .underWay: 412, .ended: 510, .left: 510]
      ),
      ("NEXT maya-7", [.none: 511, .opened: 412, .underWay: 412, .ended: 220, .left: 414]),
      (
        "SAY And then?", [.none: 411, .opened: 221, .underWay: 221, .ended: 411, .left: 411]
      ),
      ("WHY", [.none: 411, .opened: 413, .underWay: 222, .ended: 222, .left: 222]),
      ("HINT", [.none: 411, .opened: 223, .underWay: 223, .ended: 411, .left: 411]),
      ("EXAMPLE", [.none: 411, .opened: 224, .underWay: 224, .ended: 411, .left: 411]),
      ("RETRY", [.none: 411, .opened: 413, .underWay: 225, .ended: 411, .left: 225]),
      ("SUMMARY", [.none: 411, .opened: 226, .underWay: 226, .ended: 226, .left: 226]),
      ("END", [.none: 411, .opened: 227, .underWay: 227, .ended: 411, .left: 411]),
      (
        "RESUME maya-7", [.none: 511, .opened: 412, .underWay: 412, .ended: 228, .left: 228]
      ),
      ("RESUME nobody-1", [.none: 511, .opened: 412, .underWay: 412, .ended: 511, .left: 511]),
      (#"SCORE {"text":"And then?"}"#, all(230)), ("SCORE {}", all(512)),
      ("QUIT", all(205)),
    ]
  }()

  @Test("no other reply is offered twice in a session, facts asked for after it or not")
  func offeredOnce() throws {
    var desk = try Desk()
    _ = desk.send(.begin(vignette: "foundations/wes", seed: 3))
    var offered: [String] = []
    for reply in [
      "How old is she?", "How many hours did you sleep last night?", "Where's Cleethorpes?",
      "How old is your daughter?", "Where is that?",
    ] {
      offered += desk.send(.say(reply)).items.compactMap {
        if case .event(.grade(let turn)) = $0 { turn.alternative?.text } else { nil }
      }
    }
    #expect(!offered.isEmpty)
    #expect(Set(offered).count == offered.count, "\(offered)")
  }

  @Test("what is no word of a reply's counts as little in a session as in a record")
  func marks() throws {
    var desk = try Stage.opened.desk()
    func grade(_ reply: Reply) throws -> Grade {
      try #require(
        reply.items.compactMap { item -> Grade? in
          switch item {
          case .score(let record): record.grade
          case .event(.grade(let turn)): turn.grade
          default: nil
          }
        }.first)
    }
    func scored(_ text: String) throws -> Grade {
      try grade(desk.send("SCORE {\"text\":\"\(text)\"}"))
    }
    let (plain, marked) = ("Why didn't you just leave?", "(laughs) Why didn't you just leave?")
    #expect(try scored(marked).codes == scored(plain).codes)
    let said = try grade(desk.send("SAY *nods* You feel torn about it."))
    desk = try Stage.opened.desk()
    #expect(try grade(desk.send("SAY You feel torn about it.")).codes == said.codes)
  }

  @Test(
    "a hint names what there is to hear, and no feelings where the author named none",
    arguments: [
      (["torn", "ashamed"], "Listen for: torn, ashamed. Beneath it: Half of her is gone."),
      ([], "Beneath it: Half of her is gone."),
    ] as [([String], String)])
  func hint(feelings: [String], text: String) throws {
    var desk = try Desk { library in
      for index in library.packs[0].vignettes.indices {
        library.packs[0].vignettes[index].opening.feelings = feelings
        library.packs[0].vignettes[index].opening.meaning = "Half of her is gone."
      }
    }
    _ = try desk.send("BEGIN foundations/maya SEED 7")
    #expect(try desk.send("HINT").items == [.hint(HintItem(text: text))])
  }

  @Test("each command has its code at each stage", arguments: Stage.allCases, table.indices)
  func codes(stage: Stage, index: Int) throws {
    let (line, codes) = Self.table[index]
    var desk = try stage.desk()
    #expect(try desk.send(line).code.rawValue == codes[stage], "\(line)")
  }

  @Test("the table has every verb")
  func verbs() {
    let tested = Set(Self.table.compactMap { $0.line.split(separator: " ").first.map(String.init) })
    #expect(tested == Set(Command.Verb.allCases.map(\.rawValue)))
  }

  @Test("a command that is refused or only asks changes nothing", arguments: Stage.allCases)
  func asking(stage: Stage) throws {
    var desk = try stage.desk()
    let before = try desk.id.map(desk.file)
    let summary = desk.send(.summary)
    for (line, codes) in Self.table where ![220, 221, 225, 227, 228].contains(codes[stage]) {
      _ = try desk.send(line)
    }
    #expect(desk.send(.summary) == summary)
    #expect(try desk.id.map(desk.file) == before)
  }

  @Test("a turn holds its grade and the client's answer, and keeps the reply")
  func turn() throws {
    var desk = try Stage.opened.desk()
    let reply = try desk.send("SAY You sat there, and then you came in.")
    let kinds = reply.items.map { item -> String in
      guard case .event(let event) = item else { return "?" }
      switch event {
      case .grade(let turn): return "grade \(turn.turn)"
      case .client(let turn): return "client \(turn.turn)"
      default: return "?"
      }
    }
    #expect(kinds == ["grade 1", "client 1"])
    #expect(desk.saved["maya-7"]?.count == 5)
  }

  @Test("a client who walks out ends the session in the same reply")
  func walkingOut() throws {
    let desk = try Stage.left.desk()
    let last = try #require(desk.saved["maya-7"]?.last)
    guard case .end(let end) = last else {
      Issue.record("the last event is \(last)")
      return
    }
    #expect(end.reason == .left && !end.outcome.returns)
  }

  @Test("what cannot be kept has not happened", arguments: Stage.allCases)
  func undone(stage: Stage) throws {
    for (line, codes) in Self.table where [220, 221, 225, 227].contains(codes[stage]) {
      var desk = try stage.desk()
      let summary = desk.send(.summary)
      desk.fails = true
      #expect(try desk.send(line).code == .notSaved, "\(line)")
      desk.fails = false
      #expect(desk.send(.summary) == summary, "\(line)")
      #expect(try desk.send(line).code.rawValue == codes[stage], "\(line)")
    }
  }

  @Test("a turn lost and said again goes as if it had gone well the first time")
  func lostAndSaid() throws {
    var (lossy, sound) = (try Stage.underWay.desk(), try Stage.underWay.desk())
    lossy.fails = true
    #expect(lossy.send(.say("Part of you wanted to go.")).code == .notSaved)
    lossy.fails = false
    #expect(
      lossy.send(.say("Part of you wanted to go.")) == sound.send(.say("Part of you wanted to go."))
    )
  }

  @Test("a reply that is too long is refused")
  func tooLong() throws {
    var desk = try Stage.opened.desk()
    let most = CommandReader.maxReplyLength
    #expect(desk.send(.say(String(repeating: "x", count: most + 1))).code == .replyTooLong)
    #expect(desk.saved["maya-7"]?.count == 2)
  }

  @Test("an unknown vignette is named back, with a near one")
  func nearName() throws {
    var desk = try Desk()
    #expect(try desk.send("BEGIN foundations/mya").text.contains("foundations/maya"))
  }

  @Test("without a seed one is chosen, each time another")
  func seeds() throws {
    var desk = try Desk()
    var names: Set<String> = []
    for _ in 0..<5 {
      names.insert(try desk.send("BEGIN maya").text)
      #expect(try desk.send("END").code == .ended)
    }
    #expect(names.count == 5)
  }
}
