/// What a reply does, in the field's own terms: one value for each code of the vocabulary.
///
/// A reply may carry several codes at once. The terms are those of the Motivational Interviewing
/// Treatment Integrity manual (MITI 4.2.1), the Motivational Interviewing Skill Code (MISC) and
/// EPITOME (Sharma et al. 2020); each property names its source.
public struct Codes: Hashable, Sendable {
  /// The behaviour that carries the reply (AnnoMI, Wu et al. 2022).
  public var main: MainBehaviour = .other
  /// Saying back what the client said or meant (MITI 4.2.1: simple and complex reflection).
  public var reflection: Reflection = .none
  /// Asking, by function rather than by form (MISC: open and closed question).
  public var question: Question = .none
  /// Language that blames, belittles or commands this client (MISC: confront, direct, warn).
  public var judgment: Judgment = .none
  /// Which kind of judgment, where there is any.
  public var judgmentKind: JudgmentKind?
  /// Suggestions and directives, by whether permission was sought (MISC: advise).
  public var advice: Advice = .none
  /// Neutral facts (MITI 4.2.1: giving information).
  public var information = false
  /// A genuine strength or effort of this client, named (MITI 4.2.1: affirm).
  public var affirmation = false
  /// Power shared: asking what the client wants, or for leave (MITI 4.2.1: seeking collaboration).
  public var collaboration = false
  /// The client's own choice stressed (MITI 4.2.1: emphasizing autonomy).
  public var autonomy = false
  /// Openness about confidentiality, limits and how this works (Rogers 1957: congruence).
  public var transparency = false
  /// The trainee's own life brought in, briefly or taking over.
  public var selfDisclosure: SelfDisclosure = .none
  /// A miss owned and the client's view of it asked for (Safran & Muran 2000).
  public var repair = false
  /// A promise of what nobody can know.
  public var falseReassurance = false
  /// A feeling or fact named that this client did not show, or an answer to something else.
  ///
  /// A misreading in the form of a reflection is coded here and not as a reflection.
  public var misreading = false
  /// Warmth or concern expressed (EPITOME).
  public var emotionalReaction: Level = .none
  /// Understanding of feelings and experience communicated (EPITOME).
  public var interpretation: Level = .none
  /// Interest in what the client has not said (EPITOME).
  public var exploration: Level = .none

  /// Creates codes in which nothing is present.
  public init() {}

  /// Whether the reply asks a closed question that narrows what the client can say. One that asks for
  /// leave, or for what they want, does not: MITI 4.2.1 gives an utterance one code, and that of such a
  /// one is Seeking Collaboration. Nor does one beside a miss that is owned: to ask whether one went too
  /// near is part of owning it (Safran & Muran 2000).
  public var narrows: Bool { question == .closed && !collaboration && !repair }
}

/// How a reply reflects (MITI 4.2.1).
public enum Reflection: String, Codable, CaseIterable, Sendable {
  case none
  /// Adds little or no meaning to what the client said.
  case simple
  /// Adds substantial meaning or emphasis: a feeling, a metaphor, both sides.
  case complex
}

/// How a reply asks.
public enum Question: String, Codable, CaseIterable, Sendable {
  case none
  /// Leaves room for a story or a view, whatever its form: 'Tell me more' is open.
  case open
  /// Wants a yes, a no, a fact or a number; leading questions count here.
  case closed
}

/// How far a reply judges the client.
public enum Judgment: String, Codable, CaseIterable, Sendable {
  case none
  /// The client would feel a little judged.
  case mild
  /// The client would feel attacked, shamed or dismissed.
  case strong
}

/// The ways of judging that Attune tells apart (after MISC: confront, direct, warn).
public enum JudgmentKind: String, Codable, CaseIterable, Sendable {
  case blame, label, moralize, minimize, disbelief, order, warn, argue, sarcasm
}

/// Advice by whether the client wanted it (MISC: advise with and without permission).
public enum Advice: String, Codable, CaseIterable, Sendable {
  case none, permitted, unsolicited
}

/// The trainee's own life in the reply.
public enum SelfDisclosure: String, Codable, CaseIterable, Sendable {
  case none
  /// Short, and given back to the client.
  case brief
  /// The trainee's story takes the client's place.
  case takeover
}

/// A level of an EPITOME mechanism: none, weak or strong.
public enum Level: Int, Codable, CaseIterable, Sendable, Comparable {
  case none = 0
  case weak = 1
  case strong = 2

  /// Orders levels from none to strong.
  public static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
}

/// AnnoMI's main therapist behaviours (Wu et al. 2022).
public enum MainBehaviour: String, Codable, CaseIterable, Sendable {
  case reflection, question, input, other
}

extension Codes {
  /// What of the reply got in the client's way, the most serious first.
  public var hindrances: [CodeName] {
    let hindrances: [(isPresent: Bool, code: CodeName)] = [
      (judgment != .none, .judgment), (misreading, .misreading),
      (selfDisclosure == .takeover, .selfDisclosure), (advice == .unsolicited, .advice),
      (falseReassurance, .falseReassurance),
    ]
    return hindrances.filter(\.isPresent).map(\.code)
  }
}
