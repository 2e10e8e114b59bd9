/// A measure of sessions that the manual has marks for: the one place that says of what it is taken,
/// and how a session stands to its marks.
public enum MarkedMeasure: CaseIterable, Sendable {
  /// Reflections for each question.
  case reflectionsPerQuestion
  /// Complex among reflections, 0 to 1.
  case complexShare
  /// Open among questions, 0 to 1.
  case openShare
  /// MI-adherent among adherent and non-adherent moves, 0 to 1.
  case adherentShare

  /// A measure of fewer moves is held against no mark. One move among four shifts a share by a
  /// quarter, from below 'fair' past 'good'; among five it is no more than the 20 % that lie between
  /// the marks of open questions. The number is Attune's own.
  public static let fewestMoves = 5

  /// The measures that people see, in order; the others are for programs alone.
  public static let shown: [MarkedMeasure] = [.reflectionsPerQuestion, .complexShare, .openShare]

  /// Its name for people.
  public var label: String {
    switch self {
    case .reflectionsPerQuestion: "reflections per question"
    case .complexShare: "complex among reflections"
    case .openShare: "open among questions"
    case .adherentShare: "adherent among moves"
    }
  }

  /// Whether it is a ratio, from 0 up; else it is a share, from 0 to 1.
  public var isRatio: Bool { self == .reflectionsPerQuestion }

  /// Where 'fair' and 'good' begin: of ratio and complex reflections as in MITI 4.2.1, of open
  /// questions and adherent moves as in MITI 3.1.1, whose marks for these later editions dropped.
  public var marks: Marks {
    switch self {
    case .reflectionsPerQuestion: Marks(fair: 1, good: 2)
    case .complexShare: Marks(fair: 0.4, good: 0.5)
    case .openShare: Marks(fair: 0.5, good: 0.7)
    case .adherentShare: Marks(fair: 0.9, good: 1)
    }
  }

  /// What it is in a session; `nil` where there was nothing to measure.
  public func value(in measures: SessionMeasures) -> Double? {
    switch self {
    case .reflectionsPerQuestion: measures.reflectionsPerQuestion
    case .complexShare: measures.complexShare
    case .openShare: measures.openShare
    case .adherentShare: measures.adherentShare
    }
  }

  /// How many moves of a session it is taken of: reflections, questions, or both.
  func moves(in measures: SessionMeasures) -> Int {
    let reflections = measures.simpleReflections + measures.complexReflections
    let questions = measures.openQuestions + measures.closedQuestions
    return switch self {
    case .reflectionsPerQuestion: reflections + questions
    case .complexShare: reflections
    case .openShare: questions
    case .adherentShare: measures.adherent + measures.nonAdherent
    }
  }

  /// Why a session is not held against the marks.
  public enum Obstacle: Sendable {
    /// It has fewer replies than `Marks.fewestReplies`.
    case short
    /// There is nothing to measure: no reflection, or no question.
    case nothing
    /// It has fewer moves than `fewestMoves`.
    case fewMoves
  }

  /// What keeps a session from being held against the marks; `nil` where nothing does.
  public func obstacle(in measures: SessionMeasures) -> Obstacle? {
    if !measures.isLongEnoughForMarks { return .short }
    if value(in: measures) == nil { return .nothing }
    return moves(in: measures) < Self.fewestMoves ? .fewMoves : nil
  }

  /// How a session stands to the marks; `nil` where there is an obstacle.
  public func mark(in measures: SessionMeasures) -> Mark? {
    obstacle(in: measures) == nil ? value(in: measures).map(marks.mark) : nil
  }
}
