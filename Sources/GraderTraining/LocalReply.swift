import Grading
import Listening

/// A reply with the codes that a course gave it.
public struct LocalReply: Sendable {
  /// Replies of one group, a conversation, are never split between fitting and measuring.
  var group: String
  /// What the client had said, if known.
  public var client: String?
  /// The reply.
  public var text: String
  /// The codes' values, as in reply records; a code that is not there was not looked for.
  public var codes: [CodeVariable: String]

  /// Creates a reply.
  public init(group: String, client: String?, text: String, codes: [CodeVariable: String]) {
    self.group = group
    self.client = client
    self.text = text
    self.codes = codes
  }

  /// The reply as an example for training.
  var example: LabelledExample {
    var example = LabelledExample(source: .corpus, group: group, text: text, client: client)
    for (variable, value) in codes {
      for head in Head.allCases where head.variable == variable {
        if let index = head.valueNames.firstIndex(of: value) { example.set(head, to: index) }
      }
    }
    return example
  }
}

extension Head {
  /// What coders call that which the head decides, or `nil` where they do not code it.
  var variable: CodeVariable? {
    switch self {
    case .main: .main
    case .judgmentKind: .judgmentKind
    case .input: .input
    case .register: nil
    case .spokenReflection: .code(.reflection)
    case .spokenQuestion: .code(.question)
    default: code.map(CodeVariable.code)
    }
  }
}
