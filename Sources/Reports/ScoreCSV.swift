import Listening
import Transcripts

/// Comma-separated values after RFC 4180, with a line of column names first.
///
/// Codes have their names and values of reply records; a code that is absent is empty, a level that
/// is a number 0, so that means come out right.
struct ScoreCSV: ScoreReport {
  mutating func begin(into output: inout some TextOutputStream) {
    let columns =
      ["session", "id"] + ScoreName.allCases.map(\.rawValue) + ["main"]
      + CodeName.allCases.map(\.rawValue) + ["judgment_kind", "unsure", "model", "text", "client"]
    output.write(CSVRow.line(columns))
  }

  mutating func add(_ scored: ScoredReply, into output: inout some TextOutputStream) {
    let grade = scored.grade
    var fields = [scored.reply.session ?? "", scored.reply.id.plain]
    fields += ScoreName.allCases.map { String($0.value(in: grade)) }
    fields.append(grade.codes.main.rawValue)
    fields += CodeName.allCases.map { grade.codes.value(of: $0) ?? $0.level0 }
    fields.append(grade.codes.judgmentKind?.rawValue ?? "")
    fields.append(grade.unsure.map(\.rawValue).joined(separator: " "))
    fields += [grade.model, scored.reply.text, scored.reply.client ?? ""]
    output.write(CSVRow.line(fields))
  }

  mutating func end(into output: inout some TextOutputStream) {}
}

extension CodeName {
  /// What stands for the absence of the code: its lowest level where that is a number.
  fileprivate var level0: String { CodeVariable.code(self).absentValue == "0" ? "0" : "" }
}
