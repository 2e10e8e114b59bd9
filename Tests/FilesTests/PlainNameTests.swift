import Files
import Testing

@Suite("Names that need no quoting")
struct PlainNameTests {
  @Test(
    "They are of letters a to z, digits, hyphens, underscores and dots, and no longer than they may be",
    arguments: [
      ("maya", true), ("a", true), ("A-9_z", true), ("a.b", true), ("a.", true), ("-a", true),
      ("__", true), ("007", true),
      ("", false), (".", false), ("..", false), (".a", false), ("sixsix", false),
      ("a b", false), ("a/b", false), ("a\\b", false), ("a:b", false), ("a\u{0}", false),
      ("a\n", false), ("é", false), ("e\u{301}", false), ("\u{FF41}", false), ("a🙂", false),
    ])
  func valid(name: String, isValid: Bool) {
    #expect(PlainName.isValid(name, most: 5) == isValid)
  }
}
