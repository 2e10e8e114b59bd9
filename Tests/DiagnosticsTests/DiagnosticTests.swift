import Diagnostics
import Testing

@Suite("A diagnostic in words")
struct DiagnosticTests {
  @Test(
    "A place is as exact as what is known of it",
    arguments: [
      (Location(file: "maya.yaml", line: 12, column: 7), "maya.yaml:12:7"),
      (Location(file: "maya.yaml", line: 12), "maya.yaml:12"),
      (Location(file: "maya.yaml"), "maya.yaml"),
    ])
  func places(location: Location, text: String) {
    #expect(location.description == text)
  }

  @Test("Place, severity, message, mend and rule stand on one line")
  func whole() {
    let fault = Diagnostic(
      .error, "unknown-key", at: Location(file: "maya.yaml", line: 12, column: 7),
      "unknown key 'topcs'", mend: "did you mean 'topics'?")
    #expect(
      fault.description
        == "maya.yaml:12:7: error: unknown key 'topcs'; did you mean 'topics'? [unknown-key]")
  }

  @Test("What is missing leaves no trace")
  func parts() {
    #expect(Diagnostic(.error, "yaml", "not YAML").description == "error: not YAML [yaml]")
    #expect(
      Diagnostic(.warning, "long", at: Location(file: "a.yaml", line: 3), "a long line").description
        == "a.yaml:3: warning: a long line [long]")
    #expect(
      Diagnostic(.warning, "long", "a long line", mend: "split it").description
        == "warning: a long line; split it [long]")
  }

  @Test(
    "What becomes of what is wrong stands behind the mend",
    arguments: [
      (nil, nil, nil), ("split it", nil, "split it"), (nil, "left out", "left out"),
      ("split it", "left out", "split it; left out"),
    ] as [(String?, String?, String?)])
  func remedies(mend: String?, outcome: String?, remedy: String?) {
    let fault = Diagnostic(.error, "long", "a long line", mend: mend, outcome: outcome)
    #expect(fault.remedy == remedy)
    #expect(fault.description == "error: a long line\(remedy.map { "; \($0)" } ?? "") [long]")
  }

  @Test("A list has a line for each, in its order")
  func list() {
    let list = DiagnosticList([
      Diagnostic(.error, "b", "second letter"), Diagnostic(.warning, "a", "first letter"),
    ])
    #expect(list.description == "error: second letter [b]\nwarning: first letter [a]")
    #expect(DiagnosticList([]).description.isEmpty)
  }

  @Test("Nothing that it quotes steers a terminal or breaks its line")
  func steering() {
    let fault = Diagnostic(
      .error, "unknown-key", at: Location(file: "a\u{1B}[2J.yaml", line: 1),
      "unknown key 'x\u{1B}[31m\n\u{202E}y\u{9B}z'", mend: "did you mean 'é🙂'?")
    #expect(
      fault.description
        == "a?[2J.yaml:1: error: unknown key 'x?[31m??y?z'; did you mean 'é🙂'? [unknown-key]")
  }

  @Test(
    "An excerpt is one line of sixty letters at most",
    arguments: [
      ("", ""), ("é🙂", "é🙂"), ("a\tb\u{1B}[31m\nc", "a b [31m c"),
      (String(repeating: "é", count: 61), String(repeating: "é", count: 60)),
      // A letter may have any number of accents.
      (
        "e" + String(repeating: "\u{301}", count: 1000),
        "e" + String(repeating: "\u{301}", count: 239)
      ),
    ])
  func excerpt(text: String, shown: String) {
    #expect(text.excerpt == shown)
  }
}
