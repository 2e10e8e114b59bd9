import Testing

@Suite("What is wrong with a vignette, where, and how to mend it")
struct VignetteFaultTests {
  static let vignetteKeys =
    "; the keys here are format, name, title, summary, attachment, history, expectations, "
    + "warnings, objectives, opening, topics, answers, facts, reactions, closings, returns"

  @Test("The sample has no fault, with line endings of either kind and a byte order mark")
  func sample() {
    #expect(Sample.faults(Sample.yaml).isEmpty)
    #expect(Sample.faults(Sample.yaml.replacing("\n", with: "\r\n")).isEmpty)
    #expect(Sample.faults("\u{FEFF}" + Sample.yaml).isEmpty)
  }

  @Test(
    "Text that is not YAML",
    arguments: [
      (
        3, "title: a: b",
        "3:9: error: not YAML: a colon with a blank behind it ends a key, and this line has one "
          + "already; put the text in double quotes"
      ),
      (
        3, "title: - x",
        "3:8: error: not YAML: a '-' with a blank behind it begins an entry of a list; put the text "
          + "in double quotes, or begin the entry on a line of its own"
      ),
      (
        33, "---\nname: Eve",
        "33:1: error: not YAML: a second document begins here, and a file holds one; take '---' "
          + "out, or give what follows a file of its own"
      ),
    ])
  func notYAML(line: Int, text: String, fault: String) {
    #expect(Sample.faults(Sample.with(line: line, text)) == ["ada.yaml:\(fault) [yaml]"])
  }

  @Test(
    "A slip of YAML that is plain is told with its own mend",
    arguments: [
      (
        4, "\tsummary: x",
        "4:1: error: not YAML: a tab stands in the indentation; indent with spaces"
      ),
      (3, "title: @x", "3:8: error: \(start("@"))"),
      (
        8, "   text: x",
        "8:4: error: not YAML: this line begins in column 4, the key in line 7 in column 5; "
          + "begin the entries of a list, and the keys of an entry, in one column"
      ),
      (
        7, "  -skill: x",
        "7:3: error: not YAML: a dash without a blank behind it begins no entry; "
          + "write a blank after the '-'"
      ),
      (
        3, "-\"You've got it.\"",
        "3:1: error: not YAML: a dash without a blank behind it begins no entry; "
          + "write a blank after the '-'"
      ),
      (
        3, "– \"You've got it.\"",
        "3:1: error: not YAML: '–' begins no entry of a list; "
          + "write a hyphen and a blank, '- ', in its place"
      ),
      (2, "name: *nobody", "2:7: error: \(start("*"))"),
      (2, "name: &a [*a]", "2:11: error: \(start("*"))"),
    ])
  func slip(line: Int, text: String, fault: String) {
    #expect(Sample.faults(Sample.with(line: line, text)) == ["ada.yaml:\(fault) [yaml]"])
  }

  /// What is told of a mark at the beginning of a text.
  private static func start(_ mark: String) -> String {
    "not YAML: '\(mark)' at the beginning of a text has a meaning of its own; "
      + "put the text in double quotes"
  }

  @Test(
    "One fault is one complaint",
    arguments: [
      (
        1, "format: 2",
        "1:9: error: format 2 is newer than this attune reads (1); update attune [format]"
      ),
      (1, "format: 0", "1:9: error: 'format' is not a version number; write 'format: 1' [format]"),
      (
        1, "format: one", "1:9: error: 'format' is not a version number; write 'format: 1' [format]"
      ),
      (
        1, "format: [1]", "1:9: error: 'format' is not a version number; write 'format: 1' [format]"
      ),
      (1, "", "2:1: error: the vignette lacks 'format'; add 'format: …' [missing-key]"),
      (4, "", "1:1: error: the vignette lacks 'summary'; add 'summary: …' [missing-key]"),
      (
        3, "titel: A",
        "3:1: error: unknown key 'titel' in the vignette; did you mean 'title'? [unknown-key]"
      ),
      (3, "title:", "3:7: error: 'title' is empty; write something [empty-text]"),
      (3, "title: \"  \"", "3:8: error: 'title' is empty; write something [empty-text]"),
      (
        3, "title: \"a\\x07b\"",
        "3:8: error: 'title' holds the control character U+0007; delete it [control-character]"
      ),
      (
        3, "title: é\u{7}b",
        "3:9: error: the character U+0007 cannot stand in YAML; delete it [control-character]"
      ),
      (
        3, "title: 🙂 \u{1B}[31m",
        "3:10: error: the character U+001B cannot stand in YAML; delete it [control-character]"
      ),
      (
        3, "name: Eve",
        "2:1: error: the key 'name' appears twice, again in line 3; keep one of them [duplicate-key]"
      ),
      (
        8, "    skill: advice",
        "7:5: error: the key 'skill' appears twice, again in line 8; keep one of them, or begin a new entry with '- ' [duplicate-key]"
      ),
      (
        2, "name: [Ada, Eve]",
        "2:7: error: 'name' is not text; put it in double quotes if it holds a colon, a hash "
          + "or a leading dash [not-text]"
      ),
      (
        2, "name: {Ada: 1}",
        "2:7: error: 'name' is not text; put it in double quotes if it holds a colon, a hash "
          + "or a leading dash [not-text]"
      ),
      (
        20, "  understood: [{text: Yes.}]",
        "20:16: error: an entry of 'understood' is not text; write the text alone, without the key "
          + "'text:' before it [not-text]"
      ),
      (
        20, "  understood:\n    - text: \"Yes.\"\n      example: \"E.\"",
        "21:7: error: an entry of 'understood' is not text; write the text alone, without the key "
          + "'text:' before it and without the other keys [not-text]"
      ),
      (
        2, "? [a, b]\n: c\nname: Ada",
        "2:3: error: a key must be plain text; write 'key: value' [key]"
      ),
      (
        5, "attachment: secur",
        "5:13: error: unknown attachment 'secur'; did you mean 'secure'? [unknown-value]"
      ),
      (
        5, "attachment: clingy",
        "5:13: error: unknown attachment 'clingy'; one of secure, anxious, avoidant, fearful "
          + "[unknown-value]"
      ),
      (
        5, "attachment: secure\nhistory: [los]",
        "6:11: error: unknown history 'los'; did you mean 'loss'? [unknown-value]"
      ),
      (
        7, "  - skill: reflction",
        "7:12: error: unknown skill 'reflction'; did you mean 'reflection'? [unknown-value]"
      ),
      (
        10, "opening: Hello",
        "10:10: error: a client line is not a set of keys and values; write 'key: value' lines, "
          + "for example 'text: …' [not-a-mapping]"
      ),
      (
        14, "    about: one, first",
        "14:12: error: 'about' is not a list; write 'about: [one, first]', or '- …' lines below it "
          + "[not-a-list]"
      ),
      (
        5, "attachment: secure\nhistory: none",
        "6:10: error: 'history' is not a list; write 'history: []' for none, or '- …' lines below "
          + "it [not-a-list]"
      ),
      (
        5, "attachment: secure\nhistory: loss, neglect",
        "6:10: error: 'history' is not a list; write 'history: [loss, neglect]', or 'history: []' "
          + "for none, or '- …' lines below it [not-a-list]"
      ),
      (
        5, "attachment: secure\nwarnings: none",
        "6:11: error: 'warnings' is not a list; write 'warnings: []' for none, or '- …' lines below "
          + "it [not-a-list]"
      ),
      (
        18, "",
        "12:3: error: 2 topics are too few for a conversation; write at least three [few-topics]"
      ),
    ])
  func single(line: Int, text: String, fault: String) {
    #expect(Sample.faults(Sample.with(line: line, text)) == ["ada.yaml:\(fault)"])
  }

  @Test(
    "One fault inside a line is one complaint",
    arguments: [
      (
        "depth: 1", "depth: 5",
        "16:17: error: 'depth' is not a whole number from 1 to 4; for example 'depth: 1' [number]"
      ),
      (
        "depth: 1", "depth: deep",
        "16:17: error: 'depth' is not a whole number from 1 to 4; for example 'depth: 1' [number]"
      ),
      (
        "id: three", "id: one",
        "18:10: error: a second topic 'one'; give it another id [duplicate-topic]"
      ),
      (
        "id: three", "id: a b",
        "18:10: error: the id 'a b' is not plain; use letters, digits and hyphens only [topic-id]"
      ),
      ("id: three", "id: \"\"", "18:10: error: 'id' is empty; write something [empty-text]"),
      (
        "[one, first]", "[one, []]",
        "14:18: error: an entry of 'about' is not text; put it in double quotes if it holds a colon, a hash or a leading dash [not-text]"
      ),
      (
        "warm: [W]", "warm: []",
        "32:18: error: 'warm' is empty; write at least two lines [empty-list]"
      ),
      ("[Yes.]", "[]", "20:15: error: 'understood' is empty; write some lines [empty-list]"),
      (
        "[one, first]", "[]",
        "14:12: error: 'about' is empty; name words by which a trainee may name the topic "
          + "[empty-list]"
      ),
      (
        "left: [L]", "left: [L, \"\"]",
        "32:58: error: an entry of 'left' is empty; write something [empty-text]"
      ),
      (
        "repaired: *pool", "repaired: {why: W, lines: []}",
        "31:13: error: 'repaired' has no lines; write some [no-lines]"
      ),
      (
        "repaired: *pool", "repaired: {lines: [{text: T, example: E}]}",
        "31:13: error: 'repaired' lacks 'why'; add 'why: …' [missing-key]"
      ),
      (
        "  repaired: *pool\n", "",
        "20:3: error: 'reactions' lacks 'repaired'; add 'repaired: …' [missing-key]"
      ),
    ])
  func inside(old: String, new: String, fault: String) {
    #expect(Sample.faults(Sample.with(old, new)) == ["ada.yaml:\(fault)"])
  }

  @Test("A key like no other is listed against those there are")
  func farKey() {
    #expect(
      Sample.faults(Sample.with(line: 3, "title: A\ncolour: x")) == [
        "ada.yaml:4:1: error: unknown key 'colour' in the vignette\(Self.vignetteKeys) [unknown-key]"
      ])
  }

  @Test("What stands under a misspelt key is read as it was meant")
  func underMisspelt() {
    #expect(
      Sample.faults(Sample.with("topics:", "topcs:").replacing("depth: 1", with: "depth: 9")) == [
        "ada.yaml:11:1: error: unknown key 'topcs' in the vignette; did you mean 'topics'? "
          + "[unknown-key]",
        "ada.yaml:16:17: error: 'depth' is not a whole number from 1 to 4; for example 'depth: 1' "
          + "[number]",
      ])
  }

  @Test("Several faults are told at once, in the order of the file")
  func several() {
    let yaml = Sample.yaml.replacing("warm: [W]", with: "warm: W")
      .replacing("attachment: secure", with: "attachment: sure")
      .replacing("name: Ada\n", with: "").replacing("depth: 1", with: "depth: 9")
      .replacing("format: 1", with: "format: 7")
    #expect(
      Sample.faults(yaml) == [
        "ada.yaml:1:1: error: the vignette lacks 'name'; add 'name: …' [missing-key]",
        "ada.yaml:1:9: error: format 7 is newer than this attune reads (1); update attune [format]",
        "ada.yaml:4:13: error: unknown attachment 'sure'; one of secure, anxious, avoidant, "
          + "fearful [unknown-value]",
        "ada.yaml:15:17: error: 'depth' is not a whole number from 1 to 4; for example 'depth: 1' "
          + "[number]",
        "ada.yaml:31:18: error: 'warm' is not a list; write '- …' lines below it [not-a-list]",
      ])
  }

  // ü is one scalar in two bytes, 🙂 one in four and two UTF-16 units, e with an accent two.
  @Test(
    "A column counts Unicode scalars",
    arguments: [("Hello", 24), ("Hüllo", 24), ("Hell🙂", 24), ("He\u{301}llo", 25), ("你", 20)])
  func columns(text: String, column: Int) {
    let yaml = Sample.with("{text: Hello., feelings", "{text: \(text), feelngs")
    #expect(
      Sample.faults(yaml) == [
        "ada.yaml:10:\(column): error: unknown key 'feelngs' in a client line; "
          + "did you mean 'feelings'? [unknown-key]"
      ])
  }

  @Test("Lines are counted through text of several lines")
  func multiline() {
    let yaml = Sample.with(line: 4, "summary: >-\n  Ünï: cødé 🙂\n\n  # no comment\nsummry: x")
    #expect(
      Sample.faults(yaml) == [
        "ada.yaml:8:1: error: unknown key 'summry' in the vignette; did you mean 'summary'? "
          + "[unknown-key]"
      ])
  }

  @Test("A file without a mapping", arguments: ["- a\n- b\n", "hello", "~", "[]", "\"\""])
  func noMapping(yaml: String) {
    #expect(
      Sample.faults(yaml) == [
        "ada.yaml:1:1: error: the vignette is not a set of keys and values; "
          + "write 'key: value' lines, for example 'format: …' [not-a-mapping]"
      ])
  }

  @Test("A file without content", arguments: ["", "\n\n", "# only a comment\n", "\u{FEFF}"])
  func empty(yaml: String) {
    #expect(
      Sample.faults(yaml) == [
        "ada.yaml: error: the file is empty; see Documentation/PackFormat.md [empty]"
      ])
  }
}
