import Scenarios

/// Whom the trainee knows of by now.
extension Client {
  /// Notices whom the client has just spoken of, and whom the trainee asks about for yes or no.
  mutating func noticePeople(in reply: Reply) {
    countMentions(in: [current.text])
    let asksYesOrNo = reply.question.asksYesOrNo
    known = Set(
      mentions.filter { person, times in
        times >= AllianceParameters.standard.mentionsToKnow
          || asksYesOrNo && Self.names(person, in: reply.words)
      }.keys)
  }

  /// Counts in how many of some texts those are spoken of whom a line introduces.
  mutating func countMentions(in texts: some Sequence<String>) {
    guard !introductions.isEmpty else { return }
    let people = introductions.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    for words in texts.map({ Words.all(of: $0) }) {
      for person in people where Self.names(person, in: words) { mentions[person, default: 0] += 1 }
    }
  }

  /// Whether a line does no more than begin with somebody who is known by now.
  func isOutdated(_ line: ClientLine) -> Bool {
    introductions[line.text].map { $0.isSubset(of: known) } ?? false
  }

  /// The lines that anyone may hear and that introduce somebody, with whom.
  static func introductions(in vignette: Vignette) -> [String: Set<String>] {
    let lines = vignette.topics.flatMap(\.lines).filter {
      $0.depth == ClientLine.depths.lowerBound
    }
    return Dictionary(
      lines.map { ($0.text, Names.introduced(in: $0.text)) }, uniquingKeysWith: { $1 }
    ).filter { !$0.value.isEmpty }
  }

  private static func names(_ person: String, in words: [String]) -> Bool {
    words.contains { $0 == person || $0 == person + "s" }
  }
}
