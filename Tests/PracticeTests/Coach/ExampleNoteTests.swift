import LineProtocol
import Listening
import Scenarios
import TestSupport
import Testing
import Transcripts

@testable import Practice

@Suite("The note beneath an example")
struct ExampleNoteTests {
  @Test("what comes beside the story has the example of an earlier line, and the note says so")
  func beside() throws {
    let vignettes = try Repository.parts.get().library.packs.flatMap(\.vignettes)
    #expect(!vignettes.isEmpty)
    for vignette in vignettes {
      for text in vignette.facts.map(\.text) + vignette.reactions.passedOver {
        var line = ClientLine()
        (line.text, line.why) = (text, "You had asked for a fact, and they gave it.")
        #expect(vignette.noted(line).why == CoachLines.exampleOfEarlierLine, "\(text)")
      }
      for line in vignette.storyLines { #expect(vignette.noted(line) == line) }
    }
  }

  @Test("so it is in a session, where a question for a fact has just been answered")
  func session() throws {
    var desk = try Desk()
    _ = desk.send(.begin(vignette: "foundations/jonas", seed: 1))
    func note() throws -> String {
      let items = desk.send(.example).items
      return try #require(
        items.compactMap { item in
          if case .example(let example) = item { example.why } else { nil }
        }.first)
    }
    #expect(try note() != CoachLines.exampleOfEarlierLine)
    _ = desk.send(.say("How old are you?"))
    #expect(try note() == CoachLines.exampleOfEarlierLine)
  }
}
