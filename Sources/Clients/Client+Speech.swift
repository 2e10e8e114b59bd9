import Listening
import Scenarios

extension Client {
  /// Says something that refers to the session before.
  mutating func comeBack(_ memory: Memory) {
    let pool = vignette.returning(memory.way)
    let fresh = pool.filter { !said.contains($0.text) }
    guard let line = generator.pick(fresh.isEmpty ? pool : fresh) else { return }
    // Who is still hurt is not yet back at what they told.
    let recall = memory.way == .hurt ? nil : vignette.recall(memory.topic)
    if recall != nil { topic = memory.topic }
    current = Utterance(
      text: [line.text, recall].compactMap(\.self).joined(separator: " "), line: line)
  }

  /// Says something new, and returns whether there was anything fitting left to say.
  mutating func say(for a: Appraisal, about reply: String, before: Alliance) -> Bool {
    // That question is answered, whatever lies between the two.
    if a.move != .judged, Care.asksClient(reply), stand(vignette.safetyLines) { return true }
    switch alliance.rupture {
    case .withdrawal: return stand([.withdrawal, .ignored])
    case .confrontation:
      // Anger that is understood gives way before it goes.
      return stand(
        a.softens
          ? [.withdrawal, .confrontation, .ignored] : [.confrontation, .withdrawal, .ignored])
    case .none: break
    }
    guard a.isPlain else { return tell(reply, a) }
    let reactions = vignette.reactions
    switch a.move {
    case .judged: return stand([.judged, .withdrawal, .confrontation])
    case .misread: return stand([.misread]) || tell(reply, a)
    case .pressured: return stand([.advised]) || tell(reply, a)
    case .ignored: return stand(toNothing(reply)) || tell(reply, a)
    case .plain:
      // A nod to someone who has just been hurt is no answer to that either.
      if a.ignored > 0 || before.isHurt, stand(toNothing(reply)) { return true }
      return tell(reply, a)
    case .repaired:
      if before.isHurt, stand([.repaired]) { return true }
      return tell(reply, a, after: reactions.respected)
    case .levelled: return stand([.levelled]) || tell(reply, a)
    case .questioned: return answerShortly(reply) || tell(reply, a)
    case .explored: return tell(reply, a, after: reactions.explored)
    case .respected: return tell(reply, a, after: reactions.respected)
    case .understood:
      // A question at the end of it is what gets answered.
      if a.explored > 0 { return tell(reply, a, after: reactions.explored) }
      // What was merely said back astonishes nobody.
      let isHeard = a.understood == 1 && !a.asks
      return tell(reply, a, after: isHeard ? reactions.understood : [])
    }
  }

  /// What answers a reply that gave the client nothing: silence is remarked on, a speech beside the
  /// point is let pass.
  func toNothing(_ reply: String) -> [Reactions.Standing] {
    Words.all(of: reply).count <= 4 ? [.ignored, .withdrawal] : [.withdrawal, .ignored]
  }

  /// Says a line that stands alone, from the first list that has one left.
  mutating func stand(_ occasions: [Reactions.Standing]) -> Bool {
    for occasion in occasions {
      if stand(vignette.reactions.standing[occasion] ?? []) { return true }
    }
    return false
  }

  /// Answers a closed question; a yes or a no does not answer what asks for a fact.
  private mutating func answerShortly(_ reply: String) -> Bool {
    let lines = vignette.reactions.standing[.closed] ?? []
    let fitting = lines.filter { !Words.isYesOrNo($0.text) }
    return Wording(reply).asksFact && stand(fitting) || stand(lines)
  }

  private mutating func stand(_ lines: [ClientLine]) -> Bool {
    guard let line = generator.pick(lines.filter { !said.contains($0.text) }) else { return false }
    current = Utterance(text: line.text, line: line)
    hasResponded = false
    return true
  }

  /// Tells more, at times behind a word on how the reply landed.
  mutating func tell(
    _ reply: String, _ a: Appraisal, after responses: [String] = []
  ) -> Bool {
    guard let step = nextStep(about: reply, a) else { return false }
    guard case .story(let topic, let line, let isAnswer) = step else {
      return stand(DefaultLines.notYet)
    }
    // Nobody goes from the heaviest thing they have to the next small one in a breath.
    if !isAnswer, !reminds, current.line.depth == 4, a.understood > 0, !a.asks,
      stand(DefaultLines.pause)
    {
      return true
    }
    let words = lead(into: topic, isAnswer, a, to: reply, responses)
    hasResponded = !words.isEmpty
    self.topic = topic
    depth = max(depth, line.depth)
    said.insert(line.text)
    current = Utterance(
      text: (words + [line.text]).joined(separator: " "), line: line)
    return true
  }

  /// Says what stands in front of a story: mostly nothing, or a word on how the reply landed.
  private mutating func lead(
    into topic: String, _ isAnswer: Bool, _ a: Appraisal, to reply: String, _ responses: [String]
  ) -> [String] {
    if reminds {
      reminds = false
      return one(of: [DefaultLines.reminder])
    }
    if isPausing, !isAnswer { return one(of: DefaultLines.turning) }
    // Nobody comments on every reply they get; to pass over a question wants a word.
    let passesOver = !isAnswer && a.explored > 0
    guard !hasResponded, passesOver || generator.next() % 3 > 0 else { return [] }
    if isAnswer {
      let goesBack = topic != self.topic && hasTold(of: topic) && asks(of: topic, reply, a)
      return one(of: goesBack ? DefaultLines.back : responses)
    }
    // A question is not taken up by turning elsewhere; where anything is in doubt nothing is said.
    if turnsFrom(a), depth > 0, a.isPlain { return one(of: DefaultLines.turning) }
    if passesOver { return [] }
    // Whoever says how a reply landed and goes on to something else says that too.
    let response = one(of: responses)
    return response.isEmpty || depth == 0 ? response : response + one(of: DefaultLines.turning)
  }

  /// Picks one that has not been said yet, if there is one.
  private mutating func one(of pool: [String]) -> [String] {
    guard let pick = generator.pick(pool.filter { !said.contains($0) }) else { return [] }
    said.insert(pick)
    return [pick]
  }

  /// Whether the last line was the pause after a heavy one.
  private var isPausing: Bool { DefaultLines.pause.contains { $0.text == current.text } }

  /// Whether it is a question, or no answer to what was said, that the client leaves by turning
  /// elsewhere.
  private func turnsFrom(_ a: Appraisal) -> Bool {
    a.explored > 0 || a.move != .understood && a.move != .respected
  }
}
