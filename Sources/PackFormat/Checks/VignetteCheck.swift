import Diagnostics
import Scenarios

/// A check for something that does not keep a vignette from loading but should be fixed.
protocol VignetteCheck {
  /// The warnings about a vignette.
  func check(_ vignette: Vignette) -> [Diagnostic]
}

extension Vignette {
  /// All free text of the author, which in a skeleton is a placeholder: not names and choices.
  var placeholderCandidates: Set<Passage> {
    let lines = clientLines
    let notes = lines.map(\.why) + topics.flatMap { [$0.title] + $0.about }
    let passages =
      [title, summary].map { Passage.heading($0) } + allClientText.map { .spoken($0) }
      + lines.compactMap(\.meaning).map { .meaning($0) } + lines.map { .example($0.example) }
      + notes.map { .note($0) }
    return Set(passages)
  }

  /// The texts in which a quotation mark may have gone wrong, with what they are told at: all free
  /// text of the author, names and feelings.
  var quotable: [(passage: Passage, text: String)] {
    let feelings = (storyLines + answerLines).flatMap { line in
      line.feelings.map { (passage: Passage.feelings(line.text), text: $0) }
    }
    let passages = placeholderCandidates.union([.heading(name)])
    return passages.map { (passage: $0, text: $0.text) } + feelings
  }
}
