import Listening
import Repeatable
import Scenarios

extension Client {
  /// Says something that refers to the session before.
  mutating func openReturningSession(_ memory: Memory) {
    guard let line = pick(vignette.returning(memory.way), text: \.text) else { return }
    // A client who is still hurt does not return to what they told.
    let recalls = memory.way == .hurt ? [] : vignette.recalls(memory.topic)
    let recall = recalls.first { !saidBefore.contains($0) }
    if !recalls.isEmpty { topic = memory.topic }
    if let recall { said.insert(recall) }
    current = Utterance(
      text: [line.text, recall].compactMap(\.self).joined(separator: " "), line: line)
  }

  /// Says something new, and returns whether there was anything fitting left to say.
  mutating func say(for a: Appraisal, about reply: Reply, before: Alliance) -> Bool {
    // That question is answered even in a rupture.
    if a.move != .judged, reply.asksAboutSuicide, sayStandalone(vignette.lines(for: .safety)) {
      return true
    }
    switch alliance.rupture {
    case .withdrawal: return sayStandalone([.withdrawal, .ignored])
    case .confrontation: return sayStandalone([.confrontation, .withdrawal, .ignored])
    case .none: break
    }
    let wording = reply.wording
    // A miss that did harm, however little, is not walked past once it is owned.
    let isAmends = a.move == .repaired && (before.isHurt || wasSlighted)
    if announcedEnd != nil, !a.harms, !isAmends { return sayLastThings(to: wording, a) }
    if !a.harms, !isAmends, takeUpOwnShare(reply, a) { return true }
    // Somebody who has been hurt hears it when that is owned, however it is put.
    if isAmends, a.saysSorryAlone, sayOwn(DefaultLines.bareApology) { return true }
    if isAmends, sayStandalone([.repaired]) { return true }
    // Asked what the trainee's words did, they say so; where something of theirs was said back before,
    // 'What did that do to you?' is about that.
    let asksImpact =
      a.understood > 0
      ? wording.asksOwnImpact
      : wording.asksImpact || wording.asksBareImpact && remarksOnAmends
    if !a.harms, asksImpact || wording.noticesRupture, sayOwn(linesOfImpact) { return true }
    if !a.harms, !isAmends, takeUpBetween(reply, a) { return true }
    if !a.harms, !isAmends, !a.asks, a.understood == 0, ownsComplaint(reply),
      sayOwn(DefaultLines.complaintHeard)
    {
      return true
    }
    // A feeling that goes against all that they have shown, they put right as they would a misreading.
    if a.misnamed == .pleasant, !a.harms, !a.asks, sayStandalone([.misread]) { return true }
    guard a.isUnambiguous else { return tell(reply, a) }
    switch a.move {
    case .judged:
      return a.judgesOther && sayOwn(DefaultLines.judgedOther)
        || sayStandalone([.judged, .withdrawal, .confrontation])
    case .misread: return sayStandalone([.misread]) || tell(reply, a)
    case .pressured: return sayFirst(of: linesOnAdvice(in: reply), as: .talk) || tell(reply, a)
    case .ignored: return reactToEmptyReply(reply) || tell(reply, a)
    case .plain:
      if reply.answersForOneself, takeAnswer(reply) { return true }
      // A minimal reply does not answer a client who has just been hurt.
      if before.isHurt, reactToEmptyReply(reply) { return true }
      return tell(reply, a)
    case .repaired:
      // A courtesy before a question for a fact leaves the fact to be answered.
      return !wording.asksImpact && answerFact(reply, within: reach(after: a))
        || receiveAmends(reply, a) || tell(reply, a)
    case .transparent:
      return takeAnswer(reply) || answerBesideOpenness(reply, a) || sayStandalone([.transparent])
        || tell(reply, a)
    case .questioned:
      return answerQuestion(reply, a)
        || wording.offersToBeAsked && sayOwn(DefaultLines.nothingToAsk)
        || canGoOn(from: reply.question) && tell(reply, a)
        || answerShortly(reply) || tell(reply, a)
    case .explored: return tell(reply, a, after: .explored)
    case .respected:
      let isRespect =
        max(a.respected, a.collaborated) >= AllianceParameters.standard.minRespectForPreface
      return tell(reply, a, after: isRespect ? .respected : nil)
    case .understood:
      // A question beside the reflection is what gets answered.
      if a.explored > 0 { return tell(reply, a, after: .explored) }
      // A simple reflection does not trigger the "understood" preface.
      let isHeard = a.understood == 1 && !a.asks
      return tell(reply, a, after: isHeard ? .understood : nil)
    }
  }

  /// Answers amends for what had not hurt: thanks would say that it moved them, and nothing was owed.
  private mutating func receiveAmends(_ reply: Reply, _ a: Appraisal) -> Bool {
    if ownsComplaint(reply), sayOwn(DefaultLines.complaintHeard) { return true }
    // A miss that they had not taken for one, or that nobody saw, is not walked past either; what is said
    // back or asked beside it is answered first.
    let wording = reply.wording
    let asks = a.asks || reply.question.isWorded && !reply.question.things.isEmpty
    let isNamed =
      reply.amends.names && (wording.ownsMistake || a.repaired >= 1) && a.understood == 0 && !asks
    let isUnnoticed = wording.takesBackWords || wording.asksImpact || isNamed
    return isUnnoticed && sayOwn(DefaultLines.unnoticedMiss)
  }

  /// Takes the answer to what they have just asked the trainee; one about who gets to hear or read what is
  /// said is for the author to take.
  private mutating func takeAnswer(_ reply: Reply) -> Bool {
    guard current.occasion.isTalk, let asked = Words.askedOfTrainee(in: current.line.text),
      !Words.speaksOfSecrecy(asked), !Words.speaksOfSecrecy(reply.text)
    else { return false }
    return sayOwn(DefaultLines.answered)
  }

  /// Answers what the trainee says of their own share: leave that they ask for, what they tell once they
  /// have it, an offer to stop, and whom they know.
  private mutating func takeUpOwnShare(_ reply: Reply, _ a: Appraisal) -> Bool {
    if reply.wording.asksLeave, a.transparent < 1, sayOccasional(.leave, as: .leave) { return true }
    if a.tellsAllowed, sayOccasional(.offered) { return true }
    // Who has asked for a moment, or to leave something alone, is given that by such an offer.
    if reply.offersStop, a.transparent < 1, !a.leavesTime, current.occasion != .later,
      sayOwn(DefaultLines.stopOffered, as: .goingOn)
    {
      return true
    }
    return reply.wording.tellsAcquaintance && vignette.hasName(among: reply.words)
      && sayOccasional(.acquaintance)
  }

  /// Answers whether the trainee went too far, where nothing was amiss, and what they say of having asked
  /// about the two of them; whatever is said back beside it.
  private mutating func takeUpBetween(_ reply: Reply, _ a: Appraisal) -> Bool {
    guard a.explored == 0, a.move != .ignored else { return false }
    // 'Did I come too near?'
    if reply.wording.asksOwnImpact, a.questioned > 0 || reply.question.asksYesOrNo {
      return sayOwn(DefaultLines.unnoticedMiss)
    }
    return reply.wording.speaksOfUs && !reply.question.isWorded && sayStanding()
  }

  /// Says how they go, or that they will come again, and begins nothing new; returns whether there
  /// was anything left to say.
  private mutating func sayLastThings(to wording: Wording, _ a: Appraisal) -> Bool {
    let isHeard = a.understood == 1 && a.isUnambiguous && !lastHadPreface
    let words = isHeard ? one(of: vignette.reactions.prefaces[.understood] ?? []) : []
    let aboutNextTime =
      isFinished
      ? DefaultLines.noNextTime
      : returns ? vignette.lines(for: .nextTime) : DefaultLines.unsureOfNextTime
    let generic = DefaultLines.ending(vignette.attachment)
    guard
      wording.speaksOfNextTime && sayStandalone(aboutNextTime, as: .farewell)
        || sayStandalone(vignette.lines(for: .ending), as: .farewell)
        || sayStandalone(generic, as: .farewell)
    else { return false }
    current.text = (words + [current.text]).joined(separator: " ")
    lastHadPreface = !words.isEmpty
    said.insert(current.line.text)
    return true
  }

  /// Reacts to a reply that gave the client nothing: a short one is remarked on like silence, a long
  /// one beside the point is not.
  private mutating func reactToEmptyReply(_ reply: Reply) -> Bool {
    let words = reply.words
    // Where something was said, there was no silence to speak of.
    let ignored = (vignette.reactions.standing[.ignored] ?? [])
      .filter { words.isEmpty || !Words.namesSilence($0.text) }
    return words.count <= AllianceParameters.standard.maxBriefReply
      ? sayStandalone(ignored) || sayStandalone([.withdrawal])
      : sayStandalone([.withdrawal]) || sayStandalone(ignored)
  }

  /// Says a line that stands alone, from the first list that has one left.
  private mutating func sayStandalone(_ occasions: [Reactions.Standing]) -> Bool {
    for occasion in occasions {
      let lines = vignette.reactions.standing[occasion] ?? []
      if sayStandalone(lines, as: occasion == .withdrawal ? .withdrawal : .talk) { return true }
    }
    return false
  }

  /// Answers a closed question. Who has just told of what is asked does not say that they do not know.
  private mutating func answerShortly(_ reply: Reply) -> Bool {
    let isTold =
      asksOfLast(reply.question) || fact(askedBy: reply, within: alliance.depth) != nil
    return sayStandalone(closedLines.filter { !isTold || !Words.saysNotKnowing($0.text) })
  }

  /// Says the author's line for an occasion, or one of Attune's own where there is none left.
  private mutating func sayOccasional(
    _ occasion: Reactions.Occasional, as kind: Occasion = .talk
  ) -> Bool {
    let plain = DefaultLines.lines(for: occasion, vignette.attachment)
    return sayFirst(
      of: [vignette.reactions.occasional[occasion] ?? []] + own(plain, text: \.text), as: kind)
  }

  /// Says one of Attune's own lines.
  mutating func sayOwn(_ lines: [ClientLine], as occasion: Occasion = .talk) -> Bool {
    sayFirst(of: own(lines, text: \.text), as: occasion)
  }

  private mutating func sayStandalone(
    _ lines: [ClientLine], as occasion: Occasion = .talk
  ) -> Bool {
    sayFirst(of: [lines], as: occasion)
  }

  /// Says a line that stands alone, from the first of these lists that has one left.
  private mutating func sayFirst(of pools: [[ClientLine]], as occasion: Occasion) -> Bool {
    guard let line = pick(pools, text: \.text) else { return false }
    current = Utterance(text: line.text, line: line, occasion: occasion)
    lastHadPreface = false
    return true
  }

  /// Tells more, at times with a preface; `reaction` is the one that fits the reply.
  mutating func tell(
    _ reply: Reply, _ a: Appraisal, after reaction: Reactions.Preface? = nil
  ) -> Bool {
    if answerQuestion(reply, a) { return true }
    if let line = deeperNow(a) {
      let heard = vignette.reactions.prefaces[.understood] ?? []
      say(line, after: lastHadPreface ? [] : one(of: heard))
      return true
    }
    guard let step = nextStep(about: reply, a) else { return false }
    guard case .story(let topic, let line, let fit) = step else {
      return sayOwn(DefaultLines.notYet, as: .later)
    }
    // After the deepest line the client pauses before turning to another topic.
    let isAskedFor = fit != .elsewhere && a.explored > 0
    if topic != self.topic, !isAskedFor, !shouldRemind,
      current.line.depth == ClientLine.depths.upperBound,
      sayOwn(DefaultLines.pause, as: .time)
    {
      return true
    }
    // Heard in what went deep, or given time for it, they stay with it before they turn from it.
    if topic != self.topic, !isAskedFor, !shouldRemind, let rest = restOfLast(reply, a) {
      say(rest, after: preface(to: rest, of: self.topic ?? topic, .answer, a, reply, reaction))
      return true
    }
    // Where nothing answers a question, they say that and begin nothing new; once, and then they go on.
    // Who has just been understood goes on anyway.
    if a.understood == 0, passesOver(reply, a), !bearsOn(reply.question, line, of: topic, fit),
      sayUnanswered(reply, a)
    {
      return true
    }
    let words = preface(to: line, of: topic, fit, a, reply, reaction)
    lastHadPreface = !words.isEmpty
    self.topic = topic
    depth = max(depth, line.depth)
    said.insert(line.text)
    told.append(line)
    current = Utterance(text: (words + [line.text]).joined(separator: " "), line: line)
    return true
  }

  /// Whether a reply is a question that may be left open: not one beside a reflection that yes or no
  /// would answer, nor one to a client who has not told anything, has asked for a moment, or has just left
  /// another open.
  private func passesOver(_ reply: Reply, _ a: Appraisal) -> Bool {
    guard reply.question.isWorded, a.asks, a.isUnambiguous, a.explored > 0 || a.understood == 0,
      depth > 0, !shouldRemind, !current.occasion.awaitsTrainee
    else { return false }
    return !leavesOpen(current.line)
  }

  /// Whether a line leaves a question open: it says what it is to be asked that, or that there is no
  /// answer.
  func leavesOpen(_ line: ClientLine) -> Bool {
    closedLines.contains(line) || DefaultLines.unanswered.contains(line)
      || vignette.reactions.passedOver.contains(line.text)
  }

  /// What the client says to a question for a fact, or for yes or no, that no fact answers.
  private var closedLines: [ClientLine] { vignette.reactions.standing[.closed] ?? [] }

  /// Says that there is no answer: to a question for a fact or for yes or no as to a closed one.
  private mutating func sayUnanswered(_ reply: Reply, _ a: Appraisal) -> Bool {
    let asksPlainly = reply.wording.asksFact || reply.question.asksYesOrNo
    if asksPlainly, !reply.question.asksExperience, a.collaborated == 0, answerShortly(reply) {
      return true
    }
    let lines = vignette.reactions.passedOver.filter { !Words.announces($0) }
      .map { line(besideStory: $0, why: DefaultLines.whyAfterUnanswered) }
    return sayFirst(of: [lines] + own(DefaultLines.unanswered, text: \.text), as: .talk)
  }

  /// Says what precedes a story line: nothing, or one or two sentences.
  private mutating func preface(
    to line: ClientLine, of topic: String, _ fit: Fit, _ a: Appraisal, _ reply: Reply,
    _ reaction: Reactions.Preface?
  ) -> [String] {
    if shouldRemind {
      shouldRemind = false
      return one(of: [DefaultLines.reminder])
    }
    if current.occasion == .time, a.leavesTime { return oneOwn(of: DefaultLines.resumingPrefaces) }
    if current.occasion == .time, fit == .elsewhere { return turningWords(to: line, reply, a) }
    if current.occasion == .later, a.leavesTime { return oneOwn(of: DefaultLines.sparedPrefaces) }
    if beginsWithFact(line) { return oneOwn(of: DefaultLines.toldPrefaces) }
    if drops(reply, a, for: line, of: topic, fit) {
      let words = passingWords(over: reply.question)
      return fit == .elsewhere && depth > 0
        ? words + turningWords(to: line, reply, a, behind: words) : words
    }
    // A question that is left open is never passed over without a word, whatever stood before the line
    // before.
    if isSideways(line, of: topic, fit, to: reply, a) {
      return leadIn(to: line, reply.question, asksOpenly: false)
    }
    // Two lines in three have a preface, never two running; always when they turn from where they were
    // understood or asked.
    let ignoresQuestion = fit != .answer && a.explored > 0
    let isPassedOver = ignoresQuestion && a.isUnambiguous && depth > 0
    let turns =
      fit == .elsewhere && depth > 0 && a.isUnambiguous && (a.understood > 0 || a.asks)
    guard turns || isPassedOver || !lastHadPreface else { return [] }
    let reacts =
      isPassedOver
      || !lastHadPreface
        && (ignoresQuestion || generator.next() % AllianceParameters.standard.prefaceCycle > 0)
    guard turns || reacts else { return [] }
    // Asked again about what they have answered, or what something was like that they now come to,
    // they go on.
    if ignoresQuestion, fit == .sameTopic, goesOn(with: topic, asked: reply, a) { return [] }
    // A preface about a question does not fit a line that does not answer it.
    if isPassedOver {
      let turning =
        bearsOn(reply.question, line, of: topic, fit) ? [] : turningWords(to: line, reply, a)
      return turning.isEmpty ? leadIn(to: line, reply.question, asksOpenly: true) : turning
    }
    // A word that promises an answer fits a line that is on what was asked alone.
    if reacts, reaction == .explored, depth > 0, a.isUnambiguous, !isOn(reply, line, of: topic) {
      return leadIn(to: line, reply.question, asksOpenly: true)
    }
    // Nor does one about a choice fit praise.
    let fitsChoice = reaction != .respected || a.givesChoice
    let reactions =
      ignoresQuestion
      ? []
      : (reaction.flatMap { vignette.reactions.prefaces[$0] } ?? [])
        .filter { fitsChoice || !Words.namesChoice($0) }
    if fit != .elsewhere {
      let goesBack = topic != self.topic && hasTold(of: topic) && asks(of: topic, reply, a)
      return goesBack ? oneOwn(of: DefaultLines.returnPrefaces) : one(of: reactions)
    }
    // In doubt nothing is said.
    if turnsFrom(a), depth > 0, a.isUnambiguous { return turningWords(to: line, reply, a) }
    // A reaction to the reply before a turn elsewhere is followed by saying so.
    let words = reacts ? one(of: reactions) : []
    return turns || !words.isEmpty && depth > 0
      ? words + turningWords(to: line, reply, a) : words
  }

  /// Words before they turn elsewhere; none before a line that is on what was just said. Somebody who has
  /// understood them is not brushed off, and where they have just told nothing, or said so, nothing goes on
  /// from that.
  private mutating func turningWords(
    to line: ClientLine, _ reply: Reply, _ a: Appraisal, behind words: [String] = []
  ) -> [String] {
    if isOnWhatWasSaid(line, reply) { return [] }
    let hasTold = words.isEmpty && !leavesOpen(current.line) && current.occasion != .later
    return oneOwn(
      of: DefaultLines.turningPrefaces.filter {
        (hasTold || !DefaultLines.furtherPrefaces.contains($0))
          && (a.understood == 0 || !DefaultLines.dismissivePrefaces.contains($0))
      })
  }

  /// Picks a text that has not been said yet, if there is one.
  mutating func one(of pool: [String]) -> [String] { one(ofFirst: [pool]) }

  /// Picks one of Attune's own texts that has not been said yet, if there is one.
  mutating func oneOwn(of pool: [String]) -> [String] { one(ofFirst: own(pool, text: \.self)) }

  /// Attune's own lines as this client has them: first the third that they sooner say than others do,
  /// so that two clients seldom use the same words.
  func own<Line>(_ pool: [Line], text: (Line) -> String) -> [[Line]] {
    let ranked = pool.map { (line: $0, rank: FNV1a.hash((vignette.id + text($0)).utf8)) }
      .sorted { $0.rank < $1.rank }.map(\.line)
    let share = (ranked.count + 2) / 3
    return [Array(ranked.prefix(share)), Array(ranked.dropFirst(share))]
  }

  /// Picks a text that has not been said yet, if there is one, from the first list that has one.
  mutating func one(ofFirst pools: [[String]]) -> [String] {
    guard let text = pick(pools, text: \.self) else { return [] }
    said.insert(text)
    return [text]
  }

  /// Whether turning elsewhere leaves a reply that did not meet the client.
  private func turnsFrom(_ a: Appraisal) -> Bool {
    a.move != .understood && a.move != .respected
  }
}
