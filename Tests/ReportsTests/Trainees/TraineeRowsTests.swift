import Foundation
import Listening
import Reports
import Testing
import Transcripts

@Suite("A row for each trainee")
struct TraineeRowsTests {
  private static func saved(_ bond: Double, repairs: Int? = nil) -> SavedSession {
    SavedSession(
      vignette: "foundations/maya", seed: 1, bond: bond, ruptures: 1,
      outcome: repairs.map {
        Outcome(depth: 2, bond: bond, returns: true, ruptures: 1, repairs: $0)
      }, ending: repairs == nil ? nil : .left)
  }

  /// Two sessions of Ada's, not beside each other, one of Ben's and a single reply.
  private static let replies = [
    scored("You feel torn.", session: "class/ada/one.ndjson", turn: 1, client: "Hi there.") {
      $0.reflection = .complex
    },
    scored(
      "You should ring him.", session: "class/ada/one.ndjson", turn: 2, client: "Yes.",
      saved: saved(0.3, repairs: 1)
    ) { $0.advice = .unsolicited },
    scored("Single.", client: "No."),
    scored(
      "What is it like?", session: "class/ben/talks.csv#one", file: "class/ben/talks.csv", turn: 1
    ) { $0.question = .open },
    scored(
      "It will be fine.", session: "class/ben/talks.csv#two", file: "class/ben/talks.csv", turn: 1
    ) { $0.falseReassurance = true },
    scored("Shame on you.", session: "class/ada/two.ndjson", turn: 1, saved: saved(0.2)) {
      $0.judgment = .mild
      $0.judgmentKind = .moralize
    },
  ]

  private func rows(_ replies: [ScoredReply]) -> [[String: String]] {
    let lines = report(.csv, per: .trainee, replies).split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map {
      Dictionary(uniqueKeysWithValues: zip(lines.first ?? [], $0))
    }
  }

  @Test("The columns keep their order, those of saved sessions among the slips")
  func order() {
    let text: String = report(.csv, per: .trainee, [])
    #expect(
      text.replacing("\r\n", with: "\n") == """
        trainee,sessions,replies,empathy,openness,nonjudgment,simple_reflections,\
        complex_reflections,open_questions,closed_questions,adherent,non_adherent,trainee_words,\
        client_words,trainee_share,reflections_per_question,reflections_per_question_mark,\
        complex_share,complex_share_mark,open_share,open_share_mark,model,adherent_share,\
        adherent_share_mark,unsure_replies,judgments,unsolicited_advice,false_reassurance,trust,\
        ruptures,repairs,misreadings,takeovers,empty_replies,walkouts,retries

        """)
  }

  @Test("The sessions of a folder are one trainee's, in whatever order they come")
  func folders() {
    let rows = rows(Self.replies)
    #expect(rows.map { $0["trainee"] } == ["class/ada", "class/ben"])
    #expect(rows.map { $0["sessions"] } == ["2", "2"])
    #expect(rows.map { $0["replies"] } == ["3", "2"])
  }

  @Test("Measures are those of all sessions together, and what costs trust is counted")
  func together() {
    let rows = rows(Self.replies)
    #expect(rows.map { $0["complex_reflections"] } == ["1", "0"])
    #expect(rows.map { $0["non_adherent"] } == ["2", "0"])
    #expect(rows.map { $0["judgments"] } == ["1", "0"])
    #expect(rows.map { $0["unsolicited_advice"] } == ["1", "0"])
    #expect(rows.map { $0["false_reassurance"] } == ["0", "1"])
    #expect(rows.map { $0["empty_replies"] } == ["0", "0"])
    #expect(rows.map { $0["walkouts"] } == ["1", ""])
    #expect(rows.map { $0["trust"] } == ["25.0", ""])
    #expect(rows.map { $0["ruptures"] } == ["2", ""])
    #expect(rows.map { $0["repairs"] } == ["1", ""])
    let means = Self.replies.filter { $0.reply.session?.hasPrefix("class/ada") == true }
      .map(\.grade.empathy)
    let mean = Double(means.reduce(0, +)) / Double(means.count)
    #expect(rows.first?["empathy"] == String((mean * 10).rounded() / 10))
  }

  @Test("The greatest counts that a file can tell of add up")
  func greatest() {
    let count = 2_000_000_000
    let saved = SavedSession(
      vignette: "foundations/maya", seed: 1, bond: 0.2, ruptures: count,
      outcome: Outcome(depth: 2, bond: 0.2, returns: true, ruptures: count, repairs: count))
    let rows = rows(
      ["one", "two"].map {
        scored("So.", session: "ada/\($0).ndjson", turn: 1, saved: saved)
      })
    #expect(rows.map { $0["ruptures"] } == ["4000000000"])
    #expect(rows.map { $0["repairs"] } == ["4000000000"])
  }

  @Test("One session alone has the measures that it has in a row of its own")
  func alone() {
    let replies = Array(Self.replies.prefix(2))
    let lines = report(.csv, per: .session, replies).split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let session = Dictionary(uniqueKeysWithValues: zip(lines[0], lines[1]))
    let trainee = rows(replies)[0]
    let own = ["trainee", "sessions", "trust", "walkouts"]
    for (name, value) in trainee where !own.contains(name) {
      #expect(session[name] == value, "\(name)")
    }
  }

  @Test("JSON has the same names and values as CSV, in lines or in one document")
  func json() throws {
    let lines = report(.ndjson, per: .trainee, Self.replies).split(separator: "\n")
    let whole = try #require(
      JSONSerialization.jsonObject(
        with: Data(report(.json, per: .trainee, Self.replies).utf8)) as? [String: Any])
    let trainees = try #require(whole["trainees"] as? [[String: Any]])
    #expect(lines.count == 2 && trainees.count == 2)
    for (line, (trainee, row)) in zip(lines, zip(trainees, rows(Self.replies))) {
      let object = try #require(
        JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(NSDictionary(dictionary: object) == NSDictionary(dictionary: trainee))
      #expect(object.keys.sorted() == row.keys.sorted())
      #expect(object["judgments"] as? Int == row["judgments"].flatMap(Int.init))
      #expect((object["trust"] is NSNull) == (row["trust"] == ""))
    }
  }

  @Test(
    "The folder is that of the file, whatever conversation stands behind it",
    arguments: [
      ("class/ada/one.ndjson", "class/ada"), ("one.ndjson", "."), ("talk 7", "."),
      ("/one.ndjson", "/"), ("./one.ndjson", "."), ("Group #1/ada/#1.csv", "Group #1/ada"),
      ("#1.csv", "."),
    ])
  func folder(file: String, trainee: String) {
    let replies = [file, "\(file)#7", "\(file)#a/b#c"].map {
      scored("So.", session: $0, file: file, turn: 1)
    }
    let rows = rows(replies)
    #expect(rows.map { $0["trainee"] } == [trainee])
    #expect(rows.map { $0["sessions"] } == ["3"])
  }

  @Test("The table has a line for each, with what costs trust and the mean trust")
  func table() {
    let lines = report(.table, per: .trainee, Self.replies).split(separator: "\n")
    #expect(lines.count == 3)
    #expect(
      lines[0] == "emp open non-j  sessions replies   R:Q complex open  judged advised reassured "
        + "empty  trust left  trainee, in class/")
    // One reply judges and one advises; nobody is reassured and no reply is empty.
    #expect(lines[1].contains("      1       1         0     0     25    1  ada"))
    #expect(lines[1].hasSuffix("25    1  ada"))
    #expect(lines[2].hasSuffix("-  ben"))
  }

  private static let course = "/home/teacher/courses/2025-autumn/counselling-skills-level-2/group-b"

  @Test(
    "The folder that all share is told once; of a name that is too long the middle is cut",
    arguments: [
      (["/ada/a.ndjson", "/ben/a.ndjson", "/a.ndjson"], ", in \(course)/", ["ada", "ben", "."]),
      (["/#1/ada/a.ndjson", "/#1/ben/a.ndjson"], ", in \(course)/#1/", ["ada", "ben"]),
      (["/ada/a.ndjson"], "", ["/home/teacher/cours...counselling-skills-level-2/group-b/ada"]),
    ])
  func longNames(files: [String], heading: String, names: [String]) {
    let replies = files.map { scored("So.", session: Self.course + $0, turn: 1) }
    let lines = report(.table, per: .trainee, replies).split(separator: "\n")
    #expect(lines[0].hasSuffix("  trainee\(heading)"))
    #expect(lines.dropFirst().map { $0.split(separator: "  ").last.map(String.init) } == names)
  }
}
