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
    func line(_ text: String = "") { output.write(text + "\n") }
    func pool(_ name: String, _ lines: [ClientLine]) {
      for said in lines { line("- \(name): \(said.text)\n  - example: \(said.example)") }
    }
    let v = vignette
    line("# \(v.name): \(v.title)")
    line()
    line(v.summary)
    line()
    line("- Attachment: \(v.attachment.rawValue)")
    line("- History: \(list(v.history.map(\.rawValue)))")
    line("- Expects of therapy: \(list(v.expectations.map(\.rawValue)))")
    line("- Content: \(list(v.warnings))")
    line()
    line("## To practise")
    line()
    for objective in v.objectives {
      line("- \(objective.text) (\(objective.skill.label); \(objective.source))")
    }
    line()
    line("## Opening")
    line()
    write(v.opening, into: &output)
    for topic in v.topics {
      line("## \(topic.title)")
      line()
      line("Named by: \(topic.about.joined(separator: ", "))")
      line()
      for said in topic.lines { write(said, into: &output) }
      if let recall = topic.recall { line("Next time: \(recall)\n") }
    }
    if !v.answers.isEmpty {
      line("## Answers")
      line()
      for kind in Inquiry.allCases {
        for said in v.answers[kind] ?? [] {
          output.write("To *\(kind.rawValue)*, ")
          write(said, into: &output)
        }
      }
    }
    line("## Reactions")
    line()
    for preface in Reactions.Preface.allCases {
      v.reactions.prefaces[preface]?.forEach { line("- \(preface.rawValue): \($0)") }
    }
    for occasion in Reactions.Standing.allCases {
      pool(occasion.rawValue, v.reactions.standing[occasion] ?? [])
    }
    v.reactions.passedOver.forEach { line("- passed_over: \($0)") }
    for occasion in Reactions.Occasional.allCases {
      pool(occasion.rawValue, v.reactions.occasional[occasion] ?? [])
    }
    line()
    line("## Last words")
    line()
    for closing in Closing.allCases {
      v.closings[closing]?.forEach { line("- \(closing.rawValue): \($0)") }
    }
    guard !v.returns.isEmpty else { return }
    line()
    line("## Coming back")
    line()
    for way in Returning.allCases { pool(way.rawValue, v.returns[way] ?? []) }
  }

  private func write(_ said: ClientLine, into output: inout some TextOutputStream) {
    output.write(
      """
      **\(said.depth).** \(said.text)

      - feelings: \(list(said.feelings))
      - beneath: \(said.meaning ?? "")
      - example: \(said.example)
      - why: \(said.why)

      """)
    if let asked = said.asked {
      output.write("- asked: \(asked.text)\n  - example: \(asked.example)\n")
    }
    output.write("\n")
  }

  private func list(_ words: [String]) -> String {
    words.isEmpty ? "none" : words.joined(separator: ", ")
  }
}
