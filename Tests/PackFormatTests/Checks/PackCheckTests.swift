import Diagnostics
import Foundation
import PackFormat
import Scenarios
import Testing

/// What `lint` says of packs that load.
struct PackCheckTests {
  /// The warnings on the skeleton with one part of its vignette changed, but for those that it is
  /// one.
  private func warnings(
    _ old: String, _ new: String, also: [String: String] = [:], language: String = "en"
  ) throws -> [Diagnostic] {
    let skeleton = PackSkeleton(title: "Test", client: "Sam")
    var files: [String: String] = [:]
    for (name, text) in skeleton.files {
      files[name] =
        name == "pack.yaml"
        ? text.replacing("language: en", with: "language: \(language)")
        : also.reduce(text.replacing(old, with: new, maxReplacements: 1)) {
          $0.replacing($1.key, with: $1.value, maxReplacements: 1)
        }
    }
    #expect(skeleton.files.contains { $0.text.contains(old) })
    let pack = try TemporaryPack(files)
    return try PackLoader.load(folder: pack.folder).lint().filter { $0.rule != "skeleton" }
  }

  @Test("The skeleton is clean, but for being one")
  func clean() throws {
    #expect(try warnings("Who the client is", "Who the client is").isEmpty)
  }

  /// The reactions of the skeleton with an answer to a general question before them.
  private static func answer(_ text: String) -> String {
    """
    answers:
      - {to: begin, depth: 1, text: "\(text)", feelings: [f], meaning: N, example: X, why: Y}
    reactions:
    """
  }

  @Test("Where some kinds of question have an answer, those that have none are told")
  func answers() throws {
    let found = try warnings("\nreactions:", "\n" + Self.answer("It began in May."))
    #expect(found.map(\.rule) == ["no-answer"])
    #expect(found.first?.message.contains("hopes, needs, now, others, coping, change, say") == true)
    let twice = try warnings(
      "\nreactions:", "\n" + Self.answer("Topic 1, depth 2, line 1: what the client says."))
    #expect(Set(twice.map(\.rule)) == ["no-answer", "said-twice"])
    let long = Array(repeating: "well", count: 80).joined(separator: " ")
    let asked = "asked: {text: \"\(long)\", example: \"A reply to topic 1, depth 2, line 1.\"}\n"
    let why = "      why: \"Say to the trainee why it would.\"\n".dropFirst(4)
    let lines = try warnings(String(why), why + "  " + asked)
    #expect(Set(lines.map(\.rule)) == ["long-line", "example-twice", "hard-to-read"])
  }

  /// The warnings on the sample vignette with one part of it changed, of one rule.
  private func sampleWarnings(_ rule: String, _ old: String, _ new: String) throws -> [String] {
    let pack = try TemporaryPack([
      "pack.yaml": TemporaryPack.manifest, "ada.yaml": Sample.with(old, new),
    ])
    return try PackLoader.load(folder: pack.folder).lint().filter { $0.rule == rule }
      .map { $0.description.replacing(pack.folder.path + "/", with: "") }
  }

  @Test(
    "Unquoted text that a comment cuts short is told where the comment begins",
    arguments: [
      ("summary: Who Ada is.", "summary: Ada lives at flat #4, above.", "4:28", "#4, above."),
      ("title: A plain title", "title: Ada #1", "3:12", "#1"),
      ("summary: Who Ada is.", "summary: Ada\n  lives at # 4", "5:12", "# 4"),
      ("    text: Reflect.", "    text: Reflect it. # or so", "8:23", "# or so"),
    ])
  func cutOff(old: String, new: String, place: String, comment: String) throws {
    #expect(
      try sampleWarnings("cut-off", old, new) == [
        "ada.yaml:\(place): warning: the text ends before '\(comment)', which YAML takes for a "
          + "comment; put the text in double quotes; a remark of yours goes on a line of its own "
          + "[cut-off]"
      ])
  }

  @Test(
    "A remark behind one word of a list, quoted text or a bracket cuts nothing short",
    arguments: [
      ("attachment: secure", "attachment: secure # or anxious"),
      ("title: A plain title", "title: \"A plain title\" # shown in the list"),
      ("about: [one, first]", "about: [one, first] # words of hers"),
      ("title: A plain title", "title: A plain#title"), ("title: One", "title: One # the first"),
      ("summary: Who Ada is.", "# a remark of mine\nsummary: Who Ada is."),
    ])
  func notCutOff(old: String, new: String) throws {
    #expect(try sampleWarnings("cut-off", old, new).isEmpty)
  }

  @Test("A vignette without objectives is told where they should stand")
  func noObjectives() throws {
    let objective = "\n  - skill: reflection\n    text: Reflect.\n    source: Rogers 1957"
    #expect(
      try sampleWarnings("no-objectives", "objectives:\(objective)", "objectives: []") == [
        "ada.yaml:6:1: warning: 'objectives' names nothing to practise; write at least one: "
          + "'- skill: reflection', with 'text' and 'source' [no-objectives]"
      ])
  }

  @Test(
    "Two feelings that stand as one are told",
    arguments: [
      (
        "guilty sad; ashamed",
        "is not one feeling; part feelings with commas outside quotation marks"
      ),
      ("afraid torn", "may be more than one feeling; part feelings with commas: afraid, torn"),
      ("sad angry", "may be more than one feeling; part feelings with commas: sad, angry"),
    ])
  func joinedFeelings(feelings: String, told: String) throws {
    #expect(
      try sampleWarnings("joined-feelings", "feelings: [shy]", "feelings: [\(feelings)]") == [
        "ada.yaml:10:35: warning: '\(feelings)' \(told) [joined-feelings]"
      ])
  }

  @Test(
    "A quotation mark at the end of a text that nothing opens is told",
    arguments: [
      ("text: Hello.", "text: My daughter's idea. I'm scared.\"", "10:17"),
      ("text: Hello.", "text: My daughter's idea. I'm scared.'", "10:17"),
      ("text: Hello.", "text: He said \"go\" and \"come.\"\"", "10:17"),
      ("title: A plain title", "title: A plain title\"", "3:8"),
    ])
  func loneQuote(old: String, new: String, place: String) throws {
    let text = try #require(new.split(separator: ": ", maxSplits: 1).last)
    #expect(
      try sampleWarnings("lone-quote", old, new) == [
        "ada.yaml:\(place): warning: the quotation mark at the end of '\(text)' is a part of the "
          + "text, and nothing opens it; put one before the text, too, or take it out [lone-quote]"
      ])
  }

  @Test(
    "A quotation, a measure and a possessive at the end of a text are left alone",
    arguments: [
      "She said \"go.\"", "She said 'go.'", "'Go.'", "He is 6'2\"", "It is the girls'",
      "Sie sagte „Geh.\"", "“Go.\"", "A \"plain\" title",
    ])
  func openedQuotes(title: String) throws {
    let yaml = "title: '\(title.replacing("'", with: "''"))'"
    #expect(try sampleWarnings("lone-quote", "title: A plain title", yaml).isEmpty)
  }

  @Test("A word that names two topics is told at the word, in the second of them")
  func sharedWord() throws {
    #expect(
      try sampleWarnings("shared-word", "about: [two]", "about: [two, First]") == [
        "ada.yaml:17:40: warning: 'first' names the topics 'one' and 'two'; keep it in the topic "
          + "that it names better [shared-word]"
      ])
  }

  @Test("A feeling in a word processor's quotation marks is told once, where the feelings stand")
  func quotedFeeling() throws {
    #expect(
      try sampleWarnings(
        "curly-quotes", "feelings: [shy], meaning: M, example: E, why: W}",
        "feelings: [“shy”], meaning: M, example: E, why: W, asked: {text: Q, example: X}}") == [
          "ada.yaml:10:35: warning: the quotation marks of '“shy”' are a part of the text; write "
            + "straight quotation marks: \"…\" [curly-quotes]"
        ])
  }

  @Test(
    "A feeling that is no word, or a slip of typing, is told",
    arguments: [
      ("wistfull", "the feeling 'wistfull' is not a known word; did you mean 'wistful'?"),
      ("Nervus", "the feeling 'Nervus' is not a known word; did you mean 'nervous'?"),
      ("prud", "the feeling 'prud' is not a known word; did you mean 'proud'?"),
      ("sadd", "the feeling 'sadd' is not a known word; did you mean 'sad'?"),
      ("🙂", "the feeling '🙂' is no word; write the feeling's name"),
    ])
  func oddFeelings(feeling: String, told: String) throws {
    #expect(
      try sampleWarnings("odd-feeling", "feelings: [shy]", "feelings: [\(feeling)]") == [
        "ada.yaml:10:35: warning: \(told) [odd-feeling]"
      ])
  }

  @Test(
    "A feeling's name that is known, rare or of several words is left alone",
    arguments: [
      "wistful", "Nervous", "sad", "glum", "sent", "sure", "saudade", "ill at ease",
      "grief-stricken",
    ])
  func plainFeelings(feeling: String) throws {
    for rule in ["odd-feeling", "joined-feelings"] {
      #expect(try sampleWarnings(rule, "feelings: [shy]", "feelings: [\(feeling)]").isEmpty)
    }
  }

  @Test("Files that look like a pack's and are not read are told with their right name")
  func fileNames() throws {
    let pack = try TemporaryPack([
      "pack.yaml": TemporaryPack.manifest, "ada.yaml": Sample.yaml, "ada.yaml~": "",
      "ben.yaml.txt": "", "cy.YAML": "", "more/eve.yml": "", "tests/ada.Yml": "",
      "zoe.yml": Sample.yaml,
      "zoe.yaml.bak": "", "notes.txt": "", ".ada.yaml.swp": "",
    ])
    let told = PackFile.warningsOfNames(in: pack.folder).map {
      $0.description.replacing(pack.folder.path + "/", with: "")
    }
    let message = "this file is no part of the pack and is not read"
    #expect(
      told == [
        "ben.yaml.txt: warning: \(message); rename it ben.yaml [file-name]",
        "cy.YAML: warning: \(message); rename it cy.yaml [file-name]",
        "more/eve.yml: warning: \(message); move it beside pack.yaml, as eve.yaml [file-name]",
        "tests/ada.Yml: warning: \(message); rename it tests/ada.yaml [file-name]",
      ])
  }

  @Test("Text of the skeleton that is left is counted at the first place, until none is left")
  func skeleton() throws {
    func told(_ edit: (String) -> String) throws -> [Diagnostic] {
      let files = PackSkeleton(title: "Test", client: "Sam").files.map { ($0.name, edit($0.text)) }
      let pack = try TemporaryPack(Dictionary(uniqueKeysWithValues: files))
      return try PackLoader.load(folder: pack.folder).lint().filter { $0.rule == "skeleton" }
    }
    let fresh = try told { $0 }
    #expect(fresh.map(\.location?.line) == [8, 6])
    let message = fresh.last?.message ?? ""
    #expect(message.hasSuffix(" texts are as 'attune pack new' wrote them, and this is the first"))
    // A trainee would be told 'Topic 2, …' by a client who is otherwise somebody.
    let one = "Topic 2, depth 3, line 1: what the client says."
    let left = try told { text in
      text.replacing(#/"([^"\n]+)"/#) { $0.1 == one ? "\"\(one)\"" : "\"Her \($0.1)\"" }
        .replacing(#/>-\n  .*\n/#, with: ">-\n  Something else.\n")
        .replacing("word", with: "phone")
    }
    #expect(left.map(\.message) == ["a text is as 'attune pack new' wrote it"])
  }

  static let hard =
    "Notwithstanding considerable institutional reorganisation, administrative responsibilities "
    + "necessitated uninterrupted communication regarding organisational accountability."

  @Test(
    "Each fault of content gets its rule and its place",
    arguments: [
      (
        "Topic 1, depth 1, line 2: what the client says.",
        "Topic 1, depth 1, line 1: what the client says.", "said-twice"
      ),
      (
        "example: \"A reply to 'closed', 2.\"", "example: \"A reply to 'closed', 1.\"",
        "example-twice"
      ),
      (
        "example: \"A reply to topic 1, depth 1, line 1.\"",
        "example: \"Topic 1, depth 1, line 1: what the client says.\"", "example-repeats"
      ),
      (
        "about: [word21, word22, word23, word24]", "about: [word11, word22, word23, word24]",
        "shared-word"
      ),
      ("about: [word21, word22, word23, word24]", "about: [word21]", "few-words"),
      ("Who the client is and", "Sam suffers from panic and", "person-first"),
      ("Yes, that is it, 1.", hard, "hard-to-read"),
      ("feelings: [unsure]", "feelings: []", "no-feelings"),
      ("title: \"One line", "title: \"Two\\nlines", "one-line"),
      ("    title: \"", "    title: \"Two\\nlines ", "one-line"),
      ("\"Yes, that is it, 1.\"", "“It’s as I say.”", "curly-quotes"),
      ("\"Yes, that is it, 1.\"", "‘It’s as I say.’", "curly-quotes"),
      ("Yes, that is it, 1.", String(repeating: "And so on. ", count: 30), "long-line"),
    ])
  func fault(old: String, new: String, rule: String) throws {
    let found = try warnings(old, new)
    let fault = try #require(found.first)
    #expect(found.map(\.rule) == [rule])
    #expect(fault.severity == .warning)
    #expect(fault.mend != nil)
    #expect(fault.location?.file.hasSuffix("sam.yaml") == true)
    #expect((fault.location?.line ?? 0) > 1)
  }

  @Test("A line said twice is reported at the second place")
  func secondPlace() throws {
    let text = "Topic 1, depth 1, line 1: what the client says."
    let found = try warnings("Topic 1, depth 1, line 2: what the client says.", text)
    #expect(try found.first?.location?.line == line(of: "depth 1, line 2: what"))
  }

  /// The line of a text of the skeleton, counted from 1.
  private func line(of text: String) throws -> Int {
    let yaml = try #require(PackSkeleton(title: "Test", client: "Sam").files.last).text
    let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
    return try #require(lines.firstIndex { $0.contains(text) }) + 1
  }

  @Test("A warning stands at its own text, where the same words stand elsewhere as something else")
  func places() throws {
    let topic = "about: [word21, word22, word23, word24]"
    let id = try warnings(
      topic + "\n", "about: [word21]\n",
      also: ["id: topic-2": "id: loss", "history: []": "history: [loss]"])
    #expect(id.map(\.rule) == ["few-words"])
    #expect(try id.first?.location?.line == line(of: "id: topic-2"))
    let said = "Topic 1, depth 1, line 1: what the client says."
    let example = "A reply to topic 1, depth 1, line 1."
    let repeated = try warnings("\"\(example)\"", "\"\(said)\"")
    #expect(repeated.map(\.rule) == ["example-repeats"])
    #expect(try repeated.first?.location?.line == line(of: example))
  }

  @Test("Lines about suicide and on coming back are held to the same as all others")
  func rarerLines() throws {
    func pool(_ key: String, _ text: String, _ example: String) -> String {
      """
        \(key):
          why: "Because."
          lines:
            - text: "\(text)"
              example: "\(example)"

      """
    }
    let found = try warnings(
      "closings:\n",
      pool("safety", "No, not that.", "No, not that.") + "returns:\n"
        + pool("ended", "Here I am again.", "A reply to 'closed', 1.") + "closings:\n")
    #expect(found.map(\.rule) == ["example-repeats", "example-twice"])
  }

  @Test("Too little material is reported with what there is and what there should be")
  func fewLines() throws {
    let found = try warnings(
      "      - text: \"An answer of the kind 'judged', 6.\"\n        example: \"A reply to 'judged', 6.\"\n",
      "")
    #expect(found.map(\.message) == ["5 'judged' lines are too few for twelve turns"])
    #expect(found.first?.mend == "write at least 6")
    #expect(try found.first?.location?.line == line(of: "  judged:"))
  }

  @Test("One line that there is, is told in the singular")
  func oneLine() throws {
    let found = try warnings("    - \"Last words, warm, two.\"\n", "")
    #expect(found.map(\.message) == ["1 'warm' closing is too few for twelve turns"])
  }

  @Test("A depth that is missing between two others is reported")
  func depthGap() throws {
    let old = "      - depth: 2\n        text: \"Topic 1, depth 2"
    let found = try warnings(old, "      - depth: 1\n        text: \"Topic 1, depth 2")
    #expect(found.map(\.rule).sorted() == ["depth-gap", "few-lines"])
  }

  @Test("A topic that stays on the surface is reported")
  func shallow() throws {
    let yaml = try #require(PackSkeleton(title: "Test", client: "Sam").files.last).text
    let topic = try #require(yaml.firstRange(of: "      - depth: 2\n"))
    let next = try #require(yaml.firstRange(of: "  - id: topic-2"))
    let deep = String(yaml[topic.lowerBound..<next.lowerBound])
    let found = try warnings(deep, "")
    #expect(
      found.map(\.rule).sorted() == ["few-lines", "few-lines", "few-lines", "few-lines", "shallow"])
    #expect(found.last?.message == "the topic 'topic-1' stays at depth 1")
  }

  @Test("Reading ease is measured in English only")
  func otherLanguages() throws {
    #expect(try warnings("Yes, that is it, 1.", Self.hard, language: "de").isEmpty)
  }

  @Test("Quotation marks around a part of a line are the author's own")
  func quotedPart() throws {
    #expect(try warnings("Yes, that is it, 1.", "“Go on,” she said. “I’ll wait.”").isEmpty)
  }

  @Test("A topic with too few words is reported with how many it needs")
  func fewWords() throws {
    let found = try warnings("about: [word21, word22, word23, word24]", "about: [word21]")
    #expect(found.first?.mend == "name at least 4 in 'about' by which a trainee may name it")
  }

  @Test("What a client says of themselves is their own affair")
  func ownWords() throws {
    #expect(try warnings("Yes, that is it, 1.", "I'm an addict, me.").isEmpty)
  }
}
