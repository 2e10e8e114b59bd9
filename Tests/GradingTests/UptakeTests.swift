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

  @Test("What others do is no point to start from")
  func startingPointOfOthers() {
    let others = "He takes his tea black, but he goes in for cheese."
    #expect(Uptake(of: others, in: "Okay.").startingPoint == nil)
    let own = Uptake(of: others + " I bought some.", in: "Okay.").startingPoint
    #expect(own?.contains("cheese") != true)
    #expect(Uptake(of: "I bought him the good cheese.", in: "Okay.").startingPoint != nil)
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
    let spelling = Spelling(meaning: meaning) { _ in false }
    let told = "They sold the boat at the weekend sale."
    #expect(Uptake(of: told, in: "A canoe.", spelling: spelling).takesUp)
    #expect(Uptake(of: told, in: "A canoe.", spelling: spelling).unanswered == nil)
    #expect(!Uptake(of: told, in: "A harbour.", spelling: spelling).takesUp)
    #expect(!Uptake(of: told, in: "A canoe.").takesUp)
    #expect(Uptake.share(of: "the boat", saidIn: "A canoe.", spelling: spelling) == 1)
    #expect(Uptake.share(of: "the boat", saidIn: "A canoe.", spelling: nil) == 0)
    #expect(Uptake.share(of: "", saidIn: "A canoe.", spelling: spelling) == 0)
  }

  /// Puts slips right towards a few words for feelings.
  private func spelling() throws -> Spelling {
    let words = ["ashamed", "cheerful", "lonely", "scared", "worried"]
    let meaning = try #require(
      WordMeaning(
        words: words.flatMap { Array($0.utf8) + [0x0A] },
        rarities: Array(repeating: 90, count: words.count),
        vectors: Array(repeating: 1, count: words.count * WordMeaning.dimensions)))
    return Spelling(meaning: meaning) { _ in false }
  }

  @Test("A word that is one slip of typing away from a common one is heard as that one")
  func slips() throws {
    let spelling = try spelling()
    for (told, reply) in [("I was so ashamed.", "You were ashmaed."), ("So ashmaed.", "Ashamed.")] {
      let uptake = Uptake(of: told, in: reply, spelling: spelling)
      #expect(uptake.takesUp && uptake.namesFeeling && uptake.unanswered == nil)
      #expect(!Uptake(of: told, in: reply).takesUp)
    }
    #expect(
      Uptake.share(of: "He is ashamed.", saidIn: "You were ashmaed.", spelling: spelling) == 1)
    let strung = "You feel lonley, ashmaed, worreid and scarred."
    #expect(Uptake.stringsFeelings(strung, to: "I went.", spelling: spelling))
    #expect(!Uptake.stringsFeelings(strung, to: "I went."))
    let misnamed = Uptake.misnamedFeeling(
      in: "You felt cheerfull about it.", to: line, telling: ["ashamed"], spelling: spelling)
    #expect(misnamed == "cheerful")
    #expect(misnamed.map(Uptake.isPleasantFeeling) == true)
  }

  @Test(
    "What is added is what the line does not say",
    arguments: [
      ("You drove up here in the rain.", false),
      ("At the clinic, while they sold the boat.", false),
      ("Because you were told to be.", false), ("You were ashamed.", false),
      ("Nobody waited for you.", true), ("You were angry.", true),
      ("When you had come to be heard.", true), ("", false),
    ])
  func adds(text: String, isAdded: Bool) {
    #expect(Uptake.adds(text, to: line, spelling: nil) == isAdded)
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
