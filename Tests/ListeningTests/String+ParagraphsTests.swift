import Testing

import Listening

@Suite("Paragraphs of a text")
struct ParagraphsTests {
  @Test(
    "Blank lines part a text, line breaks alone do not",
    arguments: [
      ("one\ntwo", ["one\ntwo"]), ("one\n\ntwo", ["one", "two"]),
      ("\n \n one\r\n\t\r\ntwo\n", [" one", "two"]), ("", []), (" \n\n ", []),
      ("one\n\n\n\ntwo\nthree", ["one", "two\nthree"]),
    ])
  func paragraphs(text: String, parts: [String]) {
    #expect(text.paragraphs.map(String.init) == parts)
  }
}
