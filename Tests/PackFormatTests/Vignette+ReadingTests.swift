import Listening
import Testing

import PackFormat
import Scenarios

@Suite("A vignette read into values")
struct VignetteReadingTests {
  static func read(_ yaml: String) throws -> Vignette {
    try Vignette(yaml: yaml, id: "ada", file: "ada.yaml")
  }

  @Test("Every part is where its author put it")
  func parts() throws {
    let ada = try Self.read(Sample.yaml)
    #expect(ada.id == "ada")
    #expect(ada.name == "Ada")
    #expect(ada.title == "A plain title")
    #expect(ada.summary == "Who Ada is.")
    #expect(ada.attachment == .secure)
    #expect(
      ada.objectives == [Objective(skill: .reflection, text: "Reflect.", source: "Rogers 1957")])
    #expect(ada.opening.text == "Hello.")
    #expect(ada.opening.feelings == ["shy"])
    #expect(ada.topics.map(\.id) == ["one", "two", "three"])
    #expect(ada.topics[0].about == ["one", "first"])
    #expect(ada.topics[0].lines.map(\.text) == ["A"])
    #expect(ada.topics[0].lines.map(\.depth) == [1])
    #expect(ada.reactions.prefaces[.understood] == ["Yes."])
    #expect(ada.reactions.prefaces[.explored] == ["Well."])
    #expect(ada.reactions.prefaces[.respected] == ["Thanks."])
    #expect(ada.closings == [.warm: ["W"], .neutral: ["N"], .cool: ["C"], .left: ["L"]])
  }

  @Test("Each standing answer carries the reason of its list")
  func standing() throws {
    let ada = try Self.read(Sample.yaml)
    for occasion in Reactions.Standing.allCases {
      let lines = try #require(ada.reactions.standing[occasion])
      #expect(lines.map(\.text) == ["T"])
      #expect(lines.map(\.why) == ["W"])
      #expect(lines.map(\.example) == ["E"])
    }
  }

  @Test("What need not be written is empty")
  func optional() throws {
    let ada = try Self.read(Sample.yaml)
    #expect(ada.history.isEmpty && ada.expectations.isEmpty && ada.warnings.isEmpty)
  }

  @Test("History, expectations and warnings are read where they stand")
  func lists() throws {
    let more =
      "attachment: fearful\nhistory: [betrayal, loss]\nexpectations: [judging]\n"
      + "warnings:\n  - a quarrel"
    let ada = try Self.read(Sample.with(line: 5, more))
    #expect(ada.attachment == .fearful)
    #expect(ada.history == [.betrayal, .loss])
    #expect(ada.expectations == [.judging])
    #expect(ada.warnings == ["a quarrel"])
  }

  @Test(
    "Text is text, whatever it looks like",
    arguments: [
      ("1.0", "1.0"), ("yes", "yes"), ("null", "null"), ("2024-01-01", "2024-01-01"),
      ("\"a: b # c\"", "a: b # c"), ("'it''s'", "it's"), ("|\n  two\n  lines", "two\nlines"),
      (">-\n  two\n  lines", "two lines"), ("\"  spaced  \"", "spaced"),
    ])
  func scalars(yaml: String, text: String) throws {
    #expect(try Self.read(Sample.with(line: 3, "title: \(yaml)")).title == text)
  }

  @Test("Text is composed, so that one word is written one way")
  func composed() throws {
    let title = try Self.read(Sample.with(line: 3, "title: cafe\u{301}")).title
    #expect(Array(title.unicodeScalars) == Array("caf\u{E9}".unicodeScalars))
  }

  @Test("The words of a topic are in lower case")
  func about() throws {
    let ada = try Self.read(Sample.with("[one, first]", "[One, ÉCOLE]"))
    #expect(ada.topics[0].about == ["one", "école"])
  }

  @Test("What a client answers to questions is read, and may be left out")
  func answers() throws {
    let plain = try Self.read(Sample.yaml)
    #expect(plain.answers.isEmpty && plain.askedLines.isEmpty)
    let asked = "why: W, asked: {text: Cold., example: F}}"
    var yaml = Sample.with(
      "reactions:",
      "answers:\n  - {to: hopes, depth: 2, text: Sleep., feelings: [tired], meaning: N, example: G, "
        + "why: V}\n  - {to: hopes, depth: 1, text: Rest., feelings: [tired], meaning: N, "
        + "example: H, why: V}\nreactions:")
    yaml = yaml.replacing("why: W}\ntopics", with: "\(asked)\ntopics")
      .replacing("why: W}\n  - {id: two", with: "\(asked)\n  - {id: two")
    let ada = try Self.read(yaml)
    #expect(ada.opening.asked == Asked(text: "Cold.", example: "F"))
    let answer = try #require(ada.topics[0].lines[0].answer)
    #expect([answer.text, answer.example, answer.why] == ["Cold.", "F", "W"])
    #expect(answer.depth == 1 && answer.feelings == ["sad"] && answer.meaning == "M")
    #expect(ada.answers[.hopes]?.map(\.text) == ["Sleep.", "Rest."])
    #expect(ada.answers[.hopes]?.map(\.depth) == [2, 1])
    #expect(ada.clientLines.count == plain.clientLines.count + 4)
    #expect(ada.fingerprint != plain.fingerprint)
  }

  @Test("What a client answers to plain questions is read, and may be left out")
  func facts() throws {
    let plain = try Self.read(Sample.yaml)
    #expect(plain.facts.isEmpty)
    let ada = try Self.read(
      Sample.with(
        "reactions:",
        "facts:\n  - {ask: [name, who], of: [Sister, she], text: Ruth.}\n"
          + "  - {ask: [how-long], about: [Married], depth: 2, text: Two years.}\nreactions:"))
    #expect(ada.facts.map(\.asks) == [[.name, .person], [.duration]])
    #expect(ada.facts.map(\.of) == [["sister", "she"], []])
    #expect(ada.facts.map(\.about) == [[], ["married"]])
    #expect(ada.facts.map(\.depth) == [1, 2])
    #expect(ada.facts.map(\.text) == ["Ruth.", "Two years."])
    #expect(ada.clientLines.count == plain.clientLines.count)
    #expect(ada.allClientText.count == plain.allClientText.count + 2)
    #expect(ada.fingerprint != plain.fingerprint)
  }

  @Test(
    "What cannot be a fact is told where it stands",
    arguments: [
      ("{of: [sister], text: Ruth.}", "lacks 'ask'"), ("{ask: [], text: Ruth.}", "'ask' is empty"),
      ("{ask: [nmae], text: Ruth.}", "did you mean 'name'?"), ("{ask: [name]}", "lacks 'text'"),
      ("{ask: name, text: Ruth.}", "'ask' is not a list"),
      ("{ask: [name], depth: 5, text: Ruth.}", "'depth' is not a whole number from 1 to 4"),
    ])
  func oddFacts(fact: String, told: String) {
    let faults = Sample.faults(Sample.with("reactions:", "facts: [\(fact)]\nreactions:"))
    #expect(faults.contains { $0.contains(told) }, "\(faults)")
  }

  @Test("A kind of question that is not known is told with those that are")
  func unknownKind() {
    let faults = Sample.faults(
      Sample.with(
        "reactions:",
        "answers:\n  - {to: weather, depth: 1, text: T, feelings: [f], meaning: M, example: G, "
          + "why: V}\nreactions:"))
    #expect(
      faults == [
        "ada.yaml:20:10: error: unknown kind of question 'weather'; one of "
          + "hopes, needs, now, others, coping, begin, change, say, you, self [unknown-value]"
      ])
    let near = Sample.faults(
      Sample.with("example: E, why: W}", "example: E, why: W, asked: Cold}"))
    #expect(near.count == 1 && near[0].contains("'asked' is not a set of keys and values"))
  }

  @Test(
    "The fingerprint is the same whatever of the file the client neither says nor goes by",
    arguments: [
      ("format: 1", "# For an editor.\nformat: 1"), ("N], cool", "N], # more\n  cool"),
      ("title: A plain title", "title: Another"), ("summary: Who", "summary: That"),
      ("text: Reflect.", "text: Listen."), ("text: Hello.,", "text: 'Hello.',"),
      ("feelings: [shy], meaning: M", "feelings: [bold], meaning: O"),
      ("example: E, why: W}", "why: W2, example: E2}"), ("title: One", "title: First"),
      ("name: Ada\ntitle: A plain title", "title: A plain title\nname: Ada"),
    ])
  func sameFingerprint(old: String, new: String) throws {
    let ada = try Self.read(Sample.yaml)
    #expect(ada.fingerprint.wholeMatch(of: /[0-9a-f]{16}/) != nil)
    let changed = Sample.with(old, new)
    #expect(changed != Sample.yaml)
    #expect(ada.fingerprint == (try Self.read(changed)).fingerprint)
  }

  @Test(
    "The fingerprint is another where what the client says or goes by is",
    arguments: [
      ("text: Hello.", "text: Hello!"), ("attachment: secure", "attachment: anxious"),
      ("depth: 1", "depth: 2"), ("[one, first]", "[one, second]"), ("[one, first]", "[onefirst]"),
      ("[Yes.]", "[Yes., Yes]"), ("cool: [C]", "cool: [D]"), ("id: two", "id: too"),
      ("title: One\n", "title: One\n    recall: So.\n"),
    ])
  func otherFingerprint(old: String, new: String) throws {
    let changed = Sample.with(old, new)
    #expect(changed != Sample.yaml)
    #expect(try Self.read(Sample.yaml).fingerprint != Self.read(changed).fingerprint)
  }
}
