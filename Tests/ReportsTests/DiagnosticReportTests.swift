import Diagnostics
import PackFormat
import Reports
import Scenarios
import Testing

@Suite("Diagnostics as people and programs read them")
struct DiagnosticReportTests {
  static let source = "title: a\r\n\tnäme: 🙂\u{7}x: y\r\nlast: line\r\n"
  static let faults = [
    Diagnostic(
      .error, "unknown-key", at: Location(file: "a.yaml", line: 2, column: 9), "unknown key 'x'",
      mend: "did you mean 'y'?"),
    Diagnostic(.warning, "long", at: Location(file: "a.yaml"), "long"),
    Diagnostic(.error, "lost", at: Location(file: "b.yaml", line: 7, column: 1), "no such line"),
    Diagnostic(.warning, "nowhere", "a \"quoted\" word"),
  ]

  static func render(_ form: DiagnosticReport, _ faults: [Diagnostic] = faults) -> String {
    form.render(faults) { $0 == "a.yaml" ? source : nil }
  }

  @Test("As text, the line is shown with a mark under the place, and no control character")
  func text() throws {
    #expect(
      Self.render(.text) == """
        a.yaml:2:9: error: unknown key 'x'; did you mean 'y'? [unknown-key]
           näme: 🙂 x: y
                  ^
        a.yaml: warning: long [long]
        b.yaml:7:1: error: no such line [lost]
        warning: a "quoted" word [nowhere]

        """)
  }

  @Test("A place past the end of the text shows no line")
  func pastTheEnd() throws {
    let fault = Diagnostic(
      .error, "end", at: Location(file: "a.yaml", line: 9, column: 1), "too far")
    #expect(Self.render(.text, [fault]) == "a.yaml:9:1: error: too far [end]\n")
  }

  @Test("However many faults a file has, it is read once")
  func readOnce() throws {
    let faults = (1...50).map { _ in Self.faults[0] }
    let skeleton = PackSkeleton(title: "T", client: "Sam")
    let files = skeleton.files.map { name, text in
      PackFile(path: name, label: name, content: .success(Array(text.utf8)))
    }
    let pack = try skeleton.load(name: "mine")
    let tests = try PackTest.all(in: files, of: pack)
    let test = PackTest.Result(
      vignette: "mine/sam", test: try #require(tests.first?.tests.first), failures: faults)
    var read: [String] = []
    let source: (String) -> String? = { file in
      read.append(file)
      return Self.source
    }
    let linted = DiagnosticReport.text.render(faults, source: source)
    // The line and the mark stand once, below the last of the faults in one place.
    #expect(linted.split(separator: "\n").count == 52)
    #expect(read == ["a.yaml"])
    _ = PackTestReport.text.render([test, test], of: pack, source: source)
    #expect(read == ["a.yaml", "a.yaml"])
    #expect(
      PackTestReport.text.render([], of: pack, source: source)
        == "no tests; write what you expect of the vignette sam.yaml into tests/sam.yaml\n")
  }

  @Test("As JSON, each is an object in a list")
  func json() throws {
    #expect(
      Self.render(.json, Array(Self.faults.prefix(2))) == """
        [{"column":9,"file":"a.yaml","line":2,"mend":"did you mean 'y'?",\
        "message":"unknown key 'x'","rule":"unknown-key","severity":"error"},\
        {"file":"a.yaml","message":"long","rule":"long","severity":"warning"}]

        """)
    #expect(Self.render(.json, []) == "[]\n")
  }

  @Test("As SARIF, each is a result with its region")
  func sarif() throws {
    let head = """
      {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","runs":[{"results":[
      """
    let tail = """
      ],"tool":{"driver":{"name":"attune pack lint"}}}],"version":"2.1.0"}

      """
    #expect(
      Self.render(.sarif, [Self.faults[0], Self.faults[3]]) == head + """
        {"level":"error","locations":[{"physicalLocation":{"artifactLocation":{"uri":"a.yaml"},\
        "region":{"startColumn":9,"startLine":2}}}],\
        "message":{"text":"unknown key 'x'; did you mean 'y'?"},"ruleId":"unknown-key"},\
        {"level":"warning","locations":[],"message":{"text":"a \\"quoted\\" word"},\
        "ruleId":"nowhere"}
        """ + tail)
    #expect(Self.render(.sarif, []) == head + tail)
  }

  @Test(
    "In SARIF, a path stands as a reference",
    arguments: [
      ("my pack 100%/ada.yaml", "my%20pack%20100%25/ada.yaml"),
      ("/home/ann/grief/ada.yaml", "/home/ann/grief/ada.yaml"),
      ("é#?[1].yaml", "%C3%A9%23%3F%5B1%5D.yaml"), ("c:\\a~b_(1).yaml", "c%3A%5Ca~b_(1).yaml"),
      ("a\u{1}b", "a%01b"),
    ])
  func references(path: String, reference: String) {
    let fault = Diagnostic(.error, "long", at: Location(file: path), "long")
    #expect(Self.render(.sarif, [fault]).contains(#""uri":"\#(reference)""#))
  }
}
