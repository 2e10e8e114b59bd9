import Scenarios

/// What is said of a question that stands beside something else, and of what has not been told yet.
extension Client {
  /// Whether a line drops a question for a fact, or for yes or no, that stands behind what was said back: it
  /// neither bears on it nor tells what came next.
  func drops(
    _ reply: Reply, _ a: Appraisal, for line: ClientLine, of topic: String, _ fit: Fit
  ) -> Bool {
    let question = reply.question
    guard a.understood > 0, a.questioned > 0, a.explored == 0, a.collaborated == 0,
      a.isUnambiguous, question.isWorded, question.turnsVerb || reply.wording.asksFact,
      !question.asksForAssent, !reply.wording.asksWish
    else { return false }
    // When or where it was is not told by what it was like.
    if line == told.last?.answer, question.asksDetail { return true }
    if fit != .elsewhere, question.asksCourse, !asksDetailOfLast(question) { return false }
    return question.things.isEmpty
      ? reply.wording.asksFact && fit == .elsewhere
      : !bearsOn(question, line, of: topic, fit)
  }

  /// Words in front of a line that goes on with what a question was about and may or may not answer it.
  /// One that has nothing of the question in it is promised no answer by them; where these words are used
  /// up, the question is passed over in plain ones.
  mutating func leadIn(to line: ClientLine, _ question: Question, asksOpenly: Bool)
    -> [String]
  {
    let announcing = asksOpenly ? vignette.reactions.passedOver.filter(Words.announces) : []
    let plain =
      holdsWord(of: question, line) && !question.supposes
      ? DefaultLines.sideways
      : DefaultLines.sideways.filter(DefaultLines.deferringPrefaces.contains)
    let words = one(ofFirst: [announcing] + own(plain, text: \.self))
    return words.isEmpty ? passingWords(over: question) : words
  }

  /// Whether a line leaves a question for something concrete open and nothing else says so: it holds
  /// none of the question's words, though its topic is the one that was asked about.
  func isSideways(
    _ line: ClientLine, of topic: String, _ fit: Fit, to reply: Reply, _ a: Appraisal
  ) -> Bool {
    let question = reply.question
    let isPassedOver = a.explored > 0 && fit != .answer && !goesOn(with: topic, asked: reply, a)
    // What came next, or what somebody said then, is told by the story's next line.
    let isToldNext = question.asksCourse && fit != .elsewhere
    guard depth > 0, !current.occasion.awaitsTrainee, a.asks, a.isUnambiguous,
      !isPassedOver, !isToldNext, bearsOn(question, line, of: topic, fit),
      question.asksYesOrNo || reply.wording.asksFact && !question.asksExperience
    else { return false }
    return !holdsWord(of: question, line)
  }

  /// A plain word for a question that they pass over; none that sounds like an answer to it, or that says
  /// of what they have told that they do not know.
  mutating func passingWords(over question: Question) -> [String] {
    let isTold = hasSpoken(of: question)
    let words =
      [vignette.reactions.passedOver.filter { !Words.announces($0) }]
      + own(DefaultLines.unanswered.map(\.text), text: \.self)
    return one(
      ofFirst: words.map { pool in
        pool.filter {
          Words.all(of: $0).first != "no" && !(isTold && Words.saysNotKnowing($0))
        }
      })
  }

  /// Whether something that a question names has been told in this session, or asked for as a fact.
  private func hasSpoken(of question: Question) -> Bool {
    let things = Set(question.thingWords.filter { !Words.slight.contains($0) }.map(Words.stem))
    let texts = told.map(\.text) + vignette.facts.map(\.text).filter(said.contains)
    return asksOfLast(question)
      || texts.contains { !things.isDisjoint(with: Words.content(of: $0)) }
  }

  /// Says how openness landed, and then answers what is asked beside it.
  mutating func answerBesideOpenness(_ reply: Reply, _ a: Appraisal) -> Bool {
    guard asksBesideOpenness(reply, a) else { return false }
    // A question of their own, or asking for a moment, would not go on to an answer.
    let landed = (vignette.reactions.standing[.transparent] ?? []).map(\.text)
      .filter { !$0.contains("?") && !Words.asksForTime($0) }
    let words = one(of: landed)
    // One word in front is enough.
    lastHadPreface = lastHadPreface || !words.isEmpty
    guard tell(reply, a) else { return false }
    said.insert(current.line.text)
    current.text = (words + [current.text]).joined(separator: " ")
    lastHadPreface = lastHadPreface || !words.isEmpty
    return true
  }

  /// Whether something is asked openly, or for a fact, and not only what they make of the openness itself.
  private func asksBesideOpenness(_ reply: Reply, _ a: Appraisal) -> Bool {
    let (question, wording) = (reply.question, reply.wording)
    guard question.isWorded, a.asksSurely || a.questioned > 0 && wording.asksFact,
      !wording.offersToBeAsked, !wording.asksImpact
    else { return false }
    return !question.things.isSubset(of: Self.ofOpenness) || !question.inquiries.isEmpty
      || question.asksCourse
  }

  /// The stems of what is asked about openness itself: 'How does that fit?', 'What questions do you have?'
  private static let ofOpenness = Set(
    ["clear", "expect", "fair", "fit", "land", "questions", "rules", "worries"].map(Words.stem))

  /// Whether a reply owns, without an excuse, what the service did and they have just complained of. Only what
  /// they have complained of themselves had been on their mind.
  func ownsComplaint(_ reply: Reply) -> Bool {
    let (amends, complaint) = (reply.amends, current.text)
    guard !reply.wording.excusesItself else { return false }
    if Words.speaksOfService(complaint) { return amends.isForService || amends.mayBeForService }
    let words = Words.content(of: complaint)
    return amends.isForService
      && reply.naming.contains { !Words.slight.contains($0) && words.contains(Words.stem($0)) }
  }

  /// What they say to advice: first what holds for any, and then what presumes something of a topic of which
  /// they have told nothing.
  func linesOnAdvice(in reply: Reply) -> [[ClientLine]] {
    let lines = vignette.reactions.standing[.advised] ?? []
    let heard = told.reduce(into: Words.content(of: reply.text)) {
      $0.formUnion(Words.content(of: $1.text))
    }
    let untold = vignette.topics.filter { !hasTold(of: $0.id) }
      .reduce(into: Set<String>()) { $0.formUnion(subjects[$1.id]?.stems ?? []) }
      .subtracting(heard)
    let presuming = lines.filter { !untold.isDisjoint(with: Words.content(of: $0.text)) }
    return [lines.filter { !presuming.contains($0) }, presuming]
  }
}
