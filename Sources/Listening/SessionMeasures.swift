/// The measures of a whole session, as MITI takes them.
public struct SessionMeasures: Hashable, Sendable, Codable {
  /// Replies graded.
  public var replies = 0
  /// Replies that hold a simple reflection.
  public var simpleReflections = 0
  /// Replies that hold a complex reflection.
  public var complexReflections = 0
  /// Replies that ask an open question.
  public var openQuestions = 0
  /// Replies that ask a closed question.
  public var closedQuestions = 0
  /// MI-adherent moves: affirmation, seeking collaboration, emphasizing autonomy (MITI 4.2.1).
  public var adherent = 0
  /// MI-non-adherent moves: confrontation and persuasion without permission (MITI 4.2.1).
  public var nonAdherent = 0
  /// Words that the trainee used.
  public var traineeWords = 0
  /// Words that the client used.
  public var clientWords = 0
  /// Mean empathy score, 0 to 100, to one decimal, or `nil` where nothing was graded.
  public var empathy: Double?
  /// Mean openness score, 0 to 100, to one decimal, or `nil` where nothing was graded.
  public var openness: Double?
  /// Mean non-judgment score, 0 to 100, to one decimal, or `nil` where nothing was graded.
  public var nonjudgment: Double?

  private enum CodingKeys: String, CodingKey {
    case replies, adherent, empathy, openness, nonjudgment
    case simpleReflections = "simple_reflections"
    case complexReflections = "complex_reflections"
    case openQuestions = "open_questions"
    case closedQuestions = "closed_questions"
    case nonAdherent = "non_adherent"
    case traineeWords = "trainee_words"
    case clientWords = "client_words"
  }

  /// The measures of a session in which nothing was said.
  public init() {}

  /// Measures a session.
  ///
  /// - Parameters:
  ///   - turns: Each graded reply's text and grade.
  ///   - clientLines: What the client said.
  public init(turns: [(text: String, grade: Grade)], clientLines: [String]) {
    var tally = SessionTally()
    for turn in turns { tally.add(turn.text, turn.grade) }
    for line in clientLines { tally.add(clientLine: line) }
    self = tally.measures
  }

  /// Writes every key; a mean that there is none of is null.
  public func encode(to encoder: any Encoder) throws {
    var c = encoder.container(keyedBy: CodingKeys.self)
    try c.encode(replies, forKey: .replies)
    try c.encode(simpleReflections, forKey: .simpleReflections)
    try c.encode(complexReflections, forKey: .complexReflections)
    try c.encode(openQuestions, forKey: .openQuestions)
    try c.encode(closedQuestions, forKey: .closedQuestions)
    try c.encode(adherent, forKey: .adherent)
    try c.encode(nonAdherent, forKey: .nonAdherent)
    try c.encode(traineeWords, forKey: .traineeWords)
    try c.encode(clientWords, forKey: .clientWords)
    try c.encode(empathy, forKey: .empathy)
    try c.encode(openness, forKey: .openness)
    try c.encode(nonjudgment, forKey: .nonjudgment)
  }

  /// Reads measures.
  ///
  /// - Throws: `DecodingError` where one is missing, or a count or a mean outside its range.
  public init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: CodingKeys.self)
    func mean(_ key: CodingKeys) throws -> Double? {
      try c.decodeNil(forKey: key) ? nil : c.decode(in: 0...100, forKey: key)
    }
    replies = try c.decodeCount(forKey: .replies)
    simpleReflections = try c.decodeCount(forKey: .simpleReflections)
    complexReflections = try c.decodeCount(forKey: .complexReflections)
    openQuestions = try c.decodeCount(forKey: .openQuestions)
    closedQuestions = try c.decodeCount(forKey: .closedQuestions)
    adherent = try c.decodeCount(forKey: .adherent)
    nonAdherent = try c.decodeCount(forKey: .nonAdherent)
    traineeWords = try c.decodeCount(forKey: .traineeWords)
    clientWords = try c.decodeCount(forKey: .clientWords)
    empathy = try mean(.empathy)
    openness = try mean(.openness)
    nonjudgment = try mean(.nonjudgment)
  }

  /// Reflections for each question, or `nil` where nothing was asked.
  public var reflectionsPerQuestion: Double? {
    ratio(simpleReflections + complexReflections, to: openQuestions + closedQuestions)
  }

  /// Share of reflections that are complex, 0 to 1, or `nil` where nothing was reflected.
  public var complexShare: Double? {
    ratio(complexReflections, to: simpleReflections + complexReflections)
  }

  /// Share of questions that are open, 0 to 1, or `nil` where nothing was asked.
  public var openShare: Double? {
    ratio(openQuestions, to: openQuestions + closedQuestions)
  }

  /// Share of moves that are MI-adherent among those that are adherent or non-adherent, 0 to 1, or
  /// `nil` where there were none.
  var adherentShare: Double? { ratio(adherent, to: adherent + nonAdherent) }

  /// The trainee's share of all words, 0 to 1, or `nil` where nobody spoke.
  public var traineeShare: Double? {
    ratio(traineeWords, to: traineeWords + clientWords)
  }

  /// Whether the trainee has said more than half of the words: it is the client who should have more.
  /// The number is Attune's own.
  public var leavesLittleRoom: Bool { traineeWords > clientWords }

  private func ratio(_ part: Int, to whole: Int) -> Double? {
    whole == 0 ? nil : Double(part) / Double(whole)
  }
}

extension SessionMeasures {
  /// Whether the session is long enough for its measures to be held against the manual's marks.
  public var isLongEnoughForMarks: Bool { replies >= Marks.fewestReplies }
}

/// A measure against the manual's marks for beginning proficiency ('fair') and competence ('good').
public enum Mark: String, Sendable, Codable {
  case below, fair, good
}

/// Where 'fair' and 'good' begin for a measure.
public struct Marks: Hashable, Sendable {
  /// Beginning proficiency.
  public let fair: Double
  /// Competence.
  public let good: Double

  /// Of fewer replies no measure is held against the manual's marks, which are meant for samples of
  /// twenty minutes. The number is Attune's own.
  public static let fewestReplies = 10

  /// How a value stands to these marks.
  public func mark(_ value: Double) -> Mark {
    value >= good ? .good : value >= fair ? .fair : .below
  }
}

/// Words in a text: runs between white space that hold a letter or a digit.
public func wordCount(_ text: String) -> Int {
  text.split(whereSeparator: \.isWhitespace).count { $0.contains { $0.isLetter || $0.isNumber } }
}

extension Double {
  /// The value to a number of decimals, so that it prints the same everywhere.
  public func rounded(places: Int) -> Double {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    return (self * scale).rounded() / scale
  }

  /// The value to one decimal.
  public var roundedToTenths: Double { rounded(places: 1) }
}
