import Grading
import Listening
import Testing

@Suite struct UptakeTests {
  private let line =
    "I drove up here in the rain. They sold the boat while I was lying at the clinic, and nobody "
    + "rang me. She said, 'You never listen to me.' I nearly went home again, I was so ashamed."

  @Test(
    "Where to start from is the client's own, whole, short, and not what the reply took up",
    arguments: [
      "You drove.", "They sold the boat, and you were at the clinic.",
      "You nearly went home again.", "What was it like?", "",
    ])
  func startingPoint(reply: String) throws {
    let words = try #require(Uptake(of: line, in: reply).startingPoint)
    #expect(line.contains(words))
    #expect(3...12 ~= words.split(separator: " ").count)
    let taken = Set(reply.lowercased().split { !$0.isLetter })
    for telling in ["boat", "clinic", "nearly", "home", "rain"] where words.contains(telling) {
      #expect(!taken.contains(Substring(telling)), "\(words)")
    }
    // A quotation within would be cut in two.
    #expect(!words.contains("said"))
  }

  @Test("Unanswered is a line of which the reply takes up nothing at all")
  func unanswered() {
    for reply in ["What was it like?", "Okay.", ""] {
      #expect(Uptake(of: line, in: reply).unanswered != nil, "\(reply)")
    }
    for reply in ["You drove.", "And the boat?", "You were ashamed."] {
      #expect(Uptake(of: line, in: reply).unanswered == nil, "\(reply)")
    }
  }

  @Test(
    "Left open is a feeling, where the reply answers another part of the line and no feeling of that kind"
  )
  func leftOpen() {
    #expect(
      Uptake(of: line, in: "You drove all the way in the rain.").leftOpen.map { line.contains($0) }
        == true)
    let replies = [
      // What it answers cannot be seen.
      "You came, in spite of everything.", "",
      // It names the feeling, in the client's word or in another.
      "You drove here, ashamed.", "You drove here and felt so guilty.",
    ]
    for reply in replies { #expect(Uptake(of: line, in: reply).leftOpen == nil, "\(reply)") }
    // Scenery is left where it is.
    #expect(
      Uptake(of: "I drove up here. There were sheep on the hill.", in: "You drove.").leftOpen == nil
    )
  }

  @Test("A word near in meaning counts as taken up")
  func nearness() throws {
    func vector(_ index: Int) -> [Int8] {
      (0..<WordMeaning.dimensions).map { $0 == index ? 100 : 0 }
    }
    let meaning = try #require(
      WordMeaning(
        words: Array("boat\ncanoe\nharbour\n".utf8), rarities: [90, 90, 90],
        vectors: vector(0) + vector(0) + vector(1)))
    let told = "They sold the boat at the weekend sale."
    #expect(Uptake(of: told, in: "A canoe.", meaning: meaning).takesUp)
    #expect(Uptake(of: told, in: "A canoe.", meaning: meaning).unanswered == nil)
    #expect(!Uptake(of: told, in: "A harbour.", meaning: meaning).takesUp)
    #expect(!Uptake(of: told, in: "A canoe.").takesUp)
    #expect(Uptake.share(of: "the boat", saidIn: "A canoe.", meaning: meaning) == 1)
    #expect(Uptake.share(of: "the boat", saidIn: "A canoe.", meaning: nil) == 0)
    #expect(Uptake.share(of: "", saidIn: "A canoe.", meaning: meaning) == 0)
  }

  @Test func aReplyThatTakesUpEverythingLeavesNothing() {
    for uptake in [
      Uptake(of: line, in: line), Uptake(of: "", in: "Yes."), Uptake(of: "Yes. No.", in: ""),
    ] {
      #expect(uptake.unanswered == nil && uptake.leftOpen == nil && uptake.startingPoint == nil)
    }
  }

  @Test(arguments: [("You felt ashamed.", true), ("They sold it.", false)])
  func feelings(reply: String, named: Bool) {
    #expect(Uptake(of: line, in: reply).namesFeeling == named)
  }
}
