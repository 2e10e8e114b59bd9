import Listening
import Repeatable
import Scenarios

extension Client {
  /// Says something that refers to the session before.
  mutating func openReturningSession(_ memory: Memory) {
    let pool = vignette.returning(memory.way)
    let fresh = pool.filter { !said.contains($0.text) }
    guard let line = generator.pick(fresh.isEmpty ? pool : fresh) else { return }
    // A client who is still hurt does not return to what they told.
    let recall = memory.way == .hurt ? nil : vignette.recall(memory.topic)
    if recall != nil { topic = memory.topic }
    current = Utterance(
      text: [line.text, recall].compactMap(\.self).joined(separator: " "), line: line)
  }

  /// Says something new, and returns whether there was anything fitting left to say.
  mutating func say(for a: Appraisal, about reply: String, before: Alliance) -> Bool {
    // That question is answered even in a rupture.
    if a.move != .judged, Care.asksClient(reply), sayStandalone(vignette.safetyLines) {
      return true
    }
    switch alliance.rupture {
    case .withdrawal: return sayStandalone([.withdrawal, .ignored])
    case .confrontation:
      // Anger that is understood turns into withdrawal before it ends.
      return sayStandalone(
        a.softens
          ? [.withdrawal, .confrontation, .ignored] : [.confrontation, .withdrawal, .ignored])
    case .none: break
    }
    guard a.isUnambiguous else { return tell(reply, a) }
    switch a.move {
    case .judged: return sayStandalone([.judged, .withdrawal, .confrontation])
    case .misread: return sayStandalone([.misread]) || tell(reply, a)
    case .pressured: return sayStandalone([.advised]) || tell(reply, a)
    case .ignored: return sayStandalone(reactionsToEmptyReply(reply)) || tell(reply, a)
    case .plain:
      // A minimal reply does not answer a client who has just been hurt.
      if a.ignored > 0 || before.isHurt, sayStandalone(reactionsToEmptyReply(reply)) { return true }
      return tell(reply, a)
    case .repaired:
      if before.isHurt, sayStandalone([.repaired]) { return true }
      return tell(reply, a, after: .respected)
    case .transparent: return sayStandalone([.transparent]) || tell(reply, a)
    case .questioned: return answerShortly(reply) || tell(reply, a)
    case .explored: return tell(reply, a, after: .explored)
    case .respected: return tell(reply, a, after: .respected)
    case .understood:
      // A question beside the reflection is what gets answered.
      if a.explored > 0 { return tell(reply, a, after: .explored) }
      // A simple reflection does not trigger the "understood" preface.
      let isHeard = a.understood == 1 && !a.asks
      return tell(reply, a, after: isHeard ? .understood : nil)
    }
  }

  /// The reactions to a reply that gave the client nothing: a short one is remarked on like
  /// silence, a long one beside the point is not.
  private func reactionsToEmptyReply(_ reply: String) -> [Reactions.Standing] {
    Words.all(of: reply).count <= AllianceParameters.maxBriefReply
      ? [.ignored, .withdrawal] : [.withdrawal, .ignored]
  }

  /// Says a line that stands alone, from the first list that has one left.
  private mutating func sayStandalone(_ occasions: [Reactions.Standing]) -> Bool {
    for occasion in occasions {
      if sayStandalone(vignette.reactions.standing[occasion] ?? []) { return true }
    }
    return false
  }

  /// Answers a closed question. A bare yes or no does not answer a question for a fact.
  private mutating func answerShortly(_ reply: String) -> Bool {
    let lines = vignette.reactions.standing[.closed] ?? []
    let fitting = lines.filter { !Words.isYesOrNo($0.text) }
    return Wording(reply).asksFact && sayStandalone(fitting) || sayStandalone(lines)
  }

  private mutating func sayStandalone(_ lines: [ClientLine], isPause: Bool = false) -> Bool {
    guard let line = generator.pick(lines.filter { !said.contains($0.text) }) else { return false }
    current = Utterance(text: line.text, line: line, isPause: isPause)
    lastHadPreface = false
    return true
  }

  /// Tells more, at times with a preface; `reaction` is the one that fits the reply.
  private mutating func tell(
    _ reply: String, _ a: Appraisal, after reaction: Reactions.Preface? = nil
  ) -> Bool {
    guard let step = nextStep(about: reply, a) else { return false }
    guard case .story(let topic, let line, let isAnswer) = step else {
      return sayStandalone(DefaultLines.notYet)
    }
    // After the deepest line the client pauses before turning to another topic.
    if !isAnswer, !shouldRemind, current.line.depth == ClientLine.depths.upperBound,
      a.understood > 0, !a.asks, sayStandalone(DefaultLines.pause, isPause: true)
    {
      return true
    }
    let words = preface(to: topic, isAnswer, a, reply, reaction)
    lastHadPreface = !words.isEmpty
    self.topic = topic
    depth = max(depth, line.depth)
    said.insert(line.text)
    current = Utterance(text: (words + [line.text]).joined(separator: " "), line: line)
    return true
  }

  /// Says what precedes a story line: nothing, or one or two sentences.
  private mutating func preface(
    to topic: String, _ isAnswer: Bool, _ a: Appraisal, _ reply: String,
    _ reaction: Reactions.Preface?
  ) -> [String] {
    if shouldRemind {
      shouldRemind = false
      return one(of: [DefaultLines.reminder])
    }
    if current.isPause, !isAnswer { return one(of: DefaultLines.turningPrefaces) }
    // Two lines in three have a preface, never two running; always when ignoring a question.
    let ignoresQuestion = !isAnswer && a.explored > 0
    guard !lastHadPreface,
      ignoresQuestion || generator.next() % AllianceParameters.prefaceCycle > 0
    else { return [] }
    let reactions = reaction.flatMap { vignette.reactions.prefaces[$0] } ?? []
    if isAnswer {
      let goesBack = topic != self.topic && hasTold(of: topic) && asks(of: topic, reply, a)
      return one(of: goesBack ? DefaultLines.returnPrefaces : reactions)
    }
    // A preface about a question does not fit a turn away from it. In doubt nothing is said.
    if turnsFrom(a), depth > 0, a.isUnambiguous { return one(of: DefaultLines.turningPrefaces) }
    if ignoresQuestion { return [] }
    // A reaction to the reply before a turn elsewhere is followed by saying so.
    let words = one(of: reactions)
    return words.isEmpty || depth == 0 ? words : words + one(of: DefaultLines.turningPrefaces)
  }

  /// Picks a text that has not been said yet, if there is one.
  private mutating func one(of pool: [String]) -> [String] {
    guard let pick = generator.pick(pool.filter { !said.contains($0) }) else { return [] }
    said.insert(pick)
    return [pick]
  }

  /// Whether turning elsewhere leaves a question, or a reply that did not meet the client.
  private func turnsFrom(_ a: Appraisal) -> Bool {
    a.explored > 0 || a.move != .understood && a.move != .respected
  }
}
