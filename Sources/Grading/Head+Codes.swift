import Listening

extension Codes {
  /// The value of a head that the codes state, or `nil` where they do not speak of it.
  package func value(of head: Head) -> Int? {
    func index<Value: CaseIterable & Equatable>(_ value: Value) -> Int? {
      Array(Value.allCases).firstIndex(of: value)
    }
    func flag(_ value: Bool) -> Int { value ? 1 : 0 }
    switch head {
    case .reflection: return index(reflection)
    case .question: return index(question)
    case .judgment: return index(judgment)
    case .judgmentKind: return judgmentKind.flatMap(index)
    case .advice: return index(advice)
    case .selfDisclosure: return index(selfDisclosure)
    case .information: return flag(information)
    case .affirmation: return flag(affirmation)
    case .collaboration: return flag(collaboration)
    case .autonomy: return flag(autonomy)
    case .transparency: return flag(transparency)
    case .repair: return flag(repair)
    case .falseReassurance: return flag(falseReassurance)
    case .misreading: return flag(misreading)
    case .main, .input, .emotionalReaction, .interpretation, .exploration, .register,
      .spokenReflection, .spokenQuestion:
      return nil
    }
  }

  /// Sets the code that a head decides to one of the head's values.
  mutating func set(_ head: Head, to value: Int) {
    func pick<Value: CaseIterable>(_ values: Value.Type) -> Value? {
      Array(values.allCases).indices.contains(value) ? Array(values.allCases)[value] : nil
    }
    switch head {
    case .main: main = Head.mainValues.indices.contains(value) ? Head.mainValues[value] : .other
    case .reflection: reflection = pick(Reflection.self) ?? .none
    case .question: question = pick(Question.self) ?? .none
    case .judgment: judgment = pick(Judgment.self) ?? .none
    case .judgmentKind: judgmentKind = pick(JudgmentKind.self)
    case .advice: advice = pick(Advice.self) ?? .none
    case .selfDisclosure: selfDisclosure = pick(SelfDisclosure.self) ?? .none
    case .information: information = value == 1
    case .affirmation: affirmation = value == 1
    case .collaboration: collaboration = value == 1
    case .autonomy: autonomy = value == 1
    case .transparency: transparency = value == 1
    case .repair: repair = value == 1
    case .falseReassurance: falseReassurance = value == 1
    case .misreading: misreading = value == 1
    case .emotionalReaction: emotionalReaction = pick(Level.self) ?? .none
    case .interpretation: interpretation = pick(Level.self) ?? .none
    case .exploration: exploration = pick(Level.self) ?? .none
    case .input, .register, .spokenReflection, .spokenQuestion: break
    }
  }
}
