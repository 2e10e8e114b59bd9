import Diagnostics
import Lines

/// The graded records of a file, as `attune score --format ndjson` writes them.
public struct GradedFile: Hashable, Sendable {
  /// The file as the user named it.
  public var file: String
  /// The records in order.
  public var records: [GradedRecord] = []

  /// Reads graded records, one JSON object a line.
  ///
  /// - Parameters:
  ///   - lines: The file's lines.
  ///   - file: Its name, for faults.
  ///   - report: Called for each fault; what has one is passed over.
  public init(_ lines: FileLines, file: String, report: (Diagnostic) -> Void) {
    self.file = file
    while let line = lines.next(in: file, report: report) {
      if case .line(let text) = line, text.isBlank { continue }
      if records.isEmpty, case .line(let text) = line, !text.trimmed.hasPrefix("{") {
        report(
          Diagnostic(
            .error, "record", at: Location(file: file, line: lines.number),
            "not NDJSON", mend: "name what 'attune score --format ndjson' wrote"))
        return
      }
      do throws(JSONLineError) {
        guard case .line(let text) = line else { throw JSONLineError(message: "not UTF-8 text") }
        records.append(try JSONLine.decode(GradedRecord.self, from: text))
      } catch {
        report(Faults(file: file).unread("record", lines.number, "not a graded record", error))
      }
    }
  }
}
