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
}

extension CodeName {
  /// The values that the code takes in records where it is present.
  public var values: [String] {
    func present(_ values: [String]) -> [String] { values.filter { $0 != "none" && $0 != "0" } }
    return switch self {
    case .reflection: present(Reflection.allCases.map(\.rawValue))
    case .question: present(Question.allCases.map(\.rawValue))
    case .judgment: present(Judgment.allCases.map(\.rawValue))
    case .advice: present(Advice.allCases.map(\.rawValue))
    case .selfDisclosure: present(SelfDisclosure.allCases.map(\.rawValue))
    case .emotionalReaction, .interpretation, .exploration:
      present(Level.allCases.map { String($0.rawValue) })
    case .information, .affirmation, .collaboration, .autonomy, .transparency, .repair,
      .falseReassurance, .misreading:
      ["yes"]
    }
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
}
