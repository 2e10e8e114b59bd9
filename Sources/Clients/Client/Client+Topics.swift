import Listening
import Repeatable
import Scenarios

extension Client {
  /// What comes next.
  enum Step {
    /// A line of a topic, and how it fits the reply.
    case story(topic: String, line: ClientLine, fit: Fit)
    /// The reply asks for what the bond does not carry yet.
    case notYet
  }

  /// How a line fits the reply.
  enum Fit {
    /// It goes on with what the reply was about, and answers a question in it.
    case answer
    /// It goes on with the topic and answers no question.
    case sameTopic
    /// It turns to another topic.
    case elsewhere
  }

  /// The next thing to tell, from the surface down and no deeper than the bond allows: on the topic
  /// that the reply names or the current one, otherwise on another, preferably one that has just
  /// been touched on. `nil` if everything has been told.
  mutating func nextStep(about reply: Reply, _ a: Appraisal) -> Step? {
    let theirs = Words.content(of: current.text)
    let (wording, question) = (reply.wording, reply.question)
    let words = reply.naming + wording.implied
    // What a question asks about counts before what is said around it.
    let asksOpenly = a.explored > 0 && a.isUnambiguous
    let asked = asksOpenly ? question.naming + wording.implied : []
    let isAboutLast = topic != nil && asksOpenly && asksAboutLast(reply, a)
    // What lies around a question about what was just said, or in a reflection before a question,
    // carries nobody off.
    let around = a.understood > 0 && a.asks ? [] : wordsNotJustUsed(words)
    let named = isAboutLast ? nil : topicAsked(about: asked) ?? topicNamed(by: around)
    let follows = shouldRemind || a.understood > 0 && !a.asks
    let first = (follows ? [topic, named] : [named, topic]).compactMap(\.self)
    // A complex reflection allows one level deeper on the same topic.
    let isHeard = a.understood >= 1 || a.understood > 0 && a.explored > 0
    let touched = topicsTouched(by: Set(words.map(Words.stem)))
    // If nothing is left at this depth, allow one level deeper before giving up.
    for limit in alliance.depth...ClientLine.depths.upperBound {
      for id in first {
        let reach = isHeard && id == topic ? limit + 1 : limit
        if let line = nextLine(of: id, upTo: reach) {
          let answers = a.explored == 0 || self.answers(line, of: id, asked, wording)
          return .story(topic: id, line: line, fit: answers ? .answer : .sameTopic)
        }
        guard id == named, a.explored > 0 else { continue }
        // A general word may have named one topic while a specific one named another.
        for other in touched {
          if let line = nextLine(of: other, upTo: limit) {
            return .story(topic: other, line: line, fit: .answer)
          }
        }
        if isWithheld(id, a, at: limit) { return .notYet }
      }
      // What came next, or words just used, asks for more of what they were saying.
      let asksMore = isAboutLast && question.asksCourse || wording.asksMore
      if let topic, asksMore || touched.contains(topic), isWithheld(topic, a, at: limit) {
        return .notYet
      }
      let open = withoutSmallTalk(
        vignette.topics.map(\.id).filter { nextLine(of: $0, upTo: limit) != nil }, upTo: limit)
      let next =
        topicTouched(by: theirs.union(words.map(Words.stem)), among: open) ?? generator.pick(open)
      if let next, let line = nextLine(of: next, upTo: limit) {
        return .story(topic: next, line: line, fit: .elsewhere)
      }
    }
    return nil
  }

  /// Of topics with something to tell, those to which a client may turn from where they are: from what
  /// it was like, to none that begins with what anybody may hear, where there is another.
  private func withoutSmallTalk(_ open: [String], upTo limit: Int) -> [String] {
    guard let last = told.last, last.depth >= AllianceParameters.standard.depthOfFeeling else {
      return open
    }
    let deeper = open.filter { id in
      nextLine(of: id, upTo: limit).map { $0.depth > ClientLine.depths.lowerBound } == true
    }
    return deeper.isEmpty ? open : deeper
  }

  /// The topic that an open question is about, beyond words that name it: one that the client has
  /// just touched on, or whose lines alone hold a word of the question.
  private func topicAsked(about words: [String]) -> String? {
    guard !words.isEmpty else { return nil }
    let stems = Set(words.map(Words.stem))
    if let named = topicTouched(by: Set(wordsNotJustUsed(words).map(Words.stem))) { return named }
    // A word that the client has just used asks for more of the same, unless it is of another topic
    // alone.
    if let touched = topicTouched(by: stems) { return touched }
    return topicMentioned(by: stems)
  }

  /// The topic whose lines, and no other's, hold one of these words; the current one first.
  func topicMentioned(by stems: Set<String>) -> String? {
    // Short words are in somebody's lines by chance.
    let telling = stems.filter { $0.count > 4 || $0.contains(where: \.isNumber) }
    guard !telling.isEmpty else { return nil }
    let used = vignette.topics.map { topic in
      topic.lines.reduce(into: Set<String>()) { $0.formUnion(Words.content(of: $1.text)) }
    }
    let holders = telling.map { stem in used.indices.filter { used[$0].contains(stem) } }
    let ids = holders.filter { $0.count == 1 }.map { vignette.topics[$0[0]].id }
    return ids.first { $0 == topic } ?? ids.min()
  }

  /// Whether a line answers an open question: one for what it was like, by telling that; another by
  /// being about what it names, or by naming nothing.
  private func answers(
    _ line: ClientLine, of id: String, _ asked: [String], _ wording: Wording
  ) -> Bool {
    if wording.asksFeeling { return line.depth >= AllianceParameters.standard.depthOfFeeling }
    return asked.isEmpty || isNamed(id, by: asked)
      || !Words.content(of: line.text).isDisjoint(with: asked.map(Words.stem))
  }

  /// Whether a line is of what a question asks about, though it may not answer it: of a topic that the
  /// reply names; of the one under way, where the question names nothing or something of it; or with a word
  /// of the question in it.
  func bearsOn(_ question: Question, _ line: ClientLine, of id: String, _ fit: Fit) -> Bool {
    let things = question.things
    if holdsWord(of: question, line) { return true }
    if fit == .elsewhere || asksDetailOfLast(question) || asksGenerally(question) { return false }
    return id != topic || things.isEmpty || isTouched(id, by: things) || asksOfLast(question)
      || topicMeant(by: question.thingWords) == id
  }

  /// Whether a line has a word in it of what a question asks about.
  func holdsWord(of question: Question, _ line: ClientLine) -> Bool {
    !Words.content(of: line.text).isDisjoint(with: question.things)
  }

  /// Whether a line shares a telling word with a reply, or with what the client has said and told last.
  func isOnWhatWasSaid(_ line: ClientLine, _ reply: Reply) -> Bool {
    let said = [reply.text, current.text, told.last?.text ?? ""]
    let telling = Words.telling(of: line.text).subtracting(Question.general.map(Words.stem))
    return said.contains { !telling.isDisjoint(with: Words.telling(of: $0)) }
  }

  /// Whether a line is on what an open question asks: it has a word of it, or two of how it would be if
  /// something were otherwise; or tells what something was like where that is asked, or goes on where that
  /// is; or its topic is asked about by name.
  func isOn(_ reply: Reply, _ line: ClientLine, of id: String) -> Bool {
    let (question, wording) = (reply.question, reply.wording)
    if wording.asksMore || question.invites { return true }
    let shared = Words.content(of: line.text).intersection(question.things).count
    // What would be is not told by what is, though that has a word in it of what it is asked of.
    if question.supposes { return shared > 1 }
    if shared > 0 { return true }
    if question.asksCourse, !question.asksEvents { return id == topic }
    if question.asksExperience || wording.asksFeeling {
      return line.depth >= AllianceParameters.standard.depthOfFeeling
    }
    let named = Set((question.naming + wording.implied).map(Words.stem))
    return !question.asksDetail && !question.asksYesOrNo && topicTouched(by: named) == id
  }

  /// Whether the reply asks about a topic whose remaining lines are deeper than the bond allows.
  private func isWithheld(_ id: String, _ a: Appraisal, at limit: Int) -> Bool {
    a.explored > 0 && limit == alliance.depth
      && nextLine(of: id, upTo: ClientLine.depths.upperBound) != nil
      && DefaultLines.notYet.contains { !said.contains($0.text) }
  }

  /// Whether a reply asks about a topic in its own words, not counting words the client has just
  /// used.
  func asks(of id: String, _ reply: Reply, _ a: Appraisal) -> Bool {
    a.asks
      && isTouched(id, by: Set(wordsNotJustUsed(reply.naming).map(Words.stem)))
  }

  func hasTold(of id: String) -> Bool {
    vignette.topics.first { $0.id == id }?.lines.contains { said.contains($0.text) } ?? false
  }

  func nextLine(of id: String, upTo limit: Int) -> ClientLine? {
    vignette.topics.first { $0.id == id }?.lines
      .filter { $0.depth <= limit && !said.contains($0.text) && !isOutdated($0) }
      .min { $0.depth < $1.depth }
  }

  /// The topic that words name: by its own words, otherwise by words of similar meaning; `nil` if
  /// they name none.
  func topicNamed(by words: [String]) -> String? {
    topicTouched(by: Set(words.map(Words.stem))) ?? topicMeant(by: words)
  }

  /// Whether words name a topic, whatever else they name.
  func isNamed(_ id: String, by words: [String]) -> Bool {
    let stems = Set(words.map(Words.stem))
    return isTouched(id, by: stems) || topicMeant(by: words) == id
  }

  /// The topic with the most words among these, the current one if tied; `nil` if there is none.
  func topicTouched(by stems: Set<String>, among open: [String]? = nil) -> String? {
    let ids = open ?? vignette.topics.map(\.id)
    let scored = ids.map { ($0, subjects[$0]?.stems.intersection(stems).count ?? 0) }
    guard let best = scored.map(\.1).max(), best > 0 else { return nil }
    let tied = scored.filter { $0.1 == best }.map(\.0)
    return tied.first { $0 == topic } ?? tied.first
  }

  /// All topics of which a word is among these.
  private func topicsTouched(by stems: Set<String>) -> [String] {
    vignette.topics.map(\.id).filter { isTouched($0, by: stems) }
  }

  /// Whether a word of a topic's own is among these.
  private func isTouched(_ id: String, by stems: Set<String>) -> Bool {
    subjects[id]?.stems.isDisjoint(with: stems) == false
  }

  /// The words that the client has not just used.
  private func wordsNotJustUsed(_ words: [String]) -> [String] {
    let theirs = Words.content(of: current.text)
    return words.filter { !theirs.contains(Words.stem($0)) }
  }

  /// The topic closest in meaning to the words, if close enough.
  func topicMeant(by words: [String]) -> String? {
    guard let meaning else { return nil }
    let numbers = words.filter { !Words.indefinite.contains($0) }.compactMap(meaning.number)
    let scored = vignette.topics.map { topic in
      (topic.id, meaning.nearness(of: numbers, to: subjects[topic.id]?.numbers ?? []))
    }
    let near = scored.filter { $0.1 >= AllianceParameters.standard.minTopicLikeness }
    // The current topic wins if it is close enough at all.
    if let current = near.first(where: { $0.0 == topic }) { return current.0 }
    return near.max { $0.1 < $1.1 }?.0
  }
}

/// The keywords of a topic.
struct Subject: Hashable, Sendable {
  /// The stems of its words.
  let stems: Set<String>
  /// The numbers of those words that have a vector.
  let numbers: [Int]

  init(_ about: [String], _ meaning: WordMeaning?) {
    stems = Set(about.map(Words.stem))
    numbers = about.compactMap { meaning?.number(of: $0) }
  }
}
