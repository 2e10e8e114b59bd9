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
        decision: { value(of: head, in: $0.codes) },
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
        name: "\(head.name), any", values: ["no", "yes"],
        truth: { $0.value(of: head).map { min($0, 1) } },
        decision: { value(of: head, in: $0.codes).map { min($0, 1) } },
        confidence: { head.hasForms ? $0.confidence(of: head) : nil })
    }
    let input = Measure(
      name: "input, any", values: ["no", "yes"], truth: { $0.value(of: .input) },
      decision: { $0.codes.hasInput ? 1 : 0 }, confidence: { _ in nil })
    // `judgmentKind` is measured where there is judgment and it was found; here all replies count.
    let kind = Measure(
      name: "judgmentKind, or none", values: ["none"] + Head.judgmentKind.valueNames,
      truth: { example in
        example.value(of: .judgmentKind).map { $0 + 1 }
          ?? (example.value(of: .judgment) == 0 ? 0 : nil)
      },
      decision: { (value(of: .judgmentKind, in: $0.codes) ?? -1) + 1 },
      confidence: { _ in nil })
    return yesOrNo + [input, kind]
  }

  /// The value of a head's code, also where the codes' own table leaves it open.
  private static func value(of head: Head, in codes: Codes) -> Int? {
    switch head {
    case .main: Head.mainValues.firstIndex(of: codes.main)
    case .emotionalReaction: codes.emotionalReaction.rawValue
    case .interpretation: codes.interpretation.rawValue
    case .exploration: codes.exploration.rawValue
    default: codes.value(of: head)
    }
  }
}
