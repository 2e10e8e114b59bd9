import Testing

import Transcripts

@Suite("Labels that are no names")
struct RegularLabelTests {
  private func read(
    _ text: String, _ file: String = "in.txt", therapist: [String] = [], client: [String] = []
  )
    throws -> Reading
  {
    let names = try SpeakerNames(therapists: therapist, clients: client)
    return try Reading(text, file: file, options: .init(names: names))
  }

  @Test(
    "What stands before a colon again and again heads what a stranger says, whatever it is",
    arguments: [
      "+1 555-0100", "+15550100", "ben ruiz", "Ben Ruiz, MSW", "Ben Ruiz | Clinic",
      "de la Cruz, Maria", "Speaker #2", "01", "2", "\"Ben\"",
    ])
  func labels(label: String) throws {
    let text = (1...3).map { "Ada: So \($0).\n\(label): Bad \($0).\n" }.joined()
    let reading = try read(text, therapist: ["Ada"])
    #expect(reading.replies.map(\.text) == ["So 1.", "So 2.", "So 3."])
    #expect(reading.complaints.count == 1)
    #expect(reading.complaints[0].contains("is the therapist or the client is not known"))
    let named = try read(text, therapist: ["Ada"], client: [label])
    #expect(named.told == ["- > So 1.", "Bad 1. > So 2.", "Bad 2. > So 3.", ">> Bad 3."])
    #expect(named.complaints == [])
  }

  @Test(
    "A phrase before a colon is none where it comes twice, in one turn, or within a line",
    arguments: [
      "C: Hi.\nT: So.\none thing: no.\nC: Yes.\nT: And.\none thing: yes.\n",
      "C: Hi.\nT: So.\none thing: a.\none thing: b.\none thing: c.\n",
      "C: Hi.\nT: So: one thing: a. One thing: b.\n",
    ])
  func phrases(text: String) throws {
    let reading = try read(text)
    #expect(!reading.complaints.contains { $0.contains("unknown-speaker") })
    #expect(reading.replies.map(\.text).joined(separator: " ").contains("one thing"))
  }

  @Test("A conversation in which nobody but the therapist speaks is told, once for each file")
  func monologue() throws {
    let reading = try read("T: So.\n? no label\nT: And.\n")
    #expect(reading.complaints.count == 1)
    #expect(reading.complaints[0].hasPrefix("in.txt:1: warning: nobody but the therapist speaks"))
    let rows = "session,speaker,text\n1,T,So.\n2,C,Hi.\n2,T,So.\n3,T,So.\n"
    let table = try read(rows, "in.csv").complaints
    #expect(table.count == 1 && table[0].contains("of this line, nor in 1 more; look whether"))
    // Where somebody was left out, that is told already.
    #expect(try read("T: So.\nZoe: Bad.\n").complaints.allSatisfy { !$0.contains("monologue") })
    #expect(try read("T: So.\nC: Bye.\n").complaints == [])
  }

  @Test(
    "A role with a colon within a line is told, and goes on with what was said",
    arguments: [
      "Therapist: How was it? Client: Bad. Therapist: You are sad.\nClient: Yes.\n",
      "Therapist: A. Byron   Client: P07\nClient: Hi.\n", "Ben: Hi.\nAda: So. Ben: Bad.\n",
    ])
  func within(text: String) throws {
    let reading = try read(text, therapist: text.contains("Ada") ? ["Ada"] : [])
    #expect(reading.complaints.contains { $0.contains("stands within the line") })
  }

  @Test("A role in capitals that is alone on its line heads what is said below")
  func alone() throws {
    let reading = try read("CLIENT\nBad.\nTHERAPIST\nYou are sad.\nAnd?\nCLIENT\nYes.\n")
    #expect(reading.told == ["Bad. > You are sad.\nAnd?", ">> Yes."])
    #expect(reading.complaints == [])
    #expect(try read("C: Hi.\nT: So?\nDoctor\nC: I\n").replies.map(\.text) == ["So?\nDoctor"])
  }
}
