import Diagnostics
import Testing

import Transcripts

@Suite("Who speaks in tables")
struct TableSpeakersTests {
  @Test(
    "The speaker's column counts where roles or names that were given stand in it",
    arguments: [
      ("Who,client,text\nC,Case 17 of 20.,Hi.\nT,Case 17 of 20.,So.\n", []),
      ("Who,client,text\nAda,17,Hi.\nBen,17,So.\n", ["Ben"]),
      ("Who,client,text\nAda,The Smiths of York,Hi.\nBen,The Smiths of York,So.\n", ["Ben"]),
    ])
  func speakerBesideClient(text: String, therapists: [String]) throws {
    let names = try SpeakerNames(therapists: therapists)
    #expect(try Reading(text, options: .init(names: names)).told == ["Hi. > So."])
  }

  @Test("Where nobody speaks whose name should tell who the others are, that is told")
  func noneOfTheNamed() throws {
    let text = "speaker,text\nAda,Hi.\nBen,So.\n"
    let reading = try Reading(text, options: TableDecoderTests.options(therapist: ["Adda"]))
    #expect(reading.replies.isEmpty)
    #expect(
      reading.complaints == [
        "in:2: error: nobody whom --therapist names speaks in this file; everybody counts as the "
          + "client [speaker]"
      ])
    for name in ["Ada", "ben"] {
      #expect(
        try Reading(text, options: TableDecoderTests.options(therapist: [name])).complaints == [])
    }
    #expect(
      try Reading(
        "speaker,text\nT,Hi.\nBen,So.\n", options: TableDecoderTests.options(therapist: ["Ada"])
      )
      .complaints == [])
  }

  @Test("Names that nobody bears are told when everything has been read")
  func unheard() throws {
    let names = try SpeakerNames(therapists: ["Adda", "EVE"], clients: ["Zoe"])
    #expect(
      names.unheard(among: ["Ada", "Eve", "Ben"]).map(\.description) == [
        "error: no speaker is named 'Adda'; did you mean 'Ada'? [speaker]",
        "error: no speaker is named 'Zoe'; others are 'Ada', 'Ben' [speaker]",
      ])
    #expect(names.unheard(among: ["adda", "Eve", "ZOE"]).isEmpty)
  }

  @Test("A name is on one side", arguments: [(["Ada"], ["ada "]), ([""], []), ([], [" "])])
  func oneSide(therapists: [String], clients: [String]) {
    #expect(throws: DiagnosticList.self) {
      try SpeakerNames(therapists: therapists, clients: clients)
    }
  }

  @Test("A speaker of whom nothing is known is told once, with the mend")
  func strangers() throws {
    let text = "speaker,text\nAda,Hi.\nBen,So.\nAda,Yes.\n\u{1B}[31m,Red.\n,Hm.\n"
    let reading = try Reading(text)
    #expect(reading.replies.isEmpty)
    #expect(
      reading.complaints == [
        "in:2: error: whether 'Ada' is the therapist or the client is not known; say --therapist "
          + "or --client with the name; what 'Ada' says is passed over [unknown-speaker]",
        "in:3: error: whether 'Ben' is the therapist or the client is not known; say --therapist "
          + "or --client with the name; what 'Ben' says is passed over [unknown-speaker]",
        "in:5: error: whether ' [31m' is the therapist or the client is not known; say --therapist "
          + "or --client with the name; what ' [31m' says is passed over [unknown-speaker]",
        "in:6: error: nobody is named as the speaker; passed over [no-speaker]",
      ])
    let named = try Reading(
      "speaker,text\nAda,Hi.\nBen,So.\n", options: TableDecoderTests.options(client: ["ada"]))
    #expect(named.told == ["Hi. > So."])
  }

  @Test("A role beside a bracket or in one is known as in plain text")
  func brackets() throws {
    let text = """
      speaker,text
      "Cy (interpreter, for him)",No.
      "Counsellor (Ada)",So?
      Ben (client),He died.
      Ada [Therapist 2],Oh.
      Client (crying),Yes.
      """
    let reading = try Reading(text)
    #expect(reading.told == ["- > So?", "He died. > Oh.", ">> Yes."])
    #expect(reading.faults.map(\.rule) == ["unknown-speaker"])
    let named = try Reading(text, options: TableDecoderTests.options(therapist: ["Ben"]))
    #expect(named.told.first == "No. > So?\nHe died.\nOh.")
  }
}
