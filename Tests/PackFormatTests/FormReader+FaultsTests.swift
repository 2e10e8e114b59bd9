import PackFormat
import Scenarios
import Testing

@Suite("YAML that is meant to hurt")
struct HostileYAMLTests {
  /// Anchors of which each stands for nine of the one before.
  static let bomb =
    "a: &a [x, x, x, x, x, x, x, x, x]\n"
    + zip("abcdefgh", "bcdefghi").map { inner, outer in
      let list = Array(repeating: "*\(inner)", count: 9).joined(separator: ", ")
      return "\(outer): &\(outer) [\(list)]\n"
    }.joined()

  @Test("Aliases of aliases are refused before they unfold", arguments: ["", "? *i\n: x\n"])
  func aliasBomb(end: String) {
    #expect(
      Sample.faults(Self.bomb + end) == [
        "ada.yaml:3:36: error: more than 16 aliases (*name); write the text out, or quote it "
          + "[aliases]"
      ])
  }

  @Test("Lines are counted whatever they end with", arguments: ["\n", "\r\n", "\r", "\u{85}"])
  func lineEndings(ending: String) {
    let place = "ada.yaml:3:36: error: more than 16 aliases"
    let bomb = Self.bomb.replacing("\n", with: ending)
    #expect(Sample.faults(bomb).first?.hasPrefix(place) == true)
    let bell = "a: 1\nb: 2\nc: é\u{7}\n".replacing("\n", with: ending)
    let told = Sample.faults(bell).first
    #expect(told?.hasPrefix("ada.yaml:3:5: error: the character U+0007") == true)
  }

  @Test("As many aliases as are allowed unfold to little")
  func aliasesWithinTheLimit() {
    let chain =
      "a: &a [x, x, x, x]\n"
      + zip("abcd", "bcde").map { "\($1): &\($1) [*\($0), *\($0), *\($0)]\n" }.joined()
    let faults = Sample.faults(chain + "? *e\n: x\n")
    #expect(faults.contains { $0.contains("a key must be plain text") })
  }

  @Test("Stars and ampersands in plain words are no aliases")
  func stars() {
    let words = "summary: >-\n  " + String(repeating: "he *really* said so & left ", count: 20)
    let yaml = Sample.with(line: 4, words).replacing(" &pool", with: "")
      .replacing("*pool", with: "{why: W, lines: [{text: T, example: E}]}")
    #expect(Sample.faults(yaml).isEmpty)
  }

  @Test(
    "Nesting without end is refused where it passes the limit",
    arguments: [
      (String(repeating: "[", count: 50_000), "1:1"),
      (String(repeating: "{a: ", count: 20_000), "1:3997"),
      (String(repeating: "- ", count: 5_000), "1:1999"),
    ])
  func nesting(yaml: String, place: String) {
    #expect(
      Sample.faults(yaml) == [
        "ada.yaml:\(place): \(Self.tooDeep)"
      ])
  }

  static let tooDeep =
    "error: nested more than 100 levels deep; close each bracket, and put less into one another "
    + "[nesting]"

  /// A word within lists.
  private static func nested(_ word: String, _ levels: Int) -> String {
    String(repeating: "[", count: levels) + word + String(repeating: "]", count: levels)
  }

  @Test("Nesting up to the limit is read, and told beyond it where that is passed")
  func deepButAllowed() {
    func faults(_ levels: Int) -> [String] {
      Sample.faults(Sample.with(line: 2, "name: \(Self.nested("", levels))"))
    }
    #expect(faults(99).first?.hasPrefix("ada.yaml:2:7: error: 'name' is not text") == true)
    #expect(faults(100) == ["ada.yaml:2:106: \(Self.tooDeep)"])
    #expect(faults(900) == ["ada.yaml:2:106: \(Self.tooDeep)"])
  }

  @Test(
    "What aliases stand for counts as nested where they stand",
    arguments: [900, 90, 60], ["x16: &x16 ", "? "])
  func nestedAliases(levels: Int, last: String) {
    var lines = ["x0: &x0 \(Self.nested("x", levels))"]
    for number in 1...16 {
      let key = number == 16 ? last : "x\(number): &x\(number) "
      lines.append(key + Self.nested("*x\(number - 1)", levels))
    }
    let place = levels == 900 ? "1:108" : "2:\(9 + levels)"
    #expect(
      Sample.faults(lines.joined(separator: "\n") + "\n") == ["ada.yaml:\(place): \(Self.tooDeep)"])
  }

  @Test("What aliases stand for is counted each time, in a key too", arguments: ["x8: ", "? "])
  func wideAliases(last: String) {
    var yaml = "x0: &x0 [\(Array(repeating: "x", count: 3000).joined(separator: ","))]\n"
    for number in 1...8 {
      let key = number == 8 ? last : "x\(number): &x\(number) "
      yaml += key + "[*x\(number - 1), *x\(number - 1)]\n"
    }
    // The first line has 3002 nodes below the root, and the first five have 93 062.
    #expect(
      Sample.faults(yaml) == [
        "ada.yaml:6:10: error: the file holds more than 100000 keys and values, those of an alias "
          + "(*name) each time that it stands for them; split the file, or repeat less of it "
          + "[too-large]"
      ])
  }

  @Test("An alias stands for the last anchor of its name before it, and is told as it is written")
  func sameAnchor() {
    let large = "&x [\(Array(repeating: "x", count: 30_000).joined(separator: ","))]"
    let faults = Sample.faults("a: \(large)\nb: &x y\nc: [*x, *x, *x, *x]\n")
    #expect(faults.first?.contains("unknown key 'a'") == true)
    #expect(
      Sample.faults("a: &x y\nb: {*x : 1, *x : 2}\n").first?.hasPrefix(
        "ada.yaml:2:5: error: the key '*x' appears twice") == true)
  }

  @Test("An alias is one behind whatever ends a line, too", arguments: ["\u{85}", "\u{2028}"])
  func aliasesBehindLineEnds(ending: String) {
    let many = Array(repeating: "\(ending)*x", count: 17).joined(separator: ",")
    let fault = Sample.faults("a: &x y\nb: [\(many)]\n").first
    #expect(fault?.contains("more than 16 aliases") == true)
  }

  @Test(
    "Keys within keys are refused before the parser compares them",
    arguments: [("", "? ", "1:33"), ("x: ", "{?", "1:37"), ("", "\t?\n", "17:2")])
  func markedKeys(start: String, key: String, place: String) {
    #expect(
      Sample.faults(start + String(repeating: key, count: 20) + "x\n") == [
        "ada.yaml:\(place): error: more than 16 keys are marked with '?'; write 'key: value' [key]"
      ])
  }

  @Test("A question mark in a text marks no key")
  func questionMarks() {
    let words = "summary: >-\n  " + String(repeating: "Ça a été ? Ah ? Quoi ?? ", count: 20)
    #expect(Sample.faults(Sample.with(line: 4, words)).isEmpty)
  }

  @Test(
    "A word before a text that YAML takes for a tag or an anchor is told, as it would not be said",
    arguments: [
      ("!Nobody told me", "!Nobody", "a tag"), ("! Ada", "!", "a tag"), ("!Ada", "!Ada", "a tag"),
      ("!!python/object:os.system Ada", "!!python/object:os.system", "a tag"),
      ("!Nobody \"told me\"", "!Nobody", "a tag"), ("&so I am", "&so", "an anchor"),
      ("&so\n  I am", "&so", "an anchor"), ("&so !Ada am", "&so", "an anchor"),
    ])
  func unsaid(name: String, word: String, kind: String) {
    #expect(
      Sample.faults(Sample.with(line: 2, "name: \(name)")) == [
        "ada.yaml:2:7: error: 'name' begins with '\(word)', which YAML takes for \(kind) and leaves "
          + "out; put the whole text in double quotes, or take '\(word)' out "
          + "[\(kind == "a tag" ? "tag" : "anchor")]"
      ])
  }

  @Test("A word before an entry of a list is told at the entry")
  func unsaidInList() {
    let fault = Sample.faults(Sample.with("[Yes.]", "[Yes., !Oh no.]")).first
    #expect(
      fault?.hasPrefix("ada.yaml:20:22: error: an entry of 'understood' begins with '!Oh'") == true)
  }

  @Test(
    "In brackets, a word before an entry ends where the entry does",
    arguments: [
      ("[&a]", ["&a"]), ("[&a,&b Yes.]", ["&a", "&b"]), ("[!a,!b Yes.]", ["!a", "!b"]),
      ("[!<tag:yaml.org,2002:str> Yes.]", ["!<tag:yaml.org,2002:str>"]),
    ])
  func unsaidInBrackets(list: String, words: [String]) {
    let faults = Sample.faults(Sample.with("[Yes.]", list))
    #expect(faults.count == words.count)
    for (fault, word) in zip(faults, words) {
      #expect(fault.contains(" begins with '\(word)', "), "\(fault)")
    }
  }

  @Test(
    "Of many anchors each that no alias refers to is told, in lines of their own or in one",
    arguments: [true, false])
  func manyAnchors(inOneLine: Bool) {
    let entries = (0..<4000).map { "&a\($0) Yes" } + ["*a0", "*a3999"]
    let list =
      inOneLine
      ? "[\(entries.joined(separator: ", "))]" : entries.map { "\n    - \($0)" }.joined()
    let faults = Sample.faults(Sample.with("[Yes.]", list))
    #expect(faults.count == 3998)
    #expect(faults.first?.contains("'&a1'") == true)
    #expect(faults.last?.contains("'&a3998'") == true)
  }

  @Test("A text that an alias repeats keeps its anchor")
  func anchor() throws {
    let yaml = Sample.with(line: 2, "name: &ada-1 Ada").replacing("A plain title", with: "*ada-1")
    let vignette = try Vignette(yaml: yaml, id: "ada", file: "ada.yaml")
    #expect(vignette.name == "Ada" && vignette.title == "Ada")
  }

  @Test("A merge key merges nothing")
  func mergeKey() {
    let faults = Sample.faults(Sample.with(line: 2, "<<: {name: Ada}"))
    #expect(faults.contains { $0.hasPrefix("ada.yaml:2:1: error: unknown key '<<'") })
    #expect(
      faults.contains("ada.yaml:1:1: error: the vignette lacks 'name'; add 'name: …' [missing-key]")
    )
  }

  @Test("A quotation that lacks its end is reported where it begins, wherever that is noticed")
  func missingQuotationMark() throws {
    let skeleton = PackSkeleton(title: "T", client: "Sam")
    let yaml = try #require(skeleton.files.last).text
    let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
    var tried = 0
    for (index, line) in lines.enumerated() where line.hasSuffix("\"") && !line.hasPrefix("#") {
      var broken = lines
      broken[index] = line.dropLast()
      let column = line.split(separator: "\"")[0].count + 1
      let fault = Sample.faults(broken.joined(separator: "\n")).first ?? ""
      #expect(fault.hasPrefix("ada.yaml:\(index + 1):\(column): error: not YAML: the quotation"))
      tried += 1
    }
    #expect(tried > 200)
  }

  @Test(
    "A quotation's missing end is told for either mark, whatever the lines end with",
    arguments: ["\n", "\r\n"], ["\"", "'"])
  func quotationMarks(ending: String, mark: String) {
    let yaml = "\u{FEFF}a: 1\nb:\n  - \(mark)one: two\n  - \(mark)three\(mark)\n"
    #expect(
      Sample.faults(yaml.replacing("\n", with: ending)).first?.hasPrefix(
        "ada.yaml:3:5: error: not YAML: the quotation that begins here ends only in line 4, with "
          + "more after it; end it with") == true)
  }

  @Test("A quotation that goes on to the file's end is reported where it begins")
  func endlessQuotation() {
    #expect(
      Sample.faults("a: 1\nb: 'one\nc: two\n") == [
        "ada.yaml:2:4: error: not YAML: the quotation that begins here never ends; end it with the "
          + "quotation mark that it begins with [yaml]"
      ])
  }

  @Test(
    "A word processor's quotation marks, which quote nothing, are told for what they are",
    arguments: [
      "title: “One: two”", "title: “One”: two", "title: „One: two“", "title: “One”: “two”",
    ])
  func curlyQuotes(title: String) {
    #expect(
      Sample.faults(Sample.with(line: 3, title)).first?
        .contains("; write straight quotation marks: \"…\" [") == true)
  }

  @Test(
    "A slip of YAML is told where it stands, with the mend for it",
    arguments: [
      (
        "attachment: secure", "attachment:secure", "5:1",
        "write a blank after the colon of 'attachment:'"
      ),
      ("format: 1", "format:1", "1:1", "write a blank after the colon of 'format:'"),
      (
        "- skill: reflection", "- skill:reflection", "7:5",
        "write a blank after the colon of 'skill:'"
      ),
      ("- id: one", "- id:one # a remark", "12:5", "write a blank after the colon of 'id:'"),
      (
        "- id: one\n    title: One", "- id:one\n    title: 'It''s one'", "12:5",
        "write a blank after the colon of 'id:'"
      ),
      (
        "opening: {text: Hello., ", "opening:\n  text:\"Hello,\n    you.\"\n  ", "11:3",
        "write a blank after the colon of 'text:'"
      ),
      ("title: A plain title", "title \"A plain title\"", "3:1", "write a colon after 'title'"),
      ("summary: Who Ada is.", "summary: >-\nWho Ada is.", "5:1", "indent it, where it goes on"),
      (
        "about: [one, first]", "about: [one, first", "14:12",
        "part the entries with commas, and end"
      ),
      ("    title: One", "\ttitle: One", "13:1", "indent with spaces"),
      ("    title: One", "\u{A0}\u{A0}  title: One", "13:1", "indent with spaces"),
      (
        "title: A plain title", "title: \"A \"plain\" title\"", "3:12",
        "write single quotation marks"
      ),
      ("title: A plain title", "title: 'Ada's title'", "3:13", "put the whole in double quotes"),
      ("title: A plain title", "title: \"her\\side\"", "3:12", "write \\\\ for a backslash"),
      ("title: A plain title", "title: @first", "3:8", "put the text in double quotes"),
      ("title: A plain title", "title: %50", "3:8", "put the text in double quotes"),
      ("title: A plain title", "title: *important* it", "3:8", "put the text in double quotes"),
      ("title: A plain title", "title: !Nobody, told", "3:8", "put the text in double quotes"),
      ("title: A plain title", "title: !no!body told", "3:8", "put the text in double quotes"),
      (
        "opening: {text: Hello., ", "opening:\n  text: She said it: come.\n  ", "11:20",
        "put the text in double quotes"
      ),
      (
        "understood: [Yes.]", "understood:\n    - She said: yes: no", "21:20",
        "put the text in double quotes"
      ),
      ("{text: Hello.,", "{text: She said: no,", "10:25", "put the text in double quotes"),
      (
        "summary: Who Ada is.", "summary: Who Ada is\n  and said: no.", "5:11",
        "put the text in double quotes; a key begins in the column of those around it"
      ),
      ("Hello., feelings", "Hello. feelings", "10:10", "part the entries with commas"),
      ("[shy], meaning", "[shy] meaning", "10:10", "part the entries with commas"),
      (
        "title: A plain title", "title: [sighs] Ada", "3:16",
        "put the whole text in double quotes; the entries of a list stand within"
      ),
      ("[Yes.]", "\n    - [sighs] Yes.", "21:15", "put the whole text in double quotes"),
      (
        "title: A plain title", "title: \"Ada\" she says", "3:14",
        "put the whole text in double quotes, and write \\\" for each inside it"
      ),
      ("{text: Hello.,", "{text: 'No' she said,", "10:22", "put the whole text in double quotes"),
    ])
  func slips(old: String, new: String, place: String, mend: String) {
    let fault = Sample.faults(Sample.with(old, new)).first ?? ""
    #expect(fault.hasPrefix("ada.yaml:\(place): error: not YAML: "), "\(fault)")
    #expect(fault.contains("; " + mend), "\(fault)")
  }

  @Test("A key without a blank behind its colon is told as that where its text has a colon, too")
  func noBlank() {
    #expect(
      Sample.faults(Sample.with("- id: one", "- id:number: one")) == [
        "ada.yaml:12:5: error: unknown key 'id:number' in a topic; write a blank after the colon of "
          + "'id:' [unknown-key]"
      ])
  }

  @Test("A key that stands twice in an entry of a list may be a forgotten dash")
  func forgottenDash() {
    let fault = Sample.faults(
      Sample.with("- {id: two,", "- {id: two, id: three,"))
    #expect(
      fault.first?.contains(
        "the key 'id' appears twice; keep one of them, or begin a new entry with '- '") == true,
      "\(fault)")
  }

  @Test("Where no quotation is open, the place that YAML gives stands")
  func otherFaults() {
    let fault = Sample.faults("a: \"one\n  two\"\nb: \"three\" four\n").first
    #expect(fault?.hasPrefix("ada.yaml:3:12: error: not YAML: ") == true)
  }
}
