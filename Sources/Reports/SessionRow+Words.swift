import Listening

/// What stands in tables for people.
extension SessionRow {
  /// The means of the three scores.
  static func scores(of measures: SessionMeasures) -> String {
    ScoreName.allCases.map { score in
      left(whole(score.mean(in: measures)), 3)
    }.joined(separator: " ")
  }

  /// Reflections per question, and the shares of complex reflections and open questions.
  static func shares(of measures: SessionMeasures) -> String {
    [
      left(rounded(measures.reflectionsPerQuestion), 5), left(share(measures.complexShare), 7),
      left(share(measures.openShare), 6),
    ].joined(separator: " ")
  }

  static func whole(_ value: Double?) -> String {
    value.map { String(Int($0.rounded())) } ?? "-"
  }

  static func rounded(_ value: Double?) -> String { value.map(tenths) ?? "-" }

  static func share(_ value: Double?) -> String { value.map(percent) ?? "-" }
}
