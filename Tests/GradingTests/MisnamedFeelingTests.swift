import Grading
import Testing

@Suite("A feeling that the client has not shown")
struct MisnamedFeelingTests {
  private static let line = "They read my letter out at the meeting. I went and sat in the car."

  @Test(
    "a pleasant feeling is named where only painful ones were shown",
    arguments: [
      ("You felt quite cheerful about it.", "cheerful"),
      ("So you were excited, reading it out.", "excited"),
      ("You sound relieved that it's out.", "relieved"),
      ("You were pleased with yourself, and cheerful.", "cheerful"),
    ])
  func misnamed(reply: String, word: String) {
    let found = Uptake.misnamedFeeling(in: reply, to: Self.line, telling: ["ashamed", "wry"])
    #expect(found == word)
  }

  @Test(
    "what may be there is not",
    arguments: [
      "You were ashamed, and alone in that car.", "You weren't happy that they read it.",
      "You were proud of that letter, and it hurt to hear it read.", "You sat in the car.",
      "You felt “relieved”, as they put it.", "I'm glad you told me.",
      "He was happy, and you sat there.", "I was pleased with myself, and cheerful.",
    ])
  func fits(reply: String) {
    #expect(
      Uptake.misnamedFeeling(in: reply, to: Self.line, telling: ["ashamed"]) == nil)
  }

  @Test("where the client shows both, either may be named")
  func both() {
    let reply = "You were relieved."
    #expect(Uptake.misnamedFeeling(in: reply, to: Self.line, telling: ["sad", "relieved"]) == nil)
    #expect(Uptake.misnamedFeeling(in: reply, to: Self.line, telling: ["wry"]) == nil)
    let glad = Self.line + " I was glad to be out."
    #expect(Uptake.misnamedFeeling(in: reply, to: glad, telling: ["sad"]) == nil)
  }

  @Test(
    "a painful feeling that nothing shows is no more than a guess where nothing else is said",
    arguments: [
      ("That sounds frightening.", "frightening"), ("You must be furious.", "furious"),
      ("You sound really lonely.", "lonely"),
    ])
  func guess(reply: String, word: String) {
    let found = Uptake.misnamedFeeling(in: reply, to: Self.line, telling: ["ashamed", "wry"])
    #expect(found == word)
    let proud = Uptake.misnamedFeeling(
      in: reply, to: "I won the whole thing.", telling: ["proud", "glad"])
    #expect(proud == word)
  }

  @Test(
    "a feeling is no guess that was shown, lies beneath, was told before or comes with what was heard",
    arguments: [
      ("You felt ashamed.", [], ""), ("That sounds painful.", [], ""), ("You sound sad.", [], ""),
      ("You were furious at that meeting.", [], ""), ("You sound lonely.", ["lonely"], ""),
      ("You sound lonely.", [], "He feels alone among them."),
      ("They were frightened.", [], ""),
    ] as [(String, [String], String)])
  func noGuess(reply: String, before: [String], beneath: String) {
    #expect(
      Uptake.misnamedFeeling(
        in: reply, to: Self.line, telling: ["ashamed"], before: [before, [], [], []],
        beneath: beneath) == nil)
  }

  @Test(
    "where a line tells no feelings, those last told stand for what is contrary, and for no guess",
    arguments: [
      ("You must have been relieved.", [["glad"], ["ashamed"], []], "relieved"),
      ("So that's a relief.", [["lost", "let down"], [], []], "relief"),
      ("You must have been relieved.", [["ashamed"], ["glad"], []], nil),
      ("You must have been relieved.", [["ashamed"], ["wry"], []], nil),
      ("You must have been relieved.", [[], []], nil),
      ("That sounds frightening.", [["ashamed"], []], nil),
    ] as [(String, [[String]], String?)])
  func besideStory(reply: String, before: [[String]], word: String?) {
    let found = Uptake.misnamedFeeling(
      in: reply, to: "It came in May.", telling: [], before: before)
    #expect(found == word)
  }

  @Test(
    "a pleasant feeling told a few lines ago may be named, and one told long ago is gone",
    arguments: [
      ([["relieved"], []], nil), ([[], ["sad", "relieved"]], nil),
      ([["relieved"], [], ["sad"]], "relieved"), ([["relieved"], ["wry"], [], []], "relieved"),
    ] as [([[String]], String?)])
  func longAgo(before: [[String]], word: String?) {
    let found = Uptake.misnamedFeeling(
      in: "You must have been relieved.", to: Self.line, telling: ["ashamed"], before: before)
    #expect(found == word)
  }

  @Test(
    "a pleasant feeling goes against every word by which a vignette tells a painful one",
    arguments: [
      "stunned", "regretful", "shocked", "helpless", "horrified", "remorseful", "unsettled",
      "haunted", "powerless", "let down", "resigned", "tense", "desperate", "sorrowful", "shut out",
    ])
  func painful(feeling: String) {
    let found = Uptake.misnamedFeeling(
      in: "You must have been relieved.", to: "She went upstairs.", telling: [feeling])
    #expect(found == "relieved")
  }

  @Test(
    "it goes against none that may be either, and against none that is neither",
    arguments: ["moved", "wistful", "playful", "at home", "wry", "guarded", "curious"])
  func notPainful(feeling: String) {
    let found = Uptake.misnamedFeeling(
      in: "You must have been relieved.", to: "She went upstairs.", telling: [feeling])
    #expect(found == nil)
  }

  @Test("what everybody is, the client need not be")
  func everybody() {
    let reply = "You'd rather keep everyone happy."
    #expect(Uptake.misnamedFeeling(in: reply, to: Self.line, telling: ["ashamed"]) == nil)
  }
}
