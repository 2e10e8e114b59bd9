import Diagnostics
import Transcripts

/// A row of comma-separated values after RFC 4180.
enum CSVRow {
  /// The row with its line's ending; a field is quoted where it has to be, and guarded where a
  /// spreadsheet would take it for a formula.
  static func line(_ fields: [String]) -> String {
    fields.map { escaped(FormulaGuard.guarded($0)) }.joined(separator: ",") + "\r\n"
  }

  private static func escaped(_ field: String) -> String {
    // Scalar by scalar: a quotation mark counts even where an accent stands on it.
    guard field.unicodeScalars.contains(where: { "\",\n\r".unicodeScalars.contains($0) }) else {
      return field
    }
    let doubled = field.escaping { $0 == "\"" ? "\"\"" : nil }
    return "\"\(doubled)\""
  }
}
