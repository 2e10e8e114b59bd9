import Listening

/// A measure of sessions that the manual has marks for.
struct MarkedMeasure {
  /// Its name in records.
  var key: String
  /// Its name for people.
  var label: String
  /// Whether it is a ratio, from 0 up; else it is a share, from 0 to 1.
  var isRatio = false
  var marks: Marks
  /// What it is in a session; `nil` where there was nothing to measure.
  var value: (SessionMeasures) -> Double?

  /// The measures in the order of columns.
  static var all: [MarkedMeasure] {
    [
      MarkedMeasure(
        key: "reflections_per_question", label: "reflections per question", isRatio: true,
        marks: .reflectionsPerQuestion, value: { $0.reflectionsPerQuestion }),
      MarkedMeasure(
        key: "complex_share", label: "complex among reflections", marks: .complexShare,
        value: { $0.complexShare }),
      MarkedMeasure(
        key: "open_share", label: "open among questions", marks: .openShare,
        value: { $0.openShare }),
    ]
  }

  /// Its name at the beginning of a line.
  var heading: String { label.prefix(1).uppercased() + label.dropFirst() }

  /// How a session stands to its marks; `nil` where the session is too short for them, or there was
  /// nothing to measure.
  func mark(in measures: SessionMeasures) -> Mark? { measures.mark(value(measures), by: marks) }
}
