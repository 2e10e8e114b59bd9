import Grading
import Listening

/// What an evaluation compares: a label and the code that answers it.
struct Measure {
  var name: String
  var values: [String]
  var truth: (LabelledExample) -> Int?
  var decision: (Decisions) -> Int?
  var confidence: (Decisions) -> Double?

  /// Every decision, then some with values taken together.
  static var all: [Measure] { heads + merged }

  private static var heads: [Measure] {
    Head.allCases.compactMap { head in
      guard head != .register, head != .input, head != .spokenReflection, head != .spokenQuestion
      else { return nil }
      return Measure(
        name: head.name, values: head.valueNames, truth: { $0.value(of: head) },
        decision: { $0.codes.value(of: head) },
        confidence: { decisions in
          // Of a code that has forms, the confidence is in its presence: see below.
          if head.hasForms { return nil }
          return head == .main ? decisions.mainConfidence : decisions.confidence(of: head)
        })
    }
  }

  private static var merged: [Measure] {
    let yesOrNo = [Head.reflection, .question, .judgment, .advice].map { head in
      Measure(
        name: "\(head.name), any", values: CodeVariable.noAndYes,
        truth: { $0.value(of: head).map { min($0, 1) } },
        decision: { $0.codes.value(of: head).map { min($0, 1) } },
        confidence: { head.hasForms ? $0.confidence(of: head) : nil })
    }
    let input = Measure(
      name: "input, any", values: CodeVariable.noAndYes, truth: { $0.value(of: .input) },
      decision: { $0.codes.hasInput ? 1 : 0 }, confidence: { _ in nil })
    // `judgmentKind` is measured where there is judgment and it was found; here all replies count.
    let kind = Measure(
      name: "judgmentKind, or none", values: [CodeVariable.absence] + Head.judgmentKind.valueNames,
      truth: { example in
        example.value(of: .judgmentKind).map { $0 + 1 }
          ?? (example.value(of: .judgment) == 0 ? 0 : nil)
      },
      decision: { ($0.codes.value(of: Head.judgmentKind) ?? -1) + 1 },
      confidence: { _ in nil })
    return yesOrNo + [input, kind]
  }
}
