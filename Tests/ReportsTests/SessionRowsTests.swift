import Foundation
import Listening
import Reports
import Testing
import Transcripts

@Suite("Sessions as rows")
struct SessionRowsTests {
  static let replies = [
    scored("You feel torn.", session: "a", turn: 1, client: "Hi there.") {
      $0.reflection = .complex
    },
    scored("What was it like?", session: "a", turn: 2, client: "Yes.", closing: "Cold, so cold.") {
      $0.question = .open
    },
    scored("Single.", client: "No."),
    scored("You stayed, I see.", session: "b,2", turn: 1) {
      $0.reflection = .simple
      $0.affirmation = true
    },
    scored("Again.", session: "b,2", turn: 1),
  ]

  @Test("A row of CSV has the measures, and the marks of the manual beside them")
  func csv() {
    let rows = """
      session,replies,empathy,openness,nonjudgment,simple_reflections,complex_reflections,\
      open_questions,closed_questions,adherent,non_adherent,trainee_words,client_words,\
      trainee_share,reflections_per_question,reflections_per_question_mark,complex_share,\
      complex_share_mark,open_share,open_share_mark,model,conduct,conduct_probability,vignette,\
      seed,trust,depth,ruptures,repairs,adherent_share,adherent_share_mark,unsure_replies,\
      judgments,unsolicited_advice,false_reassurance,misreadings,takeovers,empty_replies,ending,retries
      a,2,55.0,77.5,100.0,0,1,1,0,0,0,7,6,0.538,1.0,,1.0,,1.0,,attune@1,,,,,,,,,,,0,0,0,0,0,0,0,,
      "b,2",1,60.0,65.0,100.0,1,0,0,0,1,0,4,0,1.0,,,0.0,,,,attune@1,,,,,,,,,1.0,,0,0,0,0,0,0,0,,
      "b,2",1,25.0,50.0,100.0,0,0,0,0,0,0,1,0,1.0,,,,,,,attune@1,,,,,,,,,,,0,0,0,0,0,0,1,,

      """
    let text: String = report(.csv, per: .session, Self.replies)
    #expect(text.replacing("\r\n", with: "\n") == rows)
  }

  @Test("What is misread, taken over or met with nothing is counted, and the ending is told")
  func slips() throws {
    var left = SavedSession(vignette: "p/x", seed: 7, bond: 0.1, ruptures: 1)
    (left.ending, left.retries) = (.left, 2)
    let replies = [
      scored("Okay.", session: "a", turn: 1), scored("", session: "a", turn: 2),
      scored("You're thrilled.", session: "a", turn: 3) { $0.misreading = true },
      scored("I had that too.", session: "a", turn: 4, saved: left) {
        $0.selfDisclosure = .takeover
      },
    ]
    let row = try columns(report(.csv, per: .session, replies))
    #expect(row["empty_replies"] == "2" && row["misreadings"] == "1" && row["takeovers"] == "1")
    #expect(row["ending"] == "left" && row["retries"] == "2")
    let table = report(.table, per: .session, replies)
    #expect(table.contains("the client walked out, 2 replies taken back"))
  }

  @Test("A line of JSON has the same names and values, and null where nothing could be measured")
  func ndjson() throws {
    let lines = report(.ndjson, per: .session, Self.replies).split(separator: "\n")
    #expect(lines.count == 3)
    let rows = report(.csv, per: .session, Self.replies).split(separator: "\r\n")
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
    #expect(object.keys.sorted() == rows[0].split(separator: ",").map(String.init).sorted())
    #expect(object["open_share"] as? Double == 1)
    #expect(object["open_share_mark"] is NSNull)
    #expect(lines[2].contains("\"complex_share\":null,\"complex_share_mark\":null"))
  }

  @Test("The estimate of how a session was conducted is there where the session is long enough")
  func conduct() throws {
    func replies(_ saved: SavedSession? = nil) -> [ScoredReply] {
      (0..<12).map { _ in
        scored(
          "You can see it now, and that is new.", session: "a", client: "I see it.", saved: saved
        ) {
          $0.reflection = .complex
          $0.question = .open
        }
      }
    }
    let row = try columns(report(.csv, per: .session, replies()))
    let measures = SessionMeasures(
      turns: replies().map { ($0.reply.text, $0.grade) },
      clientLines: replies().compactMap(\.reply.client))
    let judgement = try #require(SessionJudgement(measures))
    #expect(row["conduct"] == "high")
    let probability = try #require(row["conduct_probability"].flatMap { Double($0) })
    #expect(abs(probability - judgement.probability) < 0.0006)
    // It has not been tried on practice.
    let practice = replies(SavedSession(vignette: "p/x", seed: 7, bond: 0.5, ruptures: 0))
    let practised = try columns(report(.csv, per: .session, practice))
    #expect(practised["conduct"] == "" && practised["conduct_probability"] == "")
  }

  @Test("Ten replies are held against the manual's marks, fewer are not", arguments: [9, 10])
  func marks(count: Int) throws {
    let replies = (1...count).map { turn in
      scored("You see.", session: "a", turn: turn, client: "I.", unsure: turn < 3 ? [.advice] : [])
      {
        $0.reflection = .complex
        $0.question = .open
        $0.autonomy = true
        if turn == 1 { $0.judgment = .mild }
      }
    }
    let row = try columns(report(.csv, per: .session, replies))
    let marks = ["reflections_per_question", "complex_share", "open_share", "adherent_share"].map {
      row["\($0)_mark"]
    }
    #expect(marks == (count < 10 ? ["", "", "", ""] : ["fair", "good", "good", "fair"]))
    #expect(row["adherent_share"] == (count < 10 ? "0.9" : "0.909"))
    #expect(row["unsure_replies"] == "2")
  }

  @Test("A table has a line for each session")
  func table() {
    #expect(
      report(.table, per: .session, Self.replies) == """
        emp open non-j  replies   R:Q complex open  session
         55  78 100          2   1.0   100 %  100 % a
         60  65 100          1     -     0 %      - b,2
         25  50 100          1     -       -      - b,2

        """)
  }

  @Test("The folder that all sessions lie in is told once, and nothing in brackets is cut")
  func folder() {
    let folder = "/home/teacher/courses/2025-autumn/counselling-skills-level-2/group #2"
    let files = ["\(folder)/ada/one.ndjson", "\(folder)/ben/two.csv"]
    let names = [files[0], "\(files[1])#7"]
    let saved = SavedSession(
      vignette: "relational-trauma/somebody-with-a-rather-long-name-of-their-own-and-more", seed: 3,
      bond: 0, ruptures: 1,
      outcome: Outcome(depth: 0, bond: 0, returns: false, ruptures: 1, repairs: 0), ending: .left,
      retries: 1)
    let replies = zip(names, files).map {
      scored("So.", session: $0, file: $1, turn: 1, saved: saved)
    }
    let common = CommonFolder(of: files)
    let lines = report(.table, per: .session, in: common, replies).split(separator: "\n")
    #expect(lines[0].hasSuffix("  session, in \(folder)/"))
    for (line, name) in zip(lines.dropFirst(), ["ada/one.ndjson", "ben/two.csv#7"]) {
      #expect(
        line.hasSuffix(
          " - \(name)  (relational-trauma/s...rather-long-name-of-their-own-and-more, seed 3, trust 0, "
            + "depth 0, 1 rupture, 0 repairs, the client walked out, 1 reply taken back)"))
    }
    #expect(report(.csv, per: .session, in: common, replies).contains(names[0]))
  }

  /// A session that ended, and one that is open, as their files tell of them.
  static let saved = [
    scored("So.", session: "a", turn: 1),
    scored(
      "Mm.", session: "a", turn: 2,
      saved: SavedSession(
        vignette: "foundations/maya", seed: .max, bond: 0.4, ruptures: 1,
        outcome: Outcome(depth: 2, bond: 0.4, returns: true, ruptures: 1, repairs: 0))),
    scored(
      "So.", session: "b", turn: 1,
      saved: SavedSession(vignette: "p/=x", seed: 7, bond: 0.256, ruptures: 2)),
  ]

  @Test("What a saved session's file tells stands last, as far as the session has come")
  func savedSessions() throws {
    let rows = report(.csv, per: .session, Self.saved).split(separator: "\r\n")
    #expect(rows[1].hasSuffix(",foundations/maya,18446744073709551615,40,2,1,0,,,0,0,0,0,0,0,2,,0"))
    #expect(rows[2].hasSuffix(",p/=x,7,26,,2,,,,0,0,0,0,0,0,1,,0"))
    let lines = report(.ndjson, per: .session, Self.saved).split(separator: "\n")
    #expect(lines[0].contains("\"seed\":18446744073709551615,"))
    #expect(lines[1].contains("\"depth\":null,") && lines[1].contains("\"trust\":26,"))
    #expect(lines[1].contains("\"repairs\":null,\"replies\":1,\"retries\":0,\"ruptures\":2,"))
    let table = report(.table, per: .session, Self.saved)
    #expect(
      table.contains(
        " a  (foundations/maya, seed 18446744073709551615, trust 40, depth 2, 1 rupture, "
          + "0 repairs)\n"))
    #expect(table.contains(" b  (p/=x, seed 7, trust 26, 2 ruptures, not ended)\n"))
    let json = report(.json, per: .session, Self.saved)
    #expect(json.contains("\"vignette\":\"foundations/maya\""))
  }

  @Test("Without sessions there are the names of the columns, or nothing")
  func empty() {
    let single = [scored("Mm.")]
    #expect(report(.csv, per: .session, single).split(separator: "\r\n").count == 1)
    #expect(report(.ndjson, per: .session, single) == "")
    #expect(report(.json, per: .session, single) == "{\"format\":1,\"sessions\":[]}\n")
  }
}

@Suite("Scores as one JSON document")
struct ScoreJSONTests {
  static func document(_ text: String) throws -> [[String: Any]] {
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(object["format"] as? Int == 1)
    return try #require(object["sessions"] as? [[String: Any]])
  }

  @Test("Sessions come in order with their replies and measures; single replies have none")
  func document() throws {
    let sessions = try Self.document(report(.json, SessionRowsTests.replies))
    #expect(sessions.map { $0["session"] as? String } == ["a", nil, "b,2", "b,2"])
    #expect(sessions.map { ($0["replies"] as? [Any])?.count } == [2, 1, 1, 1])
    #expect(sessions[1]["measures"] is NSNull)
    let measures = try #require(sessions[0]["measures"] as? [String: Any])
    #expect(measures["complex_reflections"] as? Int == 1)
    #expect(measures["reflections_per_question"] as? Double == 1)
    let reply = try #require((sessions[0]["replies"] as? [[String: Any]])?.last)
    #expect(reply["text"] as? String == "What was it like?")
    #expect(reply["client"] as? String == "Yes.")
    #expect(reply["closing"] as? String == "Cold, so cold.")
    #expect(reply["turn"] as? Int == 2)
    #expect(reply["openness"] as? Int == 90)
    #expect((reply["codes"] as? [String: Any])?["question"] as? String == "open")
  }

  @Test("Without replies for rows there are the measures alone")
  func sessions() throws {
    let sessions = try Self.document(report(.json, per: .session, SessionRowsTests.replies))
    #expect(sessions.map { $0["session"] as? String } == ["a", "b,2", "b,2"])
    #expect(sessions.allSatisfy { $0["replies"] == nil && $0["measures"] is [String: Any] })
  }

  @Test("Nothing makes a document too, and names need no trust")
  func hostile() throws {
    #expect(try Self.document(report(.json, [])).isEmpty)
    let name = "a\"}],\u{1B}\u{2028}\\"
    let sessions = try Self.document(report(.json, [scored("\"]}", session: name)]))
    #expect(sessions.map { $0["session"] as? String } == [name])
  }
}
