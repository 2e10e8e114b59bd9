import Listening
import Repeatable
import Scenarios

/// A simulated client in a session: what they have said, how they feel about it, what they say
/// next.
///
/// A value: copying a client keeps its whole state, which is how a turn is taken back.
///
///     var client = Client(vignette, seed: 7)
///     client.current.text                    // the opening
///     client.answer("You came anyway.", grade: grade)
///     client.current.text                    // what they say to that
public struct Client: Hashable, Sendable {
  /// What the client says, and what coaching knows of it.
  public struct Utterance: Hashable, Sendable {
    /// The client's words.
    public var text: String
    /// The line of the vignette that they end with; empty for last words.
    public var line: ClientLine
    /// What kind of thing it is.
    var occasion = Occasion.talk
  }

  /// What kind of thing a client has said, as far as it decides what would answer it.
  public enum Occasion: Sendable {
    /// A part of their story, or an answer to what the trainee did.
    case talk
    /// They asked for a moment.
    case time
    /// They asked to leave something alone for now.
    case later
    /// They gave the leave that was asked for.
    case leave
    /// Offered to stop, they said that they would go on.
    case goingOn
    /// They have drawn back: what they say keeps the trainee off.
    case withdrawal
    /// They are on their way out.
    case farewell

    /// Whether it is part of the talk, to be answered as such.
    public var isTalk: Bool { [.talk, .leave, .goingOn].contains(self) }

    /// Whether what comes next is for the trainee to give, before they are asked anything: a moment, peace
    /// from something, or what leave was asked for.
    var awaitsTrainee: Bool { [.time, .later, .leave].contains(self) }
  }

  /// Who they are.
  public let vignette: Vignette
  /// How they stand with the trainee.
  public private(set) var alliance: Alliance
  /// The last thing they said.
  public internal(set) var current: Utterance
  /// What kind of thing that is.
  public var occasion: Occasion { current.occasion }
  /// How the client ended the session, if they did: never `.ended`, which is the trainee's.
  public private(set) var ending: SessionEnding?
  /// The deepest line told, 0 to 4.
  public internal(set) var depth = 0
  /// How far each kind of move has moved the bond: the sum of its changes.
  public private(set) var bondContributions: [BondContribution: Double] = [:]

  /// Keywords of each topic.
  let subjects: [String: Subject]
  /// The lines that introduce somebody, with whom.
  let introductions: [String: Set<String>]
  /// How often each of these has been spoken of.
  var mentions: [String: Int] = [:]
  /// Those of them whom the trainee knows of by now.
  var known: Set<String> = []
  /// Word vectors; without them only a topic's own words name it.
  let meaning: WordMeaning?
  var generator: SplitMix64
  var said: Set<String> = []
  /// Everything said in the sessions before; empty in a first one.
  var saidBefore: Set<String> = []
  /// The words of each reply.
  private(set) var replies: [[String]] = []
  private var plainReplies = 0
  /// The topic under way.
  var topic: String?
  /// The opening and the story lines of this session, in the order told.
  var told: [ClientLine] = []
  /// Whether the last line had a preface.
  var lastHadPreface = false

  /// The number of the last reply that announced the end of the session.
  private(set) var announcedEnd: Int?
  /// Whether the last reply cost trust.
  private(set) var wasHurt = false
  /// Whether the reply before the last one did harm, however little.
  private(set) var wasSlighted = false
  /// The number of the last reply that did harm, however little.
  private var harmed: Int?
  /// Whether that has been owned since.
  private var isMended = false
  /// Whether a step for the time until the next session has been agreed on.
  private var hasAgreed = false
  /// The topic that the trainee has promised to come back to next time.
  private var promise: String?
  /// The topic that the trainee promised last time to come back to, while that is open.
  private var outstandingPromise: String?
  /// Whether the client is about to remind the trainee of it.
  var shouldRemind = false

  /// A client at the beginning of a session.
  ///
  /// - Parameters:
  ///   - vignette: Who they are.
  ///   - seed: The seed of their choices.
  ///   - memory: What they carry from the session before, or `nil` for a first one.
  ///   - meaning: What words mean, so that topics can be named in other words than their own.
  public init(
    _ vignette: Vignette, seed: UInt64, memory: Memory? = nil, meaning: WordMeaning? = nil
  ) {
    self.vignette = vignette
    alliance = memory?.alliance ?? Alliance(with: vignette)
    self.meaning = meaning
    subjects = Dictionary(
      vignette.topics.map { ($0.id, Subject($0.about, meaning)) }, uniquingKeysWith: { $1 })
    introductions = Self.introductions(in: vignette)
    generator = SplitMix64(seed: seed)
    current = Utterance(text: vignette.opening.text, line: vignette.opening)
    if let memory {
      (said, saidBefore) = (memory.told, memory.saidBefore)
      outstandingPromise = memory.promise
      countMentions(in: memory.told)
      openReturningSession(memory)
    } else {
      topic = topicTouched(by: Words.content(of: vignette.opening.text))
      told = [vignette.opening]
    }
    said.insert(current.line.text)
  }

  /// Takes in a graded reply and says what comes next.
  ///
  /// - Parameters:
  ///   - text: The reply.
  ///   - grade: Its grade.
  ///   - misnamed: The feeling that it reflects and that was not shown, if there is one.
  public mutating func answer(
    _ text: String, grade: Grade, misnaming misnamed: MisnamedFeeling? = nil
  ) {
    answer(Reply(text), grade: grade, misnaming: misnamed)
  }

  /// The same for a reply that has been read.
  public mutating func answer(
    _ reply: Reply, grade: Grade, misnaming misnamed: MisnamedFeeling? = nil
  ) {
    var appraisal = Appraisal(
      of: reply, grade: grade, to: current.text, earlier: replies, at: moment)
    if let misnamed { appraisal.note(misnamed) }
    // Who says goodbye, agrees when to meet again or asks what their own words did need say no more, nor
    // who asks after somebody's safety.
    let isEnough =
      reply.wording.announcesEnd || reply.wording.speaksOfNextTime || reply.wording.asksImpact
      || reply.asksAboutSafety
    plainReplies = appraisal.move == .plain && !isEnough ? plainReplies + 1 : 0
    // One minimal reply is fine; repeated ones count as being ignored.
    if plainReplies > 1 { appraisal.ignored = AllianceParameters.standard.emptyWords }
    let before = alliance
    replies.append(reply.words)
    alliance.receive(appraisal, turn: replies.count)
    wasHurt = alliance.bond < before.bond
    wasSlighted = harmed == replies.count - 1
    let isJudged = grade.codes.judgment != .none && !appraisal.answersPlainly
    let isSlighted = wasHurt || isJudged || grade.codes.misreading
    addContribution(.move(wasHurt ? appraisal.costliestMove : appraisal.move), since: before)
    let wording = reply.wording
    if isSlighted {
      (harmed, isMended) = (replies.count, false)
    } else if appraisal.move == .repaired, wording.ownsMistake || wording.apologisesForItself {
      isMended = true
    }
    checkPromise(reply)
    noticePeople(in: reply)
    if wording.announcesEnd {
      announcedEnd = replies.count
    } else if wording.saysThereIsTime {
      announcedEnd = nil
    }
    if appraisal.pressured == 0, appraisal.isShared, wording.proposesStep { hasAgreed = true }
    if let words = wording.promisedReturn {
      promise = topicNamed(by: Words.naming(among: words)) ?? topic
    }
    if alliance.isLost { return finish(.left) }
    if say(for: appraisal, about: reply, before: before) {
      said.insert(current.text)
      // Whoever wrote the line, who asks for a moment in it is to have that.
      if [.talk, .farewell].contains(current.occasion), Words.asksForTime(current.line.text) {
        current.occasion = .time
      }
    } else {
      finish(.closed)
    }
  }

  private var moment: Appraisal.Moment {
    var moment: Appraisal.Moment =
      switch current.occasion {
      case .talk, .withdrawal, .farewell: []
      case .time, .later, .goingOn: .pause
      case .leave: .leave
      }
    if wasHurt || alliance.rupture != .none { moment.insert(.hurt) }
    return moment
  }

  /// What the client says of a hurt that is not long past; nothing where there was none.
  var linesOfImpact: [ClientLine] {
    guard let harmed, replies.count - harmed <= AllianceParameters.standard.repliesToAskOfHarm
    else {
      return []
    }
    return isMended ? DefaultLines.mendedImpact : DefaultLines.openImpact
  }

  /// The client's last words when the trainee ends the session now.
  public func farewell() -> String {
    var copy = self
    copy.finish(.closed)
    return copy.current.text
  }

  /// Whether the client would come back: they want to, and there is something left to tell.
  public var returns: Bool { wantsToReturn && !hasToldAll }

  /// Whether the course with this client is at its end: they would come back, but everything has
  /// been told.
  public var isFinished: Bool { wantsToReturn && hasToldAll }

  /// Whether the alliance would bring them back.
  var wantsToReturn: Bool { alliance.comesBack(after: ending ?? .ended) }

  /// Whether every line of every topic that has anything new in it has been told, in this session or one
  /// before.
  private var hasToldAll: Bool {
    vignette.topics.allSatisfy {
      $0.lines.allSatisfy { said.contains($0.text) || isOutdated($0) }
    }
  }

  /// Whether the client will do what was agreed; `nil` if nothing was.
  public var acts: Bool? {
    hasAgreed ? wantsToReturn && alliance.task >= AllianceParameters.standard.taskToAct : nil
  }

  /// What the client carries into the next session.
  ///
  /// - Parameter ending: How the session ends if the client has not ended it; `nil` if the trainee
  ///   left in the middle of it.
  /// - Returns: What the next one begins with.
  public func memory(after ending: SessionEnding?) -> Memory {
    let ending = self.ending ?? ending
    let lines =
      (vignette.topics.flatMap(\.lines) + vignette.askedLines + vignette.answerLines)
      .map(\.text) + [current.line.text]
    let lastWords = self.ending == nil && ending == .ended ? [farewell()] : []
    return Memory(
      comesBack: alliance.comesBack(after: ending) && !hasToldAll, ending: ending,
      alliance: alliance.carriedOver(after: ending, endAnnounced: hasAnnouncedEnd),
      told: said.intersection(lines + [vignette.opening.text]),
      saidBefore: saidBefore.union(said).union(lastWords),
      topic: depth > 0 ? topic : nil, wasRepaired: alliance.repairs > 0, hasActed: acts,
      promise: promise)
  }

  /// Whether one of the last few replies announced the end of the session.
  private var hasAnnouncedEnd: Bool {
    announcedEnd.map { replies.count - $0 < AllianceParameters.standard.announcement } ?? false
  }

  private var change: Double { alliance.bond - alliance.startingBond }

  private mutating func finish(_ ending: SessionEnding) {
    self.ending = ending
    let closing: Closing =
      if ending == .left {
        .left
      } else if alliance.rupture != .none || change < -AllianceParameters.standard.coolClosingDrop {
        .cool
      } else if change >= AllianceParameters.standard.warmClosingGain {
        .warm
      } else {
        .neutral
      }
    let fitting = vignette.closings[closing] ?? []
    let text = pick([fitting], text: \.self) ?? fitting.first ?? ""
    current = Utterance(text: text, line: ClientLine(), occasion: .farewell)
    said.insert(text)
  }

  /// Picks something that has not been said: from the first of these lists that holds something not
  /// said in the whole course, otherwise in this session.
  mutating func pick<Line>(_ pools: [[Line]], text: (Line) -> String) -> Line? {
    let unsaid = pools.map { pool in pool.filter { !said.contains(text($0)) } }
    let fresh = unsaid.map { pool in pool.filter { !saidBefore.contains(text($0)) } }
    return generator.pick((fresh + unsaid).first { !$0.isEmpty } ?? [])
  }

  // MARK: - What was promised

  /// Notices whether the trainee comes back to what they promised to, in time.
  private mutating func checkPromise(_ reply: Reply) {
    guard let promised = outstandingPromise else { return }
    let isKept = isNamed(promised, by: reply.naming)
    guard isKept || replies.count >= AllianceParameters.standard.promiseTurns else { return }
    let before = alliance
    alliance.record(isKept ? .kept : .broken)
    addContribution(.promise, since: before)
    outstandingPromise = nil
    if !isKept, alliance.rupture == .none {
      topic = promised
      shouldRemind = true
    }
  }

  private mutating func addContribution(_ contribution: BondContribution, since before: Alliance) {
    let change = alliance.bond - before.bond
    if change != 0 { bondContributions[contribution, default: 0] += change }
  }
}
