import Repeatable
import TestSupport
import Testing

@testable import Terminal

@Suite("Text in lines")
struct WrappingTests {
  init() { DisplayWidth.prepare() }

  private func lines(_ text: String, width: Int = 8) -> [String] {
    Wrapping.lines(of: text, width: width).map(String.init)
  }

  @Test("Lines break at spaces and at the text's own ends; a word that is too long is broken")
  func words() {
    #expect(lines("one two three") == ["one two", "three"])
    #expect(lines("one\n\ntwo") == ["one", "", "two"])
    #expect(lines("abcdefghij") == ["abcdefgh", "ij"])
    #expect(lines("abcdefgh   ij") == ["abcdefgh", "ij"])
    #expect(lines("") == [""])
    #expect(lines("one two three", width: 1) == ["one two", "three"])
  }

  @Test("Wide characters take two columns and are broken between each other")
  func wide() {
    #expect(lines("中中中中中") == ["中中中中", "中"])
    #expect(lines("a中中中中") == ["a中中中", "中"])
    #expect(lines("中 中 中 中") == ["中 中 中", "中"])
  }

  @Test("A letter with its accents is one column and stays whole")
  func combining() {
    let letter = "e\u{301}\u{323}"
    #expect(
      lines(String(repeating: letter, count: 9)) == [String(repeating: letter, count: 8), letter])
  }

  @Test("What steers a terminal is shown by a sign; lines stay lines, and tabs become blanks")
  func controls() {
    #expect(Wrapping.printable("a\tb\u{1B}[2J\n\u{202E}c") == "a b?[2J\n?c")
  }

  @Test("No line is too wide, and nothing but spaces is lost", arguments: 0..<300)
  func anyText(seed: UInt64) {
    var random = Seeded(seed: seed)
    let pieces = ["a", "word", "e\u{301}", "中", "👨‍👩‍👧", " ", "  ", "\n"]
    let text = (0..<Int.random(in: 0...40, using: &random))
      .map { _ in pieces[Int.random(in: pieces.indices, using: &random)] }.joined()
    let lines = lines(text)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 8 })
    #expect(
      lines.joined().filter { $0 != " " } == text.filter { $0 != " " && $0 != "\n" }, "\(text)")
  }
}
