import Listening

/// What measures are called.
extension MarkedMeasure {
  /// The measures that people see, in the order of columns; the others are for programs alone.
  static let shown: [MarkedMeasure] = [.reflectionsPerQuestion, .complexShare, .openShare]

  /// Its name in records.
  var key: String {
    switch self {
    case .reflectionsPerQuestion: "reflections_per_question"
    case .complexShare: "complex_share"
    case .openShare: "open_share"
    case .adherentShare: "adherent_share"
    }
  }

  /// Its name for people.
  var label: String {
    switch self {
    case .reflectionsPerQuestion: "reflections per question"
    case .complexShare: "complex among reflections"
    case .openShare: "open among questions"
    case .adherentShare: "adherent among moves"
    }
  }

  /// Its name at the beginning of a line.
  var heading: String { label.prefix(1).uppercased() + label.dropFirst() }

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

  /// Whether it is a ratio, from 0 up; else it is a share, from 0 to 1.
  var isRatio: Bool { self == .reflectionsPerQuestion }
}
