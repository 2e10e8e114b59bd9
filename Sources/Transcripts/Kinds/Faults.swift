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
}
