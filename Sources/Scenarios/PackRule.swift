import Diagnostics

/// What may be wrong with a pack that loads. `Documentation/PackFormat.md` describes each rule by its
/// name; a test compares the two.
public enum PackRule: String, CaseIterable, Sendable {
  // pack.yaml and the files.
  case version, language, licence
  case fileName = "file-name"
  // Texts of any kind.
  case skeleton
  case cutOff = "cut-off"
  case oneLine = "one-line"
  case curlyQuotes = "curly-quotes"
  case loneQuote = "lone-quote"
  case personFirst = "person-first"
  // What there is to practise and to tell.
  case noObjectives = "no-objectives"
  case fewLines = "few-lines"
  case saidTwice = "said-twice"
  case deepStart = "deep-start"
  case depthGap = "depth-gap"
  case shallow
  case noLines = "no-lines"
  case noAnswer = "no-answer"
  case neverTold = "never-told"
  // Words of topics and facts, and the lines.
  case fewWords = "few-words"
  case sharedWord = "shared-word"
  case deadWord = "dead-word"
  case noFeelings = "no-feelings"
  case joinedFeelings = "joined-feelings"
  case oddFeeling = "odd-feeling"
  case longLine = "long-line"
  case hardToRead = "hard-to-read"
  case exampleRepeats = "example-repeats"
  case exampleTwice = "example-twice"
}

extension Diagnostic {
  /// A warning about a pack that loads.
  public static func warning(
    _ rule: PackRule, at location: Location?, _ message: String, mend: String
  ) -> Diagnostic {
    Diagnostic(.warning, rule.rawValue, at: location, message, mend: mend)
  }
}
