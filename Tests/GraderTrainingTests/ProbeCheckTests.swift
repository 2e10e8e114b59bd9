import Foundation
import GraderTraining
import Grading
import TestSupport
import Testing

@Suite("Expectations that a grader is checked against")
struct ProbeCheckTests {
  private func probe(_ id: String, _ text: String, expect: String) -> String {
    #"{"id":"\#(id)","capability":"of \#(id)","kind":"plain","client":"My brother has died.","#
      + #""text":"\#(text)","expect":{\#(expect)}}"#
  }

  private func check(_ probes: [String]) throws -> ProbeCheck {
    let grader = try Repository.parts.get().grader
    return try ProbeCheck(
      probes: probes.joined(separator: "\n"), name: "probes.ndjson", grader: grader)
  }

  /// The reply 'own' is that of 'kind', and both are told before what they are held against.
  @Test(
    "Stated grades, sameness and orders are met or missed as the grades say",
    arguments: [
      (#""judgmental":false"#, true), (#""judgmental":true"#, false),
      (#""question":"none""#, true), (#""question":"open""#, false),
      (#""reflection":"none""#, false), (#""repair":false,"advice":"none""#, true),
      (#""same_as":"kind""#, true), (#""same_as":"harsh""#, false),
      (#""more_empathic_than":"harsh""#, true), (#""more_empathic_than":"kind""#, false),
      (#""less_empathic_than":"harsh""#, false), (#""less_empathic_than":"kind""#, false),
      (#""more_judgmental_than":"harsh""#, false), (#""more_judgmental_than":"kind""#, false),
      (#""less_judgmental_than":"harsh""#, true), (#""less_judgmental_than":"kind""#, false),
      (#""question":"none","same_as":"harsh""#, false),
      (#""question":"none","same_as":"kind","less_judgmental_than":"harsh""#, true),
    ])
  func met(expect: String, isMet: Bool) throws {
    let kind = "You miss him, and it hurts that he is gone."
    let check = try check([
      probe("own", kind, expect: expect),
      probe("kind", kind, expect: #""judgmental":false"#),
      probe("harsh", "That is your own fault, you lazy idiot.", expect: #""judgmental":true"#),
    ])
    #expect(check.missed == (isMet ? [] : ["own"]))
    #expect(check.tally["of own"]?.stated == 1)
    #expect(check.tally["of own"]?.met == (isMet ? 1 : 0))
    #expect(check.tally["all of kind plain"]?.stated == 3)
    #expect(check.tally["all of kind plain"]?.met == (isMet ? 3 : 2))
    #expect(check.macroF1["judgment"] == 1 || expect == #""judgmental":true"#)
  }

  @Test(
    "What cannot be checked is told with its line, and never passes for met",
    arguments: [
      (#""same_as":"c""#, "'expect.same_as' names 'c', and no other probe has this id; name one"),
      (#""more_empathic_than":"c""#, "'expect.more_empathic_than' names 'c'"),
      (#""less_empathic_than":"c""#, "'expect.less_empathic_than' names 'c'"),
      (#""more_judgmental_than":"c""#, "'expect.more_judgmental_than' names 'c'"),
      (#""less_judgmental_than":"c""#, "'expect.less_judgmental_than' names 'c'"),
      (#""same_as":"b""#, "'expect.same_as' names 'b', and no other probe has this id"),
      (#""same_as":7"#, "'expect.same_as' is not a string"),
      (#""judgemental":true"#, "'expect' has no key 'judgemental'; did you mean 'judgmental'?"),
      (#""question":"none","humour":1"#, "'expect' has no key 'humour'; the keys are judgmental, "),
      (#""question":"ajar""#, "'expect.question' holds a value that is not allowed"),
      ("", "'expect' states nothing; its keys are judgmental, question, "),
      (#""question":null"#, "'expect' states nothing"),
    ])
  func unchecked(expect: String, told: String) throws {
    let good = probe("a", "Why?", expect: #""judgmental":false"#)
    let error = #expect(throws: TrainingSetError.self) {
      try check([good, "", probe("b", "Why?", expect: expect)])
    }
    let words = try #require(error).description
    #expect(words.hasPrefix("probes.ndjson:3: error: \(told)"), "\(words)")
  }

  @Test("A probe without words is told with its line", arguments: ["", " \u{A0}\\t"])
  func empty(text: String) throws {
    let good = probe("a", "Why?", expect: #""judgmental":false"#)
    let error = #expect(throws: TrainingSetError.self) {
      try check([good, probe("b", text, expect: #""judgmental":false"#)])
    }
    let words = try #require(error).description
    #expect(words.hasPrefix("probes.ndjson:2: error: 'text' is empty; "), "\(words)")
  }

  @Test("An id that stands twice is told where it stands again")
  func repeatedID() throws {
    let good = probe("a", "Why?", expect: #""judgmental":false"#)
    let error = #expect(throws: TrainingSetError.self) { try check([good, good]) }
    #expect(
      error?.description
        == "probes.ndjson:2: error: the id comes twice; give each probe one of its own")
  }

  @Test("Every expectation of the sets that are held out can be checked")
  func heldOut() throws {
    let folder = Repository.root.appendingPathComponent("Corpus/held-out/probes")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    #expect(files.count == 9)
    for file in files {
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      let tally = try check(lines.map(String.init)).tally
      let stated = tally.filter { $0.key.hasPrefix("all of kind ") }.map(\.value.stated)
      #expect(stated.reduce(0, +) == lines.count, "\(file.lastPathComponent)")
    }
  }
}
