import PackFormat
import Scenarios
import Testing

@Suite("The template of a new pack")
struct PackSkeletonTests {
  @Test(
    "It loads with the title and the client's name that it is made for",
    arguments: [
      "Ada", "Zoë \"Z\" O'Neill", "a: b # c", "\\", "\"", "A\"\u{301}da", "A\\\u{301}da",
      "\"\u{301}",
    ])
  func names(name: String) throws {
    let pack = try PackSkeleton(title: name, client: name).load(name: "grief")
    #expect(Array(pack.title.unicodeScalars) == Array(name.unicodeScalars))
    #expect(pack.vignettes.map { Array($0.name.unicodeScalars) } == [Array(name.unicodeScalars)])
  }
}
