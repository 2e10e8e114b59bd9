import Scenarios

/// What a client answers to a question for which the author has written an answer.
extension Client {
  /// Answers a question where there is an answer to it: a general one, one about what was just
  /// said, or an invitation to come back to something. The story waits, and goes on from where it
  /// was.
  mutating func answerQuestion(_ reply: Reply, _ a: Appraisal) -> Bool {
    guard !shouldRemind else { return false }
    let question = reply.question
    if a.asksSurely, isHandedBack(question), sayOwn(DefaultLines.ownQuestion) { return true }
    let reach = self.reach(after: a)
    if answerFact(reply, within: reach) { return true }
    if saysYes(to: question), sayOwn(DefaultLines.confirming) { return true }
    let inquiries = self.inquiries(of: question)
    let answers = inquiries.flatMap { self.answers(to: $0) }
    if let line = answers.first(where: { $0.depth <= reach }) {
      say(line)
      return true
    }
    // How they stand with the trainee can always be said, and is nothing of the story.
    if inquiries.contains(.you), sayOwn(DefaultLines.standing(isWarm: isWarm)) {
      return true
    }
    // A general question whose answer is not to be had is not one about what was just said.
    let isGeneral = !question.inquiries.isEmpty && !question.asksExperience
    if question.asksExperience, a.asksSurely,
      let line = earlierAsked(question)?.answer
    {
      say(line, after: lastHadPreface ? [] : oneOwn(of: DefaultLines.returnPrefaces))
      return true
    }
    if !isGeneral, asksWhatItWasLike(reply), asksAboutLast(reply, a),
      let line = askable(by: question)?.answer, !said.contains(line.text)
    {
      say(line)
      return true
    }
    if a.asksSurely, a.isUnambiguous, !answers.isEmpty,
      sayOwn(DefaultLines.notYet, as: .later)
    {
      return true
    }
    // What the author has them say of the moment is said by now.
    if a.asksSurely, answers.isEmpty, inquiries.contains(.now), sayOwn(DefaultLines.now) {
      return true
    }
    return comeBack(to: reply)
  }

  /// The depth of what they answer: no deeper than the bond allows, or one level deeper for somebody who
  /// has just understood what lay beneath.
  func reach(after a: Appraisal) -> Int { alliance.depth + (a.understood >= 1 ? 1 : 0) }

  /// Answers a question for a fact, or says that it is not for now.
  mutating func answerFact(_ reply: Reply, within reach: Int) -> Bool {
    guard let fact = fact(askedBy: reply, within: reach), !said.contains(fact.text) else {
      return false
    }
    guard fact.depth <= reach else { return sayOwn(DefaultLines.notYet, as: .later) }
    say(line(of: fact), after: hasTold(fact) ? oneOwn(of: DefaultLines.toldPrefaces) : [])
    return true
  }

  /// Whether the topic has a line to go on with: facts of the story are for that one to tell.
  private func goesOn(upTo depth: Int) -> Bool {
    topic.map { nextLine(of: $0, upTo: depth) != nil } ?? true
  }

  /// Says a line that is no line of a topic, behind words in front of it.
  mutating func say(_ line: ClientLine, after words: [String] = []) {
    depth = max(depth, line.depth)
    said.insert(line.text)
    current = Utterance(text: (words + [line.text]).joined(separator: " "), line: line)
    lastHadPreface = !words.isEmpty
  }

  // MARK: - General questions

  /// The kinds of general questions that are asked; none that names a topic in the topic's own words.
  private func inquiries(of question: Question) -> [Inquiry] {
    // To somebody whom the reply before missed, it is what they need here.
    if question.asksForBetter, remarksOnMiss { return [.needs] }
    if question.asksOfTrainee { return [.you] }
    return question.inquiries.filter { topicTouched(by: Set($0.rest.map(Words.stem))) == nil }
      .map(\.kind)
  }

  /// Whether a question is a general one, and neither about a topic nor about what was just said.
  func asksGenerally(_ question: Question) -> Bool {
    !question.asksExperience && !inquiries(of: question).isEmpty
  }

  /// The answers to a kind of general question that have not been given, the shallowest first.
  private func answers(to kind: Inquiry) -> [ClientLine] {
    [kind, kind.nearest].compactMap(\.self).flatMap { kind in
      (vignette.answers[kind] ?? []).filter { !said.contains($0.text) }
        .sorted { $0.depth < $1.depth }
    }
  }

  /// Whether what they have just said is about a reply that missed them.
  private var remarksOnMiss: Bool {
    let occasions: [Reactions.Standing] = [
      .advised, .judged, .misread, .ignored, .withdrawal, .confrontation,
    ]
    return occasions.contains {
      vignette.reactions.standing[$0]?.contains(current.line) == true
    }
  }

  /// Whether what they have just said is about a miss that was owned.
  var remarksOnAmends: Bool {
    vignette.reactions.standing[.repaired]?.contains(current.line) == true
      || DefaultLines.bareApology.contains(current.line)
  }

  /// Whether a question hands back the one that they have just asked the trainee: it asks how they
  /// would have it, and names nothing else.
  private func isHandedBack(_ question: Question) -> Bool {
    guard question.handsBack, current.line != vignette.opening,
      topicTouched(by: question.things) == nil
    else { return false }
    return Clause.all(of: Quotations.removed(from: current.line.text) { _ in " " }).contains {
      $0.asks && !Pronouns.you.isDisjoint(with: $0.words)
    }
  }

  /// The deeper of the answers to what goes on in them, where they have been understood in the other
  /// one and have told something as deep before.
  func deeperNow(_ a: Appraisal) -> ClientLine? {
    guard a.understood >= 1, a.isUnambiguous, !a.asks,
      vignette.answers[.now]?.contains(current.line) == true
    else { return nil }
    return answers(to: .now).first { $0.depth <= min(depth, alliance.depth + 1) }
  }

  /// Says how they stand with the trainee, in the author's words as far as the bond carries them.
  mutating func sayStanding() -> Bool {
    if let line = answers(to: .you).first(where: { $0.depth <= alliance.depth }) {
      say(line)
      return true
    }
    return sayOwn(DefaultLines.standing(isWarm: isWarm))
  }

  /// Whether trust is well above where the session found it.
  private var isWarm: Bool {
    alliance.bond >= alliance.startingBond + AllianceParameters.standard.warmClosingGain
  }

  // MARK: - What was just said

  /// The line that a question about what was just said is about: the last one told, if nothing but a
  /// pause, a fact, a short answer, none, or one to an offer to stop has come after it, or if words of
  /// that line alone are taken up.
  private func askable(by question: Question) -> ClientLine? {
    guard let last = told.last else { return nil }
    let isBeside =
      (DefaultLines.pause + DefaultLines.stopOffered).contains(current.line)
      || leavesOpen(current.line)
      || factJustTold != nil
    let isOpen =
      current.line == last
      // What the words beside the story mean is not told by what the story was like.
      || isBeside && !question.asksMeaning
      || !question.things.subtracting(Words.content(of: current.text))
        .isDisjoint(with: Words.content(of: last.text))
    return isOpen ? last : nil
  }

  /// Whether what something was like answers a question: one for that, for more of it, or a few words
  /// handed back. Why, who, when and what happened is not told by it.
  private func asksWhatItWasLike(_ reply: Reply) -> Bool {
    let question = reply.question
    return question.asksExperience || reply.wording.asksMore && !question.asksEvents
      || question.echoes(current.text)
  }

  /// How many of some stems each line has.
  private static func sharedWords(_ stems: Set<String>, with lines: [ClientLine]) -> [Int] {
    lines.map { Words.content(of: $0.text).intersection(stems).count }
  }

  /// The line told before to which a question of what it was like goes back, in words that it alone of
  /// what was told has the most of; `nil` where all of it has been said.
  private func earlierAsked(_ question: Question) -> ClientLine? {
    let named = question.things.subtracting(question.acts).subtracting(wordsJustUsed)
      .subtracting(Words.slight.map { Words.stem($0) })
    let shared = Self.sharedWords(named, with: told)
    guard let most = shared.max(), most > 0, shared.count(where: { $0 == most }) == 1,
      let place = shared.firstIndex(of: most), let answer = told[place].answer,
      !said.contains(answer.text)
    else { return nil }
    let touched = topicTouched(by: named)
    let isElsewhere = vignette.topics.contains {
      $0.id == touched && !$0.lines.contains(told[place])
    }
    return isElsewhere ? nil : told[place]
  }

  /// What is left to say of the last line told, where that told what it was like and a reply stays
  /// with it: it gives the moment that was asked for, or shows in a word of the line that it was
  /// understood.
  func restOfLast(_ reply: Reply, _ a: Appraisal) -> ClientLine? {
    guard let last = told.last, last.depth >= AllianceParameters.standard.depthOfFeeling,
      let rest = last.answer, !said.contains(rest.text)
    else { return nil }
    if current.occasion == .time, a.leavesTime { return rest }
    let named = Set(reply.naming.filter { !Words.slight.contains($0) }.map(Words.stem))
    let isHeard = a.understood > 0 && a.isUnambiguous
    return isHeard && !named.isDisjoint(with: Words.content(of: last.text)) ? rest : nil
  }

  /// The stems of what was used in what the client has just said, and in the last line told.
  var wordsJustUsed: Set<String> {
    Words.content(of: current.text).union(Words.content(of: told.last?.text ?? ""))
  }

  /// Whether a question holds a word of what was just said.
  func asksOfLast(_ question: Question) -> Bool {
    !question.things.isDisjoint(with: wordsJustUsed)
  }

  /// Whether a question asks when, where, whose, which or how long of something that was just said, in
  /// a word of it: no later part of the story tells that.
  func asksDetailOfLast(_ question: Question) -> Bool {
    question.asksDetail && !question.asksExperience && asksOfLast(question)
  }

  /// Whether a question for neither yes or no nor a detail takes up a telling word of what was just said:
  /// that can be gone on with, if not answered.
  private func takesUpLast(_ question: Question) -> Bool {
    guard question.isWorded, !question.asksYesOrNo, !asksDetailOfLast(question) else {
      return false
    }
    let telling = Set(question.thingWords.filter { !Words.slight.contains($0) }.map(Words.stem))
    return !telling.isDisjoint(with: wordsJustUsed)
  }

  /// Whether the next line of the topic under way goes on from what a question takes up of the last one.
  func canGoOn(from question: Question) -> Bool {
    topic != nil && takesUpLast(question) && goesOn(upTo: alliance.depth)
  }

  /// Whether words bind what is asked to something not being so, of which the last lines say nothing: 'what is
  /// it like when it doesn't come' is not told by what it is like when it comes.
  private func isOtherwise(_ clauses: [[String]]) -> Bool {
    clauses.contains(where: Words.supposesAbsence)
      && Words.tellingAbsence.isDisjoint(
        with: Words.all(of: current.text) + Words.all(of: told.last?.text ?? ""))
  }

  /// Whether a reply asks about what the client has just said: what it was like, more of it, in
  /// words just used, or naming nothing else.
  func asksAboutLast(_ reply: Reply, _ a: Appraisal) -> Bool {
    let question = reply.question
    let isEcho = question.echoes(current.text)
    guard a.asksSurely || question.invites || isEcho || question.isWorded && a.questioned == 0,
      !isOtherwise(reply.wording.clauses)
    else { return false }
    let words = question.thingWords
    let things = Set(words.map(Words.stem))
    let used = wordsJustUsed
    if question.asksExperience {
      // A number is nobody's by chance: 'the 36'; other words may be, beside some that were just used.
      let numbers = things.filter { $0.contains(where: \.isNumber) }
      // What they did then ('how was it, opening that?') names a topic in its own words alone.
      let acts = question.acts
      let others = things.subtracting(acts)
      let telling = words.filter { !acts.contains(Words.stem($0)) }
      return !namesOther(things, besides: used, meaning: telling) && !mentionsOther(numbers)
        && !(others.isDisjoint(with: used) && (mentionsOther(others) || isOfEarlier(others)))
    }
    let isDetail = asksDetailOfLast(question)
    if reply.wording.asksFact, !isDetail, goesOn(upTo: alliance.depth) { return false }
    guard !namesOther(things, besides: isDetail ? used : [], meaning: words) else { return false }
    return isEcho || reply.wording.asksMore || things.isEmpty || !things.isDisjoint(with: used)
  }

  /// Whether the next line of a topic is near enough to an answer that nothing need be said of the
  /// question: it goes on with what was asked about and answered, or its topic was named.
  func goesOn(with topic: String, asked reply: Reply, _ a: Appraisal) -> Bool {
    told.last?.asked != nil && asksAboutLast(reply, a)
      || topicTouched(by: reply.question.things) == topic && !isOtherwise(reply.wording.clauses)
  }

  /// Whether words, by their stems, name another topic than the one under way, and name it better than
  /// that one and what was just said; the words of `telling` may do so by their meaning.
  private func namesOther(
    _ stems: Set<String>, besides used: Set<String>, meaning telling: [String]
  ) -> Bool {
    let mine = used.union(topic.flatMap { subjects[$0]?.stems } ?? []).intersection(stems)
    let others = subjects.filter { $0.key != topic }
      .map { $0.value.stems.intersection(stems).count }
    if let most = others.max(), most > mine.count { return true }
    let known = mine.union(used)
    return meansOther(telling.filter { !known.contains(Words.stem($0)) })
  }

  /// Whether one of these words is in the lines of another topic alone.
  private func mentionsOther(_ stems: Set<String>) -> Bool {
    guard let mentioned = topicMentioned(by: stems) else { return false }
    return mentioned != topic
  }

  /// Whether a line told before the last one has one of these words, the commonest aside.
  private func isOfEarlier(_ stems: Set<String>) -> Bool {
    let telling = stems.subtracting(Words.slight.map { Words.stem($0) })
    return told.dropLast().contains { !Words.content(of: $0.text).isDisjoint(with: telling) }
  }

  /// Whether words that nothing here uses come near to another topic in meaning.
  private func meansOther(_ words: [String]) -> Bool {
    guard let meant = topicMeant(by: words) else { return false }
    return meant != topic
  }

  // MARK: - Coming back

  /// Follows an express invitation to come back to something that was told before what the client
  /// has last said.
  private mutating func comeBack(to reply: Reply) -> Bool {
    guard reply.wording.comesBack else { return false }
    let now = Words.content(of: current.text)
    let stems = Set(reply.naming.map(Words.stem)).subtracting(now)
    let earlier = told.filter { $0 != current.line }
    let shared = Self.sharedWords(stems, with: earlier)
    guard let most = shared.max(), most >= AllianceParameters.standard.minWordsToComeBack,
      let index = shared.lastIndex(of: most)
    else { return false }
    let line = earlier[index]
    let home = vignette.topics.first { $0.lines.contains(line) }?.id
    let next = home.flatMap { nextLine(of: $0, upTo: alliance.depth) }
    let answers = [line.answer, next].compactMap(\.self)
    guard let answer = answers.first(where: { !said.contains($0.text) }) else { return false }
    topic = home ?? topic
    if answer == next { told.append(answer) }
    say(answer, after: lastHadPreface ? [] : oneOwn(of: DefaultLines.returnPrefaces))
    return true
  }
}
