import Foundation
import Listening
import Repeatable
import TestSupport
import Testing

import Grading

@Suite struct GraderTests {
  let grader: Grader
  let client = "They sold the boat while I was at the clinic. Nobody rang me."

  init() throws { grader = try TestModel.grader() }

  @Test(arguments: [
    ("What was it like to come back and find it gone?", Question.open),
    ("Tell me more about the boat.", .open),
    ("How old was the boat?", .closed),
    ("Did anybody tell you?", .closed),
    ("They sold it while you were at the clinic.", .none),
  ])
  func questions(reply: String, question: Question) {
    #expect(grader.grade(reply, client: client).codes.question == question)
  }

  @Test(arguments: [
    ("They sold the boat, and nobody rang you.", true),
    ("That must be hard. I hear you. Your feelings are valid.", false),
    ("Did anybody tell you?", false),
  ])
  func reflections(reply: String, isReflection: Bool) {
    let codes = grader.grade(reply, client: client).codes
    #expect((codes.reflection != .none) == isReflection)
  }

  @Test(
    "A reply without words is silence, and words in brackets are words",
    arguments: [
      ("...", true), (" \n", true), ("      , ().", true), ("(Did anybody tell you?)", false),
      ("[Did anybody tell you?]", false),
    ])
  func silence(reply: String, isSilence: Bool) {
    let silence = grader.grade("", client: client)
    let grade = grader.grade(reply, client: client)
    if isSilence { #expect(grade == silence) } else { #expect(grade != silence) }
  }

  /// Of two moves in one sentence, the evidence for each lies in its own half.
  @Test(arguments: [
    (CodeName.question, "They sold it, ", "and what did that do to you?"),
    (.question, "Nobody rang you that day - ", "what was it like to come home?"),
    (.judgment, "You were at the clinic, ", "but that was a stupid thing to do."),
    (.repair, "You were waiting for a call, ", "and I got that wrong and I am sorry."),
  ])
  func evidenceIsNoWiderThanTheMove(code: CodeName, before: String, move: String) throws {
    let grade = grader.grade(before + move, client: client)
    let evidence = try #require(grade.evidence.first { $0.code == code })
    #expect(evidence.span.lowerBound >= before.utf8.count)
  }

  @Test("Evidence begins and ends where a clause does, and of several clauses takes no long run")
  func evidenceIsOfWholeClauses() throws {
    let file = Repository.root.appendingPathComponent("Corpus/held-out/as-people-reply.ndjson")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    struct Reply: Decodable {
      var client: String
      var text: String
    }
    let joining =
      #/
        (?i) (?: (?: as | even | just | only ) \s )?
        (?: and | or | but | nor | because | if | when | while | though | although | until | since )
        \b .*
      /#
      .dotMatchesNewlines()
    var marks = 0
    for line in lines {
      let record = try JSONDecoder().decode(Reply.self, from: Data(line.utf8))
      let text = record.text
      for evidence in grader.grade(text, client: record.client).evidence {
        let words = try #require(evidence.words(in: text))
        marks += 1
        let before = text[..<words.startIndex].split(separator: " ").last ?? ""
        let after = text[words.endIndex...].drop { $0 == " " }
        #expect(
          before.wholeMatch(of: /|.*\W|\S*\n|(?i)and|or|but|nor|um|uh|er|erm|hmm?|mm/) != nil
            || words.wholeMatch(of: joining) != nil, "begins inside: \(words)")
        #expect(
          after.isEmpty || after.first?.isLetter == false || words.hasSuffix("?")
            || words.hasSuffix("\"") || after.wholeMatch(of: joining) != nil,
          "ends inside: \(words)")
        let inner = words.split(separator: " ")
        if inner.count > 15 {
          #expect(!inner.dropFirst(3).dropLast(4).contains { $0.hasSuffix(",") })
        }
      }
    }
    #expect(marks > lines.count)
  }

  @Test(
    "Evidence with a quotation in it has the mark that closes it",
    arguments: [
      "You said only \"go on then\". You had nothing left to say it with.",
      "You said only “go on then.” You had nothing left to say it with.",
    ])
  func evidenceClosesQuotations(reply: String) throws {
    let grade = grader.grade(reply, client: "I couldn't argue. I only said, go on then.")
    try #require(!grade.evidence.isEmpty)
    for evidence in grade.evidence {
      let words = try #require(evidence.words(in: reply))
      let (opened, closed) = (
        words.count { "\"“".contains($0) }, words.count { "\"”".contains($0) }
      )
      #expect(words.contains("“") ? opened == closed : opened.isMultiple(of: 2), "\(words)")
    }
  }

  @Test("The evidence for a complex reflection is in what it adds to the client's words")
  func evidenceIsWhatIsAdded() throws {
    let client = "Okay. So there's a line, and I know where it is. I can work with that."
    let (theirs, added) = (
      "You know where the line is", "you can decide how close to it you want to walk"
    )
    for reply in ["\(theirs), and so \(added).", "\(added), because \(theirs)."] {
      let grade = grader.grade(reply, client: client)
      try #require(grade.codes.reflection == .complex, "\(reply)")
      let evidence = try #require(grade.evidence.first { $0.code == .reflection })
      let words = try #require(evidence.words(in: reply))
      #expect(words.contains("decide") && !words.contains("line"), "\(words)")
    }
  }

  @Test(
    "The evidence for a reflection is in none that asks, fits anybody or tells of the trainee",
    arguments: [
      ("I'm in no hurry myself.", "You never got to say goodbye to that boat."),
      ("That sounds hard.", "You never got to say goodbye to that boat."),
      ("Did anybody else look at you that way?", "You never got to say goodbye to that boat."),
    ])
  func evidenceTellsOfTheClient(other: String, reflection: String) throws {
    for reply in ["\(other) \(reflection)", "\(reflection) \(other)"] {
      let grade = grader.grade(reply, client: client)
      let evidence = try #require(grade.evidence.first { $0.code == .reflection }, "\(reply)")
      let words = try #require(evidence.words(in: reply))
      #expect(reflection.contains(words), "\(words)")
    }
  }

  @Test(arguments: [
    ("You should have kept an eye on it. You only have yourself to blame.", true),
    ("It was only a boat, and plenty of people have it worse.", true),
    ("They sold it without a word to you.", false),
    ("What would you want to say to them?", false),
  ])
  func judgments(reply: String, isJudging: Bool) {
    #expect((grader.grade(reply, client: client).codes.judgment != .none) == isJudging)
  }

  @Test func emptyRepliesCarryNothing() {
    for reply in ["", " ", "\0", "...", "?!", "\u{301}"] {
      let grade = grader.grade(reply, client: client)
      #expect(grade.codes == Codes())
      #expect(grade.evidence.isEmpty && grade.unsure.isEmpty)
    }
  }

  @Test func orderings() {
    let deep = grader.grade(
      "They let it go behind your back, as if you no longer counted.", client: client)
    let warm = grader.grade("I understand. I hear you. That is valid.", client: client)
    let harsh = grader.grade("Honestly, you are being dramatic. Get over it.", client: client)
    #expect(deep.empathy > warm.empathy)
    #expect(warm.empathy > harsh.empathy)
    #expect(harsh.nonjudgment < deep.nonjudgment)
  }

  @Test(arguments: [
    "They sold it, and you had to find out by yourself.", "What did you do then?",
    "Did you ring them?", "You should've checked, it's your own fault.",
    "I'm so sorry to hear that.",
  ])
  func spellingDoesNotCount(reply: String) {
    let grade = grader.grade(reply, client: client)
    let variants = [
      reply.uppercased(), reply.lowercased(), reply.replacing("'", with: "’"),
      reply.replacing(" ", with: "  "), "  " + reply + " ", reply.replacing(".", with: "!"),
    ]
    for variant in variants {
      #expect(grader.grade(variant, client: client).codes == grade.codes, "\(variant)")
    }
  }

  @Test("A line may be broken at any space: no grade depends on where text is wrapped")
  func wrapping() throws {
    struct Reply: Decodable { var client, text: String }
    let file = Repository.root.appendingPathComponent("Corpus/held-out/as-people-reply.ndjson")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    var generator = Seeded(seed: 11)
    func wrapped(_ text: String) -> String {
      let breaks = ["\n", " \n", "\r\n", "\u{2028}", " ", " "]
      return text.split(separator: " ").reduce(into: "") {
        $0 += $0.isEmpty ? $1 : (breaks.randomElement(using: &generator) ?? " ") + $1
      }
    }
    for line in lines {
      let reply = try JSONDecoder().decode(Reply.self, from: Data(line.utf8))
      let grade = grader.grade(reply.text, client: reply.client)
      let other = grader.grade(wrapped(reply.text) + "\n", client: wrapped(reply.client))
      #expect(other.codes == grade.codes && other.unsure == grade.unsure, "\(reply.text)")
    }
    #expect(lines.count > 300)
  }

  @Test func anyTextIsGradedAlikeTwiceWithSpansThatFit() {
    var random = SplitMix64(seed: 11)
    let pieces = [
      "you", "feel", "don't", "’", "“", "”", "?", ".", "…", "\n", " ", " ", "é", "e\u{301}", "👩‍👩‍👧",
      "日本",
      "\u{0}", "\u{202e}", "should", "what", "İ", "ß", "'", ",", "－", "a\u{300}\u{301}", "1.5",
      "\u{feff}",
    ]
    for _ in 0..<400 {
      let reply = (0..<Int.random(in: 0...30, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }.joined()
      let grade = grader.grade(reply, client: reply)
      #expect(grade == grader.grade(reply, client: reply))
      for evidence in grade.evidence {
        #expect(evidence.words(in: reply) != nil, "\(reply.debugDescription) \(evidence)")
        #expect((0...1).contains(evidence.confidence))
      }
      _ = grader.explain(reply, client: nil)
    }
  }

  @Test(arguments: ["a", "you should ", "?", "é", "\u{0}", "'", "\"", "\u{301}"])
  func aMegabyteIsGraded(piece: String) {
    let text = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
    let grade = grader.grade(text, client: text)
    #expect(grade.evidence.allSatisfy { $0.words(in: text) != nil })
  }

  @Test func reasonsQuoteTheReply() {
    let reasons = grader.explain("What did you do then?", client: client)
    #expect(reasons.contains { $0.feature.contains("\"") })
    #expect(reasons.allSatisfy { $0.weight != 0 })
  }

  @Test func aRunGivesTheReasonsTogetherWithTheGrade() {
    let run = GradingRun(grader)
    for reply in ["What did you do then?", "", "You should just move on.", "So it was hard."] {
      let explained = run.explain(reply, client: client)
      #expect(explained.grade == grader.grade(reply, client: client))
      #expect(explained.reasons == grader.explain(reply, client: client))
      #expect(run.grade(reply, client: client) == explained.grade)
    }
  }

  @Test(
    "A grade in a run does not depend on the reply before",
    arguments: ["Мой край мой", "Nguyễn Thế Hiển went", "친구가 갔어 그래서", "They sold the café"])
  func runsKeepNothing(client: String) {
    let composed = client.precomposedStringWithCanonicalMapping
    let decomposed = client.decomposedStringWithCanonicalMapping
    let reply = composed + "."
    for lines in [[composed, decomposed], [decomposed, composed]] {
      let run = GradingRun(grader)
      for line in lines {
        #expect(run.grade(reply, client: line) == grader.grade(reply, client: line))
      }
    }
  }

  @Test func theModelIsNamed() { #expect(grader.modelName.hasPrefix("attune@")) }
}
