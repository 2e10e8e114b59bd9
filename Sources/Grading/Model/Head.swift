import Listening

/// One decision of the model: a code and the values it can take.
///
/// Value 0 is the absence of the code (for `main` it is `other`, for `judgmentKind` it is `blame`);
/// its log-odds are fixed at 0, so a head with `n` values has `n - 1` outputs. `Head+Odds.swift` says
/// what they mean.
package enum Head: Int, CaseIterable, Sendable {
  case main, reflection, question, judgment, judgmentKind, advice, selfDisclosure
  case information, affirmation, collaboration, autonomy, transparency, repair
  case falseReassurance, misreading
  case emotionalReaction, interpretation, exploration
  /// AnnoMI's therapist input (information, advice, options, negotiation), yes or no.
  case input
  /// Whether the reply reads like transcribed speech rather than like typed words.
  case register
  /// Reflection and question as AnnoMI's coders saw them in transcribed speech.
  case spokenReflection, spokenQuestion

  /// How many values the decision has.
  package var valueCount: Int { Head.valueCounts[rawValue] }

  /// Where the head's outputs start in a row of weights.
  package var offset: Int { Head.offsets[rawValue] }

  /// The head's outputs in a row of weights.
  package var outputs: Range<Int> { offset..<offset + valueCount - 1 }

  /// Outputs of all heads together: a literal, so that loops over them have constant bounds.
  @inlinable package static var outputCount: Int { 41 }

  // Worked out once: they are asked for with every reply.
  private static let valueCounts = allCases.map(\.valueNames.count)
  private static let offsets = valueCounts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1 - 1) }

  /// The heads whose decisions are part of a grade in themselves.
  package static let decided = allCases.filter { $0.code != nil || $0 == .main }

  /// The code that the head decides, or `nil` where it decides none of its own.
  package var code: CodeName? {
    switch self {
    case .main, .input, .judgmentKind, .register, .spokenReflection, .spokenQuestion: nil
    case .reflection: .reflection
    case .question: .question
    case .judgment: .judgment
    case .advice: .advice
    case .selfDisclosure: .selfDisclosure
    case .information: .information
    case .affirmation: .affirmation
    case .collaboration: .collaboration
    case .autonomy: .autonomy
    case .transparency: .transparency
    case .repair: .repair
    case .falseReassurance: .falseReassurance
    case .misreading: .misreading
    case .emotionalReaction: .emotionalReaction
    case .interpretation: .interpretation
    case .exploration: .exploration
    }
  }

  /// The head that decides the same code in transcribed speech, if there is one.
  var spoken: Head? {
    switch self {
    case .reflection: .spokenReflection
    case .question: .spokenQuestion
    default: nil
    }
  }

  /// The head that decides the code on the whole; for transcribed speech it is another.
  package var typed: Head {
    switch self {
    case .spokenReflection: .reflection
    case .spokenQuestion: .question
    default: self
    }
  }

  /// The head's name in reports.
  package var name: String { String(describing: self) }

  /// The names of its values, in order, for reports.
  package var valueNames: [String] {
    switch self {
    case .main: Head.mainValues.map(\.rawValue)
    case .judgmentKind: CodeVariable.judgmentKind.values
    default: typed.code.map { CodeVariable.code($0).values } ?? CodeVariable.noAndYes
    }
  }

  /// AnnoMI's behaviours in the order of the head's values.
  package static let mainValues: [MainBehaviour] = [.other, .reflection, .question, .input]
}
