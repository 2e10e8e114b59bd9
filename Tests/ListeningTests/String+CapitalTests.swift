import Listening
import Testing

@Suite("Text at the beginning of a line")
struct StringCapitalTests {
  @Test(
    "Its first letter is a capital, and the rest stays as it is",
    arguments: [
      ("empathy", "Empathy"), ("open among questions", "Open among questions"),
      ("non-judgment", "Non-judgment"), ("éloge", "Éloge"), ("IDs", "IDs"), ("7 turns", "7 turns"),
      ("", ""),
    ])
  func capital(text: String, line: String) {
    #expect(text.withCapital == line)
  }
}
