import Grading
import Listening
import Testing

@testable import GraderTraining

@Suite("Labelled replies, as they are read")
struct TrainingSetTests {
  private func examples(_ files: [String]) throws -> [LabelledExample] {
    let named = files.enumerated().map { (name: "\($0).ndjson", text: $1) }
    return try TrainingSet(files: named).examples
  }

  @Test("Codes are read as coded replies are elsewhere, whatever ends the lines")
  func codes() throws {
    let rows = [
      #"{"conversation":7,"id":0,"rater":"ann","client":"Hm.","text":"Why?","#
        + #""codes":{"main":"question","question":"OQ","input":false,"reflection":"NA"}}"#,
      #"{"conversation":7,"id":1,"speaker":"client","text":"Because.","codes":{"advice":"none"}}"#,
      #"{"session":"b","id":2,"text":"Go.","codes":{"main":"Input","input":1,"exploration":"2"}}"#,
    ]
    let examples = try examples([rows.joined(separator: "\r\n")])
    #expect(examples.map(\.text) == ["Why?", "Go."])
    #expect(examples.map(\.group) == ["7", "b"])
    let values: [(Head, [Int?])] = [
      (.main, [2, 3]), (.question, [1, 0]), (.input, [0, 1]), (.reflection, [nil, 0]),
      (.spokenReflection, [nil, 0]), (.spokenQuestion, [1, 0]), (.affirmation, [0, 0]),
      (.exploration, [nil, 2]), (.judgmentKind, [nil, nil]), (.register, [0, 0]),
    ]
    for (head, expected) in values {
      #expect(examples.map { $0.value(of: head) } == expected, "\(head)")
    }
  }

  @Test(
    "A row is joined with its own codes and told by its own line, whatever ends the lines",
    arguments: [("", "\n"), ("", "\r\n"), ("", "\r"), ("\u{FEFF}", "\n")])
  func lines(mark: String, end: String) throws {
    let rows = [
      #"{"text":"Why?","codes":{"question":"open"}}"#, "", #"{"text":"Mm.","codes":{}}"#,
      #"{"text":"Is it?","codes":{"question":"closed"}}"#,
    ]
    let read = try examples([mark + rows.joined(separator: end) + end])
    #expect(read.map(\.text) == ["Why?", "Mm.", "Is it?"])
    #expect(read.map { $0.value(of: .question) } == [1, 0, 2])
    for bad in [#"{"text":7}"#, #"{"text":"Oh.","codes":{"question":"ajar"}}"#, "\u{0}"] {
      let error = #expect(throws: TrainingSetError.self) {
        try examples([mark + (rows + [bad]).joined(separator: end)])
      }
      #expect(error?.line == 5, "\(bad)")
    }
  }

  @Test(
    "Reading ends with a row that cannot be read, so that nothing is told of its being left out",
    arguments: [
      (
        #""id":2.5,"codes":{}"#,
        "not a coded reply: 'id' is neither a string nor a whole number of 64 bits; put it in quotes"
      ),
      (
        #""speaker":"Zed","codes":{}"#,
        "whether 'Zed' is the therapist or the client is not known; write 'therapist' or 'client' "
          + "for it"
      ),
      (#""codes":7"#, "not a coded reply: 'codes' is not an object"),
      (#""codes":{},"empathy":700"#, "'empathy' is no number from 0 to 100"),
      (#""codes":{"qestion":"open"}"#, "no code is named 'qestion'; did you mean 'question'?"),
      (
        #""codes":{"zebra":1}"#,
        "no code is named 'zebra'; the codes are "
          + CodeVariable.all.map(\.name).joined(separator: ", ")
      ),
    ] as [(String, String)])
  func unread(keys: String, reason: String) {
    let error = #expect(throws: TrainingSetError.self) {
      try examples([#"{"text":"Oh.",\#(keys)}"#])
    }
    #expect(error?.reason == reason)
  }

  @Test("A file of another program is told for what it is")
  func otherForm() {
    let error = #expect(throws: TrainingSetError.self) { try examples([#"{\rtf1 Why?}"#]) }
    #expect(error?.description.hasPrefix("0.ndjson:1: error: this is RTF; save it as") == true)
  }

  @Test("What carries a reply follows from its codes only where each kind of it was looked for")
  func mainBehaviour() throws {
    func row(_ text: String, _ codes: String) -> String {
      #"{"text":"\#(text)","codes":{\#(codes)}}"#
    }
    let partial = [
      row("Why?", #""question":"open""#), row("Sad.", #""reflection":"simple""#), row("Mm.", ""),
    ].joined(separator: "\n")
    let advice = row("Go out.", #""advice":"unsolicited""#)
    let both = row("Sad. Why?", #""reflection":"simple","question":"open""#)
    let input = row("It helps.", #""input":true"#)
    let stated = row("Hm.", #""main":"other""#) + "\n" + row("Why?", #""question":"open""#)
    for (files, main) in [
      ([partial], [nil, nil, nil]), ([partial, advice], [2, 1, 0, 3]),
      ([partial, input], [2, 1, 0, 3]), ([partial, advice, both], [2, 1, 0, 3, nil]),
      ([partial, advice, stated], [2, 1, 0, 3, 0, nil]),
    ] as [([String], [Int?])] {
      #expect(try examples(files).map { $0.value(of: .main) } == main)
    }
  }
}
