import Testing

import Transcripts

@Suite("Rows that are not what they should be")
struct TableRowsTests {
  private func read(
    _ rows: String, therapist: [String] = [], client: [String] = []
  ) throws -> Reading {
    let names = try SpeakerNames(therapists: therapist, clients: client)
    return try Reading(rows, options: .init(names: names))
  }

  @Test("Rows in the order of speakers are told: ten in which nobody speaks again")
  func order() throws {
    func table(_ speakers: String) -> String {
      "speaker,text\n" + speakers.enumerated().map { "\($1),Words \($0).\n" }.joined()
    }
    let told = try read(table("CCCCCTTTTT")).complaints
    #expect(told.count == 1 && told[0].hasPrefix("in:2: warning: no speaker comes back in the"))
    for sound in ["CCCCTTTT", "CTCTCTCTCT", "CCCCCTTTTTC", "TTTTTTTTTT"] {
      #expect(try !read(table(sound)).complaints.contains { $0.contains("speakers-apart") })
    }
  }

  @Test("A row whose conversation is blank is left out, and told once with how many there are")
  func merged() throws {
    let rows = "session,speaker,text\n1,C,Hi.\n1,T,So.\n,C,Bad.\n,T,Oh.\n2,C,Yes.\n2,T,Good.\n"
    let reading = try read(rows)
    #expect(reading.told == ["in#1", "Hi. > So.", "in#2", "Yes. > Good."])
    #expect(
      reading.complaints == [
        "in:4: error: no conversation is named in this row, nor in 1 more; fill the cells down, as "
          + "where cells were merged; passed over [no-conversation]"
      ])
  }

  @Test("A reply of no conversation, with the client's words beside it, is single")
  func single() throws {
    let reading = try read("session,id,client,text\n,7,Hi.,So.\nx,8,Bad.,Oh.\n")
    #expect(reading.replies.map(\.session) == [nil, "in#x"])
    #expect(reading.ids == [.string("7"), .string("8")])
    #expect(reading.complaints == [])
  }

  @Test(
    "An id that comes back with another reply of the conversation is told once, and all is scored",
    arguments: [
      ("id,speaker,text\n1,T,Hi?\n1,C,Bad.\n1,T,Oh.\n1,C,Yes.\n1,T,So.\n", [4, 2]),
      ("id,client,text\n1,Bad.,Oh.\n1,Bad.,Oh.\n2,Yes.,So.\n", [3, 1]),
      ("session,id,client,text\nx,1,Bad.,Oh.\nx,1,Yes.,So.\ny,1,No.,So.\n", [3, 1]),
      // An id is a reply's alone in its conversation, and with it a client's line may have it.
      ("session,id,speaker,text\nx,1,C,Bad.\nx,1,T,Oh.\ny,1,C,No.\ny,1,T,So.\ny,1,T,So.\n", []),
      ("id,client,text\n,Bad.,Oh.\n,Bad.,Oh.\n", []),
    ])
  func repeatedIDs(rows: String, told: [Int]) throws {
    let reading = try read(rows)
    #expect(reading.replies.count == (told.isEmpty ? 2 : 3))
    let more = told.last == 2 ? ", and so have those of 1 more" : ""
    #expect(
      reading.complaints
        == told.prefix(1).map {
          "in:\($0): warning: the id of this reply has been there before\(more); give each an id of "
            + "its own; all are scored [id-twice]"
        })
  }

  @Test(
    "Of several columns that could name the speaker, the one with both roles does",
    arguments: [
      "participant,who,text\nP07,client,Hi.\nP07,therapist,So.\n",
      "speaker,role,text\nBen,client,Hi.\nAda,therapist,So.\n",
      "role,speaker,text\nclient,Ben,Hi.\ntherapist,Ada,So.\n",
    ])
  func speakers(rows: String) throws {
    let reading = try read(rows)
    #expect(reading.told == ["Hi. > So."] && reading.complaints == [])
  }

  @Test(
    "A line that is no text loses none of the rows that wait for their speaker's column",
    arguments: [
      "speaker,participant,text\nBen,7,Hi.\nAda,7,So.\nBen,7,Yes.\n\0\nBen,7,No.\nAda,7,Well.\n",
      #"{"speaker":"Ben","participant":"7","text":"Hi."}"# + "\n"
        + #"{"speaker":"Ada","participant":"7","text":"So."}"# + "\n"
        + #"{"speaker":"Ben","participant":"7","text":"Yes."}"# + "\n\0\n"
        + #"{"speaker":"Ben","participant":"7","text":"No."}"# + "\n"
        + #"{"speaker":"Ada","participant":"7","text":"Well."}"# + "\n",
    ])
  func unreadable(rows: String) throws {
    let reading = try read(rows, therapist: ["Ada"])
    #expect(reading.told == ["Hi. > So.", "No. > Well."])
    #expect(reading.complaints.count == 1 && reading.complaints[0].contains("not-utf8"))
  }

  @Test("An empty text is silence, and told with how many there are")
  func wordless() throws {
    let reading = try read("speaker,text\nC,Hi.\nT,\nC,Yes.\nT, \n")
    #expect(reading.replies.count == 2)
    #expect(
      reading.complaints == [
        "in:3: warning: nothing is said in this row: its text is empty, and so are 1 more; it counts "
          + "as silence; where words are missing, fill them in [no-words]"
      ])
  }

  @Test("Who counts as the other side without being named is told where there are several")
  func others() throws {
    let rows = "speaker,text\nBen,Hi.\nAda,So.\nInterpreter,She says bad.\nComment,Late.\nAda,Oh.\n"
    let reading = try read(rows, therapist: ["Ada"])
    #expect(reading.told == ["Hi. > So.", "She says bad. > Oh."])
    #expect(
      reading.complaints.contains {
        $0.hasPrefix("in:2: warning: as the client count 'Ben', 'Interpreter'; where one of them")
      })
    #expect(reading.complaints.contains { $0.contains("what follows 'Comment' is taken for") })
    #expect(try read("speaker,text\nBen,Hi.\nAda,So.\n", therapist: ["Ada"]).complaints == [])
  }

  @Test("A conversation in which no client speaks who was named is left out and told")
  func withoutClient() throws {
    let rows = "Session,Who,Text\n1,Ben Ruiz,I cannot sleep.\n1,Ada,You lie awake.\n"
    let misspelt = try read(rows, client: ["Ben"])
    #expect(misspelt.replies.isEmpty)
    #expect(
      misspelt.complaints == [
        "in:2: error: nobody whom --client names speaks in the conversation of this line; left out, "
          + "because the client's words may stand among the therapist's; say --client with each "
          + "client's name as it is written there [speaker]"
      ])
    let two = try read(
      rows + "2,Ben,No.\n2,Ada,Oh.\n3,Cy,Yes.\n3,Ada,Well.\n", client: ["Ben"])
    #expect(two.told == ["in#2", "No. > Oh."])
    #expect(two.faults.map(\.rule) == ["speaker", "several-others"])
    #expect(two.complaints[0].contains("of this line, nor in 1 more; left out"))
    let named = try read(rows, client: ["ben ruiz"])
    #expect(named.told == ["in#1", "I cannot sleep. > You lie awake."] && named.faults.isEmpty)
    // Whose role tells that they are the therapist needs no client to be one.
    let role = try read("speaker,text\nTherapist,So.\n", client: ["Ben"])
    #expect(role.told == ["- > So."] && role.faults.map(\.rule) == ["monologue"])
  }

  @Test("Replies wait for the client's first word, and come in their order")
  func lateClient() throws {
    let rows = "speaker,text\nAda,So.\n,Hm.\nAda,Oh.\n"
    let reading = try read(rows + "Ben,Yes.\nAda,Well.\n", client: ["Ben"])
    #expect(reading.told == ["- > So.", "- > Oh.", "Yes. > Well."])
    let misspelt = try read(rows + "Ben,Yes.\nAda,Well.\n", client: ["Bem"])
    #expect(misspelt.replies.isEmpty)
    #expect(misspelt.faults.map(\.rule) == ["no-speaker", "speaker"])
  }

  @Test("Where a role tells one of two speakers, the other is the other side; of more it is asked")
  func counterpart() throws {
    #expect(try read("speaker,text\nI,So?\nP,Bad.\nI,Oh.\n").told == ["- > So?", "Bad. > Oh."])
    let two = "speaker,text\nAda Byron,So?\nClient,Bad.\nNote,Late.\nada byron,Oh.\n"
    let reading = try read(two)
    #expect(reading.told == ["- > So?", "Bad. > Oh."])
    #expect(reading.faults.map(\.rule) == ["heading"])
    let three = try read(two + "Mother,He left.\n")
    #expect(three.replies.isEmpty)
    #expect(three.faults.count { $0.rule == "unknown-speaker" } == 3)
    // Where both roles are there, nobody else is one of the sides.
    let both = try read("speaker,text\nT,So?\nC,Bad.\nMother,He left.\nT,Oh.\n")
    #expect(both.told == ["- > So?", "- > Oh."])
    #expect(both.faults.map(\.rule) == ["unknown-speaker"])
    // Far down it is too late to tell.
    let late = String(repeating: "P,Bad.\nI,Oh.\n", count: 150) + "Mother,He left.\n"
    #expect(try read("speaker,text\n" + late).faults.map(\.rule) == ["unknown-speaker"])
  }

  @Test("The name of a column may hold a comma")
  func comma() throws {
    let columns = try ColumnMapping(["text=Text, spoken,speaker=By"])
    let reading = try Reading(
      "By,\"Text, spoken\"\nC,Hi.\nT,So.\n", file: "in.csv", options: .init(columns: columns))
    #expect(reading.told == ["Hi. > So."] && reading.complaints == [])
  }

  @Test("A name as long as a file is known for nobody's, and one that was given stays known")
  func longNames() throws {
    let brackets = String(repeating: "()", count: 85_000)
    let name = "a" + brackets
    let rows = "speaker,text\nC,Hi.\n\(name),Bye.\nT,So.\n"
    let reading = try read(rows)
    // Who bears it may have said anything between.
    #expect(reading.told == ["- > So."] && reading.faults.map(\.rule) == ["unknown-speaker"])
    let given = try read("speaker,text\nC,Hi.\n\(name),So.\n", therapist: [name])
    #expect(given.told == ["Hi. > So."])
    // As many brackets as a person may write are looked through.
    let some = String(repeating: "()", count: 90)
    #expect(try read("speaker,text\nC\(some),Hi.\nAda (T)\(some),So.\n").told == ["Hi. > So."])
  }

  @Test("Nobody is no side")
  func nobody() throws {
    let reading = try read("speaker,text\nBen,Hi.\n,Bye.\nAda,So.\n", therapist: ["Ada"])
    #expect(reading.told == ["- > So."])
    #expect(
      reading.complaints == [
        "in:3: error: nobody is named as the speaker; passed over [no-speaker]"
      ])
  }
}
