import LineProtocol
import Practice
import Scenarios
import TestSupport
import Testing
import Transcripts

@Suite("What a trainee is told besides the grade")
struct FeedbackTests {
  /// The feedback on a reply to the opening of a vignette.
  private func turn(
    _ vignette: String, _ reply: String,
    changing change: (inout Library) -> Void = { _ in }
  ) throws -> GradeTurn {
    var desk = try Desk(change)
    _ = desk.send(.begin(vignette: "foundations/\(vignette)", seed: 1))
    let answer = desk.send(.say(reply))
    return try #require(
      answer.items.compactMap { item in
        if case .event(.grade(let turn)) = item { turn } else { nil }
      }.first)
  }

  @Test("another reply is offered where one falls short, and never the trainee's own")
  func alternative() throws {
    for vignette in ["maya", "ruth", "jonas", "callum"] {
      let short = try turn(vignette, "Okay, whatever.")
      #expect(short.alternative != nil)
      // An example that falls short itself, so that only its being the same keeps it back.
      func change(_ library: inout Library) {
        for pack in library.packs.indices {
          for index in library.packs[pack].vignettes.indices {
            library.packs[pack].vignettes[index].opening.example = "Okay, whatever."
          }
        }
      }
      #expect(try turn(vignette, "okay - WHATEVER", changing: change).alternative == nil)
      #expect(try turn(vignette, "Okay, then.", changing: change).alternative != nil)
    }
  }

  @Test("what there is to hear names every feeling that the reply left out")
  func cue() throws {
    let coach = try turn("maya", "Did you come by bus?").coach
    #expect(coach.contains("What to hear in this line: "))
    let parts = try Repository.parts.get()
    let line = try #require(
      parts.library.packs.flatMap(\.vignettes).first { $0.id == "maya" }?.opening)
    #expect(!line.feelings.isEmpty)
    for feeling in line.feelings { #expect(coach.contains(feeling), "\(coach)") }
  }
}
