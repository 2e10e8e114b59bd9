import Listening

/// What measures are called in reports.
extension MarkedMeasure {
  /// Its name in records.
  var key: String {
    switch self {
    case .reflectionsPerQuestion: "reflections_per_question"
    case .complexShare: "complex_share"
    case .openShare: "open_share"
    case .adherentShare: "adherent_share"
    }
  }

  /// Its name at the beginning of a line.
  var heading: String { label.withCapital }

  /// What it is taken of.
  var moveNames: String {
    switch self {
    case .reflectionsPerQuestion: "reflections and questions"
    case .complexShare: "reflections"
    case .openShare: "questions"
    case .adherentShare: "moves"
    }
  }

  /// What is missing where there is nothing to measure.
  var missingMove: String {
    switch self {
    case .reflectionsPerQuestion, .openShare: "a question"
    case .complexShare: "a reflection"
    case .adherentShare: "a move"
    }
  }
}
