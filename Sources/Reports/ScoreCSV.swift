import Listening
import Transcripts

/// Comma-separated values after RFC 4180, with a line of column names first.
///
/// Codes have their names and values of reply records; a code that is absent is empty.
struct ScoreCSV: ScoreReport {
  mutating func begin(into output: inout some TextOutputStream) {
    let columns =
      ["session", "id", "empathy", "openness", "nonjudgment", "main"]
      + CodeName.allCases.map(\.rawValue) + ["judgment_kind", "unsure", "model", "text"]
    write(columns, into: &output)
  }

  mutating func add(_ scored: ScoredReply, into output: inout some TextOutputStream) {
    let grade = scored.grade
    var fields = [scored.reply.session ?? "", scored.reply.id.plain]
    fields += [grade.empathy, grade.openness, grade.nonjudgment].map(String.init)
    fields.append(grade.codes.main.rawValue)
    fields += CodeName.allCases.map { grade.codes.value(of: $0) ?? "" }
    fields.append(grade.codes.judgmentKind?.rawValue ?? "")
    fields.append(grade.unsure.map(\.rawValue).joined(separator: " "))
    fields += [grade.model, scored.reply.text]
    write(fields, into: &output)
  }

  mutating func end(into output: inout some TextOutputStream) {}

  private func write(_ fields: [String], into output: inout some TextOutputStream) {
    output.write(CSVRow.line(fields))
  }
}

/// A row of comma-separated values after RFC 4180.
enum CSVRow {
  /// The fields as a line, with its ending.
  static func line(_ fields: [String]) -> String {
    fields.map(escaped).joined(separator: ",") + "\r\n"
  }

  private static func escaped(_ field: String) -> String {
    // Scalar by scalar: a quotation mark counts even where an accent stands on it.
    guard field.unicodeScalars.contains(where: { "\",\n\r".unicodeScalars.contains($0) }) else {
      return field
    }
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in field.unicodeScalars {
      quoted.append(scalar)
      if scalar == "\"" { quoted.append(scalar) }
    }
    quoted.append("\"")
    return String(quoted)
  }
}
