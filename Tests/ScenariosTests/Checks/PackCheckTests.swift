import Diagnostics
import Foundation
import Scenarios
import Testing

/// What `lint` says of packs that load.
struct PackCheckTests {
  /// The warnings on the skeleton with one part of its vignette changed.
  private func warnings(_ old: String, _ new: String, language: String = "en") throws
    -> [Diagnostic]
  {
    let skeleton = PackSkeleton(title: "Test", client: "Sam")
    var files: [String: String] = [:]
    for (name, text) in skeleton.files {
      files[name] =
        name == "pack.yaml"
        ? text.replacing("language: en", with: "language: \(language)")
        : text.replacing(old, with: new, maxReplacements: 1)
    }
    #expect(skeleton.files.contains { $0.text.contains(old) })
    let pack = try TemporaryPack(files)
    return try PackLoader.load(folder: pack.folder).lint()
  }

  @Test("The skeleton is clean")
  func skeleton() throws {
    #expect(try warnings("Who the client is", "Who the client is").isEmpty)
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

  @Test("A line said twice is told at the second place")
  func secondPlace() throws {
    let text = "Topic 1, depth 1, line 1: what the client says."
    let found = try warnings("Topic 1, depth 1, line 2: what the client says.", text)
    let yaml = try #require(PackSkeleton(title: "Test", client: "Sam").files.last).text
    let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
    let second = try #require(lines.firstIndex { $0.contains("depth 1, line 2: what") })
    #expect(found.first?.location?.line == second + 1)
  }

  @Test("Too little material is told with what there is and what there should be")
  func fewLines() throws {
    let found = try warnings(
      "      - text: \"An answer of the kind 'judged', 6.\"\n        example: \"A reply to 'judged', 6.\"\n",
      "")
    #expect(found.map(\.message) == ["5 'judged' lines are too few for twelve turns"])
    #expect(found.first?.mend == "write at least 6")
  }

  @Test("A depth that is missing between two others is told")
  func depthGap() throws {
    let old = "      - depth: 2\n        text: \"Topic 1, depth 2"
    let found = try warnings(old, "      - depth: 1\n        text: \"Topic 1, depth 2")
    #expect(found.map(\.rule).sorted() == ["depth-gap", "few-lines"])
  }

  @Test("A topic that stays on the surface is told")
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

  @Test("What a client says of themselves is their own affair")
  func ownWords() throws {
    #expect(try warnings("Yes, that is it, 1.", "I'm an addict, me.").isEmpty)
  }
}
