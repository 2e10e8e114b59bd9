import Grading
import Testing

@Suite struct UptakeTests {
  private let line =
    "I drove up here in the rain. They sold the boat while I was lying at the clinic, and nobody "
    + "rang me. She said, 'You never listen to me.' I nearly went home again."

  @Test(
    "What is left unanswered is the client's own, whole, short, and not what the reply took up",
    arguments: [
      "You drove.", "They sold the boat, and you were at the clinic.",
      "You nearly went home again.", "What was it like?", "",
    ])
  func unanswered(reply: String) throws {
    let words = try #require(Uptake(of: line, in: reply).unanswered)
    #expect(line.contains(words))
    #expect(3...12 ~= words.split(separator: " ").count)
    let taken = Set(reply.lowercased().split { !$0.isLetter })
    for telling in ["boat", "clinic", "nearly", "home", "rain"] where words.contains(telling) {
      #expect(!taken.contains(Substring(telling)), "\(words)")
    }
    // A quotation within would be cut in two.
    #expect(!words.contains("said"))
  }

  @Test func aReplyThatTakesUpEverythingLeavesNothing() {
    #expect(Uptake(of: line, in: line).unanswered == nil)
    #expect(Uptake(of: "", in: "Yes.").unanswered == nil)
    #expect(Uptake(of: "Yes. No.", in: "").unanswered == nil)
  }

  @Test(arguments: [("You felt ashamed.", true), ("They sold it.", false)])
  func feelings(reply: String, named: Bool) {
    #expect(Uptake(of: line, in: reply).namesFeeling == named)
  }
}
