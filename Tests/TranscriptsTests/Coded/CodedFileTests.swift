import Diagnostics
import Files
import Foundation
import Lines
import Listening
import Testing
import Transcripts

struct CodedFileTests {
  private func read(_ text: String, columns: [String] = []) throws
    -> (file: CodedFile, faults: [Diagnostic])
  {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("attune-coded-\(UUID().uuidString)")
    try Data(text.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let handle = try FileHandle(forReadingFrom: url)
    defer { try? handle.close() }
    var faults: [Diagnostic] = []
    let file = CodedFile(
      FileLines(descriptor: handle.fileDescriptor), file: "coded",
      columns: try CodedColumns(columns), report: { faults.append($0) })
    return (file, faults)
  }

  private func value(_ name: CodeName, _ file: CodedFile, _ row: Int) -> String? {
    file.value(of: .code(name), in: file.replies[row])
  }

  @Test("A table and JSON lines that say the same are read alike")
  func alike() throws {
    let table = """
      conversation,id,rater,client,text,reflection,affirmation,empathy
      one,7,ann,"It hurts, a lot.",You hurt.,simple,no,70
      one,8,ann,,"So, what now?",,TRUE,
      """
    let lines = """
      {"conversation":"one","id":"7","rater":"ann","client":"It hurts, a lot.","text":"You hurt.",\
      "codes":{"reflection":"simple","affirmation":false},"empathy":70}
      {"conversation":"one","id":"8","rater":"ann","text":"So, what now?","codes":{"affirmation":true}}
      """
    let (first, faults) = try read(table)
    let (second, others) = try read(lines)
    #expect(faults.isEmpty && others.isEmpty)
    #expect(first.variables == second.variables)
    #expect(first.replies.count == 2)
    for (a, b) in zip(first.replies, second.replies) {
      #expect(a.conversation == b.conversation && a.id == b.id && a.rater == b.rater)
      #expect(a.client == b.client && a.text == b.text && a.scores == b.scores)
      for variable in first.variables {
        #expect(first.value(of: variable, in: a) == second.value(of: variable, in: b))
      }
    }
    #expect(first.replies[1].client == nil)
    #expect(value(.affirmation, first, 1) == "yes")
  }

  @Test(
    "An empty text is none, but for a table that Attune wrote, where it is silence",
    arguments: [
      ("id,client,text,repair\n1,,,yes\n2, ,So.,no\n", nil),
      (
        #"{"id":1,"client":"","text":" ","codes":{"repair":true}}"# + "\n"
          + #"{"id":2,"client":" ","text":"So.","codes":{}}"#, nil
      ),
      (
        "id,empathy,openness,nonjudgment,repair,model,text,client\n"
          + "1,2,3,4,,a@1,,\n2,2,3,4,,a@1,So.,\n", ""
      ),
    ] as [(String, String?)])
  func emptyTexts(text: String, told: String?) throws {
    let (file, faults) = try read(text)
    #expect(faults.isEmpty)
    #expect(file.replies.map(\.text) == [told, "So."])
    #expect(file.replies.map(\.client) == [nil, nil])
  }

  @Test("Columns with names of their own are read as what a person says that they hold")
  func columnsThatAreSaid() throws {
    let table = """
      Call,Who,Words,Before,R,Q,reflection,E
      one,ann,You hurt.,It hurts.,SR,,complex,70
      one,bo,What now?,,,OQ,,
      """
    let (file, faults) = try read(
      table,
      columns: [
        "conversation=Call,rater=Who,text=words,client=Before", "reflection=R", "question=Q",
        "empathy=E",
      ])
    #expect(faults.isEmpty)
    #expect(file.variables == [.code(.reflection), .code(.question)])
    #expect(file.replies.map(\.rater) == ["ann", "bo"])
    #expect(file.replies.map(\.text) == ["You hurt.", "What now?"])
    #expect(file.replies.map(\.client) == ["It hurts.", nil])
    #expect(file.replies.map(\.conversation) == ["one", "one"])
    #expect(file.replies.first?.scores == [.empathy: 70])
    #expect((0..<2).map { value(.reflection, file, $0) } == ["simple", "none"])
    #expect((0..<2).map { value(.question, file, $0) } == ["none", "open"])
  }

  @Test("A column that is said and not there is told with those that are; the rest is read")
  func missingColumn() throws {
    let (file, faults) = try read("id,R\n1,simple\n", columns: ["reflection=R,question=Qs"])
    #expect(
      faults.map(\.description) == [
        "coded:1: error: there is no column 'Qs'; "
          + "say --columns role=NAME; the columns are id, R [columns]"
      ])
    #expect(value(.reflection, file, 0) == "simple")
  }

  @Test("The names of columns that are told are cut short", arguments: ["x", "\u{301}"])
  func longColumn(sign: String) throws {
    let name = "x" + String(repeating: sign, count: 1000)
    let (_, faults) = try read("id,\(name)\n1,2\n", columns: ["reflection=Codes of Ann"])
    let shown = "x" + String(repeating: sign, count: 39)
    #expect(faults.first?.mend == "say --columns role=NAME; the columns are id, \(shown)")
  }

  @Test(
    "What names no column is refused with the roles or the nearest one",
    arguments: [
      ("reflection", "'reflection' names no column"),
      ("reflecton=R", "did you mean 'reflection'?"),
      ("rater=A,rater=B", "two columns are named for 'rater'"),
      ("text=A,text=B", "two columns are named for 'text'"), ("mood=M", "judgment_kind"),
      ("reflection=R,affirmation=R", "column 'R' is named for 'reflection' and for 'affirmation'"),
      ("reflection=Own code,text=own-code", "column 'own-code' is named for 'reflection' and for"),
    ])
  func noColumn(option: String, told: String) {
    let error = #expect(throws: DiagnosticList.self) { try CodedColumns([option]) }
    #expect(error?.description.contains(told) == true)
  }

  @Test("A code that the file names and a row does not is absent; one that is left open is unknown")
  func absence() throws {
    let (table, _) = try read("id,question,repair\n1,open,\n2,NA,?\n3,,yes\n")
    #expect((0..<3).map { value(.question, table, $0) } == ["open", nil, "none"])
    #expect((0..<3).map { value(.repair, table, $0) } == ["no", nil, "yes"])
    #expect(value(.reflection, table, 0) == nil)
    let (lines, _) = try read(
      """
      {"id":1,"codes":{"question":"open"}}
      {"id":2,"codes":{"question":null}}
      {"id":3,"codes":{}}
      """)
    #expect((0..<3).map { value(.question, lines, $0) } == ["open", nil, "none"])
    #expect(lines.variables == [.code(.question)])
  }

  @Test("What 'main' and the kind of judgment are is not guessed where it is not said")
  func noAbsence() throws {
    let (file, _) = try read("id,main,judgment,judgment_kind\n1,,mild,blame\n2,input,,\n")
    #expect(file.value(of: .main, in: file.replies[0]) == nil)
    #expect(file.value(of: .judgmentKind, in: file.replies[1]) == nil)
    #expect(file.value(of: .judgmentKind, in: file.replies[0]) == "blame")
  }

  @Test(
    "A slip is told with file, line, column and the nearest name; the rest is read",
    arguments: [
      (
        "id,reflecton\n1,simple\n",
        "coded:1:4: error: no code is named 'reflecton'; did you mean 'reflection'?"
      ),
      (
        "id,reflection\n1,simpel\n",
        "coded:2:3: error: 'reflection' has no value 'simpel'; did you mean 'simple'?"
      ),
      (
        "id\ttext\tquestion\n1\tÉ \"x\" ?\topne\n",
        "coded:2:11: error: 'question' has no value 'opne'; did you mean 'open'?"
      ),
      (
        "id;question;Notes to self\n1;open;hm\n",
        "coded:1:13: warning: no code is named 'Notes to self'; the column is left out; if it "
          + "holds a code, say --columns CODE=NAME"
      ),
      (
        "id,empathy\n1,101\n",
        "coded:2:3: error: 'empathy' is no number from 0 to 100; left out"
      ),
      (
        "id,exploration\n1,3\n",
        "coded:2:3: error: 'exploration' has no value '3'; one of 0, 1, 2"
      ),
      (
        "id,advice\n1\n",
        "coded:2: error: 1 field where the header names 2; give it one for each column, in "
          + "quotation marks where it holds the delimiter; passed over"
      ),
      (
        #"{"id":1,"text":"reflection","codes":{"reflection":"deep"}}"#,
        "coded:1:38: error: 'reflection' has no value 'deep'; one of none, simple, complex"
      ),
      (
        #"{"id":1,"codes":{"repare":true}}"#,
        "coded:1:18: error: no code is named 'repare'; did you mean 'repair'?"
      ),
      (
        #"{"id":1,"text":"a \"codes\":","codes":{"main":"reflection","reflection":"deep"}}"#,
        "coded:1:60: error: 'reflection' has no value 'deep'; one of none, simple, complex"
      ),
      (#"{"id":1}"#, "coded:1: error: not a coded reply: the key 'codes' is missing; passed over"),
      ("{\"id\":1,\n", "coded:1: error: not a coded reply: not JSON; passed over"),
    ])
  func faults(text: String, message: String) throws {
    let (_, faults) = try read(text)
    #expect(faults.count == 1)
    #expect(faults.first?.description.hasPrefix(message) == true, "\(faults)")
  }

  @Test("The names of transcripts' tables are known; a turn is an id where there is no other")
  func names() throws {
    let (file, faults) = try read(
      "Transcript ID,turn,utterance_text,Coder,Self-disclosure\n5,3,Me too.,ann,brief\n")
    #expect(faults.isEmpty)
    let reply = try #require(file.replies.first)
    #expect(reply.conversation == "5" && reply.id == .string("3") && reply.text == "Me too.")
    #expect(reply.rater == "ann")
    #expect(value(.selfDisclosure, file, 0) == "brief")
  }

  @Test(
    "What parts the columns is told by their names, not by what stands in them",
    arguments: [
      "id;question;\"Notes, if any, and why, briefly\"\n1;open;hm\n",
      "id\tquestion\t\"Notes; more; and more;\nor none\"\n1\topen\thm\n",
    ])
  func delimiters(text: String) throws {
    let (file, faults) = try read(text)
    #expect(file.variables == [.code(.question)])
    #expect(value(.question, file, 0) == "open")
    #expect(faults.map(\.severity) == [.warning])
  }

  @Test("A field may hold line ends, and rows after it keep their numbers")
  func multiline() throws {
    let (file, faults) = try read("id,text,question\n1,\"a\nb\",open\n2,\"c\n\"\"d\"\"\",opened\n")
    #expect(file.replies.map(\.text) == ["a\nb", "c\n\"d\""])
    #expect(file.replies.map(\.line) == [2, 4])
    #expect(faults.map { $0.location?.description } == ["coded:4"])
  }

  @Test("No bytes make the reader trap, and control characters stay out of what it says")
  func noise() throws {
    let (_, faults) = try read("id,ref\u{1B}[31m\n1,2\n\"")
    #expect(faults.allSatisfy { !$0.description.contains("\u{1B}") })
    for text in ["", "\n\n", "{", "\"", ",,,\n,,,", "id\n\u{0}\n", "[1]\n"] {
      #expect(try read(text).file.replies.allSatisfy { $0.line > 0 })
    }
  }

  @Test(
    "In a table with a row for everything said, replies are the therapist's, the client's beside")
  func talk() throws {
    let (file, faults) = try read(
      """
      conversation,id,rater,speaker,text,question
      one,1,ann,Client,I came.,
      one,1,bo,Client,I came.,
      one,2,ann,Client,Almost not.,
      one,3,ann,Therapist,What helped?,open
      one,3,bo,Therapist,What helped?,closed
      one,4,ann,T,Tell me.,
      one,5,ann,Client,No.,
      one,6,ann,Mother,He is shy.,
      one,7,ann,Therapist,Oh.,
      one,8,ann,Mother,He is.,
      two,9,ann,Therapist,Hello.,

      """)
    #expect(
      file.replies.compactMap(\.text) == [
        "What helped?", "What helped?", "Tell me.", "Oh.", "Hello.",
      ])
    let client = "I came.\nAlmost not."
    #expect(file.replies.map(\.client) == [client, client, nil, nil, nil])
    #expect((0..<3).map { value(.question, file, $0) } == ["open", "closed", "none"])
    #expect(
      faults.map(\.description) == [
        "coded:9: error: whether 'Mother' is the therapist or the client is not known; write "
          + "'therapist' or 'client' for it; what 'Mother' says is passed over [unknown-speaker]"
      ])
  }

  @Test("A long line is searched once for the places of its faults", .timeLimit(.minutes(1)))
  func manyFaults() throws {
    let text = String(repeating: "word ", count: 200_000)
    let codes = (0..<10_000).map { "\"x\($0)\":true" }.joined(separator: ",")
    let (file, faults) = try read("{\"id\":1,\"text\":\"\(text)\",\"codes\":{\(codes)}}\n")
    #expect(file.replies.count == 1 && faults.count == 10_000)
    #expect(faults.first?.location?.column == text.count + 28)
  }

  @Test(
    "A long line of a table is searched once for the places of its faults", .timeLimit(.minutes(1)))
  func manyFaultsInTable() throws {
    let text = String(repeating: "word ", count: 400_000)
    let names = (0..<20_000).map { "x\($0)" }.joined(separator: ",")
    let (file, faults) = try read("id,repair,\"\(text)\",\(names)\n")
    #expect(file.replies.isEmpty && faults.count == 20_001)
    #expect(faults.first?.location?.column == 11)
    #expect(faults.dropFirst().first?.location?.column == text.count + 14)
    #expect(faults.last?.location?.column == text.count + names.count + 8)
  }

  @Test("All that a client says before a reply is gone through once", .timeLimit(.minutes(1)))
  func longTalk() throws {
    let rows = 300_000
    let talk = (0..<rows).map { "\($0),C,Oh.\n" }.joined()
    let (file, faults) = try read("id,speaker,text\n" + talk + "x,T,So.\n")
    #expect(faults.isEmpty)
    #expect(file.replies.map { $0.client?.utf8.count } == [rows * "Oh.\n".utf8.count - 1])
  }

  @Test("AnnoMI's table with every annotator's codes is read as it is")
  func annoMI() throws {
    let (file, faults) = try read(
      """
      transcript_id,mi_quality,utterance_id,interlocutor,timestamp,utterance_text,annotator_id,\
      therapist_input_exists,therapist_input_subtype,reflection_exists,reflection_subtype,\
      question_exists,question_subtype,main_therapist_behaviour,client_talk_type
      0,high,0,client,00:00:01,I drink.,3,n/a,n/a,n/a,n/a,n/a,n/a,n/a,neutral
      0,high,1,therapist,00:00:05,You drink.,3,False,n/a,True,simple,False,n/a,reflection,n/a
      0,high,2,therapist,00:00:09,Twelve is a lot.,4,True,information,False,n/a,False,n/a,therapist_input,n/a

      """)
    #expect(faults.isEmpty && file.replies.count == 2)
    #expect(file.replies.map(\.rater) == ["3", "4"] && file.replies[0].client == "I drink.")
    #expect((0..<2).map { value(.reflection, file, $0) } == ["simple", "none"])
    #expect((0..<2).map { value(.question, file, $0) } == ["none", "none"])
    #expect(file.replies.map { file.value(of: .main, in: $0) } == ["reflection", "input"])
    #expect(file.replies.map { file.value(of: .input, in: $0) } == ["no", "yes"])
  }

  @Test("Names of conversations are read as ids are: without blanks at their ends, 2.0 as 2")
  func conversations() throws {
    let (table, _) = try read("conversation,id,affirmation\n1.0, 7,\n 1 ,8.0,yes\n1.50,9 ,\n")
    #expect(table.replies.map(\.conversation) == ["1", "1", "1.50"])
    #expect(table.replies.map(\.id) == [.string("7"), .string("8"), .string("9")])
    let (lines, _) = try read(
      #"{"conversation":" 1.0","id":"7.0","codes":{}}"# + "\n"
        + #"{"conversation":1,"id":8,"codes":{}}"# + "\n"
        + #"{"conversation":" ","id":9,"codes":{}}"# + "\n")
    #expect(lines.replies.map(\.conversation) == ["1", "1", nil])
    #expect(lines.replies.map(\.id) == [.string("7"), .integer(8), .integer(9)])
  }

  @Test("A row that lacks notes, or has empty fields behind its last column, is read")
  func emptyFields() throws {
    let (file, faults) = try read("id,affirmation,notes\n1,yes\n2,,x,,\n3\n")
    #expect(file.replies.map(\.id) == [.string("1"), .string("2")])
    #expect((0..<2).map { value(.affirmation, file, $0) } == ["yes", "no"])
    #expect(faults.map(\.rule) == ["unknown-column", "row"])
  }

  @Test("Whole numbers that a program wrote as 2.0 are the numbers they were")
  func decimals() throws {
    let (file, faults) = try read("id,affirmation,exploration\n3.0,1.0,2.0\n4.50,,\n")
    #expect(faults.isEmpty && file.replies.map(\.id) == [.string("3"), .string("4.50")])
    #expect(value(.exploration, file, 0) == "2" && value(.affirmation, file, 0) == "yes")
  }
}
