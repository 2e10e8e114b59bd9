import Diagnostics
import Foundation
import Scenarios

/// A template for a new pack: it loads and plays, and every line says what to replace it with.
public struct PackSkeleton {
  private let title: String
  private let client: String

  /// A skeleton for a pack of this title and a client of this name.
  public init(title: String, client: String) {
    self.title = title
    self.client = client
  }

  /// The vignette's name: the client's in Latin letters and lower case, as far as it fits a file's
  /// name.
  public var id: String {
    let toLatin = StringTransform("Any-Latin; Latin-ASCII; Lower")
    let latin = client.applyingTransform(toLatin, reverse: false) ?? client.lowercased()
    let words = latin.prefix(60).split { !$0.isASCII || !$0.isLetter && !$0.isNumber }
    let id = words.joined(separator: "-")
    // 'pack.yaml' is not a vignette.
    return id.isEmpty || id == "pack" ? "client" : id
  }

  /// What the skeleton loads as in a folder of this name.
  ///
  /// - Throws: `DiagnosticList` where the folder's or the client's name cannot be one.
  public func load(name: String) throws(DiagnosticList) -> Pack {
    let files = files.map {
      PackFile(path: $0.name, label: $0.name, content: .success(Array($0.text.utf8)))
    }
    return try PackLoader.load(name: name, label: name, files: files)
  }

  /// The placeholder texts, which an author replaces.
  static let passages: Set<Passage> = {
    let pack = try? PackSkeleton(title: "Title", client: "Alex").load(name: "skeleton")
    return pack?.vignettes.first?.placeholderCandidates.union([.heading(pack?.summary ?? "")]) ?? []
  }()

  /// The pack's files by name, the vignette last.
  public var files: [(name: String, text: String)] {
    [("pack.yaml", manifest), ("tests/\(id).yaml", tests), ("\(id).yaml", vignette)]
  }

  /// The line that tells editors the schema, for completion.
  private func schema(_ path: String) -> String { "# yaml-language-server: $schema=\(path).json" }

  private var manifest: String {
    """
    \(schema("schemas/pack"))
    # What each key means: Documentation/PackFormat.md
    format: 1
    title: \(quoted(title))
    version: 0.1.0
    language: en
    licence: CC-BY-SA-4.0
    summary: >-
      Say in a sentence or two what the pack trains.

    """
  }

  private var vignette: String {
    """
    \(schema("schemas/vignette"))
    # A vignette: one client. Play it as it is, then write over it line by line.
    # 'attune pack lint' tells what is missing; lines are never said twice in a session.
    format: 1
    name: \(quoted(client))
    title: "One line for the list"
    summary: >-
      Who the client is and how they come to be here: what a trainee reads first.
    attachment: secure      # secure, anxious, avoidant or fearful
    history: []             # any of betrayal, abandonment, neglect, violence, loss
    expectations: []        # any of cold, judging, useless, sent
    warnings: []
    objectives:
      - skill: reflection
        text: "Say back what lies beneath the words."
        source: "Rogers 1957: accurate empathy"

    # The first thing the client says. Each line has a reply that would land well.
    opening:
      text: "Write here what the client says first."
      feelings: [unsure]
      meaning: "Write here what lies beneath it."
      example: "Write here a reply that would land well."
      why: "Say to the trainee why it would."

    # To any line, and to the opening, you may add what the client says if asked about it right then:
    #   asked: {text: "What it was like.", example: "A reply to that."}
    # Depth: 1 what anyone may hear, 2 what happened, 3 what it felt like, 4 what it means about me.
    topics:
    \((1...4).map(topic).joined())
    # You may add 'answers', what the client says to questions that can come at any time. 'to' is
    # \(Inquiry.allCases.map(\.rawValue).joined(separator: ", ")).
    # answers:
    #   - to: hopes
    #     depth: 1
    #     text: "I'd like to sleep."
    #     feelings: [tired]
    #     meaning: "What lies beneath it."
    #     example: "A reply to it."
    #     why: "Why it would land."

    # How the client answers what earns no story. The first three come before the next story line.
    reactions:
    \(Reactions.Preface.allCases.map(prefaces).joined())\
    \(Reactions.Standing.allCases.map(standing).joined())
    closings:
    \(Closing.allCases.map(closing).joined())
    """
  }

  private var tests: String {
    """
    \(schema("../schemas/tests"))
    # What is to come of a conversation: 'attune pack test' plays it and tells what did not.
    format: 1
    tests:
      - name: "Blame hurts, and owning it helps"
        seed: 1
        replies:
          - "You are not sure yet how to begin."
          - "That was stupid of you, and you ought to be ashamed."
          - "That was unfair of me, and I'm sorry. How was it to hear?"
        expect:
          - {bond: falls, reply: 2}
          - {bond: rises, reply: 3}
          - {code: repair, reply: 3}
          - never-says: "depth 4"

    """
  }

  private func topic(_ number: Int) -> String {
    var text = """
        - id: topic-\(number)
          title: "Topic \(number)"
          about: [\((1...4).map { "word\(number)\($0)" }.joined(separator: ", "))]
          lines:

      """
    for depth in ClientLine.depths {
      for line in 1...(depth == 1 ? 3 : 1) {
        text += """
                - depth: \(depth)
                  text: "Topic \(number), depth \(depth), line \(line): what the client says."
                  feelings: [unsure]
                  meaning: "What lies beneath topic \(number), depth \(depth), line \(line)."
                  example: "A reply to topic \(number), depth \(depth), line \(line)."
                  why: "Why it would land."

          """
      }
    }
    return text
  }

  /// As many prefaces as it takes at least.
  private func prefaces(_ preface: Reactions.Preface) -> String {
    let text =
      switch preface {
      case .understood: "Yes, that is it"
      case .explored: "Let me think"
      case .respected: "Thank you"
      }
    return "  \(preface.rawValue):\n"
      + (1...MaterialCheck.minCount(preface)).map { "    - \"\(text), \($0).\"\n" }.joined()
  }

  /// As many answers that stand alone as it takes at least.
  private func standing(_ occasion: Reactions.Standing) -> String {
    let name = occasion.rawValue
    var text = "  \(name):\n    why: \"Why the examples of '\(name)' would land.\"\n    lines:\n"
    for number in 1...MaterialCheck.minCount(occasion) {
      text += "      - text: \"An answer of the kind '\(name)', \(number).\"\n"
      text += "        example: \"A reply to '\(name)', \(number).\"\n"
    }
    return text
  }

  private func closing(_ closing: Closing) -> String {
    let name = closing.rawValue
    return "  \(name):\n    - \"Last words, \(name), one.\"\n    - \"Last words, \(name), two.\"\n"
  }

  /// A text as a YAML double-quoted scalar.
  private func quoted(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    let escaped = line.escaping { $0 == "\\" || $0 == "\"" ? "\\\($0)" : nil }
    return "\"\(escaped)\""
  }
}
