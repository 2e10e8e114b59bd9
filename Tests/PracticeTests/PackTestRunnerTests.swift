import Diagnostics
import Listening
import PackFormat
import Practice
import Scenarios
import TestSupport
import Testing

@Suite("An author's expectations, played")
struct PackTestRunnerTests {
  /// What is told of the skeleton's vignette after these replies; nothing where all is as expected.
  private func failures(_ replies: [String], _ expectations: String...) throws -> [String] {
    try failures(replies, expectations) { $0 }
  }

  /// The same of the vignette with its text changed.
  private func failures(
    _ replies: [String], _ expectations: [String], _ change: (String) -> String
  ) throws -> [String] {
    let skeleton = PackSkeleton(title: "Test", client: "Sam")
    let tests = """
      format: 1
      tests:
        - name: A test
          seed: 3
          replies: [\(replies.map { "\"\($0)\"" }.joined(separator: ", "))]
          expect:
      \(expectations.map { "      - \($0)\n" }.joined())
      """
    let files = skeleton.files.map { name, text in
      PackFile(
        path: name, label: name,
        content: .success(Array((name.hasPrefix("tests") ? tests : change(text)).utf8)))
    }
    let pack = try PackLoader.load(name: "test", label: "test", files: files)
    let found = try #require(PackTest.all(in: files, of: pack).first)
    let rehearsal = PackTestRunner(
      library: Library(packs: [pack]), grader: try Repository.parts.get().grader)
    let result = try rehearsal.play(try #require(found.tests.first), of: "test/sam")
    return result.failures.map(\.message)
  }

  static let kind = "It took courage to come here today. What would you like to talk about?"
  static let blame = "That was stupid of you, and you ought to be ashamed."
  static let sorry = "That was unfair of me, and I'm sorry. How was it to hear?"

  @Test("What comes as expected is no failure")
  func met() throws {
    let found = try failures(
      [Self.kind, Self.blame, Self.sorry, "What happened?"], "{bond: rises, reply: 1}",
      "{bond: falls, reply: 2}", "{bond: rises, reply: 3}", "bond-above: 5", "bond-below: 95",
      "says: Write here what the client says first.", "never-says: depth 4",
      "{answers: judged, reply: 2}", "answers: repaired", "rupture: none", "depth: 1",
      "{code: judgment, value: strong, reply: 2}", "{code: advice, value: none}", "code: repair",
      "{code: judgment_kind, reply: 2}", "{code: judgment_kind, value: none, reply: 3}",
      "{code: main, value: question, reply: 4}",
      "ends: ended")
    #expect(found == [])
  }

  @Test(
    "What does not is told with what was expected and what happened",
    arguments: [
      ("{bond: falls, reply: 1}", "expected the bond to fall at reply 1; it went from "),
      ("{bond: rises, reply: 2}", "expected the bond to rise at reply 2; it went from "),
      ("bond-above: 99", "expected the bond above 99; it is "),
      ("bond-below: 1", "expected the bond below 1; it is "),
      (
        "{says: Thank you, reply: 2}",
        "expected the client to say “Thank you” at reply 2; the client's answer to reply 2 was “An "
          + "answer of the kind 'judged'"
      ),
      (
        "never-says: the kind 'judged'",
        "expected the client not to say “the kind 'judged'”; the client said “An answer of the kind"
      ),
      (
        "{answers: advised, reply: 2}", "expected an answer from 'advised' at reply 2; the client's"
      ),
      ("rupture: opens", "expected a rupture to open; none opened"),
      ("rupture: repaired", "expected a rupture to be repaired; none was open"),
      ("depth: 4", "expected depth 4; it went to depth "),
      (
        "{topic: topic-1, depth: 4}",
        "expected depth 4 of the topic 'topic-1'; it "
      ),
      ("code: advice", "expected the code 'advice'; no reply carries it"),
      (
        "{code: judgment, value: none}",
        "expected the code 'judgment' to be 'none'; it is 'strong'"
      ),
      (
        "{code: judgment_kind, value: none}",
        "expected the code 'judgment_kind' to be 'none'; it is '"
      ),
      (
        "{code: main, value: input}", "expected the code 'main' to be 'input'; it is '"
      ),
      ("ends: left", "expected the session to have left; it has ended"),
    ])
  func unmet(expectation: String, message: String) throws {
    let found = try failures([Self.kind, Self.blame], expectation)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(message) == true, "\(found)")
  }

  @Test("A client who walks out leaves later replies unsaid, and an expectation at one tells so")
  func walkedOut() throws {
    let replies = [String](repeating: Self.blame, count: 12).enumerated().map { "\($1) \($0)" }
    #expect(try failures(replies, "ends: left", "rupture: opens", "bond: falls") == [])
    let found = try failures(replies, "{bond: falls, reply: 12}")
    #expect(
      found.first?.contains("reply 12 was not given, for the session ended at reply ") == true)
    #expect(try failures(replies, "rupture: repaired").first?.hasSuffix("is still open") == true)
    #expect(
      try failures(replies, "rupture: none").first?.contains("there was confrontation") == true)
  }

  @Test("A reply that is set aside counts among the author's, and nothing is met at it")
  func setAside() throws {
    let replies = [Self.kind, "Kill yourself, then.", Self.blame]
    #expect(
      try failures(
        replies, "{bond: falls, reply: 3}", "{code: judgment, reply: 3}",
        "{answers: judged, reply: 3}", "never-says: depth 4") == [])
    let unsaid = try failures(
      replies, "{code: judgment, reply: 2}", "{bond: falls, reply: 2}",
      "{answers: judged, reply: 2}")
    #expect(unsaid.count == 3)
    #expect(
      unsaid.allSatisfy { $0.hasSuffix("; reply 2 was set aside, and not said to the client") })
    let found = try failures(replies, "{says: Thank you, reply: 3}", "{answers: advised, reply: 3}")
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.contains("; the client's answer to reply 3 was “An answer") })
    #expect(found.last?.hasSuffix(", from 'judged'") == true)
  }

  @Test(
    "What the client tells on being asked goes as deep as a session says that it does",
    arguments: [
      ("How old are you?", "Sixty-three."), ("Who is there for you?", "My sister."),
      ("What was that like?", "It was cold."),
    ])
  func depthOfAnswers(question: String, answer: String) throws {
    func failures(_ expectations: String...) throws -> [String] {
      try self.failures([question, Self.blame], expectations) { text in
        text.replacing(
          "\nreactions:\n",
          with: """

            answers:
              - {to: others, depth: 1, text: My sister., feelings: [a], meaning: M, example: E, why: W}
            facts:
              - {ask: [age], text: Sixty-three.}
            reactions:

            """
        ).replacing(
          "\ntopics:\n", with: "\n  asked: {text: It was cold., example: Cold.}\ntopics:\n")
      }
    }
    #expect(
      try failures("{says: \(answer), reply: 1}", "{depth: 1, reply: 1}", "depth: 1") == [])
    #expect(
      try failures("{depth: 1, reply: 2}") == [
        "expected depth 1 at reply 2; it did not come up"
      ])
    #expect(
      try failures("{topic: topic-1, depth: 1}") == [
        "expected depth 1 of the topic 'topic-1'; it did not come up"
      ])
  }

  @Test("The same test comes out the same each time")
  func deterministic() throws {
    let once = try failures([Self.kind, "What happened?"], "says: depth 4")
    #expect(once.count == 1)
    #expect(try failures([Self.kind, "What happened?"], "says: depth 4") == once)
  }
}
