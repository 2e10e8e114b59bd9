import Repeatable
import TestSupport
import Testing
import Transcripts

struct FormulaGuardTests {
  @Test(
    "What a spreadsheet would work out has an apostrophe before it",
    arguments: [
      "=1+1", "+1 555 0100", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "- So.", "-", "＝1", "＠x",
      "=\u{301}1", "-inf", "-0x1p3", "'=1", "''-",
    ])
  func guarded(text: String) {
    #expect(FormulaGuard.guarded(text) == "'" + text)
    #expect(FormulaGuard.bare("'" + text) == text)
  }

  @Test(
    "Numbers and other text stay as they are",
    arguments: ["", "0.5", "-0.25", "+3", "-1e-05", "So = it", "'Tis so.", "'", "''", " =1", "a=1"])
  func plain(text: String) {
    #expect(FormulaGuard.guarded(text) == text)
    #expect(FormulaGuard.bare(text) == text)
  }

  @Test("Taking the guard away always gives back what there was")
  func inverse() {
    var random = Seeded(seed: 5)
    for _ in 0..<2000 {
      let scalars = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        "'=-+@\t19.e aé".unicodeScalars.randomElement(using: &random) ?? "a"
      }
      let text = String(String.UnicodeScalarView(scalars))
      #expect(FormulaGuard.bare(FormulaGuard.guarded(text)) == text)
    }
  }
}
