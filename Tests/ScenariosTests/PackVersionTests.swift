import Scenarios
import Testing

struct PackVersionTests {
  @Test("Versions are in the order of Semantic Versioning")
  func order() throws {
    // From section 11 of the specification, with two numbers above 9, and with a word that is like one.
    let texts = [
      "1.0.0-1", "1.0.0--5", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta",
      "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.0.9", "1.0.10", "1.2.0", "10.0.0",
    ]
    let versions = try texts.map { try #require(PackVersion($0)) }
    #expect(versions.shuffled().sorted() == versions)
    #expect(PackVersion("1.0.0+a") == PackVersion("1.0.0+b"))
    #expect(PackVersion("1.0.0--.x-y+0.-") != nil)
  }

  @Test(
    "What is no version is none",
    arguments: [
      "", "1.0", "1", "a.b.c", "1.0.0.0", "1..0", "1.0.0-", "1.0.0-.", "1.0.0-a.", "1.0.0-a..b",
      "1.0.0+", "1.0.0-a+b..c", "1.0.0-ä", "1.0.0+a+b",
    ])
  func none(text: String) {
    #expect(PackVersion(text) == nil)
  }
}
