import Foundation
import LineProtocol
import Listening
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

  @Test(
    "the coach quotes the clause that it speaks of, whole, and no short reply as a whole",
    arguments: [
      (
        "The post came. You lost your temper, and that's on you alone, mate.", "on you alone",
        "and that's on you alone"
      ),
      ("It could be worse, you know.", "worse, you know.", nil),
      (
        "Nobody asked you – so you kept it to yourself.", "kept it to yourself.",
        "so you kept it to yourself"
      ),
      ("Sounds like excuses to me.", "excuses to me.", nil),
      (
        "you ought to have seen it coming after all those years and all the signs that he left",
        "ought to have seen it coming", "ought to have seen it coming"
      ),
      (
        "you ought to have seen it coming after all those years and all the signs that he left",
        "ought to have seen it coming after all those years and all", nil
      ),
    ])
  func quotes(reply: String, words: String, quoted: String?) throws {
    let start = try #require(reply.range(of: words)).lowerBound
    let from = reply.utf8.distance(from: reply.startIndex, to: start)
    var codes = Codes()
    (codes.judgment, codes.judgmentKind) = (.mild, .blame)
    let evidence = Evidence(
      code: .judgment, value: "blame", span: from..<from + words.utf8.count, confidence: 0.9)
    let grade = Grade(codes: codes, evidence: [evidence], unsure: [], model: "by-hand@1")
    let coach = Feedback(reply: reply, turn: 1, grade: grade).coach
    let said = coach.hasPrefix("About “") ? coach.split(separator: "”")[0].dropFirst(7) : nil
    #expect(said.map(String.init) == quoted)
  }

  @Test("what went beneath the client's words is named, where it is a part of the reply")
  func namesTheReflection() throws {
    var codes = Codes()
    codes.reflection = .complex
    let reply = "Right. The knee is what you've told them, and your hands are what you know."
    let span = reply.utf8.count - 30..<reply.utf8.count
    let evidence = Evidence(code: .reflection, value: "complex", span: span, confidence: 0.9)
    let grade = Grade(codes: codes, evidence: [evidence], unsure: [], model: "by-hand@1")
    #expect(
      Feedback(reply: reply, turn: 1, grade: grade).coach
        .hasPrefix("About “and your hands are what you know”:"))
    var mended = grade
    mended.codes.repair = true
    #expect(!Feedback(reply: reply, turn: 1, grade: mended).coach.hasPrefix("About"))
    var unsure = grade
    unsure.unsure = [.reflection]
    #expect(!Feedback(reply: reply, turn: 1, grade: unsure).coach.hasPrefix("About"))
  }
}
