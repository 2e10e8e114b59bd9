import Listening
import Repeatable

/// A reply with the grade that a good grader would give it.
public struct GradedReply: Sendable {
  /// The reply.
  public var reply: String
  /// Its grade.
  public var grade: Grade

  /// Creates an answer.
  public init(reply: String, grade: Grade) {
    self.reply = reply
    self.grade = grade
  }
}

/// A way of replying: what one kind of trainee says at a turn of a session.
public typealias Policy =
  @Sendable (_ client: Client, _ turn: Int, _ rng: inout SplitMix64) -> GradedReply

/// Trainees as code: ways of replying that an instructor can play a vignette with.
///
/// Their grades are made by hand, so that results depend on the client alone and not on a grader.
public enum Policies {
  /// Mostly reflections, complex more often than simple, some open questions, shared decisions;
  /// open about how this works at the start; owns a miss at once.
  public static let skilled: Policy = { client, turn, rng in
    if client.alliance.rupture != .none { return SampleReplies.repair(turn) }
    if turn == 2 { return SampleReplies.transparency(turn) }
    switch rng.next() % 20 {
    case 0..<9: return SampleReplies.complex(turn)
    case 9..<13: return SampleReplies.simple(turn)
    case 13..<17: return SampleReplies.open(turn)
    case 17..<19: return SampleReplies.collaboration(turn)
    default: return SampleReplies.affirmation(turn)
    }
  }

  /// Mostly questions, closed more often than open, few reflections, now and then advice.
  public static let novice: Policy = { _, turn, rng in
    switch rng.next() % 20 {
    case 0..<8: SampleReplies.closed(turn)
    case 8..<13: SampleReplies.open(turn)
    case 13..<17: SampleReplies.simple(turn)
    case 17..<19: SampleReplies.plain(turn)
    default: SampleReplies.advice(turn)
    }
  }

  /// One closed question after another.
  public static let closedQuestioner: Policy = { _, turn, _ in SampleReplies.closed(turn) }

  /// Mostly advice, with a question now and then.
  public static let adviceGiver: Policy = { _, turn, rng in
    switch rng.next() % 20 {
    case 0..<11: SampleReplies.advice(turn)
    case 11..<16: SampleReplies.closed(turn)
    default: SampleReplies.open(turn)
    }
  }

  /// Judges mildly or outright more often than not.
  public static let judgmental: Policy = { _, turn, rng in
    switch rng.next() % 20 {
    case 0..<8: SampleReplies.judgment(turn, .mild)
    case 8..<15: SampleReplies.judgment(turn, .strong)
    default: SampleReplies.closed(turn)
    }
  }

  /// Hands the client's words back.
  public static let parrot: Policy = { client, _, _ in
    GradedReply(reply: client.current.text, grade: grade { $0.reflection = .simple })
  }

  /// Warm words without content, in which a grader finds no code.
  public static let keywordStuffer: Policy = { _, turn, _ in
    GradedReply(
      reply: "\(turn). Empathy, validation, holding space, I hear you.", grade: grade { _ in })
  }

  /// Says nothing.
  public static let silent: Policy = { _, _, _ in GradedReply(reply: "", grade: grade { _ in }) }

  /// Tells stories of their own.
  public static let overDiscloser: Policy = { _, turn, _ in
    GradedReply(
      reply: "\(turn). That reminds me of my own year, let me tell you all of it.",
      grade: grade { $0.selfDisclosure = .takeover })
  }

  /// Skilled but for two outbursts, each owned as soon as the client shows that it hurt.
  public static let rupturesThenRepairs: Policy = { client, turn, rng in
    if turn == 4 || turn == 9 { return SampleReplies.judgment(turn, .strong) }
    if turn == 5 || turn == 10 { return SampleReplies.repair(turn) }
    return skilled(client, turn, &rng)
  }

  /// Names feelings that are not there.
  public static let misreader: Policy = { _, turn, _ in SampleReplies.misreading(turn) }

  /// All of them, from the most helpful down.
  public static let all: [(name: String, policy: Policy)] = [
    ("skilled", skilled), ("ruptures-then-repairs", rupturesThenRepairs), ("novice", novice),
    ("closed-questioner", closedQuestioner), ("parrot", parrot), ("silent", silent),
    ("keyword-stuffer", keywordStuffer), ("misreader", misreader),
    ("over-discloser", overDiscloser),
    ("advice-giver", adviceGiver), ("judgmental", judgmental),
  ]
}
