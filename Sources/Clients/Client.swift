import Listening
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
    /// The line of the vignette behind them.
    public var line: ClientLine
  }

  /// Who they are.
  public let vignette: Vignette
  /// How they stand with the trainee.
  public private(set) var alliance: Alliance
  /// The last thing they said.
  public private(set) var current: Utterance
  /// Why the session is over, once it is.
  public private(set) var ending: Ending?
  /// The deepest line told, 0 to 4.
  public private(set) var depth = 0

  /// Why the client ended the session.
  public enum Ending: Hashable, Sendable {
    /// Everything fitting has been said.
    case closed
    /// The client walked out.
    case left
  }

  /// The stems of the words by which each topic can be named.
  private let subjects: [String: Set<String>]
  private var generator: SplitMix64
  private var said: Set<String> = []
  private var replies: [String] = []
  private var plainReplies = 0
  /// The topic under way.
  private var topic: String?
  /// Whether the last line began with a word on how the reply landed.
  private var hasResponded = false

  /// A client at the beginning of a session.
  public init(_ vignette: Vignette, seed: UInt64) {
    self.vignette = vignette
    alliance = Alliance(with: vignette)
    subjects = Dictionary(
      vignette.topics.map { ($0.id, Set($0.about.map(Words.stem))) }, uniquingKeysWith: { $1 })
    generator = SplitMix64(seed: seed)
    current = Utterance(text: vignette.opening.text, line: vignette.opening)
    said.insert(vignette.opening.text)
    topic = topicNamed(by: Words.content(of: vignette.opening.text))
  }

  /// Takes in a graded reply and says what comes next.
  public mutating func answer(_ reply: String, grade: Grade) {
    var appraisal = Appraisal(reply: reply, grade: grade, to: current.text, earlier: replies)
    plainReplies = appraisal.move == .plain ? plainReplies + 1 : 0
    // A nod keeps someone talking once; nods alone leave them uneasy.
    if plainReplies > 1 { appraisal.ignored = 0.5 }
    let before = alliance
    replies.append(reply)
    alliance.receive(appraisal, turn: replies.count)
    if alliance.isLost { return finish(.left) }
    if say(for: appraisal, about: reply, before: before) {
      said.insert(current.text)
    } else {
      finish(.closed)
    }
  }

  /// The client's last words when the trainee ends the session now.
  public func farewell() -> String {
    var copy = self
    copy.finish(.closed)
    return copy.current.text
  }

  /// Whether the client would come back.
  public var returns: Bool {
    ending != .left && alliance.rupture == .none && change >= -AllianceParameters.cooled
  }

  private var change: Double { alliance.bond - alliance.startingBond }

  private mutating func finish(_ ending: Ending) {
    self.ending = ending
    let words = vignette.closings
    let fitting =
      if ending == .left {
        words.left
      } else if alliance.rupture != .none || change < -AllianceParameters.cooled {
        words.cool
      } else if change >= AllianceParameters.warmed {
        words.warm
      } else {
        words.neutral
      }
    let text = generator.pick(fitting.filter { !said.contains($0) }) ?? fitting.first ?? ""
    current = Utterance(text: text, line: ClientLine())
    said.insert(text)
  }

  // MARK: - What is said

  /// Says something new, and returns whether there was anything fitting left to say.
  private mutating func say(for a: Appraisal, about reply: String, before: Alliance) -> Bool {
    switch alliance.rupture {
    case .withdrawal: return stand([.withdrawal, .ignored])
    case .confrontation:
      // Anger that is understood gives way before it goes.
      return stand(
        a.understood > 0
          ? [.withdrawal, .confrontation, .ignored] : [.confrontation, .withdrawal, .ignored])
    case .none: break
    }
    let reactions = vignette.reactions
    switch a.move {
    case .judged: return stand([.judged, .withdrawal, .confrontation])
    case .misread: return stand([.misread]) || tell(reply, a)
    case .pressured: return stand([.advised]) || tell(reply, a)
    case .ignored: return stand(toNothing(reply)) || tell(reply, a)
    case .plain:
      if a.ignored > 0, stand(toNothing(reply)) { return true }
      return tell(reply, a)
    case .repaired:
      if before.isHurt, stand([.repaired]) { return true }
      return tell(reply, a, after: reactions.respected)
    case .levelled: return stand([.levelled]) || tell(reply, a)
    case .questioned: return stand([.closed]) || tell(reply, a)
    case .explored: return tell(reply, a, after: reactions.explored)
    case .respected: return tell(reply, a, after: reactions.respected)
    case .understood: return tell(reply, a, after: reactions.understood)
    }
  }

  /// What answers a reply that gave the client nothing: silence is remarked on, a speech beside the
  /// point is let pass.
  private func toNothing(_ reply: String) -> [Reactions.Standing] {
    Words.all(of: reply).count <= 4 ? [.ignored, .withdrawal] : [.withdrawal, .ignored]
  }

  /// Says a line that stands alone, from the first list that has one left.
  private mutating func stand(_ occasions: [Reactions.Standing]) -> Bool {
    for occasion in occasions {
      let fresh = (vignette.reactions.standing[occasion] ?? []).filter { !said.contains($0.text) }
      if let line = generator.pick(fresh) {
        current = Utterance(text: line.text, line: line)
        hasResponded = false
        return true
      }
    }
    return false
  }

  /// Tells more, at times behind a word on how the reply landed.
  private mutating func tell(
    _ reply: String, _ a: Appraisal, after responses: [String] = []
  ) -> Bool {
    guard let (topic, line, isAnswer) = nextStory(about: reply, a) else { return false }
    // Nobody comments on every reply they get.
    let responds =
      !hasResponded && generator.next() % 3 > 0 && (isAnswer || a.move != .explored)
    let response = responds ? generator.pick(responses.filter { !said.contains($0) }) : nil
    if let response { said.insert(response) }
    hasResponded = response != nil
    self.topic = topic
    depth = max(depth, line.depth)
    said.insert(line.text)
    current = Utterance(
      text: [response, line.text].compactMap(\.self).joined(separator: " "), line: line)
    return true
  }

  // MARK: - Topics

  /// The next thing to tell, from the surface down and no deeper than the bond allows: on the topic
  /// that the reply names or the one under way, else on another, best on one that has just been
  /// touched on.
  ///
  /// - Returns: The topic, the line and whether it answers the reply rather than turning elsewhere.
  private mutating func nextStory(about reply: String, _ a: Appraisal)
    -> (topic: String, line: ClientLine, isAnswer: Bool)?
  {
    let theirs = Words.content(of: current.text)
    let words = Words.content(of: reply)
    // Words that the client has just used follow them; they name nothing new.
    let named = topicNamed(by: words.subtracting(theirs))
    let follows = a.understood > 0 && a.explored + a.questioned == 0
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

  private func nextLine(of id: String, upTo limit: Int) -> ClientLine? {
    vignette.topics.first { $0.id == id }?.lines
      .filter { $0.depth <= limit && !said.contains($0.text) }
      .min { $0.depth < $1.depth }
  }

  /// The topic of which most words are among these, the one under way before others; `nil` where
  /// there are none.
  private func topicNamed(by words: Set<String>, among open: [String]? = nil) -> String? {
    let ids = open ?? vignette.topics.map(\.id)
    let scored = ids.map { ($0, subjects[$0]?.intersection(words).count ?? 0) }
    guard let best = scored.map(\.1).max(), best > 0 else { return nil }
    let tied = scored.filter { $0.1 == best }.map(\.0)
    return tied.first { $0 == topic } ?? tied.first
  }
}
