import Testing

import Diagnostics

@Suite("The name most likely meant")
struct NearNameTests {
  static let keys = ["title", "topics", "opening", "closings", "reactions", "about", "id"]

  @Test(
    "A slip of the finger finds the name",
    arguments: [
      ("topcs", "topics"),  // a letter left out
      ("topiccs", "topics"),  // a letter too many
      ("topixs", "topics"),  // a wrong letter
      ("tpoics", "topics"),  // two swapped
      ("TOPICS", "topics"),  // capitals
      ("Titel", "title"),
      ("reaction", "reactions"),
      ("closing", "closings"),
      ("abuot", "about"),
      ("di", "id"),
    ])
  func slips(typed: String, meant: String) {
    #expect(NearName.of(typed, in: Self.keys) == meant)
  }

  @Test("A name that stands inside a longer one finds it")
  func contained() {
    #expect(
      NearName.of("maya", in: ["foundations/jonas", "foundations/maya"]) == "foundations/maya")
  }

  @Test("A short name that several full ones end in means them all")
  func namesakes() {
    let names = ["found2/maya", "foundations/jonas", "foundations/maya"]
    let meant = NearName.meant("maya", in: names)
    #expect(meant == ["found2/maya", "foundations/maya"])
    #expect(NearName.question(meant) == "did you mean 'found2/maya' or 'foundations/maya'?")
    #expect(NearName.meant("found2/jonas", in: names) == ["foundations/jonas"])
    #expect(NearName.meant("jonsa", in: names + ["jonas"]) == ["jonas"])
    #expect(NearName.meant("weather", in: names).isEmpty)
  }

  @Test(
    "Of a name that finds no vignette it is told whether there is none or more than one",
    arguments: [
      ("maya", "more than one pack has a vignette 'maya'; did you mean 'a/maya' or 'b/maya'?"),
      ("c/maya", "no vignette 'c/maya'; did you mean 'a/maya' or 'b/maya'?"),
      ("jonsa", "no vignette 'jonsa'; did you mean 'jonas'?"),
      ("weather", "no vignette 'weather'; look around"),
    ])
  func noVignette(name: String, told: String) {
    let meant = NearName.meant(name, in: ["a/maya", "maya", "b/maya", "a/jonas", "jonas"])
    #expect(NearName.noVignette(name, meant: meant, else: "look around") == told)
  }

  @Test(
    "Where nothing is near, nothing is offered",
    arguments: ["", "weather", "zq", "colour", "tip", String(repeating: "topics", count: 20)])
  func nothingNear(typed: String) {
    #expect(NearName.of(typed, in: Self.keys) == nil)
    #expect(NearName.hint(typed, in: Self.keys) == nil)
  }

  @Test("Without candidates there is nothing to offer")
  func noCandidates() {
    #expect(NearName.of("topics", in: []) == nil)
  }

  @Test("Of two names equally near, the first is offered")
  func ties() {
    #expect(NearName.of("bat", in: ["cat", "hat"]) == "cat")
    #expect(NearName.of("bat", in: ["hat", "cat"]) == "hat")
  }

  @Test("The nearer of two names is offered, wherever it stands")
  func nearest() {
    #expect(NearName.of("secura", in: ["sacura's", "secure"]) == "secure")
    #expect(NearName.of("explored", in: ["explode", "explored"]) == "explored")
  }

  @Test("A hint is a question")
  func hint() {
    #expect(NearName.hint("topcs", in: Self.keys) == "did you mean 'topics'?")
  }

  @Test("A candidate without end costs no more than its beginning")
  func longCandidate() {
    #expect(NearName.of("topics", in: [String(repeating: "x", count: 1_000_000)]) == nil)
  }

  @Test(
    "A swap of neighbours is one edit, and every edit counts",
    arguments: [
      ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("ab", "ba", 1),
      ("abcd", "acbd", 1), ("kitten", "sitting", 3), ("ca", "abc", 3), ("naïve", "naive", 1),
    ])
  func distance(a: String, b: String, edits: Int) {
    #expect(NearName.editDistance(Array(a), Array(b)) == edits)
    #expect(NearName.editDistance(Array(b), Array(a)) == edits)
  }
}
