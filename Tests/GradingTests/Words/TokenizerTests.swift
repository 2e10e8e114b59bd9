import Foundation
import Listening
import Testing

@testable import Grading

@Suite struct TokenizerTests {
  private func words(_ text: String) -> [String] {
    var tokenizer = Tokenizer()
    var utterance = Utterance()
    tokenizer.read(text, into: &utterance)
    return utterance.tokens.map { token in
      switch token.kind {
      case .word:
        String(decoding: tokenizer.words.letters(of: Int(token.word)), as: UTF8.self)
      case .question: "?"
      case .stop: "."
      }
    }
  }

  @Test func apostrophesAreThoseThatClientsReadAsOne() {
    let scalars = (UInt32(0)...0xffff).compactMap { Unicode.Scalar($0) }
    let odd = scalars.filter { scalar in
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      let role = scalar.isASCII ? Characters.role(ascii: byte) : Characters.role(scalar)
      return (role == .apostrophe) != scalar.isApostrophe
        || scalar.isApostrophe && scalar.isASCII && !Characters.goesOn(ascii: byte)
    }
    #expect(odd.isEmpty)
  }

  /// A word that is known is taken as a whole, another letter by letter.
  @Test(arguments: [
    "You didn't go.", "Ann's cup", "'Go' and `go`", "go2 2go go_go", "caf\u{e9} cafe\u{301} cafe",
    "go\u{ad}ing going",
    "Um, going. UM? um", "Mr. Bell, mr", String(repeating: "again ", count: 3000),
  ])
  func aTextReadsAlikeWhenItsWordsAreKnown(text: String) {
    var tokenizer = Tokenizer()
    var (first, second) = (Utterance(), Utterance())
    tokenizer.read(text, into: &first)
    tokenizer.read(text, into: &second)
    #expect(!first.tokens.isEmpty)
    #expect(first.tokens == second.tokens)
    #expect(first.sentences == second.sentences)
  }

  @Test(arguments: [
    ("You didn't go.", ["you", "did", "not", "go", "."]),
    ("you didnt go", ["you", "did", "not", "go"]),
    ("You didn’t go!!", ["you", "did", "not", "go", "."]),
    ("YOU DID NOT GO…", ["you", "did", "not", "go", "."]),
    ("It's Ann's cup", ["it", "is", "ann", "cup"]),
    ("1,140 mails at 3.5 p", ["1140", "mails", "at", "35", "p"]),
    ("Really?! Yes.", ["really", "?", "yes", "."]),
    ("um, the café", ["the", "cafe"]), ("Well, he left.", ["he", "left", "."]),
    ("Um, well, I mean, he left. You know, he did", ["he", "left", ".", "he", "did"]),
    ("He left, well, late", ["he", "left", "well", "late"]),
    ("Well done, Ann", ["well", "done", "ann"]), ("Well,", []),
    ("the cafe\u{301}", ["the", "cafe"]),
    ("", []), ("\0\0", []), ("?!", []),
  ])
  func reads(text: String, expected: [String]) { #expect(words(text) == expected) }

  @Test(
    "Letters with marks are read alike, composed and decomposed, as the letters without",
    arguments: [
      ("Brașov", ["brasov"]), ("Nguyễn Thế Hiển", ["nguyen", "the", "hien"]),
      ("Мой ёж", ["мои", "еж"]), ("Ὀδυσσεύς", ["οδυσσευς"]), ("Ǿn ǖn", ["on", "un"]),
      ("\u{212a}\u{212b}", ["ka"]), ("が", ["か"]),
      ("de\u{fb01}nitely a\u{fb04}ict", ["definitely", "afflict"]),
      ("Ｙou ａｒｅ ２", ["you", "are", "2"]),
    ])
  func marks(text: String, expected: [String]) {
    #expect(words(text.precomposedStringWithCanonicalMapping) == expected)
    #expect(words(text.decomposedStringWithCanonicalMapping) == expected)
    #expect(words(text) == expected)
  }

  @Test func sentencesCoverAllTokens() {
    let utterance = Tokenizer.read("You left. Why? Mr. Shaw knew\n \nnobody else")
    #expect(utterance.sentences.flatMap { Array($0) } == Array(utterance.tokens.indices))
    #expect(utterance.sentences.count == 4)
  }

  @Test(
    "A blank line ends a sentence; a line break alone does not",
    arguments: [
      ("you left\nand came", 1), ("you left\r\nand came", 1), ("you left\u{2028}and came", 1),
      ("you left\n\nand came", 2), ("you left\r\n \t\r\nand came", 2),
      ("you left\u{2029}and came", 2), ("you left\n", 1), ("\n\nyou left\n\n", 1),
    ])
  func lineBreaks(text: String, sentences: Int) {
    #expect(Tokenizer.read(text).sentences.count == sentences)
  }

  @Test func aSemicolonEndsASentenceAsAFullStopDoes() {
    let two = Tokenizer.read("You waited. Nobody came.")
    let joined = Tokenizer.read("You waited; nobody came.")
    #expect(joined.sentences == two.sentences)
    #expect(joined.tokens.map(\.hash) == two.tokens.map(\.hash))
  }

  @Test func quotedNegatedAndReportedWordsAreMarked() {
    let quoted = Tokenizer.read("he wrote “lazy” on it").tokens
    #expect(quoted.map(\.context)[2] == .quoted)
    let single = Tokenizer.read("he wrote 'bone idle' on it").tokens
    #expect(single.map(\.context)[2...3] == [.quoted, .quoted])
    let negated = Tokenizer.read("that is not lazy, it is rest").tokens
    #expect(negated[3].context == .negated)
    #expect(negated[6].context == .plain)
    #expect(Tokenizer.read("she says you are lazy").tokens[4].context == .reported)
  }

  @Test(arguments: [
    "Did he call", "And have you told her", "Is it the nights that are worst", "How was it for you",
    "Why dont you ring her", "Wouldnt you say that is harsh", "Isn't that a bit much",
    "Aren't they",
    "How was the wedding", "Do you", "Don't you think he meant it", "You knew, didn't you",
    "He was late wasnt he", "It's over, is it", "So you left. Did it help",
    "You left, did you tell her", "That's it, is that right", "One tap, shall we",
    "Was anybody there",
    "Isn't the office next", "When is yours the worst", "It's your call, right", "Shall I stay",
  ])
  func aQuestionIsOneWithoutItsMark(text: String) {
    let (without, with) = (Tokenizer.read(text), Tokenizer.read(text + "?"))
    #expect(without.tokens.map(\.hash) == with.tokens.map(\.hash))
    #expect(without.tokens.map(\.kind) == with.tokens.map(\.kind))
    #expect(without.sentences == with.sentences)
    #expect(without.tokens.allSatisfy { $0.span.upperBound <= text.utf8.count })
  }

  @Test(arguments: [
    "You did", "Had I known that", "Should you need a minute", "Do it today", "Don't you dare",
    "Don't you worry about that", "Have this one", "What you did was brave",
    "When he left you wept",
    "May he rest", "Would that it were so", "What is hard is the waiting", "You have it", "Is",
    "Why",
    "I know what it is", "Did he call.", "You ask yourself, did I do enough",
    "He rang, which is the worst of it", "You, who did the most", "Do the dishes", "Have a seat",
    "That is right", "You said that is not it", "You could not say it wasnt you",
    "It isn't anything", "You turned right", "Don't go", "",
  ])
  func whatMayBeNoQuestionIsLeftAsItIs(text: String) {
    #expect(!Tokenizer.read(text).tokens.contains { $0.kind == .question })
  }

  @Test("Short forms that are spelled out alone keep their classes in front of another ending")
  func twoEndings() {
    let duty = Tokenizer.read("You shouldn't've, you mustn't've").tokens
    #expect(duty.filter { $0.classes.contains(.duty) }.count == 4)
    #expect(Tokenizer.read("I myself've").tokens[1].classes.contains(.firstPerson))
  }

  @Test func textBeyondTheLimitIsCut() {
    let utterance = Tokenizer.read(String(repeating: "word ", count: 200_000))
    #expect(utterance.tokens.count < 5_000)
  }
}
