import Diagnostics
import Scenarios

/// Texts shown in lists and above a session are single lines.
struct OneLineCheck: VignetteCheck {
  /// How to fix it.
  static let mend = "write it in one line, in double quotes"

  func check(_ vignette: Vignette) -> [Diagnostic] {
    let headings = [("title", vignette.title), ("name", vignette.name)].map { key, text in
      (what: "the \(key)", text: text, passage: Passage.heading(text))
    }
    let titles = vignette.topics.map { topic in
      (
        what: "the title of the topic '\(topic.id)'", text: topic.title,
        passage: Passage.note(topic.title)
      )
    }
    return (headings + titles).compactMap { what, text, passage -> Diagnostic? in
      guard text.contains(where: \.isNewline) else { return nil }
      return vignette.warning(
        .oneLine, at: passage, "\(what) has more than one line", mend: Self.mend)
    }
  }
}
