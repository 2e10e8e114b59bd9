/// The name of a code, as it stands in records, transcripts and on the line protocol.
public enum CodeName: String, Codable, CaseIterable, Sendable {
  case reflection, question, judgment, advice, information, affirmation, collaboration, autonomy
  case transparency
  case selfDisclosure = "self_disclosure"
  case repair
  case falseReassurance = "false_reassurance"
  case misreading
  case emotionalReaction = "emotional_reaction"
  case interpretation, exploration

  /// The name as a trainee reads it.
  public var label: String { rawValue.replacing("_", with: " ") }

  /// The codes that a reader is shown by name. EPITOME's levels are a part of empathy and show
  /// there.
  public static let shown = allCases.filter {
    ![.emotionalReaction, .interpretation, .exploration].contains($0)
  }
}

extension Codes {
  /// The value of a code as it stands in records, or `nil` where it is absent from the reply.
  ///
  ///     codes.value(of: .reflection)  // "complex"
  public func value(of name: CodeName) -> String? {
    func present(_ value: String) -> String? { value == "none" || value == "0" ? nil : value }
    func flag(_ value: Bool) -> String? { value ? "yes" : nil }
    switch name {
    case .reflection: return present(reflection.rawValue)
    case .question: return present(question.rawValue)
    case .judgment: return present(judgment.rawValue)
    case .advice: return present(advice.rawValue)
    case .information: return flag(information)
    case .affirmation: return flag(affirmation)
    case .collaboration: return flag(collaboration)
    case .autonomy: return flag(autonomy)
    case .transparency: return flag(transparency)
    case .selfDisclosure: return present(selfDisclosure.rawValue)
    case .repair: return flag(repair)
    case .falseReassurance: return flag(falseReassurance)
    case .misreading: return flag(misreading)
    case .emotionalReaction: return present(String(emotionalReaction.rawValue))
    case .interpretation: return present(String(interpretation.rawValue))
    case .exploration: return present(String(exploration.rawValue))
    }
  }

  /// A code and its value in the words of a reader, or `nil` where it is absent from the reply.
  ///
  ///     codes.phrase(for: .reflection)  // "complex reflection"
  public func phrase(for name: CodeName) -> String? {
    guard let value = value(of: name) else { return nil }
    switch name {
    case .reflection, .question: return "\(value) \(name.label)"
    case .judgment:
      let kind = judgmentKind.map { " (\($0.rawValue))" } ?? ""
      return "\(value) judgment\(kind)"
    case .advice: return value == "permitted" ? "advice with permission" : "unsolicited advice"
    case .selfDisclosure:
      return value == "brief" ? "self-disclosure" : "self-disclosure, taking over"
    case .emotionalReaction, .interpretation, .exploration: return "\(name.label) \(value)"
    default: return name.label
    }
  }

  /// These codes with some alone left, and the main behaviour as it is.
  public func keeping(_ names: some Sequence<CodeName>) -> Codes {
    var codes = Codes()
    codes.main = main
    for name in names {
      switch name {
      case .reflection: codes.reflection = reflection
      case .question: codes.question = question
      case .judgment: (codes.judgment, codes.judgmentKind) = (judgment, judgmentKind)
      case .advice: codes.advice = advice
      case .information: codes.information = information
      case .affirmation: codes.affirmation = affirmation
      case .collaboration: codes.collaboration = collaboration
      case .autonomy: codes.autonomy = autonomy
      case .transparency: codes.transparency = transparency
      case .selfDisclosure: codes.selfDisclosure = selfDisclosure
      case .repair: codes.repair = repair
      case .falseReassurance: codes.falseReassurance = falseReassurance
      case .misreading: codes.misreading = misreading
      case .emotionalReaction: codes.emotionalReaction = emotionalReaction
      case .interpretation: codes.interpretation = interpretation
      case .exploration: codes.exploration = exploration
      }
    }
    return codes
  }
}
