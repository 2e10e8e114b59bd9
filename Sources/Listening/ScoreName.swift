/// The scores that head a grade.
public enum ScoreName: String, Codable, CaseIterable, Sendable {
  case empathy, openness, nonjudgment

  /// The name as a trainee reads it.
  public var label: String { self == .nonjudgment ? "non-judgment" : rawValue }

  /// The name at the beginning of a line.
  public var heading: String { label.withCapital }

  /// The score in a grade, 0 to 100.
  public func value(in grade: Grade) -> Int {
    switch self {
    case .empathy: grade.empathy
    case .openness: grade.openness
    case .nonjudgment: grade.nonjudgment
    }
  }

  /// The mean score of a session, 0 to 100, or `nil` where nothing was graded.
  public func mean(in measures: SessionMeasures) -> Double? {
    switch self {
    case .empathy: measures.empathy
    case .openness: measures.openness
    case .nonjudgment: measures.nonjudgment
    }
  }
}
