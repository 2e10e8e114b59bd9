import Diagnostics
import Scenarios

extension Pack {
  /// The warnings about a pack that are found by playing it, and by reading its words as a client reads
  /// a reply: words that none can hold, and topic lines that no simulated session reaches.
  public func warningsFromPlay() -> [Diagnostic] {
    vignettes.flatMap { vignette in
      vignette.deadWords
        + Simulation.unreachableLines(of: vignette).map { line in
          vignette.warning(
            .neverTold, at: .spoken(line.text),
            "no play reaches “\(Vignette.excerpt(line.text))”",
            mend: "say it in fewer steps: at a lower depth, or in a topic with fewer lines")
        }
    }
  }
}

extension Vignette {
  /// Words of topics and facts that a client never finds in a reply, and words of topics by which they
  /// know none.
  fileprivate var deadWords: [Diagnostic] {
    let ofTopics = topics.flatMap { topic in
      topic.about.compactMap { word -> Diagnostic? in
        guard Words.common.contains(word) else { return deadWord(word, of: topic.id) }
        return warning(
          .deadWord, at: .word(word, of: topic.id),
          "'\(word)' is too common a word to name the topic '\(topic.id)'",
          mend: "take it out, or write one that speaks of this alone")
      }
    }
    let ofFacts = facts.flatMap { fact in
      (fact.of + fact.about).compactMap { deadWord($0, of: fact.text) }
    }
    return ofTopics + ofFacts
  }

  /// A warning about a word that is not one in a reply; `nil` where it is.
  private func deadWord(_ word: String, of owner: String) -> Diagnostic? {
    let heard = Words.all(of: word)
    if heard == [word] { return nil }
    let mend =
      switch heard.count {
      case 0: "write a word, of letters or digits"
      case 1: "write it as '\(heard[0])'"
      default: "write the one that tells most, or each by itself: \(heard.joined(separator: ", "))"
      }
    return warning(
      .deadWord, at: .word(word, of: owner), "no reply holds '\(word)' as one word", mend: mend)
  }
}
