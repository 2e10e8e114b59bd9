import Diagnostics
import Scenarios

/// The words by which a trainee names a topic: enough of them, and none that names two.
struct TopicWordsCheck: VignetteCheck {
  /// Minimum number of words of a topic.
  static let minWords = 4

  func check(_ vignette: Vignette) -> [Diagnostic] {
    var owner: [String: String] = [:]
    var found: [Diagnostic] = []
    for topic in vignette.topics {
      if topic.about.count < Self.minWords {
        found.append(
          vignette.warning(
            .fewWords, at: .topic(topic.id),
            counted(topic.about.count, "word is", "words are")
              + " too few to recognise the topic '\(topic.id)' by",
            mend: "name at least \(Self.minWords) in 'about' by which a trainee may name it"))
      }
      for word in Set(topic.about).sorted() {
        if let other = owner[word] {
          found.append(
            vignette.warning(
              .sharedWord, at: .word(word, of: topic.id),
              "'\(word)' names the topics '\(other)' and '\(topic.id)'",
              mend: "keep it in the topic that it names better"))
        }
        owner[word] = owner[word] ?? topic.id
      }
    }
    return found
  }
}
