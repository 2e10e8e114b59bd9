import Listening
import Scenarios

/// The keys of each form in a pack's files, in the order in which they are best written.
enum FormKeys {
  static let pack = ["format", "title", "version", "language", "licence", "summary"]
  static let vignette = [
    "format", "name", "title", "summary", "attachment", "history", "expectations", "warnings",
    "objectives", "opening", "topics", "answers", "facts", "reactions", "closings", "returns",
  ]
  static let objective = ["skill", "text", "source"]
  static let opening = ["text", "feelings", "meaning", "example", "why", "asked"]
  static let topic = ["id", "title", "about", "lines", "recall"]
  static let topicLine = ["text", "depth", "feelings", "meaning", "example", "why", "asked"]
  static let asked = ["text", "example"]
  static let answer = ["to", "depth", "text", "feelings", "meaning", "example", "why"]
  static let fact = ["ask", "of", "about", "depth", "text"]
  static let reactions =
    Reactions.Preface.allCases.map(\.rawValue) + ["passed_over"]
    + Reactions.Standing.allCases.map(\.rawValue) + Reactions.Occasional.allCases.map(\.rawValue)
  static let returns = Returning.allCases.map(\.rawValue)
  static let pool = ["why", "lines"]
  static let reactionLine = ["text", "example"]
  static let closings = Closing.allCases.map(\.rawValue)
  /// The keys of lists of single words, which are best written in brackets.
  static let words: Set = ["history", "expectations", "feelings", "about", "ask", "of"]

  static let tests = ["format", "tests"]
  static let test = ["name", "seed", "replies", "expect"]
  /// What an expectation is about; each has one of these.
  static let claims = [
    "bond", "bond-above", "bond-below", "says", "never-says", "answers", "rupture", "depth", "code",
    "ends",
  ]
  /// What a reply can be expected to be graded with.
  static let codes = CodeVariable.all.filter { $0 != .input }
  static let expectation = claims + ["reply", "topic", "value"]

  /// The keys of all forms.
  static let all = Set(
    [
      pack, vignette, objective, opening, topic, topicLine, asked, answer, fact, reactions, returns,
      pool, reactionLine, closings, tests, test, expectation,
    ].joined())
}
