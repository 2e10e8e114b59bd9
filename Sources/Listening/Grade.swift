/// What Attune says of one reply: three scores, the codes behind them and the words that earned
/// each code.
public struct Grade: Hashable, Sendable {
  /// Empathy, 0 to 100: see `Scores` for how it follows from the codes.
  public var empathy: Int
  /// Openness, 0 to 100: open questions and invitations against closed and leading ones.
  public var openness: Int
  /// Non-judgment, 0 to 100: 100 where nothing judges the client.
  public var nonjudgment: Int
  /// The codes found in the reply.
  public var codes: Codes
  /// The words that earned the codes, in order of their place in the reply.
  public var evidence: [Evidence]
  /// Codes on which the grader could not decide with confidence. Doubt about reflection or judgment
  /// draws the score towards the middle (`Scores`); the others count as they stand. Read both with
  /// care.
  public var unsure: [CodeName]
  /// The model that graded, as `name@version`.
  public var model: String

  /// Creates a grade from its parts.
  public init(
    empathy: Int, openness: Int, nonjudgment: Int, codes: Codes, evidence: [Evidence] = [],
    unsure: [CodeName] = [], model: String
  ) {
    self.empathy = empathy
    self.openness = openness
    self.nonjudgment = nonjudgment
    self.codes = codes
    self.evidence = evidence
    self.unsure = unsure
    self.model = model
  }

  /// The words of the reply that earned a code; `nil` where none are told.
  public func words(for code: CodeName, in reply: String) -> Substring? {
    evidence.first { $0.code == code }?.words(in: reply)
  }
}

/// A span of a reply and the code that it supports.
public struct Evidence: Hashable, Sendable {
  /// The code supported.
  public var code: CodeName
  /// The code's value, as in records: `complex`, `open`, `blame`, `yes`.
  public var value: String
  /// Where the words stand: UTF-8 byte offsets into the reply, the end exclusive.
  public var span: Range<Int>
  /// How sure the grader is of the code, 0 to 1; of a reflection or judgment, that there is one, in
  /// whichever form.
  public var confidence: Double

  /// Creates evidence for a code.
  public init(code: CodeName, value: String, span: Range<Int>, confidence: Double) {
    self.code = code
    self.value = value
    self.span = span
    self.confidence = confidence
  }

  /// The words themselves, or `nil` where the span does not fit the reply.
  public func words(in reply: String) -> Substring? {
    let bytes = reply.utf8
    guard span.lowerBound >= 0, span.upperBound <= bytes.count else { return nil }
    let start = bytes.index(bytes.startIndex, offsetBy: span.lowerBound)
    let end = bytes.index(bytes.startIndex, offsetBy: span.upperBound)
    guard start.samePosition(in: reply.unicodeScalars) != nil,
      end.samePosition(in: reply.unicodeScalars) != nil
    else { return nil }
    return reply[start..<end]
  }
}

/// One reason for a code in words: a feature of the reply and how much it counted.
public struct Reason: Hashable, Sendable, Codable {
  /// The code that the feature spoke for or against.
  public var code: CodeName
  /// The feature in plain language, for example `the words "you feel"`.
  public var feature: String
  /// Its contribution to the decision in log-odds; negative speaks against the code.
  public var weight: Double

  /// Creates a reason.
  public init(code: CodeName, feature: String, weight: Double) {
    self.code = code
    self.feature = feature
    self.weight = weight
  }
}

extension Evidence: Codable {
  enum CodingKeys: String, CodingKey { case code, value, span, confidence }

  /// Reads evidence; the span is a pair of UTF-8 byte offsets.
  ///
  /// - Throws: `DecodingError` where the span is none or the confidence outside 0 to 1.
  public init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: CodingKeys.self)
    let span = try c.decode([Int].self, forKey: .span)
    guard span.count == 2, span[0] >= 0, span[0] <= span[1] else {
      throw DecodingError.dataCorruptedError(
        forKey: .span, in: c, debugDescription: "a span is two ascending byte offsets")
    }
    self.init(
      code: try c.decode(CodeName.self, forKey: .code),
      value: try c.decode(String.self, forKey: .value), span: span[0]..<span[1],
      confidence: try c.decode(in: 0...1, forKey: .confidence))
  }

  /// Writes evidence as in reply records.
  public func encode(to encoder: any Encoder) throws {
    var c = encoder.container(keyedBy: CodingKeys.self)
    try c.encode(code, forKey: .code)
    try c.encode(value, forKey: .value)
    try c.encode([span.lowerBound, span.upperBound], forKey: .span)
    try c.encode(confidence, forKey: .confidence)
  }
}

extension Grade: Codable {
  enum CodingKeys: String, CodingKey {
    case empathy, openness, nonjudgment, codes, evidence, unsure, model
  }

  /// Reads a grade; `unsure` may be missing.
  ///
  /// - Throws: `DecodingError` where a score is outside 0 to 100 or a code outside the vocabulary.
  public init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      empathy: try c.decode(in: 0...100, forKey: .empathy),
      openness: try c.decode(in: 0...100, forKey: .openness),
      nonjudgment: try c.decode(in: 0...100, forKey: .nonjudgment),
      codes: try c.decode(Codes.self, forKey: .codes),
      evidence: try c.decodeIfPresent([Evidence].self, forKey: .evidence) ?? [],
      unsure: try c.decodeIfPresent([CodeName].self, forKey: .unsure) ?? [],
      model: try c.decode(String.self, forKey: .model))
  }
}
