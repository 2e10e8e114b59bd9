import Diagnostics
import Testing

import Transcripts

@Suite("Conversations in tables")
struct TableDecoderTests {
  static func options(_ columns: String..., therapist: [String] = [], client: [String] = [])
    throws -> ScoreInput.Options
  {
    ScoreInput.Options(
      columns: try ColumnMapping(columns),
      names: try SpeakerNames(therapists: therapist, clients: client))
  }

  @Test("AnnoMI's table is read without being told, a session for each transcript")
  func annoMI() throws {
    let reading = try Reading(Samples.annoMI)
    #expect(
      reading.told == [
        "in#3", "I came, almost not. > And yet\nyou came.", "Yes. > What helped?",
        "in#4", "- > You must eat less.", ">> Must I?",
      ])
    #expect(reading.ids == ["1", "3", "0"].map(RecordID.string))
    #expect(reading.replies.map(\.turn) == [1, 2, 1])
    #expect(reading.complaints == [])
  }

  @Test("An utterance that several annotators have coded counts once, also of one conversation")
  func annotators() throws {
    let text = """
      transcript_id,utterance_id,interlocutor,utterance_text,annotator_id
      1,0,client,Hi.,0
      1,0,client,Hi.,1
      1,1,therapist,So.,0
      1,1,therapist,So.,1
      1,2,therapist,So.,0
      """
    #expect(try Reading(text).told == ["in#1", "Hi. > So.\nSo."])
    let one = text.replacing("transcript_id,", with: "").replacing("\n1,", with: "\n")
    #expect(try Reading(one).told == ["Hi. > So.\nSo."])
  }

  @Test(
    "Tabs and semicolons are told apart, whatever the capitals and line ends",
    arguments: [
      "Speaker\tText\nClient\tHi, you.\nTherapist\tSo; well.\n",
      "SPEAKER;Text\r\nC;Hi, you.\r\nT;\"So; well.\"\r\n",
      "\u{FEFF}speaker,utterance\nClient,\"Hi, you.\"\nTherapist,So; well.\n",
      "speaker;text;\"notes, on what, by whom\"\nC;Hi, you.;\nT;\"So; well.\";\n",
      "speaker\ttext\t\"notes,\non what\"\nC\tHi, you.\t\nT\tSo; well.\t\n",
    ])
  func delimiters(text: String) throws {
    let reading = try Reading(text)
    #expect(reading.told == ["Hi, you. > So; well."])
    #expect(reading.complaints == [])
  }

  @Test("Columns of any name are read where they are said")
  func columns() throws {
    let text = "Wer,Was,Gespräch,Nr\nAda,Hallo.,g1,a\nBen,Ja.,g1,b\nAda,Nein.,g2,c\n"
    let options = try Self.options(
      "speaker=wer,text=Was", "conversation=Gespräch,id=Nr", therapist: ["ADA"])
    let reading = try Reading(text, options: options)
    #expect(reading.told == ["in#g1", "- > Hallo.", ">> Ja.", "in#g2", "- > Nein."])
    #expect(reading.ids == [.string("a"), .string("c")])
  }

  @Test("A table may have one row a reply, with the client's words beside it")
  func sideBySide() throws {
    let single = try Reading("client,response\nHi.,So.\n,Well.\n", file: "t.csv")
    #expect(single.told == ["Hi. > So.", "- > Well."])
    #expect(single.ids == [.string("t.csv:2"), .string("t.csv:3")])
    #expect(single.replies.allSatisfy { $0.session == nil })
    let talks = try Reading("session,client,reply\n1,Hi.,So.\n1,Yes.,Well.\n2,No.,Hm.\n")
    #expect(talks.told == ["in#1", "Hi. > So.", "Yes. > Well.", "in#2", "No. > Hm."])
    #expect(talks.replies.map(\.turn) == [1, 2, 1])
  }

  @Test(
    "A survey's table that names its participants is read by the client's words beside the replies",
    arguments: ["Participant", "Who", "participant"], ["P01,P02", "Anna,Ben", "client,client"])
  func survey(column: String, names: String) throws {
    let names = names.split(separator: ",")
    let reading = try Reading(
      "\(column),client,reply\n\(names[0]),I can't go on.,You sound worn out.\n"
        + "\(names[1]),I can't go on.,You should rest.\n")
    #expect(
      reading.told == ["I can't go on. > You sound worn out.", "I can't go on. > You should rest."])
    #expect(reading.complaints == [])
  }

  @Test("A question of a survey that was not answered is left out and told once")
  func unanswered() throws {
    let reading = try Reading("client,reply\nHi.,So.\nHi.,\nHi.,\" \"\nHi.,[silence]\n")
    #expect(reading.told == ["Hi. > So.", "Hi. > [silence]"])
    #expect(
      reading.complaints == [
        "in:3: warning: the reply in this row is empty, and so are 1 more; left out; a silence that "
          + "was meant is written as [silence] [no-reply]"
      ])
    let own = "id,empathy,openness,nonjudgment,model,text,client\n1,2,3,4,a@1,,Hi.\n"
    #expect(try Reading(own).told == ["Hi. > "])
  }

  @Test(
    "Where no column's name is known, the mark that makes most columns parts them",
    arguments: [
      "\"Response ID\";\"Q1 words\";\"Q1 reply\"\n1;Hi.;So.\n",
      "Response ID;Q1 words;Q1 reply\n1;Hi.;So.\n",
      "Response ID\tQ1 words\tQ1 reply\n1\tHi.\tSo.\n",
    ])
  func likelyDelimiter(text: String) throws {
    #expect(
      try Reading(text, file: "t.csv").complaints == [
        "t.csv:1: error: no column is known to hold what is said; say --columns text=NAME; "
          + "the columns are Response ID, Q1 words, Q1 reply [columns]"
      ])
    let said = try Self.options("client=Q1 words,text=Q1 reply")
    #expect(try Reading(text, file: "t.csv", options: said).told == ["Hi. > So."])
  }

  @Test("A table whose columns are not known is refused with its line, the mend and no more")
  func unknownColumns() throws {
    let table = "Wer,Was\nAda,Hallo.\nAda,Ja.\n"
    let reading = try Reading(table, file: "t.csv")
    #expect(reading.replies.isEmpty)
    #expect(
      reading.complaints == [
        "t.csv:1: error: no column is known to hold what is said; say --columns text=NAME; "
          + "the columns are Wer, Was [columns]"
      ])
    let mistyped = try Reading(table, file: "t.csv", options: Self.options("text=Wars,speaker=Wer"))
    #expect(
      mistyped.complaints
        == ["t.csv:1: error: there is no column 'Wars'; did you mean 'Was'? [columns]"])
  }

  @Test("A table of another form than the columns that were said is refused once, with the mend")
  func otherForm() throws {
    let options = try Self.options("speaker=Wer,text=Was,conversation=Nr")
    let known = try Reading(
      "speaker,text\nclient,Hi.\ntherapist,So.\n", file: "t.csv", options: options)
    #expect(
      known.complaints == [
        "t.csv:1: error: none of the columns that were said is here, and the table's own are known; "
          + "score it in a run of its own, without --columns [columns]"
      ])
    #expect(try Reading("A,B\nx,y\n", file: "t.csv", options: options).complaints.count == 3)
  }

  @Test("Of a client's column and a therapist's it is asked whether that holds the replies")
  func therapistColumn() throws {
    let table = "client,therapist\nHi.,So.\n"
    #expect(
      try Reading(table, file: "t.csv").complaints == [
        "t.csv:1: error: no column is known to hold what is said; if 'therapist' holds the replies, "
          + "say --columns text=therapist [columns]"
      ])
    let known = try Reading("client,therapist_reply\nHi.,So.\n", file: "t.csv")
    #expect(known.told == ["Hi. > So."])
  }

  @Test("A row of another width is reported with its line and passed over")
  func ragged() throws {
    let reading = try Reading("speaker,text\nC,Hi.\nT\nT,So.,more\nT,Well.\n")
    #expect(reading.told == ["- > Well."])
    let mend =
      "; give it one for each column, in quotation marks where it holds the delimiter; passed over"
    #expect(
      reading.complaints == [
        "in:3: error: 1 field where the header names 2\(mend) [row]",
        "in:4: error: 3 fields where the header names 2\(mend) [row]",
      ])
  }

  @Test(
    "Empty fields that are too many at a row's end, or lack where nothing counts, cost nothing",
    arguments: [
      "speaker,text\nC,Hi.,\nT,So.,,\n", "speaker,text,note\nC,Hi.\nT,So.\n",
      "role,speaker,text,note\nx,C,Hi.\nx,T,So.,,\n", "speaker;text\nC;Hi.; \nT;So.\n",
    ])
  func emptyFields(text: String) throws {
    let reading = try Reading(text)
    #expect(reading.told == ["Hi. > So."])
    #expect(reading.complaints == [])
  }

  @Test("A conversation that comes back after another is reported where it does")
  func interleaved() throws {
    let text = "speaker,text,session\nC,Hi.,1\nT,So.,1\nT,Hm.,2\nC,Yes.,1\nT,Well.,1\nT,Oh.,3\n"
    let reading = try Reading(text)
    #expect(reading.told == ["in#1", "Hi. > So.", "in#2", "- > Hm.", "in#3", "- > Oh."])
    #expect(
      reading.complaints == [
        "in:5: error: the conversation '1' goes on here, after another one; sort the file by "
          + "conversation; passed over as far as the next one [conversation-apart]",
        "in:4: warning: nobody but the therapist speaks in the conversation of this line, nor in 1 "
          + "more; look whether the client's words stand in the therapist's turns; where the client "
          + "has a name, say --client with it [monologue]",
      ])
  }

  @Test("Turns that go backwards within a conversation are reported")
  func turns() throws {
    let text = "speaker,text,session,turn\nC,Hi.,1,1\nT,So.,1,3\nT,Hm.,1,2\nT,Oh.,2,1\nC,Eh.,2,x\n"
    let reading = try Reading(text)
    #expect(reading.told == ["in#1", "Hi. > So.", "in#2", "- > Oh."])
    #expect(
      reading.complaints == [
        "in:4: error: turn 2 comes after turn 3; sort the rows by conversation and turn; "
          + "passed over [turn]",
        "in:6: error: the turn 'x' is not a whole number; number the rows of a conversation in the "
          + "order in which they were said, or say --columns turn=NAME with the column that does; "
          + "passed over [turn]",
      ])
  }

  @Test("Turns that a program wrote as 2.0 are the numbers they were")
  func decimalTurns() throws {
    let text = "speaker,text,session,turn\nC,Hi.,1,1.0\nT,So.,1, 2.0\nT,Hm.,1,1.0\nC,Eh.,1,3.5\n"
    let reading = try Reading(text)
    #expect(reading.told == ["in#1", "Hi. > So."])
    #expect(reading.faults.map(\.rule) == ["turn", "turn"])
    #expect(reading.complaints.first?.contains("turn 1 comes after turn 2;") == true)
    #expect(reading.complaints.last?.contains("the turn '3.5' is not a whole number;") == true)
  }

  @Test("A conversation may be named by several columns, and where it needs them that is told")
  func owners() throws {
    let text = """
      participant_id,session,speaker,text
      P07,1,T,How was it?
      P07,2,T,So.
      P08,1,T,You are sad.
      P08,1,C,Yes.

      """
    let columns = try ColumnMapping(["conversation=participant_id,conversation=session"])
    let reading = try Reading(text, options: .init(columns: columns))
    #expect(
      reading.told == [
        "in#P07/1", "- > How was it?", "in#P07/2", "- > So.", "in#P08/1", "- > You are sad.",
        ">> Yes.",
      ])
    #expect(reading.faults.map(\.rule) == ["monologue"])
    let plain = try Reading(text)
    #expect(
      plain.complaints.first
        == "in:4: warning: the conversation '1' is that of 'P07' before and of 'P08' here, by the "
        + "column 'participant_id'; where each has a conversation of their own, say --columns "
        + "conversation=participant_id,conversation=session [columns]")
  }

  @Test("Blank rows, Excel's word of the delimiter and a table of Attune's own are seen for it")
  func forms() throws {
    let reading = try Reading("sep=;\nspeaker;text\nC;Hi.\n;\nT;So, then.\n;\n")
    #expect(reading.told == ["Hi. > So, then."] && reading.faults.isEmpty)
    let own = try Reading(
      "id,empathy,openness,nonjudgment,model,text,client\n1,2,3,4,a@1,So.,Hi.\n")
    #expect(own.told == ["Hi. > So."] && own.faults.map(\.rule) == ["scored"])
    #expect(own.faults.allSatisfy { $0.severity == .warning })
    #expect(own.complaints.first?.contains("clients said after the last is not in it") == true)
  }

  @Test(
    "A table of measures that Attune wrote is refused once, by whatever name",
    arguments: ["session", "trainee,sessions"], ["class.csv", "-"])
  func measures(first: String, file: String) throws {
    let header = "\(first),replies,empathy,openness,nonjudgment,trainee_words,model"
    let reading = try Reading(header + "\na,12,50.0,50.0,100.0,90,m@1\n", file: file)
    #expect(reading.replies.isEmpty)
    #expect(
      reading.complaints == [
        "\(file):1: error: this is a table of sessions or trainees that Attune wrote: measures, "
          + "without the replies; score the transcripts; nothing of the file is read [scores]"
      ])
    let unknown = try Reading("id,empathy,openness,nonjudgment,model\n1,2,3,4,m@1\n", file: "a.csv")
    #expect(unknown.faults.map(\.rule) == ["columns"])
  }

  @Test("An unclosed quotation mark costs a row, and the conversations behind it are read")
  func stray() throws {
    let rows = (1...50).map { "\($0),C,Hi.\n\($0),T,So \($0).\n" }
    let text = "conversation,speaker,text\n" + rows[..<3].joined() + "9,C,\"oh, well\n"
    let reading = try Reading(text + rows[3...].joined())
    #expect(reading.replies.count == 50)
    #expect(
      reading.complaints == [
        "in:8: error: a quoted field is never closed; close the field with a quotation mark, and "
          + "double each one that stands within it; passed over [row]"
      ])
  }

  @Test("A row with a line that is not text is lost, and reported once")
  func notText() throws {
    var bytes = Array("speaker,text\nC,\"Hi\n".utf8) + [0x81, 0x0A]
    bytes += Array("there\"\nT,So.\n".utf8)
    let reading = try Reading(bytes)
    #expect(reading.told == ["- > So."])
    #expect(
      reading.complaints == [
        "in:3: error: not UTF-8 text, or with a NUL; "
          + "save the file as plain text in UTF-8; passed over [not-utf8]"
      ])
  }

  @Test(
    "What is said of columns is checked before anything is read",
    arguments: [
      (["text"], "'text' names no column; write text=NAME"),
      (["Text="], "'Text=' names no column; write text=NAME"),
      (["txt=A"], "did you mean 'text'?"), (["=A"], "write ROLE=COLUMN"),
      (["speaker=A", "client=B"], "not both"),
      (["text=A,text=B"], "two columns are named for 'text'"),
      (["text=A", "ID=a"], "the column 'a' is named for 'text' and for 'id'; name another column"),
    ])
  func mapping(options: [String], message: String) {
    #expect {
      try ColumnMapping(options)
    } throws: { error in
      "\(error)".contains(message)
    }
  }
}
