import Testing

@testable import Clients

@Suite("Wordings to look for")
struct PhraseTests {
  static func range(_ form: String, _ text: String) -> Range<Int>? {
    Phrase(form).range(in: Words.all(of: text))
  }

  @Test("alternatives, missing words and the sentence's ends count")
  func forms() {
    #expect(Self.range("kill|harm myself", "I might harm myself today") == 2..<4)
    #expect(Self.range("end my own? life", "to end my life") == 1..<4)
    #expect(Self.range("end my own? life", "to end my own life") == 1..<5)
    #expect(Self.range("^ just? go", "go now") == 0..<1)
    #expect(Self.range("^ just? go", "just go") == 0..<2)
    #expect(Self.range("^ just? go", "let it go") == nil)
    #expect(Self.range("go on $", "I can't go on") == 2..<4)
    #expect(Self.range("go on $", "I can't go on holiday") == nil)
    #expect(Self.range("a b", "") == nil)
  }

  @Test("the end may stand among the alternatives of a word")
  func end() {
    let form = "was unfair|unkind to|with|$"
    #expect(Self.range(form, "I was unfair") == 1..<3)
    #expect(Self.range(form, "I was unfair to you") == 1..<4)
    #expect(Self.range(form, "I was unfair today") == nil)
    #expect(Self.range("how is it so? far|$", "so how is it") == 1..<4)
    #expect(Phrase.list("go home|$").range(in: ["let", "go"]) == 1..<2)
    #expect(Phrase.list("go home|$").removed(from: ["go", "now", "go"]) == ["go", "now", "–"])
  }

  @Test("a word that may be missing is given back where the rest needs it")
  func backtracking() {
    #expect(Self.range("go|on? on", "on") == 0..<1)
    #expect(Self.range("very? very? sorry", "very sorry") == 0..<2)
  }

  @Test("each form of one list stands before each of another")
  func leads() {
    let list = Phrase.list(Phrase.forms("shall we\nlet me", before: "stop|pause\ngo home? $"))
    for text in ["shall we pause", "let me stop now", "so let me go", "shall we go home"] {
      #expect(list.range(in: Words.all(of: text)) != nil, "\(text)")
    }
    for text in ["shall we", "let me go out", "stop, shall we"] {
      #expect(list.range(in: Words.all(of: text)) == nil, "\(text)")
    }
  }

  @Test("apostrophes and capitals do not count")
  func letters() {
    #expect(Self.range("dont stop", "DON’T stop") == 0..<2)
    #expect(Self.range("dont stop", "don't Stop") == 0..<2)
  }

  @Test("a list finds what each of its phrases finds, and takes out what it holds")
  func lists() {
    let forms = ["live with|in", "^ so? then", "to die for", "end $"]
    let list = Phrase.list(forms.joined(separator: "\n"))
    for text in [
      "I live in town", "So then he left", "a cake to die for", "the end", "an endless day",
    ] {
      let words = Words.all(of: text)
      #expect(list.range(in: words) == forms.lazy.compactMap { Phrase($0).range(in: words) }.first)
    }
    #expect(
      list.removed(from: Words.all(of: "I live in town to die for")) == ["i", "–", "town", "–"])
    #expect(list.removed(from: ["nothing", "here"]) == ["nothing", "here"])
    #expect(
      list.removed(from: Words.all(of: "then live in, live with, to die for the end, end"))
        == ["–", "–", "–", "–", "the", "end", "–"])
  }
}
