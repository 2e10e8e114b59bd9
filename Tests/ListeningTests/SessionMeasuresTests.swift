import Foundation
import Listening
import Testing

@Suite("A session in MITI's measures")
struct SessionMeasuresTests {
  static func turn(_ text: String, _ change: (inout Codes) -> Void) -> (text: String, grade: Grade)
  {
    (text, Grade(codes: Codes().with(change), evidence: [], unsure: [], model: "m@1"))
  }

  static let session = SessionMeasures(
    turns: [
      turn("You feel torn.") { $0.reflection = .complex },
      turn("You stayed.") { $0.reflection = .simple },
      turn("And then? What was it like?") { $0.question = .open },
      turn("It was hard, and did you sleep?") {
        $0.reflection = .simple
        $0.question = .closed
        $0.affirmation = true
        $0.collaboration = true
      },
      turn("You should have left, you fool.") {
        $0.judgment = .strong
        $0.advice = .unsolicited
      },
    ],
    clientLines: ["I almost didn't come.", "No."])

  @Test("Replies are counted by what they hold")
  func counts() {
    let m = Self.session
    #expect(m.replies == 5)
    #expect(m.simpleReflections == 2)
    #expect(m.complexReflections == 1)
    #expect(m.openQuestions == 1)
    #expect(m.closedQuestions == 1)
    #expect(m.adherent == 2)
    #expect(m.nonAdherent == 2)
    #expect(m.traineeWords == 24)
    #expect(m.clientWords == 5)
  }

  @Test(
    "Each move counts once for or against the manual's spirit, and other moves do not",
    arguments: [
      (1, 0, Codes().with { $0.affirmation = true }),
      (1, 0, Codes().with { $0.collaboration = true }),
      (1, 0, Codes().with { $0.autonomy = true }),
      (0, 1, Codes().with { $0.judgment = .mild }),
      (0, 1, Codes().with { $0.judgment = .strong }),
      (0, 1, Codes().with { $0.advice = .unsolicited }),
      (0, 0, Codes().with { $0.advice = .permitted }),
      (0, 0, Codes().with { $0.information = true }),
      (0, 0, Codes().with { $0.reflection = .complex }),
    ])
  func adherence(adherent: Int, nonAdherent: Int, codes: Codes) {
    let m = SessionMeasures(turns: [Self.turn("So.") { $0 = codes }], clientLines: [])
    #expect(m.adherent == adherent)
    #expect(m.nonAdherent == nonAdherent)
  }

  @Test("Shares and ratios are taken of the counts")
  func shares() {
    let m = Self.session
    #expect(m.reflectionsPerQuestion == 1.5)
    #expect(m.complexShare == 1.0 / 3)
    #expect(m.openShare == 0.5)
    #expect(m.traineeShare == 24.0 / 29)
  }

  @Test("Means are kept to one decimal")
  func means() {
    let turns = [0, 1, 1].map { score in
      (
        text: "Mm.",
        grade: Grade(
          empathy: score, openness: 50, nonjudgment: 100 - score, codes: Codes(), model: "m@1")
      )
    }
    let m = SessionMeasures(turns: turns, clientLines: [])
    #expect(m.empathy == 0.7)
    #expect(m.openness == 50)
    #expect(m.nonjudgment == 99.3)
  }

  @Test("Where there is nothing to divide by, there is no share and no mean, and JSON says null")
  func nothing() throws {
    let m = SessionMeasures(turns: [], clientLines: [])
    #expect(m.replies == 0)
    #expect(m.empathy == nil && m.openness == nil && m.nonjudgment == nil)
    let object = try JSONSerialization.jsonObject(with: try JSONEncoder().encode(m))
    let keys = try #require(object as? [String: Any])
    #expect(keys.count == 12)
    #expect(
      keys.filter { $0.value is NSNull }.keys.sorted() == ["empathy", "nonjudgment", "openness"])
    #expect(try JSONDecoder().decode(SessionMeasures.self, from: JSONEncoder().encode(m)) == m)
    #expect(m.reflectionsPerQuestion == nil)
    #expect(m.complexShare == nil)
    #expect(m.openShare == nil)
    #expect(m.traineeShare == nil)
  }

  @Test("A tally has the measures of what it has taken, at every turn")
  func tally() {
    var tally = SessionTally()
    #expect(tally.measures == SessionMeasures(turns: [], clientLines: []))
    let turns = [
      Self.turn("You feel torn.") { $0.reflection = .complex },
      Self.turn("You fool.") { $0.judgment = .mild },
      Self.turn("What now?") { $0.question = .open },
    ]
    for (count, turn) in turns.enumerated() {
      tally.add(clientLine: "It was so.")
      tally.add(turn.text, turn.grade)
      let lines = Array(repeating: "It was so.", count: count + 1)
      let whole = SessionMeasures(turns: Array(turns[...count]), clientLines: lines)
      #expect(tally.measures == whole)
    }
    #expect(tally.measures.nonjudgment == 85)
  }

  @Test("Reflections without questions have no ratio, questions without reflections have zero")
  func oneSided() {
    let reflecting = SessionMeasures(
      turns: [Self.turn("So.") { $0.reflection = .complex }], clientLines: [])
    #expect(reflecting.reflectionsPerQuestion == nil)
    #expect(reflecting.complexShare == 1)
    let asking = SessionMeasures(
      turns: [Self.turn("When?") { $0.question = .closed }], clientLines: [])
    #expect(asking.reflectionsPerQuestion == 0)
    #expect(asking.openShare == 0)
    #expect(asking.complexShare == nil)
  }

  @Test("A silent trainee has no share of the words")
  func silence() {
    let m = SessionMeasures(turns: [Self.turn("") { _ in }], clientLines: ["Hello?"])
    #expect(m.traineeWords == 0)
    #expect(m.traineeShare == 0)
  }

  @Test(
    "Who says more than half of the words leaves little room",
    arguments: [(0, 0, false), (2, 2, false), (3, 2, true), (2, 3, false), (1, 0, true)])
  func room(trainee: Int, client: Int, isLittle: Bool) {
    var m = SessionMeasures()
    (m.traineeWords, m.clientWords) = (trainee, client)
    #expect(m.leavesLittleRoom == isLittle)
  }

  @Test("Measures come back from JSON as they went")
  func roundTrip() throws {
    let data = try JSONEncoder().encode(Self.session)
    #expect(try JSONDecoder().decode(SessionMeasures.self, from: data) == Self.session)
  }

  @Test(
    "A value is rounded to as many decimals as are wanted, halves away from zero",
    arguments: [
      (2.0 / 3, 0, 1.0), (2.0 / 3, 1, 0.7), (2.0 / 3, 4, 0.6667), (0.125, 2, 0.13),
      (-0.125, 2, -0.13), (0.0, 3, 0.0),
    ])
  func rounding(value: Double, places: Int, rounded: Double) {
    #expect(value.rounded(places: places) == rounded)
  }

  @Test(
    "Words are runs that hold a letter or a digit",
    arguments: [
      ("", 0), ("   \n\t", 0), ("...", 0), ("— –", 0), ("Hm.", 1), ("I didn't come.", 3),
      ("well-paid owl", 2), ("2 years", 2), ("no\u{A0}break", 2), ("你很累", 1), ("¿Qué tal?", 2),
      ("wait - what", 2), ("🙂", 0), ("\r\none\r\ntwo\r\n", 2),
    ])
  func words(text: String, count: Int) {
    #expect(wordCount(text) == count)
  }
}

@Suite("The manual's marks")
struct MarkTests {
  @Test(
    "Reflections per question: 1 is fair, 2 is good",
    arguments: [
      (0.0, Mark.below), (0.99, .below), (1, .fair), (1.99, .fair), (2, .good), (9, .good),
    ])
  func ratio(value: Double, mark: Mark) {
    #expect(MarkedMeasure.reflectionsPerQuestion.marks.mark(value) == mark)
  }

  @Test(
    "Complex reflections: 40 % is fair, 50 % is good",
    arguments: [(0.0, Mark.below), (0.39, .below), (0.4, .fair), (0.49, .fair), (0.5, .good)])
  func complex(value: Double, mark: Mark) {
    #expect(MarkedMeasure.complexShare.marks.mark(value) == mark)
  }

  @Test(
    "Open questions: 50 % is fair, 70 % is good",
    arguments: [(0.0, Mark.below), (0.49, .below), (0.5, .fair), (0.69, .fair), (0.7, .good)])
  func open(value: Double, mark: Mark) {
    #expect(MarkedMeasure.openShare.marks.mark(value) == mark)
  }

  @Test("Shares taken of small counts reach the marks exactly")
  func exactFractions() {
    #expect(MarkedMeasure.complexShare.marks.mark(2.0 / 5) == .fair)
    #expect(MarkedMeasure.openShare.marks.mark(7.0 / 10) == .good)
    #expect(MarkedMeasure.openShare.marks.mark(14.0 / 20) == .good)
  }

  @Test("A session of fewer than ten replies has measures and no marks", arguments: [1, 9, 10, 40])
  func shortSessions(replies: Int) {
    var measures = SessionMeasures()
    measures.replies = replies
    #expect(MarkedMeasure.allCases.allSatisfy { $0.mark(in: measures) == nil })
    measures.complexReflections = 5
    #expect(MarkedMeasure.complexShare.mark(in: measures) == (replies < 10 ? nil : .good))
    #expect(MarkedMeasure.openShare.mark(in: measures) == nil)
  }

  @Test("A measure of fewer than five moves has no mark, however many replies there are")
  func fewMoves() {
    var measures = SessionMeasures()
    measures.replies = 20
    for count in 0...6 {
      measures.openQuestions = count
      measures.adherent = count
      let mark: Mark? = count < 5 ? nil : .good
      #expect(MarkedMeasure.openShare.mark(in: measures) == mark)
      #expect(MarkedMeasure.adherentShare.mark(in: measures) == mark)
      #expect(MarkedMeasure.complexShare.mark(in: measures) == nil)
      #expect(MarkedMeasure.openShare.value(in: measures) == (count == 0 ? nil : 1))
    }
    // Of the ratio, reflections and questions count together: few questions are good there.
    measures.openQuestions = 1
    measures.simpleReflections = 3
    #expect(MarkedMeasure.reflectionsPerQuestion.mark(in: measures) == nil)
    measures.simpleReflections = 4
    #expect(MarkedMeasure.reflectionsPerQuestion.mark(in: measures) == .good)
  }
}
