import Scenarios

extension Client {
  /// The next thing to tell, from the surface down and no deeper than the bond allows: on the topic
  /// that the reply names or the one under way, else on another, best on one that has just been
  /// touched on.
  ///
  /// - Returns: The topic, the line and whether it answers the reply rather than turning elsewhere.
  mutating func nextStory(about reply: String, _ a: Appraisal)
    -> (topic: String, line: ClientLine, isAnswer: Bool)?
  {
    let theirs = Words.content(of: current.text)
    let words = Words.content(of: reply)
    // Words that the client has just used follow them; they name nothing new.
    let named = topicNamed(by: words.subtracting(theirs))
    let follows = reminds || a.understood > 0 && a.explored + a.questioned == 0
    let first = (follows ? [topic, named] : [named, topic]).compactMap(\.self)
    // Whoever has been heard in what lay beneath dares a step more of the same.
    let isHeard = a.understood >= 1 || a.understood > 0 && a.explored > 0
    // Someone who has told all they dare may still go one step further rather than fall silent.
    for limit in alliance.depth...4 {
      for id in first {
        let reach = isHeard && id == topic ? limit + 1 : limit
        if let line = nextLine(of: id, upTo: reach) { return (id, line, true) }
      }
      let open = vignette.topics.map(\.id).filter { nextLine(of: $0, upTo: limit) != nil }
      let next = topicNamed(by: words.union(theirs), among: open) ?? generator.pick(open)
      if let next, let line = nextLine(of: next, upTo: limit) { return (next, line, false) }
    }
    return nil
  }

  func nextLine(of id: String, upTo limit: Int) -> ClientLine? {
    vignette.topics.first { $0.id == id }?.lines
      .filter { $0.depth <= limit && !said.contains($0.text) }
      .min { $0.depth < $1.depth }
  }

  /// The topic of which most words are among these, the one under way before others; `nil` where
  /// there are none.
  func topicNamed(by words: Set<String>, among open: [String]? = nil) -> String? {
    let ids = open ?? vignette.topics.map(\.id)
    let scored = ids.map { ($0, subjects[$0]?.intersection(words).count ?? 0) }
    guard let best = scored.map(\.1).max(), best > 0 else { return nil }
    let tied = scored.filter { $0.1 == best }.map(\.0)
    return tied.first { $0 == topic } ?? tied.first
  }
}
