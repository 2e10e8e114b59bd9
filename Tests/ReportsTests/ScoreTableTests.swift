import Listening
import Reports
import Testing

@Suite("Scores as a table for people")
struct ScoreTableTests {
  @Test("Without replies there is a heading alone")
  func empty() {
    #expect(report(.table, []) == "emp open non-j  codes and reply\n")
  }

  @Test("Single replies stand below each other, with their codes")
  func replies() {
    let text = report(
      .table,
      [
        scored("You feel torn.") { $0.reflection = .complex },
        scored("Mm."),
        scored("You should leave, you fool.") {
          $0.judgment = .strong
          $0.judgmentKind = .label
          $0.advice = .unsolicited
        },
        scored("I may have missed you. What was it?") {
          $0.question = .open
          $0.repair = true
          $0.exploration = .strong
        },
      ])
    #expect(
      text == """
        emp open non-j  codes and reply
         70  65 100   reflection=complex: You feel torn.
         25  50 100   -: Mm.
          0   0   5   judgment=strong,advice=unsolicited: You should leave, you fool.
         60  90 100   question=open,repair,exploration=2: I may have missed you. What was it?

        """)
  }

  @Test("Each session has its name before it and its measures after it")
  func sessions() {
    let text = report(
      .table,
      [
        scored("You feel torn.", session: "a.ndjson", client: "Hi.") { $0.reflection = .complex },
        scored("What was it like?", session: "a.ndjson", client: "Yes.") { $0.question = .open },
        scored("You stayed.", session: "b.ndjson", client: "No.") {
          $0.reflection = .simple
          $0.affirmation = true
        },
        scored("Do it.") { $0.advice = .unsolicited },
      ])
    #expect(
      text == """
        emp open non-j  codes and reply

        a.ndjson
         70  65 100   reflection=complex: You feel torn.
         40  90 100   question=open: What was it like?
        = 2 replies: empathy 55.0, openness 77.5, non-judgment 100.0; R:Q 1.0, complex 100 %, \
        open 100 %, adherent 0, non-adherent 0
        ~ conduct: too short to judge (fewer than 10 replies)

        b.ndjson
         60  65 100   reflection=simple,affirmation: You stayed.
        = 1 reply: empathy 60.0, openness 65.0, non-judgment 100.0; R:Q -, complex 0 %, open -, \
        adherent 1, non-adherent 0
        ~ conduct: too short to judge (fewer than 10 replies)
         10  30  90   advice=unsolicited: Do it.

        """)
  }

  @Test("How a session was conducted is told apart from what is counted")
  func conduct() {
    let long = "You can see it now, and that is new."
    func text(_ words: String = long, _ change: (inout Codes) -> Void) -> String {
      report(
        .table,
        Array(
          repeating: scored(words, session: "a", client: "I see it.") { change(&$0) },
          count: 12))
    }
    let good = text {
      $0.reflection = .complex
      $0.question = .open
    }
    #expect(good.contains("\n~ conduct: more like AnnoMI's good sessions than its poor ones ("))
    let bare = text("Mm.") { $0.reflection = .complex }
    #expect(bare.contains("\n~ conduct: not estimated (replies of a few words only)"))
    let idle = text { _ in }
    #expect(
      idle.contains("\n~ conduct: not estimated (hardly a reflection or question to go by)"))
    let poor = text {
      $0.judgment = .mild
      $0.question = .closed
    }
    #expect(poor.contains("\n~ conduct: more like AnnoMI's poor sessions than its good ones ("))
  }

  @Test("In a list of sessions conduct stands behind those of which it is estimated")
  func listedConduct() {
    func text(_ count: Int) -> String {
      report(
        .table, per: .session,
        Array(
          repeating: scored(
            "You can see it now, and that is new.", session: "a", client: "I see it."
          ) {
            $0.reflection = .complex
            $0.question = .open
          }, count: count))
    }
    #expect(text(12).contains(/% a  \(conduct high, \d+ %\)\n/))
    #expect(text(2).hasSuffix("% a\n"))
  }

  @Test("A long reply is shortened, and nothing in it can steer the terminal")
  func shown() {
    let text = report(
      .table,
      [
        scored("one\r\ntwo\u{1B}[31m\u{7}\u{9B}"), scored(String(repeating: "é", count: 60)),
        scored(String(repeating: "🙂", count: 61)),
      ])
    #expect(
      text == """
        emp open non-j  codes and reply
         25  50 100   -: one  two [31m\u{20}\u{20}
         25  50 100   -: \(String(repeating: "é", count: 60))
         25  50 100   -: \(String(repeating: "🙂", count: 57))...

        """)
  }
}
