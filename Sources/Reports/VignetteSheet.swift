import Listening
import Scenarios

/// A vignette as a sheet to read, in Markdown.
public struct VignetteSheet {
  private let vignette: Vignette

  /// A sheet of a vignette.
  public init(_ vignette: Vignette) {
    self.vignette = vignette
  }

  /// Writes the sheet.
  public func write(into output: inout some TextOutputStream) {
    for part in [head, objectives, opening, topics, answers, facts, reactions, closings, returns] {
      output.write(part)
    }
  }

  private var head: String {
    let v = vignette
    return """
      # \(v.name): \(v.title)

      \(v.summary)

      - Attachment: \(v.attachment.rawValue)
      - History: \(list(v.history.map(\.rawValue)))
      - Expects of therapy: \(list(v.expectations.map(\.rawValue)))
      - Content: \(list(v.warnings))


      """
  }

  private var objectives: String {
    let lines = vignette.objectives.map { "- \($0.text) (\($0.skill.label); \($0.source))" }
    return section("To practise", lines) + "\n"
  }

  private var opening: String { section("Opening") + entry(vignette.opening) }

  private var topics: String {
    vignette.topics.map { topic in
      let names = section(topic.title, ["Named by: \(topic.about.joined(separator: ", "))"])
      let recall = topic.recall.map { "Next time: \($0)\n\n" } ?? ""
      return names + "\n" + topic.lines.map(entry).joined() + recall
    }.joined()
  }

  private var answers: String {
    guard !vignette.answers.isEmpty else { return "" }
    let entries = Inquiry.allCases.flatMap { kind in
      (vignette.answers[kind] ?? []).map { "To *\(kind.rawValue)*, " + entry($0) }
    }
    return section("Answers") + entries.joined()
  }

  private var facts: String {
    guard !vignette.facts.isEmpty else { return "" }
    let lines = vignette.facts.map { fact in
      let words = [("of", fact.of), ("about", fact.about)].filter { !$1.isEmpty }
        .map { ", \($0) \($1.joined(separator: ", "))" }.joined()
      let asks = fact.asks.map(\.rawValue).joined(separator: ", ")
      return "- *\(asks)*\(words): **\(fact.depth).** \(fact.text)"
    }
    return section("Facts", lines) + "\n"
  }

  private var reactions: String {
    let r = vignette.reactions
    var lines: [String] = []
    for preface in Reactions.Preface.allCases {
      lines += (r.prefaces[preface] ?? []).map { "- \(preface.rawValue): \($0)" }
    }
    for occasion in Reactions.Standing.allCases {
      lines += items(occasion.rawValue, r.standing[occasion])
    }
    lines += r.passedOver.map { "- passed_over: \($0)" }
    for occasion in Reactions.Occasional.allCases {
      lines += items(occasion.rawValue, r.occasional[occasion])
    }
    return section("Reactions", lines) + "\n"
  }

  private var closings: String {
    let lines = Closing.allCases.flatMap { closing in
      (vignette.closings[closing] ?? []).map { "- \(closing.rawValue): \($0)" }
    }
    return section("Last words", lines)
  }

  private var returns: String {
    guard !vignette.returns.isEmpty else { return "" }
    let lines = Returning.allCases.flatMap { items($0.rawValue, vignette.returns[$0]) }
    return "\n" + section("Coming back", lines)
  }

  /// A heading and lines beneath it.
  private func section(_ heading: String, _ lines: [String] = []) -> String {
    "## \(heading)\n\n" + lines.map { $0 + "\n" }.joined()
  }

  /// The lines for an occasion, each with its example.
  private func items(_ name: String, _ lines: [ClientLine]?) -> [String] {
    (lines ?? []).map { "- \(name): \($0.text)\n  - example: \($0.example)" }
  }

  /// A line with everything that its author says of it.
  private func entry(_ said: ClientLine) -> String {
    let text = """
      **\(said.depth).** \(said.text)

      - feelings: \(list(said.feelings))
      - beneath: \(said.meaning ?? "")
      - example: \(said.example)
      - why: \(said.why)

      """
    let asked = said.asked.map { "- asked: \($0.text)\n  - example: \($0.example)\n" }
    return text + (asked ?? "") + "\n"
  }

  private func list(_ words: [String]) -> String {
    words.isEmpty ? "none" : words.joined(separator: ", ")
  }
}
