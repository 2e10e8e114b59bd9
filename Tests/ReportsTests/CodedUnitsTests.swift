import Agreement
import Diagnostics
import Files
import Foundation
import Lines
import Listening
import Reports
import TestSupport
import Testing
import Transcripts

struct CodedUnitsTests {
  private func file(_ name: String, _ text: String) throws -> CodedFile {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("attune-units-\(UUID().uuidString)")
    try Data(text.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let handle = try FileHandle(forReadingFrom: url)
    defer { try? handle.close() }
    return CodedFile(FileLines(descriptor: handle.fileDescriptor), file: name) {
      Issue.record("\($0)")
    }
  }

  private func units(_ files: [CodedFile]) -> (units: CodedUnits, faults: [Diagnostic]) {
    var faults: [Diagnostic] = []
    let units = CodedUnits(files) { faults.append($0) }
    return (units, faults)
  }

  private func values(_ name: String, _ codings: Codings) -> [[Int?]]? {
    codings.codes.first { $0.variable.name == name }?.values
  }

  @Test("Raters stand in a column or in files of their own, and are put side by side by id")
  func sideBySide() throws {
    let one = try file(
      "one.csv", "rater,conversation,id,question\nann,x,1,open\nann,x,2,\nbo,x,1,closed\n")
    let two = try file(
      "folder/cy.ndjson", #"{"conversation":"x","id":2,"codes":{"question":"open"}}"#)
    let (units, faults) = units([one, two])
    #expect(faults.map(\.rule) == ["uncoded"])
    #expect(units.raters == ["ann", "bo", "cy"])
    #expect(units.replies.map(\.unit.name) == ["x#1", "x#2"])
    #expect(values("question", units.codings) == [[1, 2, nil], [0, nil, 1]])
    #expect(values("question, any", units.codings) == [[1, 1, nil], [0, nil, 1]])
  }

  @Test("Raters are the same in any case and with blanks; a blank one among named ones is refused")
  func raters() throws {
    let one = try file(
      "a.csv", "id,rater,repair\n1,Ann,yes\n1, bo,no\n2,ann ,no\n2,BO,no\n3,,yes\n")
    let (units, faults) = units([one])
    #expect(units.raters == ["Ann", "bo"])
    #expect(values("repair", units.codings) == [[1, 0], [0, 0]])
    #expect(
      faults.map(\.description) == [
        "a.csv:6: error: no rater is named in this row, and others name theirs; fill the cell; passed "
          + "over [no-rater]"
      ])
  }

  @Test("Rows that name no code are told by rater; NA leaves them open and is told nothing of")
  func uncoded() throws {
    let one = try file(
      "a.csv", "id,rater,repair\n1,ann,yes\n2,ann,no\n3,ann,no\n1,bo,\n2,bo,\n3,bo,NA\n")
    let (units, faults) = units([one])
    #expect(values("repair", units.codings) == [[1, 0], [0, 0], [0, nil]])
    #expect(
      faults.map(\.description) == [
        "a.csv:5: warning: 2 rows of 'bo' name no code, and count as none; where they are not coded "
          + "yet, write NA for each code, or leave the rows out [uncoded]"
      ])
  }

  @Test("Where no file names a code, nothing is told of rows without one")
  func nothingCoded() throws {
    let (units, faults) = units([try file("a.csv", "id,rater\n1,ann\n2,ann\n")])
    #expect(units.raters == ["ann"])
    #expect(faults.isEmpty)
  }

  @Test("How many replies one rater alone coded is told")
  func codedOnce() throws {
    let one = try file("a.csv", "id,rater,repair\n1,a,yes\n1,b,no\n02,a,no\n2,b,no\n")
    let (units, _) = units([one])
    #expect(
      units.unshared?.description
        == "warning: replies coded by one rater alone, which tell nothing of agreement: 2 of 3; where "
        + "both coded them, give them the same conversation and id in both codings [coded-once]")
  }

  @Test("Where raters share no reply, it is told what each of two calls one")
  func nothingShared() throws {
    let names = ["a/s.txt", "b/s.txt"]
    let files = try zip(["ann.csv", "bo.csv"], names).map { name, talk in
      try file(name, "conversation,id,repair\n\(talk),\(talk)#1,yes\n\(talk),\(talk)#2,no\n")
    }
    #expect(
      units(files).units.unshared?.description
        == "error: no two raters coded the same reply: 'ann' coded 'a/s.txt#1', 'bo' coded "
        + "'b/s.txt#1'; give a reply the same conversation and id in both codings [nothing-shared]")
  }

  @Test("Without ids the texts tell replies apart, together with what the client had said")
  func byText() throws {
    let one = try file("a.csv", "client,text,repair\nYes.,Sorry.,yes\nNo.,Sorry.,no\n")
    let two = try file("b.csv", "client,text,repair\nNo.,Sorry.,yes\n")
    let (units, _) = units([one, two])
    #expect(units.replies.count == 2)
    #expect(values("repair", units.codings) == [[1, nil], [0, 1]])
    #expect(units.replies.map(\.client) == ["Yes.", "No."])
  }

  @Test("The same id on different texts is told with both places, and the reply is left out")
  func unlikeTexts() throws {
    let one = try file(
      "a.csv", "id,text,repair\n1,You feel lost.,yes\n2,Why?,no\n3,Oh.,no\n4,It's “hard”.,yes\n")
    let two = try file(
      "b.csv", "id,text,repair\n2,You feel lost.,yes\n3,Why?,no\n4,Its  hard,no\n1,,no\n")
    let (units, faults) = units([one, two])
    #expect(units.replies.map(\.unit.name) == ["1", "4"])
    #expect(values("repair", units.codings) == [[1, 0], [1, 0]])
    #expect(units.replies.map(\.client) == [nil, nil])
    #expect(
      faults.filter { $0.rule != "uncoded" }.map(\.description) == [
        "b.csv:2: error: the reply '2' has another text than at a.csv:3, and so it is in 1 more; "
          + "give the same conversation and id to the same reply in all codings; left out "
          + "[texts-differ]"
      ])
  }

  @Test(
    "A reply's words are those of the first row that has them, whichever rater's that is",
    arguments: [["ann", "bo", "cy"], ["bo", "ann", "cy"], ["cy", "bo", "ann"]])
  func words(order: [String]) throws {
    let rows = [
      "ann": "1,ann,He died.,You miss him.,yes\n2,ann,,So?,no\n",
      "bo": "1,bo,,,yes\n2,bo,Yes.,So?,no\n3,bo,,,no\n4,bo,, ,no\n",
      "cy": "1,cy,,,yes\n2,cy,,,no\n3,cy,,,no\n4,cy,,,no\n",
    ]
    let header = "id,rater,client,text,repair\n"
    let together = header + order.compactMap { rows[$0] }.joined()
    let apart = try order.map { try file("\($0).csv", header + (rows[$0] ?? "")) }
    for files in [[try file("a.csv", together)], apart] {
      let (units, faults) = units(files)
      let replies = units.replies.sorted { $0.unit.name < $1.unit.name }
      #expect(faults.isEmpty)
      #expect(replies.map(\.unit.text) == ["You miss him.", "So?", nil, nil])
      #expect(replies.map(\.client) == ["He died.", "Yes.", nil, nil])
      #expect(units.textless?.message == "2 coded replies have no text: '3', '4'")
    }
  }

  @Test("Replies without a text are told where others have one")
  func textless() throws {
    let (some, _) = units([
      try file("a.csv", "conversation,id,text,repair\nx,1,So?,yes\nx,2,,no\n"),
      try file("b.ndjson", #"{"conversation":"x","id":2,"text":"","codes":{"repair":true}}"#),
    ])
    #expect(
      some.textless?.description
        == "a.csv:3: warning: 1 coded reply has no text: 'x#2'; fill it in in a row of each, a "
        + "silence as [silence]; left out of what is graded [no-text]")
    #expect(some.majority.map { $0.text } == ["So?"])
    for text in ["id,repair\n1,yes\n2,no\n", "id,text,repair\n1,So?,yes\n2,[silence],no\n"] {
      let (units, _) = units([try file("a.csv", text)])
      #expect(units.textless == nil)
    }
  }

  @Test("Ids and conversations that programs wrote in other ways are the same")
  func sameNumbers() throws {
    let one = try file("a.csv", "conversation,id,repair\n1,1,yes\n1,2,no\n")
    let two = try file("b.csv", "conversation,id,repair\n1.0,1.0,yes\n1 , 2,no\n")
    let (units, faults) = units([one, two])
    #expect(faults.isEmpty && units.unshared == nil)
    #expect(values("repair", units.codings) == [[1, 1], [0, 0]])
    // A table that was scored names them as it did.
    let match = units.matching(graded([("1.0", "talks.csv#1.0"), ("2", "talks.csv#1 ")]))
    #expect(match.grades.map { $0?.empathy } == [1, 2])
  }

  @Test("A file is the same whatever steps lead to it from where it was named")
  func samePaths() throws {
    func coding(_ name: String, _ talk: String) throws -> CodedFile {
      try file(name, "conversation,id,repair\n\(talk),\(talk)#1,yes\n\(talk),\(talk)#2,no\n")
    }
    for (one, two) in [
      ("../class/a.txt", "class/a.txt"), ("class/a.txt", "./class/a.txt"),
      (".././../class/a.txt", "../class/a.txt"),
    ] {
      let (units, faults) = units([try coding("a.csv", one), try coding("b.csv", two)])
      #expect(faults.isEmpty && units.unshared == nil, "\(one) and \(two)")
      #expect(values("repair", units.codings) == [[1, 1], [0, 0]], "\(one) and \(two)")
      let (coded, _) = self.units([try coding("a.csv", one)])
      let match = coded.matching(graded([("\(two)#1", two), ("\(two)#2", two)]))
      #expect(match.grades.map { $0?.empathy } == [1, 2], "\(one) and \(two)")
    }
    // What stands behind them is the folder's name.
    let (coded, _) = units([try coding("a.csv", "../class/a.txt")])
    #expect(coded.matching(graded([("other/a.txt#1", "other/a.txt")])).grades == [nil, nil])
  }

  @Test("A reply coded twice by one rater, or known by nothing, is told")
  func faults() throws {
    let coded = try file("a.csv", "id,text,repair\n1,x,yes\n1,x,no\n")
    let (units, faults) = units([coded, try file("b.csv", "repair\nyes\n")])
    #expect(faults.map(\.rule) == ["twice", "no-id"])
    #expect(faults.first?.location?.line == 3)
    #expect(faults.first?.mend?.contains("column or key 'rater'") == true)
    #expect(values("repair", units.codings) == [[1]])
    let named = try file("a.csv", "id,text,rater,repair\n1,x,ann,yes\n1,x,ann,no\n")
    let (_, told) = self.units([named])
    #expect(told.first?.remedy == "the first coding counts; passed over")
  }

  /// A grade for each id and session, told apart by its number of empathy from 1 on.
  private func graded(_ known: [(id: String, session: String?)]) -> [GradedRecord] {
    zip(known, 1...).map { known, number in
      GradedRecord(
        id: .string(known.id), session: known.session,
        grade: Grade(
          empathy: number, openness: 0, nonjudgment: 0, codes: Codes(), unsure: [], model: "m@1"))
    }
  }

  @Test("Grades are found by id")
  func grades() throws {
    var codes = Codes()
    codes.question = .open
    let grade = Grade(codes: codes, evidence: [], unsure: [], model: "m@1")
    let (units, _) = units([try file("a.csv", "id,question,empathy\n1,open,50\n2,closed,40\n")])
    let match = units.matching([GradedRecord(id: .integer(1), grade: grade)])
    let graded = units.codings(of: match.grades, named: "m@1")
    #expect(match.unclear.isEmpty)
    #expect(values("question", graded) == [[1], [nil]])
    #expect(graded.scores.first?.values == [[Double(grade.empathy)], [nil]])
  }

  @Test("Where both sides name conversations, grades are found by conversation and id")
  func gradesOfConversations() throws {
    let text = "conversation,id,question\nx,1,open\nx,2,\ny,1,\ny,2,open\ny,3,\n"
    let (units, _) = units([try file("a.csv", text)])
    func match(_ known: [(id: String, session: String?)]) -> ([Int?], [String]) {
      let match = units.matching(graded(known))
      return (match.grades.map { $0?.empathy }, match.unclear)
    }
    for name in ["talks.csv#", "folder/talks.csv#", "", "folder/"] {
      let ending = name.hasSuffix("#") ? "" : ".txt"
      let all = ["x", "y"].flatMap { talk in (1...2).map { ("\($0)", "\(name)\(talk)\(ending)") } }
      #expect(match(all) == ([1, 2, 3, 4, nil], []), "\(name)")
    }
    // Without a session an id is enough where it means one reply.
    #expect(match([("1", nil), ("3", nil)]) == ([nil, nil, nil, nil, 2], ["1", "1"]))
    #expect(match([("3", "a#x"), ("3", "a#z")]) == ([nil, nil, nil, nil, nil], []))
    #expect(match([("3", "a#y"), ("3", "b#y")]) == ([nil, nil, nil, nil, nil], ["3"]))
    // Neither is enough where the same of both comes twice.
    #expect(
      match([("1", "a#x"), ("1", "a#x"), ("2", "a#x")]) == ([nil, 3, nil, nil, nil], ["1"]))
    #expect(match([("3", nil), ("3", nil)]) == ([nil, nil, nil, nil, nil], ["3"]))
    func doubt(_ known: [(id: String, session: String?)]) -> String? {
      units.matching(graded(known)).doubt(in: "g.ndjson")?.description
    }
    #expect(doubt([("1", "a#x"), ("3", "a#y")]) == nil)
    #expect(
      doubt([("1", nil), ("3", "a#y")])
        == "g.ndjson: error: which grade is meant by the id '1' is not clear; name the conversation "
        + "in the coded replies and in what is scored; 2 coded replies are left out [unclear-id]")
    let twice: [(id: String, session: String?)] = [("1", "a#x"), ("3", "a#y"), ("3", "a#y")]
    #expect(
      doubt(twice)
        == "g.ndjson: error: several grades have the id '3', and no session tells them apart, as "
        + "where grades were written twice; have each grade in it once, and give each reply of a "
        + "session an id of its own; 1 coded reply is left out [unclear-id]")
    let both = doubt(twice + [(id: "2", session: nil)])
    #expect(both?.contains("which grade is meant by the id '2' is not clear") == true)
    let own = CodedUnits(
      [try file("b.csv", "conversation,id,question\nfirst,talk.txt#3,open\n")], report: { _ in })
    #expect(own.matching(graded([("talk.txt#3", "talk.txt")])).grades.map { $0?.empathy } == [1])
  }

  @Test("How many replies have no grade is told, with the names of the first three")
  func ungraded() throws {
    let (units, _) = units([
      try file("a.csv", "conversation,id,question\nx,1,open\nx,2,\ny,1,\ny,2,open\ny,3,\n")
    ])
    let one = units.matching(graded([("1", "x")]))
    #expect(
      one.lack(in: "g.ndjson")?.description
        == "g.ndjson: warning: 4 coded replies have no grade in it: 'x#2', 'y#1', 'y#2', …; score "
        + "them by the names by which they were coded; left out of the grader's figures [no-grade]")
    let four = units.matching(graded([("1", "x"), ("2", "x"), ("1", "y"), ("2", "y")]))
    #expect(four.lack(in: "g.ndjson")?.message == "1 coded reply has no grade in it: 'y#3'")
    let all = units.matching(
      graded([("1", "x"), ("2", "x"), ("1", "y"), ("2", "y"), ("3", "y")]))
    #expect(all.lack(in: "g.ndjson") == nil)
    // A grade that is there and is not clear is told otherwise.
    let unclear = units.matching(graded([("1", "x"), ("3", "y"), ("3", "y")]))
    #expect(unclear.ungraded == ["x#2", "y#1", "y#2"] && unclear.unclear == ["3"])
  }

  @Test("Each conversation's grades are found; one without a session may be of any, and so of none")
  func manyConversations() throws {
    let talks = (1...20).map { "t\($0)" }
    let rows = talks.flatMap { talk in (1...4).map { "\(talk),\($0),open\n" } }
    let (units, _) = units([try file("a.csv", "conversation,id,question\n" + rows.joined())])
    let known = talks.flatMap { talk in
      (1...4).map { (id: "\($0)", session: Optional("talks.csv#\(talk)")) }
    }
    #expect(units.matching(graded(known)).grades.compactMap { $0?.empathy } == Array(1...80))
    let match = units.matching(graded(known + [(id: "3", session: nil), (id: "3", session: nil)]))
    #expect(match.unclear == Array(repeating: "3", count: 20) && match.repeated.isEmpty)
    #expect(match.grades.count { $0 == nil } == 20)
  }

  @Test("Files of the same name in several folders are several raters")
  func sameNames() throws {
    let text = "id,question\n1,open\n"
    let (units, faults) = units([
      try file("ann/codes.csv", text), try file("bob/codes.csv", text), try file("cy.csv", text),
    ])
    #expect(units.raters == ["ann/codes.csv", "bob/codes.csv", "cy"])
    #expect(faults.isEmpty)
  }

  @Test("A reply is called by its conversation and id, once where the id holds the conversation")
  func names() throws {
    let (found, _) = units([
      try file(
        "a.csv",
        "conversation,id,question\nclass/ada/s.txt,class/ada/s.txt#11,open\n"
          + "class/ada/s.txt,12,closed\n"),
      try file(
        "b.csv",
        "conversation,id,question\nclass/ada/s.txt,class/ada/s.txt#11,closed\n"
          + "class/ada/s.txt,12,closed\n"),
    ])
    let names = ["class/ada/s.txt#11", "class/ada/s.txt#12"]
    #expect(found.replies.map(\.unit.name) == names)
    // However long a name is, the number at its end is not cut off.
    let report = AgreementReport(
      humans: found.codings, graded: nil, resamples: 0, seed: 1, disagreements: 2,
      showsConfusion: false)
    var table = ""
    report.write(.table, into: &table)
    #expect(table.contains("  \(names[0])\n"))
  }

  @Test("The report says the same figures in each of its forms, and nothing that steers a terminal")
  func forms() throws {
    let (units, _) = units([
      try file("a.csv", "id,text,question\n1,x\u{1B}[2J,open\n2,y,closed\n3,z,\n4,w,open\n"),
      try file("b.csv", "id,question\n1,closed\n2,closed\n3,\n4,open\n"),
    ])
    let report = AgreementReport(
      humans: units.codings, graded: nil, resamples: 50, seed: 1, disagreements: 2,
      showsConfusion: true)
    var table = ""
    report.write(.table, into: &table)
    #expect(table.contains("question                     4          75 %   0.64"))
    #expect(table.contains("open / closed"))
    #expect(table.contains("substantial"))
    #expect(!table.contains("\u{1B}"))
    var csv = ""
    report.write(.csv, into: &csv)
    let rows = csv.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    // Agreement 3/4, by chance (1*1 + 2*1 + 1*2)/16.
    #expect(rows.first { $0[1] == "question" && $0[2] == "" }?[5] == "0.6364")
    #expect(Set(rows.filter { !$0[1].hasPrefix("\"") }.map(\.count)) == [36])
    var json = ""
    report.write(.json, into: &json)
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let comparison = try #require((object?["comparisons"] as? [[String: Any]])?.first)
    let code = try #require((comparison["codes"] as? [[String: Any]])?.first)
    #expect((code["kappa"] as? [String: Any])?["value"] as? Double == 0.6364)
    #expect(code["confusion"] as? [[Int]] == [[1, 0, 0], [0, 1, 1], [0, 0, 1]])
  }
}
