import Diagnostics
import Testing

struct DigitsTests {
  @Test(
    "Digits are 0 to 9 alone, and one at least",
    arguments: [
      ("0", true), ("007", true), ("18446744073709551616", true), ("", false), ("-5", false),
      ("+5", false), ("5 ", false), ("1.0", false), ("٣", false), ("²", false), ("5\u{301}", false),
    ])
  func digits(text: String, areAll: Bool) {
    #expect(text.isDigits == areAll)
  }
}
