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

  private var generator: SplitMix64
  private var said: Set<String> = []
  private var replies: [String] = []
  private var topic: String?
  private var plainReplies = 0

  /// A client at the beginning of a session.
  public init(_ vignette: Vignette, seed: UInt64) {
    self.vignette = vignette
    alliance = Alliance(with: vignette)
    generator = SplitMix64(seed: seed)
    current = Utterance(text: vignette.opening.text, line: vignette.opening)
    said.insert(vignette.opening.text)
  }

  /// Takes in a graded reply and says what comes next.
  public mutating func answer(_ reply: String, grade: Grade) {
    let appraisal = Appraisal(reply: reply, grade: grade, to: current.text, earlier: replies)
    let wasRuptured = alliance.rupture != .none
    replies.append(reply)
    alliance.receive(appraisal, turn: replies.count)
    plainReplies = appraisal.move == .plain ? plainReplies + 1 : 0
    if alliance.isLost { return finish(.left) }
    let spoken = say(for: appraisal, about: reply, wasRuptured: wasRuptured)
    if spoken {
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
    ending != .left && alliance.rupture == .none
      && alliance.bond >= alliance.startingBond - 0.03
  }

  private mutating func finish(_ ending: Ending) {
    self.ending = ending
    let words = vignette.closings
    let change = alliance.bond - alliance.startingBond
    let fitting =
      if ending == .left {
        words.left
      } else if alliance.rupture != .none || change < -0.03 {
        words.cool
      } else if change >= 0.1 {
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
  private mutating func say(for a: Appraisal, about reply: String, wasRuptured: Bool) -> Bool {
    if wasRuptured, alliance.rupture == .none { return stand([.repaired]) || tell(reply, after: []) }
    let reactions = vignette.reactions
    switch alliance.rupture {
    case .withdrawal: return stand([.withdrawal, .ignored])
    case .confrontation: return stand([.confrontation, .withdrawal, .ignored])
    case .none: break
    }
    switch a.move {
    case .judged: return stand([.judged, .withdrawal, .confrontation])
    case .misread: return stand([.misread]) || tell(reply, after: [])
    case .pressured: return stand([.advised]) || tell(reply, after: [])
    case .ignored: return stand([.ignored, .withdrawal]) || tell(reply, after: [])
    case .levelled: return stand([.levelled]) || tell(reply, after: [])
    case .understood: return tell(reply, after: reactions.understood)
    case .explored: return tell(reply, after: reactions.explored)
    case .respected, .repaired: return tell(reply, after: reactions.respected)
    case .questioned: return stand([.closed]) || tell(reply, after: [])
    case .plain:
      // A nod keeps someone talking once; nods alone leave them uneasy.
      if plainReplies > 1, stand([.ignored]) { return true }
      return tell(reply, after: [])
    }
  }

  /// Says a line that stands alone, from the first list that has one left.
  private mutating func stand(_ occasions: [Reactions.Standing]) -> Bool {
    for occasion in occasions {
      let fresh = (vignette.reactions.standing[occasion] ?? []).filter { !said.contains($0.text) }
      if let line = generator.pick(fresh) {
        current = Utterance(text: line.text, line: line)
        return true
      }
    }
    return false
  }

  /// Tells more, behind a word on how the reply landed.
  private mutating func tell(_ reply: String, after prefixes: [String]) -> Bool {
    guard let (topic, line) = nextStory(about: reply) else { return false }
    self.topic = topic
    depth = max(depth, line.depth)
    said.insert(line.text)
    let prefix = generator.pick(prefixes.filter { !said.contains($0) })
    if let prefix { said.insert(prefix) }
    current = Utterance(text: [prefix, line.text].compactMap(\.self).joined(separator: " "), line: line)
    return true
  }

  /// The next thing to tell: on the topic that the reply names, else on the one under way, else on
  /// another; from the surface down, no deeper than the bond allows.
  private mutating func nextStory(about reply: String) -> (topic: String, line: ClientLine)? {
    let allowed = AllianceParameters.depth(forBond: alliance.bond)
    let named = topicNamed(in: reply)
    // Someone who has told all they dare may still go one step further rather than fall silent.
    for limit in allowed...max(allowed, 4) {
      for id in [named, topic] {
        if let id, let line = nextLine(of: id, upTo: limit) { return (id, line) }
      }
      let open = vignette.topics.map(\.id).filter { nextLine(of: $0, upTo: limit) != nil }
      if let id = generator.pick(open), let line = nextLine(of: id, upTo: limit) { return (id, line) }
    }
    return nil
  }

  private func nextLine(of id: String, upTo limit: Int) -> ClientLine? {
    vignette.topics.first { $0.id == id }?.lines
      .filter { $0.depth <= limit && !said.contains($0.text) }
      .min { $0.depth < $1.depth }
  }

  /// The topic whose words a reply uses most, or `nil` where it uses none.
  private func topicNamed(in reply: String) -> String? {
    let words = Words.content(of: reply)
    let scored = vignette.topics.map { topic in
      (topic.id, Set(topic.about.map(Words.stem)).intersection(words).count)
    }
    guard let best = scored.map(\.1).max(), best > 0 else { return nil }
    let tied = scored.filter { $0.1 == best }.map(\.0)
    return tied.first { $0 == topic } ?? tied.first
  }
}
