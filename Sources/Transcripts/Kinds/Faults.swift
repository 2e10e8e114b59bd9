import Diagnostics
import Lines

/// Makes faults of one file's lines.
struct Faults {
  /// What becomes of a line that cannot be read.
  static let passedOver = "passed over"

  let file: String

  func make(
    _ rule: String, _ line: Int, _ message: String, mend: String? = nil, outcome: String? = nil,
    as severity: Diagnostic.Severity = .error
  ) -> Diagnostic {
    Diagnostic(
      severity, rule, at: Location(file: file, line: line), message, mend: mend, outcome: outcome)
  }

  /// The fault that a line of JSON is not what it should be, for this reason.
  func unread(_ rule: String, _ line: Int, _ what: String, _ error: JSONLineError) -> Diagnostic {
    make(
      rule, line, "\(what): \(error.message)", mend: error.mend, outcome: Self.passedOver)
  }

  /// The fault that a row cannot be read because of its quotation marks.
  func misquoted(_ line: Int, _ reason: String) -> Diagnostic {
    make(
      "row", line, reason,
      mend: "close the field with a quotation mark, and double each one that stands within it",
      outcome: Self.passedOver)
  }

  /// The fault that a row has not as many fields as there are columns.
  func miscounted(_ line: Int, _ fields: [String], _ columns: Int) -> Diagnostic {
    make(
      "row", line,
      "\(counted(fields.count, "field", "fields")) where the header names \(columns)",
      mend: "give it one for each column, in quotation marks where it holds the delimiter",
      outcome: Self.passedOver)
  }

  /// The fault that a line is not an event of a session.
  func noEvent(_ line: Int, _ reason: String, outcome: String = Self.passedOver) -> Diagnostic {
    make("event", line, "not an event of a session: \(reason)", outcome: outcome)
  }
}
