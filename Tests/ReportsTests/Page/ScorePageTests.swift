import Listening
import Reports
import Testing
import Transcripts

@Suite("Scores as a page")
struct ScorePageTests {
  /// What strangers may have written into a transcript.
  static let hostile = [
    "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "' onmouseover='alert(1)", "\"\u{301} onmouseover=alert(1) x=\"\u{301}", "<\u{301}b>&amp;",
    "{{summary}} {{{style}}} {{/rows}}", "]]>--><!--", "</style></title></details>",
    "\u{202E}reversed\u{2066}", "\u{0}\u{7}\u{1B}[31m\u{9B}1m\u{7F}", "javascript:alert(1)",
  ]

  static func evidence(_ code: CodeName, _ span: Range<Int>) -> Evidence {
    Evidence(code: code, value: "", span: span, confidence: 0.9)
  }

  @Test("The numbers of bars do not run into each other; each is in the picture's description")
  func numbers() throws {
    let sessions = (0..<240).flatMap { number in
      (1...10).map { turn in
        scored("So.", session: "s\(number)", turn: turn, client: "Hm.") {
          if number % 2 == 1, turn % 5 == 0 { $0.reflection = .simple } else { $0.question = .open }
        }
      }
    }
    let page = report(.html, sessions)
    // Half have no reflection, half one for four questions: bars side by side, 120 sessions each.
    let title = "Number of sessions from 0 and up: 120, 0.25 and up: 120"
    let chart = try #require(page.split(separator: "</svg>").first { $0.contains(title) })
    #expect(chart.matches(of: />120<\/text>/).count == 1)
    #expect(chart.matches(of: /class="bar"/).count == 2)
  }

  @Test("The words that earned a code are marked, and the code is named in words")
  func marks() {
    let page = report(
      .html,
      [
        scored(
          "Part of you stayed away. Just stop it, ja?", session: "a", turn: 1, client: "Hm.",
          evidence: [
            Self.evidence(.reflection, 0..<24), Self.evidence(.judgment, 25..<37),
            Self.evidence(.exploration, 0..<4), Self.evidence(.advice, 30..<99),
          ]
        ) {
          $0.reflection = .complex
          $0.judgment = .strong
          $0.judgmentKind = .order
          $0.exploration = .weak
          $0.information = true
        }
      ])
    #expect(
      page.contains(
        "<mark class=\"raises\">Part of you stayed away.</mark>"
          + "<span class=\"code\">complex reflection</span> <mark class=\"costs\">Just stop it</mark>"
          + "<span class=\"code\">strong judgment (order)</span>, ja?</p>"))
    #expect(page.contains("complex reflection, strong judgment (order), information</span>"))
    #expect(page.contains("<span class=\"note\">exploration 1</span>"))
  }

  @Test("Evidence that overlaps is cut into pieces, each named where it ends")
  func overlap() {
    let page = report(
      .html,
      [
        scored(
          "é you felt it?", session: "a",
          evidence: [Self.evidence(.reflection, 0..<11), Self.evidence(.question, 3..<15)]
        ) {
          $0.reflection = .simple
          $0.question = .closed
        }
      ])
    #expect(
      page.contains(
        "<mark class=\"raises\">é </mark><mark class=\"costs\">you felt</mark>"
          + "<span class=\"code\">simple reflection</span><mark class=\"costs\"> it?</mark>"
          + "<span class=\"code\">closed question</span>"))
  }

  @Test("Nothing that stands in a transcript becomes a part of the page", arguments: hostile)
  func escaped(text: String) {
    // A session in a folder has a line about the folder more.
    let name = text.contains("/") ? "x/x" : "x"
    let plain = report(.html, [scored("x", session: name, turn: 1, client: "x", closing: "x")])
    let span = 0..<text.utf8.count
    let page = report(
      .html,
      [
        scored(
          text, session: text, turn: 1, id: .string(text), client: text, closing: text,
          evidence: [Self.evidence(.affirmation, span)]
        ) { $0.affirmation = true }
      ])
    // Besides the marked words, the page has as many tags as the one with plain words.
    func tags(_ page: String) -> Int { page.unicodeScalars.count { $0 == "<" } }
    func quotes(_ page: String) -> Int { page.unicodeScalars.count { $0 == "\"" } }
    #expect(tags(page) == tags(plain) + 4)
    #expect(quotes(page) == quotes(plain) + 4)
    let controls = page.unicodeScalars.filter {
      ($0.properties.generalCategory == .control && $0 != "\n")
        || (0x202A...0x202E).contains($0.value)
    }
    #expect(controls.isEmpty)
  }

  @Test("The page loads nothing, runs nothing and names no other place")
  func selfContained() {
    let page = report(.html, SessionRowsTests.replies)
    for part in [
      "<script", "<link", "<img", "<iframe", "src=", "url(", "@import", "http:", "https:",
    ] {
      #expect(!page.contains(part), "\(part)")
    }
    #expect(page.contains("default-src 'none'; style-src 'unsafe-inline'"))
  }

  @Test("Sessions beyond the limit stand in the list and the figures, and the page says so")
  func limits() {
    let replies = (1...130).map { scored("You stayed.", session: "s\($0)", turn: 1) }
    let page = report(.html, replies)
    #expect(page.ranges(of: "<details").count == 100)
    #expect(page.ranges(of: "<th scope=\"row\">").count == 130)
    #expect(page.contains("The first 100 of 130 sessions are shown in full. To see"))
    #expect(page.contains("130 sessions, 130 replies, graded by attune@1"))
    let long = (1...310).map { scored("You stayed.", session: "s", turn: $0) }
    let cut = report(.html, long)
    #expect(cut.ranges(of: "class=\"reply\"").count == 300)
    #expect(cut.contains("10 further replies are not shown; they count in the measures."))
  }

  @Test("The list names the scores and the marked measures as the figures do")
  func heads() throws {
    let page = report(.html, per: .session, SessionRowsTests.replies)
    let list = try #require(page.split(separator: "<thead>").last)
    let heads = list.matches(of: /<th scope="col">([^<]*)<\/th>/).map { String($0.1) }
    let measures = [
      "Reflections per question", "Complex among reflections", "Open among questions",
    ]
    var expected = ["Session", "Replies", "Empathy", "Openness", "Non-judgment"]
    expected += measures
    expected += ["MI-adherent", "Judged", "Unasked advice", "Unsure", "Share of words"]
    #expect(heads == expected)
    for name in measures { #expect(page.contains("<span class=\"what\">\(name)</span>")) }
  }

  @Test("Without replies for rows there is no transcript, only the list and the figures")
  func withoutTranscripts() {
    let page = report(.html, per: .session, SessionRowsTests.replies)
    #expect(page.contains("3 sessions, 4 replies"))
    #expect(
      !page.contains("You stayed") && !page.contains("<details")
        && !page.contains("href=\"#session-"))
  }

  @Test("The page explains what it holds: underlined words and conduct, where there are any")
  func explanations() {
    func explained(_ unit: ScoreUnit, _ replies: [ScoredReply]) -> [Bool] {
      let page = report(.html, per: unit, replies)
      return ["Words with a line under them", "Conduct is an estimate"].map { page.contains($0) }
    }
    let long = (1...12).map {
      scored(Self.long, session: "a", turn: $0, client: "Hm, that may well be.") {
        $0.reflection = .complex
      }
    }
    for unit in [ScoreUnit.session, .trainee] {
      #expect(explained(unit, SessionRowsTests.replies) == [false, false])
      #expect(explained(unit, long) == [false, true])
    }
    #expect(explained(.reply, SessionRowsTests.replies) == [true, true])
    #expect(explained(.reply, [scored("Mm.")]) == [true, false])
  }

  @Test("Nothing at all, or single replies alone, make a page too")
  func noSessions() {
    #expect(report(.html, []).contains("0 replies"))
    let page = report(.html, [scored("Mm.", client: "Hi."), scored("")])
    #expect(page.contains("There are no sessions, only single replies."))
    #expect(!page.contains("Measures of the sessions"))
    #expect(page.contains("Single replies") && page.contains("<em>silence</em>"))
    #expect(page.ranges(of: "class=\"client\"").count == 1)
  }

  @Test("What saved sessions tell has columns of its own, where there are any")
  func saved() {
    let other = scored("So.", session: "c", turn: 1)
    let page = report(.html, SessionRowsTests.saved + [other])
    #expect(page.contains("<th scope=\"col\">Trust</th><th scope=\"col\">Depth</th>"))
    #expect(
      page.contains(
        "<td>40</td><td>2</td><td>1</td><td>0</td><td>open</td></tr>"))
    #expect(page.contains("<td>26</td><td>–</td><td>2</td><td>–</td><td>open</td></tr>"))
    #expect(page.contains("</bdi> <span class=\"note\">foundations/maya</span></th>"))
    #expect(page.contains("Saved session: p/=x, seed 7, trust 26, 2 ruptures, not ended</p>"))
    let columns = page.ranges(of: "<th scope=\"col\">").count
    for row in page.split(separator: "\n") where row.hasPrefix("<tr><th scope=\"row\">") {
      #expect(row.ranges(of: "<td").count == columns - 1)
    }
    let without = report(.html, [other])
    #expect(!without.contains(">Trust</th>") && !without.contains("Saved session"))
  }

  /// A reply of as many words as the estimate of conduct asks for.
  private static let long = "You stayed, when all of the others had gone."

  @Test("Conduct is told apart from counts: in the list, in the session, and over all sessions")
  func conduct() throws {
    func session(_ name: String, _ count: Int, _ change: (inout Codes) -> Void) -> [ScoredReply] {
      (1...count).map {
        scored(Self.long, session: name, turn: $0, client: "Hm, that may well be.", change)
      }
    }
    let good = session("a", 12) { $0.reflection = .complex }
    let poor = session("b", 12) { $0.advice = .unsolicited }
    let close = (1...12).map { turn in
      scored(Self.long, session: "c", turn: turn, client: "Hm, that may well be.") {
        if turn > 9 { $0.question = .closed } else { $0.reflection = .simple }
      }
    }
    let page = report(.html, good + poor + close + session("d", 9) { $0.reflection = .complex })
    for (replies, verdict) in [(good, "high"), (poor, "low"), (close, "unsure")] {
      let row = try columns(report(.csv, per: .session, replies))
      let probability = try #require(row["conduct_probability"].flatMap { Double($0) })
      #expect(row["conduct"] == verdict)
      let mark = "<span class=\"verdict \(verdict)\">\(verdict)</span>"
      // The table has three decimals, from which the page's per cent cannot be told for certain.
      let percents = [-0.0005, 0.0005].map { "\(Int(((probability + $0) * 100).rounded())) %" }
      #expect(percents.contains { page.contains("<td>\($0) \(mark)</td></tr>") })
      #expect(percents.contains { page.contains("(\($0)) \(mark)</p>") })
    }
    #expect(page.contains("<td>–</td></tr>"))
    #expect(page.contains("Conduct, an estimate: too short to judge (fewer than 10 replies)</p>"))
    #expect(page.contains("<strong>1 of 3</strong>"))
    #expect(page.contains("sessions high, 1 unsure, 1 low, 1 not estimated"))
    let short = report(.html, session("d", 9) { $0.reflection = .complex })
    #expect(!short.contains("Conduct of the sessions") && !short.contains("href=\"#conduct\""))
  }

  @Test("The page tells where marks and verdicts begin, and when there is no estimate")
  func thresholds() {
    let page = report(.html, SessionRowsTests.replies)
    #expect(
      page.contains(
        "reflections per question 2.0 and 1.0, complex among reflections 50 % and 40 % (MITI 4.2.1), "
          + "open among questions 70 % and 50 % (MITI 3.1.1)"))
    #expect(page.contains("A dash stands where it cannot be told: of fewer than 10 replies,"))
    let judged = (1...12).map {
      scored(Self.long, session: "a", turn: $0, client: "Hm, that may well be.") {
        $0.reflection = .complex
      }
    }
    #expect(report(.html, judged).contains("From 67 % on it says high, up to 33 % low, and unsure"))
  }

  @Test("Beyond ten thousand sessions the page says how to get the rest")
  func list() {
    let replies = (1...10_001).map { scored("So.", session: "s\($0)", turn: 1) }
    let page = report(.html, per: .session, replies)
    #expect(page.ranges(of: "<th scope=\"row\">").count == 10_000)
    #expect(page.contains("The first 10000 of 10001 sessions; the figures above count all."))
    #expect(page.contains("attune score --per session --format csv"))
  }

  @Test("The folder that all sessions are in is told once")
  func folder() {
    let files = ["/a/b #1/x.txt", "/a/b #1/c/y.txt", "/a/b #1/t.csv"]
    let replies = zip(files, ["", "", "#1/2"]).map {
      scored("So.", session: $0 + $1, file: $0, turn: 1)
    }
    let page = report(.html, replies)
    #expect(page.contains("The sessions are in /a/b #1/."))
    for name in ["x.txt", "c/y.txt", "t.csv#1/2"] { #expect(page.contains(">\(name)</a>")) }
    #expect(page.contains("<h3><bdi>/a/b #1/c/y.txt</bdi></h3>"))
  }

  @Test("The figures count each value once, where it belongs")
  func figures() {
    let page = report(.html, SessionRowsTests.replies)
    #expect(
      page.contains(
        "<title>Number of replies from 20 and up: 2, 40 and up: 1, 60 and up: 1, 70 and up: 1</title>"
      ))
    #expect(
      page.contains(
        "sessions fair or better: 0 good, 0 fair, 0 below; without a mark: 3 too short "
          + "(fewer than 10 replies)"))
  }

  /// A session of some replies with these codes; `ending` is that of its saved file.
  private static func session(
    _ name: String, _ count: Int, ending: SessionEnding? = nil,
    _ change: (_ turn: Int, inout Codes) -> Void
  ) -> [ScoredReply] {
    (1...count).map { turn in
      let saved = ending.map {
        SavedSession(vignette: "p/x", seed: 1, bond: 0.2, ruptures: 0, ending: $0)
      }
      return scored("So.", session: name, turn: turn, saved: turn == count ? saved : nil) {
        change(turn, &$0)
      }
    }
  }

  @Test("The big figures are of all sessions, and those without a mark are told apart")
  func unmarked() throws {
    let good = Self.session("c/a/1", 12) { turn, codes in
      if turn < 9 { codes.reflection = .complex } else { codes.question = .open }
    }
    let left = Self.session("c/b/1", 4, ending: .left) { _, codes in codes.advice = .unsolicited }
    let short = Self.session("c/b/2", 3) { _, codes in codes.question = .closed }
    let none = Self.session("c/b/3", 11) { _, codes in codes.question = .closed }
    let few = Self.session("c/b/4", 11) { turn, codes in
      if turn < 3 { codes.reflection = .simple } else { codes.question = .open }
    }
    let page = report(.html, per: .session, good + left + short + none + few)
    let card = try #require(
      page.split(separator: "<figure").first { $0.contains("Complex among reflections") })
    #expect(card.contains("<strong>1 of 5</strong>"))
    #expect(
      card.contains(
        "1 good, 0 fair, 0 below; without a mark: 1 that the client walked out of early, 1 too "
          + "short (fewer than 10 replies), 1 without a reflection, 1 of fewer than 5 reflections"))
    #expect(page.contains("<td>client left</td>"))
  }

  @Test("Where sessions lie in several folders there is a list of trainees above theirs")
  func trainees() throws {
    let asha = Self.session("class/asha/1", 2) { _, codes in codes.judgment = .mild }
    let ben = Self.session("class/ben/1", 3, ending: .left) { _, codes in codes.question = .open }
    let page = report(.html, per: .session, asha + ben + asha)
    let list = try #require(page.split(separator: "id=\"trainees-name\"").last)
    let names = list.split(separator: "id=\"sessions-name\"")[0]
      .matches(of: /<th scope="row"><bdi>([^<]*)</).map { String($0.1) }
    #expect(names == ["asha", "ben"])
    #expect(list.contains("<td>2</td><td>4</td>") && list.contains("<td>20.0</td><td>1</td></tr>"))
    #expect(page.contains("href=\"#trainees\""))
    #expect(!report(.html, asha).contains("trainees-name"))
  }

  @Test("With rows for trainees the page ends with their list, also where there is one alone")
  func perTrainee() {
    let asha = Self.session("class/asha/1", 2) { _, codes in codes.judgment = .mild }
    let ben = Self.session("class/ben/1", 3) { _, codes in codes.question = .open }
    for (replies, trainees) in [(asha + ben, ["asha", "ben"]), (asha, ["class/asha"])] {
      let page = report(.html, per: .trainee, replies)
      let names = page.matches(of: /<th scope="row"><bdi>([^<]*)</).map { String($0.1) }
      #expect(names == trainees)
      #expect(page.contains("The sessions are in class/.") == (trainees.count > 1))
      #expect(page.contains("Skip to the list of trainees") && page.contains("id=\"measures\""))
      #expect(!page.contains("href=\"#sessions\"") && !page.contains("class/asha/1"))
    }
    let single = report(.html, per: .trainee, [scored("Mm.")])
    #expect(single.contains("There are no sessions") && !single.contains("href=\"#trainees\""))
  }
}
