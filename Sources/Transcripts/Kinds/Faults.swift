import Diagnostics

/// Makes faults of one file's lines.
struct Faults {
  let file: String

  func make(
    _ rule: String, _ line: Int, _ message: String, mend: String = "passed over",
    as severity: Diagnostic.Severity = .error
  ) -> Diagnostic {
    Diagnostic(severity, rule, at: Location(file: file, line: line), message, mend: mend)
  }

  /// The fault that a line is not an event of a session.
  func noEvent(_ line: Int, _ reason: String, mend: String = "passed over") -> Diagnostic {
    make("event", line, "not an event of a session: \(reason)", mend: mend)
  }
}
