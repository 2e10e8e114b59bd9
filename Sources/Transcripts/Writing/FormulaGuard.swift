/// Keeps a spreadsheet from taking a field of a table for a formula.
///
/// A cell that begins with one of a few marks is worked out when the file is opened, and what it
/// says may come from a stranger's transcript. As OWASP describes under 'CSV Injection', an
/// apostrophe is put before it, which spreadsheets take to mean 'this is text'.
///
///     FormulaGuard.guarded("=1+1")   // "'=1+1"
///     FormulaGuard.guarded("-0.25")  // "-0.25": a number
///     FormulaGuard.bare("'=1+1")     // "=1+1"
public enum FormulaGuard {
  /// OWASP's marks, the full-width forms among them.
  private static let marks: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
  ]

  /// The field as a spreadsheet may have it. A number stays as it is.
  public static func guarded(_ field: String) -> String {
    isTaken(field) && !isNumber(field) ? "'" + field : field
  }

  /// The field without the apostrophe that guards it, if there is one.
  package static func bare(_ field: String) -> String {
    guard field.utf8.first == UInt8(ascii: "'"), isTaken(field) else { return field }
    return String(field.unicodeScalars.dropFirst())
  }

  /// Whether a field begins with a mark, or with apostrophes and a mark: one more goes before these,
  /// so that to take one away always gives back what there was.
  private static func isTaken(_ field: String) -> Bool {
    field.unicodeScalars.first { $0 != "'" }.map(marks.contains) ?? false
  }

  private static func isNumber(_ field: String) -> Bool {
    Double(field) != nil && field.utf8.allSatisfy { "+-.0123456789eE".utf8.contains($0) }
  }
}
